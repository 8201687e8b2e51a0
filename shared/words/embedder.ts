// Texts as points, so that what says the same lies near, whatever words it uses. Who makes the points can be exchanged: here is what is
// asked of whoever does. Without one, likeness is told by words (BM25).

export interface Embedder {
  /** Said to whoever reads what it led to. */
  readonly name: string;
  /** Of each point. */
  readonly size: number;
  /** One point per text, of length 1; a text without anything to read is nowhere (all zero). */
  readonly embed: (texts: readonly string[], isCancelled: () => boolean) => Promise<readonly Float32Array[]>;
}

/** Brings a point to length 1, in place; one that is nowhere stays so. */
export function unitPoint(point: Float32Array): Float32Array {
  let square = 0;
  for (const value of point) square += value * value;
  const length = Math.sqrt(square);
  if (length > 0) for (let at = 0; at < point.length; at += 1) point[at] = (point[at] ?? 0) / length;
  return point;
}

/** How near two points are, −1 … 1; 0 where one of them is nowhere. */
export function nearness(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
