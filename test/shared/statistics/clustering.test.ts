// Clustering against Johnson & Wichern's worked example, R's hclust, and another implementation on random distances.
import { agnes } from 'ml-hclust';
import { describe, expect, it } from 'vitest';
import { LINKAGES, chiSquareDistances, chiSquareSetDistances, clusterOf, cutInto, jaccardDistances } from '../../../shared/statistics/clustering.ts';
import type { Clustering, Distances, Linkage } from '../../../shared/statistics/clustering.ts';
import { correspondenceOf } from '../../../shared/statistics/correspondence-analysis.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { chance } from '../../support/seeded.ts';

/** Johnson & Wichern, Applied Multivariate Statistical Analysis, example 12.3. */
const FIVE: Distances = [
  [0, 9, 3, 6, 11],
  [9, 0, 7, 5, 10],
  [3, 7, 0, 9, 2],
  [6, 5, 9, 0, 8],
  [11, 10, 2, 8, 0],
];

function clustered(distances: Distances, linkage: Linkage): Clustering {
  const found = clusterOf(distances, linkage);
  if (isUndefined(found)) throw new Error(found.because);
  return found;
}

const heights = (distances: Distances, linkage: Linkage): number[] => clustered(distances, linkage).merges.map(({ height }) => height);

describe('clustering', () => {
  it('joins Johnson and Wichern’s five items at their heights', () => {
    const expected: Record<Linkage, number[]> = {
      single: [2, 3, 5, 6],
      complete: [2, 5, 9, 11],
      average: [2, 5, 7, 8.1667],
      ward: [2, 5, 8.3467, 11.3725],
    };
    for (const linkage of LINKAGES)
      heights(FIVE, linkage).forEach((height, at) => expect(height, linkage).toBeCloseTo(expected[linkage][at] ?? 0, 4));
  });

  it('cuts the tree into as many groups as asked, numbered as the tree shows them', () => {
    const tree = clustered(FIVE, 'complete');
    // {1, {2, 4}} joined {3, 5} last: 35 at 2, 24 at 5, 1 with 24 at 9
    expect(cutInto(tree, 1)).toEqual([1, 1, 1, 1, 1]);
    expect(cutInto(tree, 2)).toEqual([1, 1, 2, 1, 2]);
    expect(cutInto(tree, 3)).toEqual([1, 2, 3, 2, 3]);
    expect(new Set(cutInto(tree, 5)).size).toBe(5);
    expect(tree.order).toEqual([0, 1, 3, 2, 4]);
  });

  it('breaks ties by the items’ order, always the same way', () => {
    const equal = Array.from({ length: 4 }, (_, a) => Array.from({ length: 4 }, (__, b) => (a === b ? 0 : 1)));
    for (const linkage of LINKAGES) {
      expect(clustered(equal, linkage).merges.map(({ left, right }) => [left, right])[0]).toEqual([0, 1]);
      expect(clustered(equal, linkage).order).toEqual([0, 1, 2, 3]);
    }
  });

  it('agrees with another implementation on random distances', () => {
    const { between } = chance(5);
    for (let round = 0; round < 20; round += 1) {
      const points = Array.from({ length: 12 }, () => [between(0, 1_000_000), between(0, 1_000_000)]);
      const distances = points.map(([x = 0, y = 0]) => points.map(([u = 0, v = 0]) => Math.hypot(x - u, y - v)));
      for (const [linkage, method] of [
        ['single', 'single'],
        ['complete', 'complete'],
        ['average', 'average'],
        ['ward', 'ward2'],
      ] as const) {
        // biome-ignore format: pairs
        const other: number[] = [];
        agnes(distances, { isDistanceMatrix: true, method }).traverse((cluster) => void (cluster.children.length > 0 && other.push(cluster.height)));
        other.sort((a, b) => a - b);
        heights(distances, linkage).forEach((height, at) => expect(height).toBeCloseTo(other[at] ?? -1, 3));
      }
    }
  });

  it('says of one thing alone that nothing can be joined', () => {
    expect(clusterOf([], 'average')).toEqual({ kind: 'undefined', because: 'empty' });
    expect(clusterOf([[0]], 'average')).toEqual({ kind: 'undefined', because: 'oneUnit' });
  });

  it('measures how little two sets share, and how far two profiles are apart', () => {
    const [a, b, c] = [new Set([1, 2, 3]), new Set([2, 3, 4, 5]), new Set([9])];
    expect(jaccardDistances([a, b, c])).toEqual([[0, 1 - 2 / 5, 1], [1 - 2 / 5, 0, 1], [1, 1, 0]]); // biome-ignore format: a table
    const binary = [[1, 1, 1, 0, 0, 0], [0, 1, 1, 1, 1, 0], [0, 0, 0, 0, 0, 1]]; // biome-ignore format: a table
    chiSquareDistances(binary).forEach((line, row) =>
      line.forEach((distance, column) => expect(chiSquareSetDistances([a, b, c])[row]?.[column]).toBeCloseTo(distance, 10)),
    );
    const counts = [[4, 2, 3, 2], [4, 3, 7, 4], [25, 10, 12, 4]]; // biome-ignore format: a table
    const map = correspondenceOf(counts);
    if (isUndefined(map)) throw new Error(map.because);
    const [one, other] = [map.rows[0]?.coordinates ?? [], map.rows[1]?.coordinates ?? []];
    expect(chiSquareDistances(counts)[0]?.[1]).toBeCloseTo(Math.hypot(...one.map((x, axis) => x - (other[axis] ?? 0))), 8);
  });
});
