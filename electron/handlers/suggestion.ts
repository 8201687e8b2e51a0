// Answers the calls about what is proposed.
import type { suggestionContract } from '../../shared/contract/suggestion.ts';
import type { Likeness } from '../../shared/domain/suggestion.ts';
import type { Embedder } from '../../shared/words/embedder.ts';
import { decideSuggestion } from '../commands/suggestions.ts';
import type { Desk } from '../desk.ts';
import type { ChosenModel } from '../exchange/embedding/chosen-model.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readSimilarPassages } from '../queries/similar-passages.ts';
import { readSuggestionPrecision, readSuggestions, readSuggestionTally } from '../queries/suggestions.ts';
import { readSettings } from '../storage/settings.ts';

export function suggestionHandlers(desk: Desk, chosenModel: ChosenModel): Pick<Handlers, keyof typeof suggestionContract> {
  const embedderBy = async (by: Likeness, { isCancelled }: { isCancelled: () => boolean }): Promise<Embedder | null> =>
    by === 'words' ? null : chosenModel.embedder(readSettings().modelFolder, isCancelled);
  return {
    'suggestion.list': ({ categoryId, by, job }) => {
      const { project, coderId } = desk.session();
      return desk.watched(job, async (watch) => readSuggestions(project, { categoryId, coderId, embedder: await embedderBy(by, watch) }, watch));
    },
    'suggestion.precision': ({ categoryId, by, job }) => {
      const project = desk.project();
      return desk.watched(job, async (watch) => readSuggestionPrecision(project, { categoryId, embedder: await embedderBy(by, watch) }, watch));
    },
    'suggestion.tally': ({ categoryId }) => readSuggestionTally(desk.project(), categoryId),
    'suggestion.similar': ({ job, by, ...asked }) => {
      const { project, coderId } = desk.session();
      return desk.watched(job, async (watch) => readSimilarPassages(project, { ...asked, coderId, embedder: await embedderBy(by, watch) }, watch));
    },
    'suggestion.decide': (input) => decideSuggestion(desk.session(), input),
  };
}
