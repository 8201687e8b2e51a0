// Puts names beside points so that none covers another, nor another's point; a name far from its point is led to it by a line.
import type { Rect } from './scene.ts';

export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  /** Half the size of its sign. */
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelPlace extends Rect {
  /** Far enough from its point to need a line. */
  readonly isLed: boolean;
}

const GAP = 3;
/** Rings around a point on which a place is looked for, in px beyond its sign. */
const RINGS = [0, 8, 18, 30, 44, 60, 80, 104, 132, 164, 200];
const TURNS = 16;

const overlaps = (a: Rect, b: Rect): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const isWithin = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;

/** Places around a point, the nearest first: to its right, its left, above, below, then round about, farther and farther. */
function* candidates({ x, y, radius, width, height }: LabelledPoint): Generator<LabelPlace> {
  for (const ring of RINGS) {
    const reach = radius + GAP + ring;
    for (let turn = 0; turn < TURNS; turn += 1) {
      // right, left, then the others
      const angle = turn === 0 ? 0 : turn === 1 ? Math.PI : ((turn - 1) * 2 * Math.PI) / TURNS;
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const cx = x + dx * (reach + (width / 2) * Math.abs(dx));
      const cy = y + dy * (reach + height / 2);
      yield { x: cx - width / 2 + (Math.abs(dx) < 0.5 ? (dx * width) / 2 : 0), y: cy - height / 2, width, height, isLed: ring >= 18 };
    }
  }
}

/**
 * One place per point, in the order of the points: the first ones choose first. Null where there is no room left.
 * @param frame what all must lie within
 */
export function placeLabels(points: readonly LabelledPoint[], frame: Rect): (LabelPlace | null)[] {
  const signs = points.map(({ x, y, radius }) => ({ x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 }));
  const taken: Rect[] = [];
  return points.map((point, at) => {
    for (const place of candidates(point)) {
      const isFree = !taken.some((other) => overlaps(place, other)) && !signs.some((sign, index) => index !== at && overlaps(place, sign));
      if (!isFree || !isWithin(place, frame)) continue;
      taken.push(place);
      return place;
    }
    return null;
  });
}
