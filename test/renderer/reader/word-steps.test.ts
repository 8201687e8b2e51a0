// Selections that grow and shrink by words, and never cut a character.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePoints, wordsOf } from '../../../renderer/reader/transcript.ts';
import { neighbourTurn, paragraphAt, selectedSpan, sentenceAt, snapped, stepped as steppedBy } from '../../../renderer/reader/word-steps.ts';
import type { Edge, Step, StepUnit } from '../../../renderer/reader/word-steps.ts';
import { anInterview } from './interview.ts';

const interview = anInterview('Enquêtrice : Et l’innovation sociale ?', '', 'Directrice : Peut-être, aujourd’hui 👩‍🔬 oui.', 'Directrice : Voilà.');
const select = (from: [number, number], to: [number, number]) => {
  const span = selectedSpan(interview, { turn: from[0], offset: from[1] }, { turn: to[0], offset: to[1] });
  if (!span) throw new Error('nothing selected');
  return span;
};
const stepped = (from: [number, number], to: [number, number], edge: Edge, step: Step) =>
  wordsOf(interview, steppedBy(interview, select(from, to), edge, step, 'word'));

test('an elided article is a step of its own, a compound and « aujourd’hui » are one step', () => {
  expect(stepped([0, 3], [0, 16], 'start', 'forth')).toBe('innovation');
  expect(stepped([0, 5], [0, 15], 'start', 'back')).toBe('l’innovation');
  expect(stepped([2, 11], [2, 22], 'start', 'back')).toBe('Peut-être, aujourd’hui');
});

test('the end goes on into the next turn, over an empty one', () => {
  expect(stepped([0, 16], [0, 23], 'end', 'forth')).toBe('sociale ?\nPeut-être');
});

test('the last word of a span is not given up', () => {
  expect(stepped([3, 0], [3, 5], 'end', 'back')).toBe('Voilà');
  expect(stepped([3, 0], [3, 5], 'start', 'forth')).toBe('Voilà');
});

test('growing and giving back the same word leads home', () => {
  const span = select([0, 5], [0, 15]);
  expect(steppedBy(interview, steppedBy(interview, span, 'end', 'forth', 'word'), 'end', 'back', 'word')).toEqual(span);
  expect(steppedBy(interview, steppedBy(interview, span, 'start', 'back', 'word'), 'start', 'forth', 'word')).toEqual(span);
});

test('a selection that begins or ends inside an emoji takes the whole of it', () => {
  const body = interview.bodies[2] ?? '';
  const at = body.indexOf('👩‍🔬');
  expect(wordsOf(interview, select([2, at + 1], [2, at + 3]))).toBe('👩‍🔬');
  expect(snapped(body, at + 2, 'back')).toBe(at);
  expect(snapped('e\u0301t\u00e9', 1, 'forth')).toBe(2);
});

test('both directions of dragging select the same words', () => {
  expect(select([2, 10], [0, 3])).toEqual(select([0, 3], [2, 10]));
});

test('whatever is stepped, the span stays in order, in the text and on whole graphemes', () => {
  const place = fc.record({ turn: fc.integer({ min: 0, max: 3 }), share: fc.double({ min: 0, max: 1, noNaN: true }) });
  const at = ({ turn, share }: { turn: number; share: number }) => ({ turn, offset: Math.round(share * (interview.bodies[turn]?.length ?? 0)) });
  const moves = fc.array(fc.tuple(fc.constantFrom<Edge>('start', 'end'), fc.constantFrom<Step>('back', 'forth')), { maxLength: 12 });
  fc.assert(
    fc.property(place, place, moves, (a, b, steps) => {
      let span = selectedSpan(interview, at(a), at(b));
      if (!span) return;
      for (const [edge, step] of steps) span = steppedBy(interview, span, edge, step, 'word');
      expect(comparePoints(span.start, span.end)).toBeLessThan(0);
      for (const { turn, offset } of [span.start, span.end]) {
        const body = interview.bodies[turn] ?? '';
        expect(offset).toBeLessThanOrEqual(body.length);
        expect(snapped(body, offset, 'back')).toBe(offset);
      }
    }),
  );
});

test('going by turn passes over those without words', () => {
  expect(neighbourTurn(interview, 0, 'forth')).toBe(2);
  expect(neighbourTurn(interview, 2, 'back')).toBe(0);
  expect(neighbourTurn(interview, 3, 'forth')).toBeNull();
});

const told = anInterview('Enquêtrice : Alors ?', 'Directrice : On vote. M. Petit compte. Puis on rit !', 'Président : Oui.');
const grown = (from: [number, number], to: [number, number], edge: Edge, step: Step, unit: StepUnit) => {
  const span = selectedSpan(told, { turn: from[0], offset: from[1] }, { turn: to[0], offset: to[1] });
  return span && wordsOf(told, steppedBy(told, span, edge, step, unit));
};

test('an end moves by a sentence, an abbreviation ends none, and by a turn', () => {
  expect(grown([1, 3], [1, 8], 'end', 'forth', 'sentence')).toBe('vote. M. Petit compte.');
  expect(grown([1, 3], [1, 6], 'end', 'forth', 'sentence')).toBe('vote.');
  expect(grown([1, 11], [1, 17], 'start', 'back', 'sentence')).toBe('M. Petit');
  expect(grown([1, 0], [1, 39], 'end', 'back', 'sentence')).toBe('On vote. M. Petit compte.');
  expect(grown([1, 3], [1, 8], 'end', 'forth', 'turn')).toBe('vote. M. Petit compte. Puis on rit !');
  expect(grown([1, 3], [1, 39], 'end', 'forth', 'turn')).toBe('vote. M. Petit compte. Puis on rit !\nOui.');
  expect(grown([1, 0], [2, 4], 'start', 'forth', 'turn')).toBe('Oui.');
});

test('the sentence and the line under the caret', () => {
  const at = (offset: number) => {
    const span = sentenceAt(told, { turn: 1, offset });
    return span && wordsOf(told, span);
  };
  expect([at(0), at(8), at(9), at(39)]).toEqual(['On vote.', 'On vote.', 'M. Petit compte.', 'Puis on rit !']);
  const lines = anInterview('Directrice : Un.\vDeux trois.  \v  Quatre.');
  const line = (offset: number) => {
    const span = paragraphAt(lines, { turn: 0, offset });
    return span && wordsOf(lines, span);
  };
  expect([line(1), line(5), line(23)]).toEqual(['Un.', 'Deux trois.', 'Quatre.']);
  expect(paragraphAt(anInterview(''), { turn: 0, offset: 0 })).toBeNull();
});
