// The index finds what a look at every stretch finds.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IntervalIndex } from '../../../shared/domain/interval-index.ts';

const interval = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.nat(10)).map(([low, length]) => ({ low, high: low + length }));

it('every stretch that shares a point with the one asked for, and no other', () => {
  fc.assert(
    fc.property(fc.array(interval, { maxLength: 40 }), interval, (items, asked) => {
      const found = new IntervalIndex(items).touching(asked.low, asked.high);
      const expected = items.filter((item) => item.low <= asked.high && item.high >= asked.low);
      expect(found).toHaveLength(expected.length);
      expect(new Set(found)).toEqual(new Set(expected));
    }),
    { numRuns: 500 },
  );
});

it('nothing touches an index of nothing', () => {
  expect(new IntervalIndex([]).touching(0, 100)).toEqual([]);
});
