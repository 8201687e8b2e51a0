// What the codings of an interview look like in its text.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categoriesAt, codedText, nextUncodedTurn, passageOn, passagesAt, passagesOver, withCodings } from '../../../renderer/reader/coded-text.ts';
import { linear } from '../../../renderer/reader/transcript.ts';
import { anInterview, coded } from './interview.ts';

const interview = anInterview(
  'Enquêtrice : Qui décide, concrètement, de ce qui part au financement ?',
  'Directrice : Longtemps, c’étaient deux ou trois grands groupes.',
  '',
  'Directrice : Chaque collège a une voix, les petites entreprises aussi.',
  'Directrice : La feuille de route, on l’écrit à vingt.',
);

test('every coding is painted: a stripe of its own, over exactly its words', () => {
  const place = fc.record({ turn: fc.constantFrom(0, 1, 3, 4), share: fc.double({ min: 0, max: 1, noNaN: true }) });
  const at = ({ turn, share }: { turn: number; share: number }): [number, number] => [
    turn,
    Math.round(share * (interview.bodies[turn]?.length ?? 0)),
  ];
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place, fc.constantFrom('Gouvernance', 'Territoire')), { maxLength: 30 }), (list) => {
      const ranges = list.map(([a, b, category]) => ({
        ends: [at(a), at(b)].sort((x, y) => x[0] - y[0] || x[1] - y[1]) as [[number, number], [number, number]],
        category,
      }));
      const codings = ranges.map(({ ends, category }) => coded(interview, category, ends[0], ends[1]));
      const text = codedText(interview, codings);
      const painted = text.stripes.flatMap((stripe) => stripe.codings.map(({ id }) => id)).sort();
      expect(painted).toEqual(codings.map(({ id }) => id).sort());
      for (const stripe of text.stripes) {
        const pieces = [...text.byTurn.values()].flat().filter((piece) => piece.stripe === stripe);
        const length = linear(interview, stripe.span.end) - linear(interview, stripe.span.start);
        expect(pieces.length).toBeGreaterThan(0);
        expect(pieces.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(length);
      }
    }),
  );
});

test('stripes over common words or on one line never share a lane', () => {
  const codings = [
    coded(interview, 'Gouvernance', [3, 0], [3, 20]),
    coded(interview, 'Régulation', [3, 10], [3, 38]),
    coded(interview, 'Territoire', [3, 40], [3, 60]),
    coded(interview, 'Coordination', [4, 0], [4, 10]),
  ];
  const lanes = codedText(interview, codings).stripes.map(({ categoryId, lane }) => [categoryId, lane]);
  expect(Object.fromEntries(lanes)).toEqual({ Gouvernance: 0, Régulation: 1, Territoire: 2, Coordination: 0 });
});

test('two coders who agree make one stripe that names both', () => {
  const text = codedText(interview, [coded(interview, 'Gouvernance', [3, 0], [3, 20], 'AB'), coded(interview, 'Gouvernance', [3, 0], [3, 20], 'CD')]);
  expect(text.stripes).toHaveLength(1);
  expect(text.stripes[0]?.codings.map(({ coderId }) => coderId)).toEqual(['AB', 'CD']);
});

test('a passage over three turns is painted in each that has words', () => {
  const text = codedText(interview, [coded(interview, 'Gouvernance', [1, 11], [4, 8])]);
  expect([...text.byTurn.keys()]).toEqual([1, 3, 4]);
});

test('a click on overlapping passages chooses the shortest, the others are at hand', () => {
  const long = coded(interview, 'Gouvernance', [3, 0], [3, 60]);
  const short = coded(interview, 'Régulation', [3, 10], [3, 20]);
  const apart = coded(interview, 'Territoire', [3, 40], [3, 50]);
  const text = codedText(interview, [long, short, apart]);
  expect(passagesAt(interview, text, { turn: 3, offset: 15 })).toEqual([short.passageId, long.passageId]);
  expect(passagesAt(interview, text, { turn: 1, offset: 3 })).toEqual([]);
  expect(passagesOver(interview, text, { start: { turn: 3, offset: 0 }, end: { turn: 3, offset: 40 } })).toEqual([short.passageId, long.passageId]);
  expect(passageOn(text, { start: { turn: 3, offset: 10 }, end: { turn: 3, offset: 20 } })).toBe(short.passageId);
  expect(passageOn(text, { start: { turn: 3, offset: 10 }, end: { turn: 3, offset: 21 } })).toBeNull();
});

test('the next turn without coding passes over the interviewer and over empty turns, and comes round', () => {
  const text = codedText(interview, [coded(interview, 'Gouvernance', [1, 0], [1, 9])]);
  expect(nextUncodedTurn(interview, text, -1)).toBe(3);
  expect(nextUncodedTurn(interview, text, 3)).toBe(4);
  expect(nextUncodedTurn(interview, text, 4)).toBe(3);
  const all = codedText(interview, [coded(interview, 'Gouvernance', [1, 0], [4, 9])]);
  expect(nextUncodedTurn(interview, all, 0)).toBeNull();
});

test('an acknowledged coding that the core has told of already is not shown twice', () => {
  const one = coded(interview, 'Gouvernance', [1, 0], [1, 9]);
  expect(withCodings([one], [one])).toEqual([one]);
  expect(withCodings([], [one])).toEqual([one]);
});

test('the caret is in the categories of the character after it, each once whoever coded', () => {
  const text = codedText(interview, [
    coded(interview, 'vote', [3, 0], [3, 20]),
    coded(interview, 'vote', [3, 0], [3, 20], 'CD'),
    coded(interview, 'size', [3, 10], [3, 30]),
  ]);
  const at = (offset: number) => categoriesAt(text, { turn: 3, offset });
  expect(at(0)).toEqual(['vote']);
  expect(at(12)).toEqual(['vote', 'size']);
  expect(at(20)).toEqual(['size']);
  expect(at(30)).toEqual([]);
});
