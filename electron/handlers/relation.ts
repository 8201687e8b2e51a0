// Answers the calls about how categories stand to each other.
import type { relationContract } from '../../shared/contract/relation.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readOverlapping, readOverlaps } from '../queries/category-overlaps.ts';
import { readFollowing, readSequences } from '../queries/category-sequences.ts';
import { readCoOccurrences, readTogether } from '../queries/co-occurrence.ts';

export function relationHandlers(desk: Desk): Pick<Handlers, keyof typeof relationContract> {
  return {
    'cooccurrence.read': (input) => readCoOccurrences(desk.project(), input),
    'cooccurrence.passages': (input) => readTogether(desk.project(), input),
    'sequence.read': (input) => readSequences(desk.project(), input),
    'sequence.passages': (input) => readFollowing(desk.project(), input),
    'overlap.read': ({ scope }) => readOverlaps(desk.project(), scope),
    'overlap.passages': (input) => readOverlapping(desk.project(), input),
  };
}
