// How a document's setting shows in the reader, without a character more or less.
import { expect, test } from 'vitest';
import { blockStyleOf, piecesOfTurn } from '../../../renderer/reader/set-words.ts';
import type { Turn } from '../../../shared/domain/source.ts';

const turn = (text: string, more: Partial<Turn>): Turn =>
  ({
    id: 't',
    position: 0,
    number: 1,
    text,
    bodyStart: 0,
    bodyEnd: text.length,
    speakerId: null,
    startMs: null,
    endMs: null,
    styles: [],
    marks: [],
    ...more,
  }) as Turn;

test('a plain turn stands in one piece', () => {
  expect(piecesOfTurn(turn('Tout va bien', {}))).toBeNull();
  expect(piecesOfTurn(turn('Titre', { styles: [{ start: 0, end: 5, style: 'heading1' }] }))).toBeNull();
});

test('bold and italic may overlap; the pieces are the words', () => {
  const words = 'A : un deux trois';
  const set = turn(words, {
    bodyStart: 4,
    styles: [
      { start: 0, end: 11, style: 'bold' },
      { start: 7, end: 17, style: 'italic' },
    ],
  });
  const pieces = piecesOfTurn(set) ?? [];
  expect(pieces.map(({ text }) => text).join('')).toBe('un deux trois');
  expect(pieces.map(({ text, isBold, isItalic }) => [text, isBold, isItalic])).toEqual([
    ['un ', true, false],
    ['deux', true, true],
    [' trois', false, true],
  ]);
});

test('pages and times stand before their words; the turn’s own time is not said twice', () => {
  const set = turn('un deux', {
    startMs: 1000,
    marks: [
      { at: 0, kind: 'time', value: 1000 },
      { at: 3, kind: 'page', value: 2 },
      { at: 7, kind: 'time', value: 9000 },
    ],
  });
  expect((piecesOfTurn(set) ?? []).map(({ text, marks }) => [text, marks.map(({ kind, value }) => `${kind} ${value}`)])).toEqual([
    ['un ', []],
    ['deux', ['page 2']],
    ['', ['time 9000']],
  ]);
});

test('a heading is one when all the words are; a bold word within makes none', () => {
  expect(blockStyleOf(turn(' Titre ', { styles: [{ start: 1, end: 6, style: 'heading2' }] }))).toBe('heading2');
  expect(blockStyleOf(turn('Un titre ici', { styles: [{ start: 0, end: 8, style: 'heading2' }] }))).toBeNull();
});
