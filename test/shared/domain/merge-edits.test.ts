// Edits of two people in the same words: both hold where they touch different ones.
import { expect, it } from 'vitest';
import { joinedEdits, withEdits } from '../../../shared/domain/merge-edits.ts';
import type { TextEdit } from '../../../shared/domain/turn-edit.ts';

const edit = (at: number, removed: number, inserted: string): TextEdit => ({ at, removed, inserted });
const TEXT = 'Les grands groupes décident.';

it.each<[string, TextEdit[], TextEdit[], string | null]>([
  ['of different words, both hold', [edit(4, 6, 'petits')], [edit(19, 8, 'suivent')], 'Les petits groupes suivent.'],
  ['of the same word to the same word, it is done once', [edit(4, 6, 'petits')], [edit(4, 6, 'petits')], 'Les petits groupes décident.'],
  ['of the same word to other words, neither is taken', [edit(4, 6, 'petits')], [edit(4, 6, 'moyens')], null],
  [
    'where one typed on, the longer words hold',
    [edit(27, 0, ' Tous')],
    [edit(27, 0, ' Tous ensemble')],
    'Les grands groupes décident Tous ensemble.',
  ],
  ['that touch, neither is taken', [edit(4, 6, 'petits')], [edit(10, 8, '')], null],
])('corrections %s', (_what, ours, theirs, expected) => {
  for (const edits of [joinedEdits(ours, theirs), joinedEdits(theirs, ours)]) expect(edits && withEdits(TEXT, edits)).toBe(expected);
});
