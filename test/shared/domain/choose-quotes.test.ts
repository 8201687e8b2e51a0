// Who is heard in a table of verbatims: the chosen first, then as many voices as there are.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseQuotes } from '../../../shared/domain/choose-quotes.ts';
import type { QuoteToChoose } from '../../../shared/domain/choose-quotes.ts';

const said = (respondent: string, caseName: string, more: Partial<QuoteToChoose> = {}): QuoteToChoose => ({
  respondent,
  caseNames: [caseName],
  isPinned: false,
  isStarred: false,
  ...more,
});
const who = (quotes: readonly QuoteToChoose[]): string[] => quotes.map(({ respondent }) => respondent);

it('what was pinned comes first, then good quotes, then the rest', () => {
  const quotes = [said('A', '1'), said('B', '1', { isStarred: true }), said('C', '1', { isPinned: true }), said('D', '1')];
  expect(who(chooseQuotes(quotes, 3))).toEqual(['C', 'B', 'A']);
});

it('nobody is quoted twice before everybody was once, and the cases take turns', () => {
  const quotes = [said('A', '1'), said('A', '1'), said('B', '1'), said('C', '2'), said('C', '2')];
  expect(who(chooseQuotes(quotes, 4))).toEqual(['A', 'C', 'B', 'C']);
});

it('who was heard in one sub-theme stands back in the next', () => {
  const heard = new Map<string, number>();
  const quotes = [said('A', '1'), said('B', '1'), said('C', '1')];
  expect(who(chooseQuotes(quotes, 1, heard))).toEqual(['A']);
  expect(who(chooseQuotes(quotes, 1, heard))).toEqual(['B']);
  expect(who(chooseQuotes(quotes, 2, heard))).toEqual(['C', 'A']);
});

it('without a limit all are kept in the order given', () => {
  const quotes = [said('A', '1'), said('A', '1', { isPinned: true }), said('B', '2')];
  expect(chooseQuotes(quotes, null)).toEqual(quotes);
});

it('whatever is said, as many are chosen as there can be, none twice, and no voice is left out while another has two more of the same rank', () => {
  const quote = fc.record({
    respondent: fc.constantFrom('A', 'B', 'C', 'D'),
    caseNames: fc.subarray(['1', '2', '3']),
    isPinned: fc.constant(false),
    isStarred: fc.constant(false),
  });
  fc.assert(
    fc.property(fc.array(quote, { maxLength: 20 }), fc.integer({ min: 1, max: 8 }), (quotes, most) => {
      const chosen = chooseQuotes(quotes, most);
      expect(chosen).toHaveLength(Math.min(most, quotes.length));
      expect(new Set(chosen).size).toBe(chosen.length);
      const times = (respondent: string): number => who(chosen).filter((name) => name === respondent).length;
      const left = quotes.filter((each) => !chosen.includes(each));
      for (const each of left) for (const other of chosen) expect(times(other.respondent) - times(each.respondent)).toBeLessThanOrEqual(1);
    }),
  );
});
