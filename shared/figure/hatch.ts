// Shades made of lines, for paper that knows black and white only: the more there is, the closer they stand.
import { node } from './scene.ts';
import type { Rect, SceneNode } from './scene.ts';

const WIDEST = 13;
const CLOSEST = 2.6;
/** From here on a second family of lines crosses the first: closeness alone would no longer be told apart. */
const CROSSED_FROM = 0.7;

const round = (value: number): number => Math.round(value * 100) / 100;

/** Lines of one slope through a box, cut off at its edges, `gap` px apart (measured level). */
function slanted({ x, y, width, height }: Rect, gap: number, rises: boolean): string {
  const parts: string[] = [];
  for (let at = gap / 2; at < width + height; at += gap) {
    // along the top edge, then down the right one
    const from = [Math.min(at, width), Math.max(0, at - width)] as const;
    // down the left edge, then along the bottom
    const to = [Math.max(0, at - height), Math.min(at, height)] as const;
    const place = ([px, py]: readonly [number, number]): string => `${round(x + (rises ? px : width - px))} ${round(y + py)}`;
    parts.push(`M${place(from)}L${place(to)}`);
  }
  return parts.join('');
}

/** @param share 0 … 1 of the scale */
export function hatch(place: Rect, share: number, stroke: string): SceneNode {
  const gap = WIDEST - (WIDEST - CLOSEST) * Math.sqrt(Math.min(1, Math.max(0, share)));
  const second = share >= CROSSED_FROM ? slanted(place, gap * 1.4, false) : '';
  return node('path', { d: slanted(place, gap, true) + second, fill: 'none', stroke, 'stroke-width': 0.7, class: 'hatch' });
}
