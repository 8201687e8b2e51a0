// Places in the words and the anchors that passages are stored with.
import { expect, test } from 'vitest';
import { anchorOf, anchorsOf, piecesOf, pointOf, spanOf, spanOfTurn, tidied, wordsOf } from '../../../renderer/reader/transcript.ts';
import { copiedText, citationAt, gutterRef } from '../../../renderer/reader/turn-words.ts';
import { clock } from '../../../shared/domain/clock.ts';
import { anInterview } from './interview.ts';

const interview = anInterview('Enquêtrice : Qui décide ?', 'Directrice : Longtemps, deux groupes.', '', 'Directrice : Chaque collège a une voix.');

test('an anchor counts the speaker’s label, a place on screen does not', () => {
  expect(anchorOf(interview, { turn: 1, offset: 0 })).toEqual({ turnId: 'turn-1', offsetUtf16: 'Directrice : '.length });
  expect(pointOf(interview, { turnId: 'turn-1' as never, offsetUtf16: 15 })).toEqual({ turn: 1, offset: 2 });
});

test('every place among the words comes back from its anchor', () => {
  interview.bodies.forEach((body, turn) => {
    for (let offset = 0; offset <= body.length; offset += 1)
      expect(pointOf(interview, anchorOf(interview, { turn, offset }))).toEqual({ turn, offset });
  });
});

test('an anchor in the label or in the line end moves to the nearest word', () => {
  expect(pointOf(interview, { turnId: 'turn-1' as never, offsetUtf16: 3 })).toEqual({ turn: 1, offset: 0 });
  expect(pointOf(interview, { turnId: 'turn-1' as never, offsetUtf16: 999 })).toEqual({ turn: 1, offset: 'Longtemps, deux groupes.'.length });
  expect(pointOf(interview, { turnId: 'gone' as never, offsetUtf16: 0 })).toBeNull();
});

test('a passage over three turns keeps its anchors and gives its words without the labels', () => {
  const span = { start: { turn: 0, offset: 4 }, end: { turn: 3, offset: 6 } };
  expect(spanOf(interview, anchorsOf(interview, span))).toEqual(span);
  expect(wordsOf(interview, span)).toBe('décide ?\nLongtemps, deux groupes.\nChaque');
  expect(piecesOf(interview, span).map(({ turn }) => turn)).toEqual([0, 1, 3]);
});

test('a selection that ends at the start of the next turn stays in its own', () => {
  const span = tidied(interview, { start: { turn: 0, offset: 0 }, end: { turn: 1, offset: 0 } });
  expect(span).toEqual({ start: { turn: 0, offset: 0 }, end: { turn: 0, offset: 'Qui décide ?'.length } });
});

test('blanks around the words are not selected, and blanks alone are nothing', () => {
  expect(tidied(interview, { start: { turn: 1, offset: 10 }, end: { turn: 1, offset: 16 } })).toEqual({
    start: { turn: 1, offset: 11 },
    end: { turn: 1, offset: 15 },
  });
  expect(tidied(interview, { start: { turn: 1, offset: 10 }, end: { turn: 1, offset: 11 } })).toBeNull();
  expect(spanOfTurn(interview, 2)).toBeNull();
});

test('a turn is cited with its source, number, speaker and time', () => {
  expect(clock(1_268_400)).toBe('00:21:08');
  expect(gutterRef(interview, 1)).toBe('§2 · 00:01:00');
  expect(citationAt(interview, { turn: 3, offset: 0 })).toBe('E03 §3 · Directrice · 00:03:00');
});

test('copying gives who speaks, when, and the words, a line per turn', () => {
  const span = { start: { turn: 0, offset: 0 }, end: { turn: 1, offset: 9 } };
  expect(copiedText(interview, span, (who, at, words) => `${who} (${at}) : ${words}`)).toBe(
    'Enquêtrice (00:00:00) : Qui décide ?\nDirectrice (00:01:00) : Longtemps',
  );
  const unnamed = anInterview('Des mots sans locuteur.');
  expect(copiedText(unnamed, { start: { turn: 0, offset: 4 }, end: { turn: 0, offset: 8 } }, () => 'never')).toBe('mots');
});
