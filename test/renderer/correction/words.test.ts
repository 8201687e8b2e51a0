// Small rules of correcting: times as typed, words before and after, which turns are meant, what is compared.
import { expect, test } from 'vitest';
import { ENDS, comparedBy, entryOf } from '../../../renderer/correction/compared-versions.ts';
import { piecesBetween, shortened } from '../../../renderer/correction/diff-pieces.ts';
import { timeFromWords } from '../../../renderer/correction/time-words.ts';
import { touchedPassages } from '../../../renderer/correction/touched-passages.ts';
import { turnsInHand } from '../../../renderer/correction/turns-in-hand.ts';
import { codedText } from '../../../renderer/reader/coded-text.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import type { Revision } from '../../../shared/domain/revision.ts';
import { anInterview, coded } from '../reader/interview.ts';

test('times are typed as people write them', () => {
  expect(timeFromWords('1:02:30')).toBe(3_750_000);
  expect(timeFromWords('12:30')).toBe(750_000);
  expect(timeFromWords(' 45 ')).toBe(45_000);
  expect(timeFromWords('0:01,5')).toBe(1_500);
  expect(timeFromWords('90:00')).toBe(5_400_000);
  for (const wrong of ['', '12:75', '1:75:00', 'midi', '-3']) expect(timeFromWords(wrong)).toBeNull();
});

test('what differs is marked in whole words, the rest stays', () => {
  expect(piecesBetween('le pole est neuf', 'le pôle est neuf')).toEqual([
    { kind: 'same', text: 'le ' },
    { kind: 'removed', text: 'pole' },
    { kind: 'added', text: 'pôle' },
    { kind: 'same', text: ' est neuf' },
  ]);
  expect(piecesBetween('neuf', '')).toEqual([{ kind: 'removed', text: 'neuf' }]);
  expect(piecesBetween('un deux', 'un vrai deux')).toContainEqual({ kind: 'added', text: expect.stringContaining('vrai') as string });
});

test('pieces put together again are both wordings', () => {
  for (const [before, after] of [
    ['l’été dernier', 'l’étang dernier'],
    ['aa aa', 'aa aa aa'],
    ['', 'tout'],
    ['un mot', 'un  mot'],
    ['😀 oui', '😁 oui'],
  ] as const) {
    const pieces = piecesBetween(before, after);
    const join = (without: string) => pieces.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('');
    expect([join('added'), join('removed')]).toEqual([before, after]);
  }
});

test('long unchanged words are cut short on the side away from the change', () => {
  const long = 'mot '.repeat(100);
  const [head, change, tail] = shortened([
    { kind: 'same', text: long },
    { kind: 'added', text: 'neuf' },
    { kind: 'same', text: long },
  ]);
  expect(head?.text.startsWith('[…] ')).toBe(true);
  expect(head?.text.endsWith('mot ')).toBe(true);
  expect(change?.text).toBe('neuf');
  expect(tail?.text.endsWith(' […]')).toBe(true);
  expect((head?.text.length ?? 0) < 120).toBe(true);
});

test('a passage counts as touched when it says something else, not when its turn was only cut', () => {
  const transcript = anInterview('Directrice : le pôle est neuf', 'Enquêtrice : ah bon');
  const on = coded(transcript, 'Pôle', [0, 0], [0, 7]);
  const other = coded(transcript, 'Ah', [1, 0], [1, 2]);
  const text = codedText(transcript, [on, other]);
  const before = new Map([
    [on.passageId, 'le pole'],
    [other.passageId, 'ah '],
  ]);
  expect(touchedPassages(transcript, text, before).map(({ before: said, after }) => [said, after])).toEqual([['le pole', 'le pôle']]);
});

test('acts are about the selected turns with words, else about the one with the caret', () => {
  const transcript = anInterview('Directrice : un', '', 'Enquêtrice : deux');
  const caret = { turn: 0, offset: 1 };
  const span = { start: { turn: 0, offset: 0 }, end: { turn: 2, offset: 3 } };
  expect(turnsInHand(transcript, caret, null)).toMatchObject({ turns: [{ id: 'turn-0' }], caret });
  expect(turnsInHand(transcript, caret, span)).toMatchObject({ turns: [{ id: 'turn-0' }, { id: 'turn-2' }], caret: null });
  expect(turnsInHand(transcript, { turn: 1, offset: 0 }, null)).toBeNull();
  expect(turnsInHand(transcript, null, null)).toBeNull();
});

test('choosing a correction compares it with the state before; the first one with the text as imported', () => {
  const revisions = ['c', 'b', 'a'].map((id, index) => ({ id: id as EntryId, number: 3 - index })) as Revision[];
  expect(comparedBy(revisions, 'b' as EntryId)).toEqual({ from: 'a', to: 'b' });
  expect(comparedBy(revisions, 'a' as EntryId)).toEqual({ from: ENDS.imported, to: 'a' });
  expect([entryOf(ENDS.imported), entryOf('b')]).toEqual([null, 'b']);
});
