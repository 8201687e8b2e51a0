// Chance that comes out the same every time: a failing sequence can be run again.

export interface Chance {
  /** 0 … below `count`. */
  readonly below: (count: number) => number;
  /** From `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  /** One of these; refuses to choose from nothing. */
  readonly pick: <T>(items: readonly T[]) => T;
}

/** Mulberry32 (public domain, T. Ettinger): 32 bits of state are enough for tests. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    pick: (items) => {
      if (items.length === 0) throw new Error('nothing to choose from');
      return items[below(items.length)] as (typeof items)[number];
    },
  };
}
