// Stripes side by side.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignLanes, assignRankedLanes } from '../../../renderer/reader/lanes.ts';
import { LABEL_PX, placeStripes } from '../../../renderer/reader/labels.ts';

const intervals = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 60 })).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 60 },
);

function deepest(list: readonly { start: number; end: number }[]): number {
  return Math.max(0, ...list.map(({ start: at }) => list.filter(({ start, end }) => start <= at && at < end).length));
}

test('stripes that overlap never share a lane', () => {
  const collides = fc.check(
    fc.property(intervals, (list) => {
      const lanes = assignLanes(list);
      return list.every((a, i) => list.every((b, j) => i >= j || a.start >= b.end || b.start >= a.end || lanes[i]?.lane !== lanes[j]?.lane));
    }),
  );
  expect(collides.counterexample).toBeNull();
});

test('there are no more lanes than the deepest overlap needs', () => {
  const wastes = fc.check(fc.property(intervals, (list) => Math.max(0, ...assignLanes(list).map(({ lane }) => lane + 1)) === deepest(list)));
  expect(wastes.counterexample).toBeNull();
});

test('stripes that do not touch each stand in the first lane, alone', () => {
  expect(
    assignLanes([
      { start: 10, end: 20 },
      { start: 0, end: 10 },
    ]),
  ).toEqual([
    { lane: 0, of: 1 },
    { lane: 0, of: 1 },
  ]);
});

test('of two that begin together the longer stands nearer to the text', () => {
  expect(
    assignLanes([
      { start: 0, end: 5 },
      { start: 0, end: 50 },
    ]).map(({ lane }) => lane),
  ).toEqual([1, 0]);
});

test('names never cover one another, and stand clear of the bars beside them', () => {
  const boxes = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 20, max: 160 }))).map((list) => {
    const bounds = list.map(([top, height]) => ({ start: top, end: top + height }));
    const lanes = assignLanes(bounds);
    return bounds.map(({ start, end }, index) => ({
      key: String(index),
      top: start,
      bottom: end,
      lane: lanes[index]?.lane ?? 0,
      lanes: lanes[index]?.of ?? 1,
    }));
  });
  fc.assert(
    fc.property(boxes, (list) => {
      const placed = placeStripes(list);
      expect(placed.length).toBe(list.length);
      const tops = placed.flatMap(({ label }) => (label ? [label.top] : [])).sort((a, b) => a - b);
      for (let index = 1; index < tops.length; index += 1) expect((tops[index] ?? 0) - (tops[index - 1] ?? 0)).toBeGreaterThanOrEqual(LABEL_PX);
      const hidden = placed.filter(
        ({ label }) => label && placed.some((bar) => bar.top < label.top + LABEL_PX && bar.bottom > label.top && label.left <= bar.barLeft),
      );
      expect(hidden).toEqual([]);
    }),
  );
});

test('ordered by who or what they stand for, stripes that overlap still never share a lane, and a lower rank stands nearer', () => {
  const ranked = intervals.chain((list) => fc.tuple(fc.constant(list), fc.array(fc.nat(3), { minLength: list.length, maxLength: list.length })));
  fc.assert(
    fc.property(ranked, ([list, ranks]) => {
      const lanes = assignRankedLanes(list, (index) => ranks[index] ?? 0);
      list.forEach((a, i) =>
        list.forEach((b, j) => {
          if (i < j && a.start < b.end && b.start < a.end) expect(lanes[i]?.lane).not.toBe(lanes[j]?.lane);
        }),
      );
      lanes.forEach(({ lane, of }, index) => {
        expect(lane).toBeLessThan(of);
        // whoever stands further out was kept from every nearer lane by somebody of its own rank or a lower one
        for (let nearer = 0; nearer < lane; nearer += 1) {
          const keepers = list.filter((other, i) => {
            const mine = list[index];
            return mine && lanes[i]?.lane === nearer && (ranks[i] ?? 0) <= (ranks[index] ?? 0) && other.start < mine.end && mine.start < other.end;
          });
          expect(keepers.length).toBeGreaterThan(0);
        }
      });
    }),
  );
});
