// The choices of an attribute while they are written.
import { expect, test } from 'vitest';
import { choicesOf, hasTwice, linesOf, movedTo, withLineAfter, withPasted, withText, withoutLine } from '../../../renderer/corpus/choice-list.ts';

const levels = linesOf(['faible', 'moyen', 'fort']);

test('a line is added where the caret is, and is no choice while it is empty', () => {
  const { lines, key } = withLineAfter(levels, 0);
  expect(lines.map(({ text }) => text)).toEqual(['faible', '', 'moyen', 'fort']);
  expect(choicesOf(lines)).toEqual(['faible', 'moyen', 'fort']);
  expect(choicesOf(withText(lines, key, ' plutôt  faible '))).toEqual(['faible', 'plutôt faible', 'moyen', 'fort']);
});

test('a line moves within the list and keeps its key', () => {
  const moved = movedTo(levels, 2, 0);
  expect(moved.map(({ key, text }) => `${key} ${text}`)).toEqual(['2 fort', '0 faible', '1 moyen']);
  expect(movedTo(levels, 0, -1)).toEqual(levels);
  expect(movedTo(levels, 2, 9)).toEqual(levels);
});

test('a pasted column gives a line for each cell', () => {
  const { lines, key } = withLineAfter(linesOf(['x']), 0);
  const pasted = withPasted(lines, key, 'a\r\nb\n\nc; d');
  expect(choicesOf(pasted)).toEqual(['x', 'a', 'b', 'c', 'd']);
  expect(new Set(pasted.map((line) => line.key)).size).toBe(5);
});

test('a choice given twice is seen, one taken away is gone', () => {
  expect(hasTwice(linesOf(['a', ' a ', '']))).toBe(true);
  expect(hasTwice(linesOf(['a', 'b', '', '']))).toBe(false);
  expect(choicesOf(withoutLine(levels, 1))).toEqual(['faible', 'fort']);
});
