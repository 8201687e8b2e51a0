// Fisher's exact test against published values, against all tables counted one by one, and against draws.
import { describe, expect, it } from 'vitest';
import { marginsOf } from '../../../shared/statistics/contingency-table.ts';
import type { Counts } from '../../../shared/statistics/contingency-table.ts';
import { fisherDrawn, fisherExact, fisherTwoByTwo } from '../../../shared/statistics/fisher.ts';
import { logFactorial } from '../../../shared/statistics/tails.ts';

/** Fisher's lady tasting tea; Fisher 1962 convictions of twins; Agresti 2002 p. 57 job satisfaction: all in R's ?fisher.test. */
const TEA = [[3, 1], [1, 3]]; // biome-ignore format: a table
const CONVICTIONS = [[2, 15], [10, 3]]; // biome-ignore format: a table
const JOB = [[1, 3, 10, 6], [2, 3, 10, 7], [1, 6, 14, 12], [0, 1, 9, 11]]; // biome-ignore format: a table

/** All tables with the same margins, one by one. */
function naiveFisher(counts: Counts): number {
  const { rows, columns } = marginsOf(counts);
  const weigh = (table: readonly number[]): number => -table.reduce((sum, cell) => sum + logFactorial(cell), 0);
  const observed = weigh(counts.flat());
  let [unlikely, all] = [0, 0];
  const fill = (cells: readonly number[], rowsLeft: readonly number[], columnsLeft: readonly number[]): void => {
    if (cells.length === rows.length * columns.length) {
      if (rowsLeft.some((left) => left !== 0) || columnsLeft.some((left) => left !== 0)) return;
      const weight = Math.exp(weigh(cells) - observed);
      all += weight;
      if (weight <= 1 + 1e-7) unlikely += weight;
      return;
    }
    const [row, column] = [Math.floor(cells.length / columns.length), cells.length % columns.length];
    for (let cell = 0; cell <= Math.min(rowsLeft[row] ?? 0, columnsLeft[column] ?? 0); cell += 1)
      fill([...cells, cell], rowsLeft.with(row, (rowsLeft[row] ?? 0) - cell), columnsLeft.with(column, (columnsLeft[column] ?? 0) - cell));
  };
  fill([], rows, columns);
  return unlikely / all;
}

describe('Fisher’s exact test', () => {
  it('judges the lady tasting tea and the convicted twins as Fisher and R do', () => {
    const tea = fisherTwoByTwo(TEA);
    expect(tea.twoSided).toBeCloseTo(0.4857142857, 9);
    expect(tea.greater).toBeCloseTo(0.2428571429, 9);
    // R prints 6.408309: its root finder stops at 1e-4
    expect(tea.oddsRatio).toBeCloseTo(6.408309, 4);
    const convictions = fisherTwoByTwo(CONVICTIONS);
    expect(convictions.twoSided).toBeCloseTo(0.0005367241, 9);
    expect(convictions.less).toBeCloseTo(0.0004651809, 9);
  });

  it('has an odds ratio of nothing, or without end, where the first cell is at an end of its range', () => {
    expect(fisherTwoByTwo([[0, 4], [4, 0]]).oddsRatio).toBe(0); // biome-ignore format: a table
    expect(fisherTwoByTwo([[4, 0], [0, 4]]).oddsRatio).toBeNull(); // biome-ignore format: a table
  });

  it('of job satisfaction by income is exact for four by four', () => {
    expect(fisherExact(JOB, 12_000_000)?.p).toBeCloseTo(0.782684939, 7);
    expect(fisherExact(TEA)?.p).toBeCloseTo(0.4857142857, 9);
    expect(fisherExact(CONVICTIONS)?.p).toBeCloseTo(0.0005367241, 9);
  });

  it('equals the sum over all tables counted one by one', () => {
    for (const table of [[[2, 0, 3], [1, 4, 1]], [[0, 2, 1], [3, 0, 0], [1, 1, 2]], [[1, 1, 1], [1, 1, 1]], [[4, 0], [0, 1], [0, 3]]]) // biome-ignore format: tables
      expect(fisherExact(table)?.p).toBeCloseTo(naiveFisher(table), 10);
  });

  it('gives up on a network that is too large instead of hanging', () => {
    const large = Array.from({ length: 8 }, (_, row) => Array.from({ length: 8 }, (__, column) => 20 + ((row * 7 + column * 5) % 9)));
    expect(fisherExact(large, 50_000)).toBeNull();
  });

  it('by draws comes near to it, and the same seed gives the same probability', () => {
    const drawn = fisherDrawn(JOB, { draws: 10_000, seed: 2024 });
    expect(drawn).toMatchObject({ how: 'drawn', draws: 10_000, seed: 2024 });
    expect(Math.abs(drawn.p - 0.782684939)).toBeLessThan(0.02);
    expect(fisherDrawn(JOB, { draws: 10_000, seed: 2024 })).toEqual(drawn);
    expect(fisherDrawn(JOB, { draws: 10_000, seed: 7 }).p).not.toBe(drawn.p);
    expect(Math.abs(fisherDrawn(CONVICTIONS, { draws: 20_000, seed: 1 }).p - 0.0005367241)).toBeLessThan(0.0006);
  });
});
