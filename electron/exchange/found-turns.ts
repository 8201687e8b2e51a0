// What a search found, turn by turn, held small: half a million places are a few megabytes.
import type { Extent } from '../../shared/words/folded-text.ts';

/** Ranks in order; `places` holds start and end of every hit, turn by turn, where they are known. */
export class FoundTurns {
  readonly ranks: Int32Array;
  readonly counts: Int32Array;
  readonly places: Int32Array | null;
  /** Hits up to and with each turn. */
  readonly #ends: Int32Array;

  constructor(ranks: Int32Array, counts: Int32Array, places: Int32Array | null) {
    this.ranks = ranks;
    this.counts = counts;
    this.places = places;
    let end = 0;
    this.#ends = counts.map((count) => (end += count));
  }

  get total(): number {
    return this.#ends.at(-1) ?? 0;
  }

  /** Which turn a hit is in, and which of its hits it is. */
  turnOf(hit: number): { readonly at: number; readonly which: number } {
    let [low, high] = [0, this.#ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) > hit) high = middle;
      else low = middle + 1;
    }
    return { at: low, which: hit - (this.#ends[low] ?? 0) + (this.counts[low] ?? 0) };
  }

  placeOf(hit: number): Extent | null {
    if (!this.places) return null;
    return { start: this.places[2 * hit] ?? 0, end: this.places[2 * hit + 1] ?? 0 };
  }

  /** Only the turns of these ranks. */
  where(isWanted: (rank: number) => boolean): FoundTurns {
    const builder = new FoundTurnsBuilder();
    let hit = 0;
    for (const [at, rank] of this.ranks.entries()) {
      const count = this.counts[at] ?? 0;
      if (isWanted(rank)) for (let more = 0; more < count; more += 1) builder.add(rank, this.placeOf(hit + more));
      hit += count;
    }
    return builder.built();
  }
}

/** Takes places in order. */
export class FoundTurnsBuilder {
  readonly #ranks: number[] = [];
  readonly #counts: number[] = [];
  readonly #places: number[] = [];
  total = 0;

  add(rank: number, place: Extent | null): void {
    const last = this.#ranks.length - 1;
    if (this.#ranks[last] === rank) this.#counts[last] = (this.#counts[last] ?? 0) + 1;
    else {
      this.#ranks.push(rank);
      this.#counts.push(1);
    }
    if (place) this.#places.push(place.start, place.end);
    this.total += 1;
  }

  built(): FoundTurns {
    const places = this.#places.length > 0 ? Int32Array.from(this.#places) : null;
    return new FoundTurns(Int32Array.from(this.#ranks), Int32Array.from(this.#counts), places);
  }
}
