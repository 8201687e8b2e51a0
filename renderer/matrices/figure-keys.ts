// Arrows on a figure lead to the nearest mark in their direction, wherever the figure has put it.

export interface MarkCentre {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

/** How much a step aside counts against a step ahead: a mark right in line wins over a nearer one off to the side. */
const SIDEWAYS = 3;

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Key of the mark to go to; null for other keys, and at the figure's edge. */
export function markAfterKey(from: MarkCentre, marks: readonly MarkCentre[], key: string): string | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const [right, down] = direction;
  let best: { key: string; cost: number } | null = null;
  for (const mark of marks) {
    const ahead = (mark.x - from.x) * right + (mark.y - from.y) * down;
    const aside = Math.abs((mark.x - from.x) * down) + Math.abs((mark.y - from.y) * right);
    // Within half a pixel marks stand in one line: rounding must not make a neighbour of the mark itself.
    if (mark.key === from.key || ahead < 0.5) continue;
    const cost = ahead + SIDEWAYS * aside;
    if (!best || cost < best.cost) best = { key: mark.key, cost };
  }
  return best?.key ?? null;
}
