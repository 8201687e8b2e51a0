// Signs that tell cases apart without colour: one shape, one corner and one border per case, legible on a grey print.
import { node } from './scene.ts';
import type { SceneNode } from './scene.ts';

/** Corners of each shape in a box of 2 × 2 around 0, 0. */
const SHAPES: readonly (readonly (readonly [number, number])[])[] = [
  [
    [0, -1],
    [1, 0.8],
    [-1, 0.8],
  ],
  [
    [0, -1.1],
    [1.1, 0],
    [0, 1.1],
    [-1.1, 0],
  ],
  [
    [-0.85, -0.85],
    [0.85, -0.85],
    [0.85, 0.85],
    [-0.85, 0.85],
  ],
  [
    [-1, -0.8],
    [1, -0.8],
    [0, 1],
  ],
  [
    [-0.35, -1],
    [0.35, -1],
    [0.35, -0.35],
    [1, -0.35],
    [1, 0.35],
    [0.35, 0.35],
    [0.35, 1],
    [-0.35, 1],
    [-0.35, 0.35],
    [-1, 0.35],
    [-1, -0.35],
    [-0.35, -0.35],
  ],
  [
    [-0.5, -0.9],
    [0.5, -0.9],
    [1, 0],
    [0.5, 0.9],
    [-0.5, 0.9],
    [-1, 0],
  ],
];

const BORDERS = ['', '5 2.5', '1.5 2.5'];
const CORNERS = [11, 0, 5];

/** Cases after the sixth take the same shapes, hollow. */
export function caseMark(index: number, cx: number, cy: number, radius: number, color: string): SceneNode {
  const shape = SHAPES[index % SHAPES.length] ?? [];
  const points = shape.map(([x, y]) => `${(cx + x * radius).toFixed(2)},${(cy + y * radius).toFixed(2)}`).join(' ');
  const isHollow = index >= SHAPES.length;
  return node('polygon', { points, ...(isHollow ? { fill: 'none', stroke: color, 'stroke-width': 1.4 } : { fill: color }) });
}

/** Two rings that share a middle: what all cases have. */
export function commonMark(cx: number, cy: number, radius: number, color: string): SceneNode[] {
  const ring = { cy, r: radius * 0.72, fill: 'none', stroke: color, 'stroke-width': 1.5 };
  return [node('circle', { cx: cx - radius * 0.4, ...ring }), node('circle', { cx: cx + radius * 0.4, ...ring })];
}

export function caseBorder(index: number): { readonly dash: string; readonly corner: number } {
  return { dash: BORDERS[index % BORDERS.length] ?? '', corner: CORNERS[index % CORNERS.length] ?? 0 };
}
