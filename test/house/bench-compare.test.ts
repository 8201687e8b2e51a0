// Two results of the bench: a change is one only beyond the noise of both.
import { describe, expect, test } from 'vitest';
import { changesBetween, comparisonLines } from '../bench/compare.ts';
import type { BenchResult } from '../bench/compare.ts';
import type { BenchRow } from '../bench/measure.ts';

const row = (id: string, median: number | null, min = median, max = median): BenchRow => ({
  id,
  what: '',
  unit: 'ms',
  median,
  min,
  max,
  runs: 7,
  budget: 100,
  met: median === null ? null : median <= 100,
  sqliteRatio: null,
  rssMb: 0,
  note: null,
});
const result = (...rows: BenchRow[]): BenchResult => ({ size: 'S', machine: 'two cores', rows });

describe('compared', () => {
  const before = result(row('a', 50, 45, 60), row('b', 50, 45, 60), row('c', 50, 45, 60), row('d', null), row('gone', 3));
  const after = result(row('a', 20, 18, 44), row('b', 56, 50, 70), row('c', 120, 61, 130), row('d', 4), row('new', 7));

  test('a measure is faster or slower only where no run of one overlaps the other', () => {
    expect(changesBetween(before, after).map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'a faster',
      'b same',
      'c slower',
      'd no figure',
      'new new',
      'gone gone',
    ]);
  });

  test('the ratio is that of the medians, and none where there is no figure', () => {
    expect(changesBetween(before, after).map(({ ratio }) => ratio)).toEqual([0.4, 1.12, 2.4, null, null, null]);
  });

  test('the table says what is over its budget, and what cannot be compared', () => {
    const lines = comparisonLines(before, { ...after, size: 'M', machine: 'four cores' });
    expect(lines.slice(0, 2)).toEqual(['sizes differ: S before, M after', 'machines differ: two cores before, four cores after']);
    expect(lines.find((line) => line.startsWith('c '))).toMatch(/× 2\.40\s+slower\s+over its budget/u);
    expect(lines.find((line) => line.startsWith('b '))).toMatch(/× 1\.12$/u);
  });
});
