// Petrick's question: which fewest columns of a chart cover all its rows, in every way there is.

export interface Covers {
  /** Places of the columns, ascending; all of the same length. */
  readonly found: readonly (readonly number[])[];
  /** There are more of them, or may be. */
  readonly hasMore: boolean;
  /** It is proven that none is shorter. */
  readonly isLeast: boolean;
}

/** Sets of rows and of columns are kept as bits of one number each. */
const bit = (at: number): bigint => 1n << BigInt(at);

/** Steps of the search before it settles for what it has: a second or two. */
const MOST_STEPS = 30_000;

class CoverSearch {
  /** By row: its columns. */
  readonly #choices: readonly bigint[];
  readonly #choiceLists: readonly (readonly number[])[];
  /** By column: the rows it covers. */
  readonly #covered: readonly bigint[];
  readonly #most: number;
  #steps = MOST_STEPS;
  readonly found: number[][] = [];

  constructor(columnCount: number, rows: readonly (readonly number[])[], most: number) {
    // a row that is covered whenever another one is need not be looked at
    const masks = rows.map((columns) => columns.reduce((mask, column) => mask | bit(column), 0n));
    const stays = (mask: bigint, at: number): boolean =>
      !masks.some((other, index) => index !== at && (other & mask) === other && (other !== mask || index < at));
    this.#choiceLists = rows.filter((_, at) => stays(masks[at] ?? 0n, at)).sort((a, b) => a.length - b.length);
    this.#choices = this.#choiceLists.map((columns) => columns.reduce((mask, column) => mask | bit(column), 0n));
    this.#covered = Array.from({ length: columnCount }, (_, column) =>
      this.#choices.reduce((mask, columns, row) => (columns & bit(column) ? mask | bit(row) : mask), 0n),
    );
    this.#most = most;
  }

  get hasStopped(): boolean {
    return this.#steps <= 0;
  }

  /** Rows that share no column need one each. */
  #atLeast(open: bigint, refused: bigint): number {
    let used = 0n;
    let count = 0;
    for (const [row, columns] of this.#choices.entries()) {
      if (!(open & bit(row))) continue;
      const own = columns & ~refused;
      if (own === 0n) return Number.POSITIVE_INFINITY;
      if (own & used) continue;
      used |= own;
      count += 1;
    }
    return count;
  }

  get #all(): bigint {
    return bit(this.#choices.length) - 1n;
  }

  #gain(column: number, open: bigint): number {
    let count = 0;
    for (let rest = (this.#covered[column] ?? 0n) & open; rest > 0n; rest &= rest - 1n) count += 1;
    return count;
  }

  /** What taking the widest column again and again comes to: an upper bound. */
  greedy(): number[] {
    const chosen: number[] = [];
    for (let open = this.#all; open > 0n; ) {
      let best = 0;
      let most = 0;
      for (const column of this.#covered.keys()) {
        const gain = this.#gain(column, open);
        if (gain > most) [best, most] = [column, gain];
      }
      chosen.push(best);
      open &= ~(this.#covered[best] ?? 0n);
    }
    return chosen.sort((a, b) => a - b);
  }

  run(): number {
    const most = this.greedy().length;
    for (let size = this.#atLeast(this.#all, 0n); size < most && !this.hasStopped; size += 1) {
      this.#extend([], this.#all, 0n, size);
      if (this.found.length > 0) return size;
    }
    if (!this.hasStopped) this.#extend([], this.#all, 0n, most);
    return most;
  }

  #extend(chosen: readonly number[], open: bigint, refused: bigint, left: number): void {
    if (this.found.length > this.#most || (this.#steps -= 1) <= 0) return;
    if (open === 0n) {
      this.found.push([...chosen].sort((a, b) => a - b));
      return;
    }
    if (this.#atLeast(open, refused) > left) return;
    let narrowest: readonly number[] | null = null;
    for (const [row, columns] of this.#choiceLists.entries()) {
      if (!(open & bit(row))) continue;
      const own = columns.filter((column) => !(refused & bit(column)));
      if (narrowest === null || own.length < narrowest.length) narrowest = own;
    }
    // once tried, a column is refused to the branches beside it: each cover is found once
    let tried = refused;
    for (const column of narrowest ?? []) {
      this.#extend([...chosen, column], open & ~(this.#covered[column] ?? 0n), tried, left - 1);
      tried |= bit(column);
    }
  }
}

/** @param rows by row, the columns that cover it: at least one each */
export function leastCovers(columnCount: number, rows: readonly (readonly number[])[], most: number): Covers {
  const search = new CoverSearch(columnCount, rows, most);
  const size = search.run();
  const found = search.found.filter((cover) => cover.length === size);
  return {
    found: found.length > 0 ? found.slice(0, most) : [search.greedy()],
    hasMore: found.length > most || search.hasStopped,
    isLeast: !search.hasStopped || found.some((cover) => cover.length < search.greedy().length),
  };
}
