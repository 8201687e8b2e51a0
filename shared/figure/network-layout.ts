// Where the categories of a network stand: those that are much together stand near each other. Nothing is left to chance, so that the same
// network looks the same each time; what a hand has put somewhere stays there.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface NetworkShape {
  readonly nodes: readonly { readonly id: string; readonly radius: number }[];
  /** Places in `nodes`; `weight` 0 … 1. */
  readonly edges: readonly { readonly from: number; readonly to: number; readonly weight: number }[];
  /** By id, within the box. */
  readonly pins: Readonly<Record<string, Point>>;
  readonly width: number;
  readonly height: number;
}

interface Moving {
  id: string;
  radius: number;
  x?: number;
  y?: number;
  fx?: number | null;
  fy?: number | null;
}

const MARGIN = 60;
const LARGEST = 1.6;
const STRETCH = 1.4;
const TICKS = { free: 260, pinned: 90 };

/** Its source of chance is d3's own, which begins the same each time. */
function settle(nodes: Moving[], { edges, width, height }: NetworkShape, ticks: number, alpha: number): void {
  const links = edges.map(({ from, to, weight }) => ({ source: from, target: to, weight }));
  forceSimulation(nodes)
    .alpha(alpha)
    .force('charge', forceManyBody().strength(-260))
    .force(
      'link',
      forceLink(links)
        .distance(({ weight }) => 150 - 80 * weight)
        .strength(({ weight }) => 0.08 + 0.5 * weight),
    )
    .force('x', forceX(width / 2).strength(0.06))
    .force('y', forceY(height / 2).strength(0.09))
    .force(
      'collide',
      forceCollide<Moving>(({ radius }) => radius + 26),
    )
    .stop()
    .tick(ticks);
}

/** As large as the box lets them be, either way; one way at most so much more than the other, so that near stays near. */
function fitted(nodes: readonly Moving[], { width, height }: NetworkShape): Point[] {
  const xs = nodes.map(({ x = 0 }) => x);
  const ys = nodes.map(({ y = 0 }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const across = Math.min((width - 2 * MARGIN) / Math.max(1, right - left), LARGEST);
  const down = Math.min((height - 2 * MARGIN) / Math.max(1, bottom - top), LARGEST);
  const [scaleX, scaleY] = [Math.min(across, down * STRETCH), Math.min(down, across * STRETCH)];
  return nodes.map(({ x = 0, y = 0 }) => ({ x: width / 2 + (x - (left + right) / 2) * scaleX, y: height / 2 + (y - (top + bottom) / 2) * scaleY }));
}

const within = (value: number, most: number): number => Math.round(Math.max(MARGIN / 2, Math.min(most - MARGIN / 2, value)));

/** In the order of the nodes. */
export function networkLayout(shape: NetworkShape): Point[] {
  const { pins, width, height } = shape;
  const nodes: Moving[] = shape.nodes.map(({ id, radius }) => ({ id, radius }));
  if (nodes.length === 0) return [];
  settle(nodes, shape, TICKS.free, 1);
  let points = fitted(nodes, shape);
  if (nodes.some(({ id }) => id in pins)) {
    const moved = nodes.map(({ id, radius }, at): Moving => {
      const pin = pins[id];
      const point = points[at] ?? { x: 0, y: 0 };
      return pin ? { id, radius, ...pin, fx: pin.x, fy: pin.y } : { id, radius, x: point.x, y: point.y };
    });
    settle(moved, shape, TICKS.pinned, 0.3);
    points = moved.map(({ x = 0, y = 0 }) => ({ x, y }));
  }
  return points.map(({ x, y }) => ({ x: within(x, width), y: within(y, height) }));
}
