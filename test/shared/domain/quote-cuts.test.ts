// What is left out of a verbatim and put back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutCuts } from '../../../shared/domain/cell.ts';
import type { QuoteCut } from '../../../shared/domain/cell.ts';
import { leavesWords, quoteParts, withCut, withoutCut, wordsAround } from '../../../shared/domain/quote-cuts.ts';

const TEXT = 'On nous écoute, enfin je crois, puis on vote comme avant.';
const stretch = (words: string): QuoteCut => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];

describe('cuts in a verbatim', () => {
  test('a selection grows to the words that it touches', () => {
    const from = TEXT.indexOf('nfin');
    expect(wordsAround(TEXT, from, TEXT.indexOf('crois') + 3)).toEqual(stretch('enfin je crois'));
    expect(wordsAround(TEXT, TEXT.indexOf('crois') + 3, from)).toEqual(stretch('enfin je crois'));
  });

  test('the spaces around the words are not cut with them, and spaces alone are nothing to cut', () => {
    expect(wordsAround(TEXT, TEXT.indexOf(' enfin'), TEXT.indexOf(' je') + 1)).toEqual(stretch('enfin'));
    expect(wordsAround(TEXT, 2, 3)).toBeNull();
    expect(wordsAround(TEXT, 4, 4)).toBeNull();
  });

  test('neighbours become one cut, whichever came first', () => {
    const both = withCut(TEXT, [stretch('je')], stretch('enfin'));
    expect(both).toEqual([stretch('enfin je')]);
    expect(withCut(TEXT, both, stretch('je crois'))).toEqual([stretch('enfin je crois')]);
    expect(withoutCuts(TEXT, withCut(TEXT, both, stretch('comme avant')))).toBe('On nous écoute, […] crois, puis on vote […].');
  });

  test('what was cut is put back', () => {
    const cuts = withCut(TEXT, [stretch('enfin je crois')], stretch('nous'));
    expect(withoutCut(cuts, stretch('nous')[0])).toEqual([stretch('enfin je crois')]);
  });

  test('a verbatim of which nothing is left is none', () => {
    expect(leavesWords(TEXT, [stretch('enfin')])).toBe(true);
    expect(leavesWords(TEXT, [[0, TEXT.length]])).toBe(false);
    expect(leavesWords(' a ', [[1, 2]])).toBe(false);
  });

  test('however it is cut, the parts are the verbatim, and the cuts are apart and in order', () => {
    const ends = fc.array(fc.tuple(fc.nat(TEXT.length), fc.nat(TEXT.length)), { maxLength: 8 });
    fc.assert(
      fc.property(ends, (selections) => {
        let cuts: QuoteCut[] = [];
        for (const [start, end] of selections) {
          const words = wordsAround(TEXT, start, end);
          if (words) cuts = withCut(TEXT, cuts, words);
        }
        expect(
          quoteParts(TEXT, cuts)
            .map(({ text }) => text)
            .join(''),
        ).toBe(TEXT);
        cuts.forEach(([start, end], at) => {
          expect(start).toBeLessThan(end);
          expect(TEXT.slice(cuts[at - 1]?.[1] ?? 0, start).trim() !== '' || at === 0).toBe(true);
        });
      }),
    );
  });
});
