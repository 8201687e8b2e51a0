// A row's numbers as small bars, one per column.

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The least height of a bar that is there at all. */
const LEAST = 1;

/** One bar per value that is more than 0, its height as its share of `most`. All in the units of `width` and `height`. */
export function sparkline(values: readonly number[], most: number, width: number, height: number): Bar[] {
  if (most <= 0) return [];
  const step = width / values.length;
  const gap = Math.min(1, step / 4);
  return values.flatMap((value, index) => {
    if (value <= 0) return [];
    const tall = Math.max(LEAST, (Math.min(value, most) / most) * height);
    return [{ x: index * step, y: height - tall, width: Math.max(step - gap, step / 2), height: tall }];
  });
}
