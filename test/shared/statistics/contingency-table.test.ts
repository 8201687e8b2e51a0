// Cross tables against published values.
import { describe, expect, it } from 'vitest';
import { associationOf, withoutEmptyLines } from '../../../shared/statistics/contingency-table.ts';
import type { Association, ChiSquare, Counts } from '../../../shared/statistics/contingency-table.ts';
import { chiSquareTail } from '../../../shared/statistics/tails.ts';

/** Agresti, An Introduction to Categorical Data Analysis (2007), p. 39: gender × party. */
const PARTY = [
  [762, 327, 468],
  [484, 239, 477],
];
/** R's HairEyeColor, both sexes together. */
const HAIR_BY_EYE = [
  [68, 20, 15, 5],
  [119, 84, 54, 29],
  [26, 17, 14, 14],
  [7, 94, 10, 16],
];
/** Greenacre 1984: staff groups × smoking. */
const SMOKING = [
  [4, 2, 3, 2],
  [4, 3, 7, 4],
  [25, 10, 12, 4],
  [18, 24, 33, 13],
  [10, 6, 7, 2],
];

function associated(counts: Counts): Association & { chiSquare: ChiSquare } {
  const association = associationOf(counts);
  if ('kind' in association || 'kind' in association.chiSquare) throw new Error('undefined');
  return association as Association & { chiSquare: ChiSquare };
}

function expectAll(found: readonly (readonly (number | null)[])[], expected: Counts, digits: number): void {
  expected.forEach((line, row) => line.forEach((value, column) => expect(found[row]?.[column]).toBeCloseTo(value, digits)));
}

describe('a cross table', () => {
  it('has Agresti’s chi-square, probability and adjusted residuals for gender by party', () => {
    const { chiSquare, pearson, adjusted } = associated(PARTY);
    expect(chiSquare.value).toBeCloseTo(30.070149, 5);
    expect(chiSquare.df).toBe(2);
    expect(chiSquare.p / 2.953589e-7).toBeCloseTo(1, 5);
    expectAll(pearson, [[2.198856, 0.41137, -2.84324], [-2.504669, -0.468583, 3.238673]], 5); // biome-ignore format: a table
    expectAll(adjusted, [[4.502054, 0.699452, -5.315946], [-4.502054, -0.699452, 5.315946]], 5); // biome-ignore format: a table
  });

  it('has Cramér’s V of hair by eyes, and Greenacre’s smokers’ chi-square, V and residuals', () => {
    const hair = associated(HAIR_BY_EYE);
    expect(hair.chiSquare.value).toBeCloseTo(138.2898, 3);
    expect(hair.cramerV).toBeCloseTo(0.279, 4);
    const smoking = associated(SMOKING);
    expect(smoking.chiSquare).toMatchObject({ df: 12, value: expect.closeTo(16.441643, 5), p: expect.closeTo(0.1718348, 6) });
    expect(smoking.cramerV).toBeCloseTo(0.16851297, 7);
    expectAll([smoking.pearson[2] ?? []], [[2.21198, -0.54843, -1.08296, -1.01399]], 4);
    expectAll([smoking.adjusted[2] ?? []], [[3.11823, -0.73014, -1.53246, -1.26705]], 4);
  });

  it('of two by two has Yates’ correction and the odds ratio with its interval, none where a cell is empty', () => {
    // R's ?chisq.test, matrix(c(12, 5, 7, 7), ncol = 2): p 0.4233; without correction 1.3716
    const { chiSquare, yates, oddsRatio } = associated([[12, 7], [5, 7]]); // biome-ignore format: a table
    expect(chiSquare.value).toBeCloseTo(1.3716, 4);
    expect(yates?.value).toBeCloseTo(0.6411, 4);
    expect(yates?.p).toBeCloseTo(0.4233, 4);
    expect(oddsRatio?.sample).toBeCloseTo(2.4, 10);
    expect(oddsRatio?.interval?.[0]).toBeLessThan(1);
    expect(associated([[3, 0], [1, 2]]).oddsRatio).toEqual({ sample: null, interval: null }); // biome-ignore format: a table
    expect(associated([[0, 3], [1, 2]]).oddsRatio).toEqual({ sample: 0, interval: null }); // biome-ignore format: a table
    expect(associated(SMOKING).yates).toBeNull();
  });

  it('says why there is no figure, instead of a 0', () => {
    expect(associationOf([[0, 0], [0, 0]])).toEqual({ kind: 'undefined', because: 'empty' }); // biome-ignore format: a table
    expect(associationOf([])).toEqual({ kind: 'undefined', because: 'empty' });
    expect(associationOf([[3, 4]])).toMatchObject({ chiSquare: { because: 'oneLine' }, cramerV: { because: 'oneLine' }, adjusted: [[null, null]] });
  });

  it('drops the lines where nothing was counted and says which stayed', () => {
    expect(withoutEmptyLines([[1, 0, 2], [0, 0, 0], [3, 0, 4]])).toEqual({ counts: [[1, 2], [3, 4]], rows: [0, 2], columns: [0, 2] }); // biome-ignore format: a table
  });

  it('tells how many cells expect fewer than five', () => {
    expect(associated(PARTY).smallExpected).toBe(0);
    expect(associated([[3, 1], [1, 3]]).smallExpected).toBe(1); // biome-ignore format: a table
  });

  it('keeps the digits of a very small probability', () => {
    // closed forms of two and of four degrees of freedom
    for (const x of [0.3, 5, 50, 700, 1400]) {
      expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 11);
      expect(chiSquareTail(x, 4) / (Math.exp(-x / 2) * (1 + x / 2))).toBeCloseTo(1, 11);
    }
    expect(chiSquareTail(1, 1)).toBeCloseTo(0.3173105078629141, 13);
    expect(chiSquareTail(0, 3)).toBe(1);
  });
});
