// The cheapest assignment, against trying every one.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cheapestAssignment } from '../../../shared/statistics/assignment-problem.ts';

const priceOf = (cost: readonly (readonly number[])[], columns: readonly number[]): number =>
  columns.reduce((sum, column, row) => sum + (cost[row]?.[column] ?? Number.NaN), 0);

function cheapest(cost: readonly (readonly number[])[], taken: readonly number[] = []): number {
  if (taken.length === cost.length) return priceOf(cost, taken);
  const free = (cost[0] ?? []).map((_, column) => column).filter((column) => !taken.includes(column));
  return Math.min(...free.map((column) => cheapest(cost, [...taken, column])));
}

it('costs as little as the best of all assignments, no column twice', () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(2));
  const costs = sizes.chain(([rows, more]) =>
    fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: rows + more, maxLength: rows + more }), { minLength: rows, maxLength: rows }),
  );
  fc.assert(
    fc.property(costs, (cost) => {
      const found = cheapestAssignment(cost);
      expect(new Set(found).size).toBe(cost.length);
      expect(priceOf(cost, found)).toBe(cheapest(cost));
    }),
    { seed: 1957, numRuns: 200 },
  );
});
