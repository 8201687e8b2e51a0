// Answers the calls about what is proposed.
import type { suggestionContract } from '../../shared/contract/suggestion.ts';
import { decideSuggestion } from '../commands/suggestions.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readSimilarPassages } from '../queries/similar-passages.ts';
import { readSuggestionPrecision, readSuggestions, readSuggestionTally } from '../queries/suggestions.ts';

export function suggestionHandlers(desk: Desk): Pick<Handlers, keyof typeof suggestionContract> {
  return {
    'suggestion.list': ({ categoryId, job }) => {
      const { project, coderId } = desk.session();
      return desk.watched(job, (watch) => readSuggestions(project, { categoryId, coderId }, watch));
    },
    'suggestion.precision': ({ categoryId, job }) => desk.watched(job, (watch) => readSuggestionPrecision(desk.project(), categoryId, watch)),
    'suggestion.tally': ({ categoryId }) => readSuggestionTally(desk.project(), categoryId),
    'suggestion.similar': ({ job, ...asked }) => {
      const { project, coderId } = desk.session();
      return desk.watched(job, (watch) => readSimilarPassages(project, { ...asked, coderId }, watch));
    },
    'suggestion.decide': (input) => decideSuggestion(desk.session(), input),
  };
}
