// Answers the calls about passages, codings and memos.
import type { codingContract } from '../../shared/contract/coding.ts';
import * as codings from '../commands/codings.ts';
import { removeMemo, writeMemo } from '../commands/memos.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { listMemos } from '../queries/memos.ts';
import { readPassage } from '../queries/passages.ts';
import { done } from './reply.ts';

export function codingHandlers(desk: Desk): Pick<Handlers, keyof typeof codingContract> {
  return {
    'coding.apply': (input) => codings.applyCategories(desk.session(), input),
    'coding.applyNew': (input) => codings.applyNewCategory(desk.session(), input),
    'coding.remove': (input) => done(codings.removeOneCoding(desk.session(), input)),
    'coding.update': (input) => done(codings.updateCoding(desk.session(), input)),
    'passage.read': ({ passageId }) => readPassage(desk.project(), passageId),
    'passage.resize': (input) => codings.resizePassage(desk.session(), input),
    'memo.list': ({ targetKind, targetId }) => listMemos(desk.project(), targetKind, targetId),
    'memo.write': (input) => writeMemo(desk.session(), input),
    'memo.remove': (input) => done(removeMemo(desk.session(), input)),
  };
}
