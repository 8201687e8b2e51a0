// Which stretches of one source touch a given stretch, without looking at all of them.

export interface Interval {
  /** Both ends belong to it. */
  readonly low: number;
  readonly high: number;
}

/** Sorted by `low`, with the greatest `high` so far, so that a search stops as soon as nothing before can reach. */
export class IntervalIndex<T extends Interval> {
  readonly #items: readonly T[];
  readonly #reach: readonly number[];

  constructor(items: readonly T[]) {
    this.#items = items.toSorted((a, b) => a.low - b.low || a.high - b.high);
    let reach = Number.NEGATIVE_INFINITY;
    this.#reach = this.#items.map((item) => (reach = Math.max(reach, item.high)));
  }

  /** Every item that shares at least one point with [low, high]. */
  touching(low: number, high: number): T[] {
    let left = 0;
    let right = this.#items.length;
    while (left < right) {
      const middle = (left + right) >> 1;
      if ((this.#items[middle]?.low ?? 0) <= high) left = middle + 1;
      else right = middle;
    }
    const found: T[] = [];
    for (let index = left - 1; index >= 0 && (this.#reach[index] ?? 0) >= low; index -= 1) {
      const item = this.#items[index];
      if (item && item.high >= low) found.push(item);
    }
    return found;
  }
}
