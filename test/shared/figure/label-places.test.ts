// Names beside points, none over another.
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../../shared/figure/label-places.ts';
import type { LabelledPoint } from '../../../shared/figure/label-places.ts';
import { chance } from '../../support/seeded.ts';

const FRAME = { x: 0, y: 0, width: 760, height: 520 };

function points(count: number, seed: number): LabelledPoint[] {
  const { between } = chance(seed);
  return Array.from({ length: count }, () => ({ x: between(20, 740), y: between(20, 500), radius: 5, width: between(30, 150), height: 14 }));
}

describe('names on a map', () => {
  it('never cover each other, nor the sign of another point, nor leave the map', () => {
    for (const seed of [1, 2, 3]) {
      const all = points(90, seed);
      const places = placeLabels(all, FRAME);
      expect(places.filter((place) => place !== null).length).toBeGreaterThan(60);
      places.forEach((place, at) => {
        if (!place) return;
        expect(place.x).toBeGreaterThanOrEqual(0);
        expect(place.x + place.width).toBeLessThanOrEqual(FRAME.width);
        places.forEach((other, index) => {
          if (!other || index <= at) return;
          const apart =
            place.x + place.width <= other.x ||
            other.x + other.width <= place.x ||
            place.y + place.height <= other.y ||
            other.y + other.height <= place.y;
          expect(apart).toBe(true);
        });
        all.forEach(({ x, y, radius }, index) => {
          if (index === at) return;
          expect(x + radius <= place.x || place.x + place.width <= x - radius || y + radius <= place.y || place.y + place.height <= y - radius).toBe(
            true,
          );
        });
      });
    }
  });

  it('stand to the right of a point that is alone, and are led to one that is crowded in', () => {
    expect(placeLabels([{ x: 100, y: 100, radius: 5, width: 40, height: 14 }], FRAME)).toEqual([
      { x: 108, y: 93, width: 40, height: 14, isLed: false },
    ]);
    const crowd = Array.from({ length: 14 }, () => ({ x: 380, y: 260, radius: 5, width: 60, height: 14 }));
    expect(placeLabels(crowd, FRAME).some((place) => place?.isLed)).toBe(true);
  });
});
