// Answers the calls about passages and codings.
import type { codingContract } from '../../shared/contract/coding.ts';
import * as codings from '../commands/codings.ts';
import { paraphrasePassage, starPassage } from '../commands/passages.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readPassageUses } from '../queries/passage-uses.ts';
import { readPassage } from '../queries/passages.ts';
import { done } from './reply.ts';

export function codingHandlers(desk: Desk): Pick<Handlers, keyof typeof codingContract> {
  return {
    'coding.apply': (input) => codings.applyCategories(desk.session(), input),
    'coding.applyNew': (input) => codings.applyNewCategory(desk.session(), input),
    'coding.remove': (input) => done(codings.removeOneCoding(desk.session(), input)),
    'coding.update': (input) => done(codings.updateCoding(desk.session(), input)),
    'passage.read': ({ passageId }) => readPassage(desk.project(), passageId),
    'passage.star': (input) => done(starPassage(desk.session(), input)),
    'passage.paraphrase': (input) => done(paraphrasePassage(desk.session(), input)),
    'passage.uses': ({ passageId }) => readPassageUses(desk.project(), passageId),
    'passage.resize': (input) => codings.resizePassage(desk.session(), input),
  };
}
