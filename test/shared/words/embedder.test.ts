// Points: of length 1 or nowhere, and near where they look the same way.
import { expect, it } from 'vitest';
import { nearness, unitPoint } from '../../../shared/words/embedder.ts';

it('points are of length 1 and near where they look the same way; what is nowhere is near to nothing', () => {
  const [east, northEast, west, nowhere] = [
    [3, 0],
    [2, 2],
    [-1, 0],
    [0, 0],
  ].map((point) => unitPoint(Float32Array.from(point)));
  if (!east || !northEast || !west || !nowhere) throw new Error('no points');
  expect([...east]).toEqual([1, 0]);
  expect(nearness(east, northEast)).toBeCloseTo(Math.SQRT1_2, 6);
  expect(nearness(east, west)).toBe(-1);
  expect(nearness(east, nowhere)).toBe(0);
});
