// A row's bars: one per number, on one measure for all rows, a single passage never lost.
import { describe, expect, it } from 'vitest';
import { sparkline } from '../../../renderer/matrices/sparkline.ts';

describe('a sparkline', () => {
  it('draws each number as its share of the table’s largest', () => {
    expect(sparkline([10, 0, 5], 10, 30, 20).map(({ x, y, height }) => [x, y, height])).toEqual([
      [0, 0, 20],
      [20, 10, 10],
    ]);
  });

  it('shows a single passage among thousands', () => {
    expect(sparkline([1], 5000, 10, 20)).toMatchObject([{ height: 1, y: 19 }]);
  });

  it('is nothing where nothing is counted', () => {
    expect(sparkline([0, 0], 0, 10, 20)).toEqual([]);
  });
});
