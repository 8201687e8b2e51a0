// Finding words in the text that is read.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedForFinding } from '../../../shared/words/folded-text.ts';
import { findInText, firstFrom, foundWithin, tickShares } from '../../../renderer/reader/find-in-text.ts';
import { bodyAt, wordsOf } from '../../../renderer/reader/transcript.ts';
import { anInterview } from './interview.ts';

const ANY = { wholeWords: false };
const WHOLE = { wholeWords: true };

const interview = anInterview(
  'Enquêtrice : Comment s’est faite la coopération ?',
  'Directrice : La cooperation, c’est l’œuvre d’élus. Coopérer, oui ; la COOPÉRATION d’abord.',
  '',
  'Directrice : Une e\u0301quipe 😀 soude\u0301e, un cœur à l’ouvrage.',
);
const words = (query: string, options = ANY) => findInText(interview, query, options).map((span) => wordsOf(interview, span));

describe('what is found', () => {
  test('accents and capitals do not count, the words come back as they stand', () => {
    expect(words('coopération')).toEqual(['coopération', 'cooperation', 'COOPÉRATION']);
    expect(words('oeuvre')).toEqual(['œuvre']);
    expect(words('EQUIPE')).toEqual(['e\u0301quipe']);
    expect(words("s'est")).toEqual(['s’est']);
  });

  test('whole words leave out what goes on, and an elision is a border', () => {
    expect(words('coop')).toHaveLength(4);
    expect(words('coop', WHOLE)).toEqual([]);
    expect(words('œuvre', WHOLE)).toEqual(['œuvre']);
    expect(words('soudée', WHOLE)).toEqual(['soude\u0301e']);
  });

  test('nothing is found for nothing, nor in the speakers’ labels', () => {
    expect(words('  ')).toEqual([]);
    expect(words('Directrice')).toEqual([]);
  });
});

test('every place found holds what was sought, in order, and none is missed', () => {
  const letter = fc.constantFrom('a', 'é', 'e\u0301', 'E', 'œ', 'o', ' ', '’', "'", '😀', 'ﬁ', '\u00a0', 'ß', 'İ', '-');
  const line = fc.array(letter, { maxLength: 40 }).map((letters) => letters.join('').replaceAll(' : ', ''));
  const query = fc
    .array(fc.constantFrom('a', 'e', 'é', 'o', 'oe', "'", ' ', '😀'), { minLength: 1, maxLength: 3 })
    .map((letters) => letters.join(''));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), query, (lines, sought) => {
      const transcript = anInterview(...lines);
      const folded = foldedForFinding(sought.trim());
      const found = findInText(transcript, sought, ANY);
      const expected = folded === '' ? 0 : transcript.bodies.reduce((sum, body) => sum + foldedForFinding(body).split(folded).length - 1, 0);
      expect(found).toHaveLength(expected);
      found.forEach(({ start, end }, index) => {
        expect(foldedForFinding(bodyAt(transcript, start.turn).slice(start.offset, end.offset))).toContain(folded);
        const before = found[index - 1];
        if (before?.start.turn === start.turn) expect(start.offset).toBeGreaterThanOrEqual(before.start.offset);
      });
    }),
  );
});

describe('going through what was found', () => {
  const found = findInText(interview, 'e', ANY);

  test('it begins at the place where one was, and round again', () => {
    expect(firstFrom(found, { turn: 1, offset: 0 })).toBe(found.findIndex(({ start }) => start.turn === 1));
    expect(firstFrom(found, { turn: 9, offset: 0 })).toBe(0);
    expect(firstFrom([], { turn: 0, offset: 0 })).toBeNull();
  });

  test('only what is near the view is painted', () => {
    expect(foundWithin(found, 1, 2)).toEqual(found.filter(({ start }) => start.turn === 1));
    expect(foundWithin(found, 4, 9)).toEqual([]);
  });
});

test('beside the scroll bar each place has its mark, close ones share one', () => {
  const sections = [
    { turns: [0], topPx: 0, heightPx: 100 },
    { turns: [1, 3], topPx: 100, heightPx: 300 },
  ];
  const shares = tickShares(interview, findInText(interview, 'coopération', ANY), sections, 400, 2);
  expect(shares).toHaveLength(3);
  expect(shares[0]).toBeLessThan(0.25);
  expect(shares[1]).toBeGreaterThanOrEqual(0.25);
  expect(tickShares(interview, findInText(interview, 'e', ANY), sections, 400, 400).length).toBeLessThanOrEqual(2);
});
