// Hierarchical clustering by Lance and Williams' formula; the same distances always give the same tree, ties included.
// Johnson & Wichern, Applied Multivariate Statistical Analysis (2007), section 12.3; Murtagh & Legendre 2014 for Ward.
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

export const LINKAGES = ['single', 'complete', 'average', 'ward'] as const;
export type Linkage = (typeof LINKAGES)[number];

/** Symmetric, zeros on the diagonal. */
export type Distances = readonly (readonly number[])[];

/** Two groups become one. Items are `0 … n − 1`; merge `m` makes the group `n + m`. */
export interface Merge {
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly size: number;
}

export interface Clustering {
  readonly merges: readonly Merge[];
  /** Items as the tree shows them from one side to the other. */
  readonly order: readonly number[];
}

/** Distances of merges this near to each other are ties: the group with the earliest item goes first. */
const SAME = 1e-12;

/** Distance from the group of `a` and `b` to another group. `ward` works on squares. */
function joined(linkage: Linkage, toA: number, toB: number, between: number, sizes: { a: number; b: number; other: number }): number {
  const { a, b, other } = sizes;
  switch (linkage) {
    case 'single':
      return Math.min(toA, toB);
    case 'complete':
      return Math.max(toA, toB);
    case 'average':
      return (a * toA + b * toB) / (a + b);
    case 'ward':
      return ((a + other) * toA + (b + other) * toB - other * between) / (a + b + other);
  }
}

class Agglomeration {
  readonly #linkage: Linkage;
  readonly #distances: Float64Array[];
  /** Per line: the group it stands for, or −1 once it was taken in. Lines keep the place of their group's earliest item. */
  readonly #groups: number[];
  readonly #sizes: number[];
  /** Per line: the nearest line after it. */
  readonly #nearest: number[];
  readonly merges: Merge[] = [];

  constructor(distances: Distances, linkage: Linkage) {
    this.#linkage = linkage;
    this.#distances = distances.map((line) => Float64Array.from(line, (distance) => (linkage === 'ward' ? distance * distance : distance)));
    this.#groups = distances.map((_, at) => at);
    this.#sizes = distances.map(() => 1);
    this.#nearest = distances.map((_, at) => this.#findNearest(at));
  }

  #distance(a: number, b: number): number {
    return this.#distances[a]?.[b] ?? Number.POSITIVE_INFINITY;
  }

  #findNearest(line: number): number {
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let other = line + 1; other < this.#groups.length; other += 1) {
      if (this.#groups[other] === -1) continue;
      const distance = this.#distance(line, other);
      if (nearest === -1 || distance < least - SAME * Math.max(1, least)) [nearest, least] = [other, distance];
    }
    return nearest;
  }

  #closest(): number {
    let closest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [line, nearest] of this.#nearest.entries()) {
      if (this.#groups[line] === -1 || nearest === -1) continue;
      const distance = this.#distance(line, nearest);
      if (closest === -1 || distance < least - SAME * Math.max(1, least)) [closest, least] = [line, distance];
    }
    return closest;
  }

  /** The line further on goes into the one before it. */
  mergeClosest(): void {
    const into = this.#closest();
    const gone = this.#nearest[into] ?? -1;
    const between = this.#distance(into, gone);
    const [a, b] = [this.#sizes[into] ?? 0, this.#sizes[gone] ?? 0];
    this.merges.push({
      left: this.#groups[into] ?? -1,
      right: this.#groups[gone] ?? -1,
      height: this.#linkage === 'ward' ? Math.sqrt(Math.max(0, between)) : between,
      size: a + b,
    });
    this.#groups.forEach((group, line) => {
      if (group === -1 || line === into || line === gone) return;
      const sizes = { a, b, other: this.#sizes[line] ?? 0 };
      const distance = joined(this.#linkage, this.#distance(into, line), this.#distance(gone, line), between, sizes);
      for (const [from, to] of [
        [into, line],
        [line, into],
      ] as const) {
        const own = this.#distances[from];
        if (own) own[to] = distance;
      }
    });
    this.#groups[into] = this.#groups.length + this.merges.length - 1;
    this.#groups[gone] = -1;
    this.#sizes[into] = a + b;
    this.#refresh(into, gone);
  }

  #refresh(into: number, gone: number): void {
    for (const [line, nearest] of this.#nearest.entries()) {
      if (this.#groups[line] === -1) continue;
      const isOld = line === into || nearest === into || nearest === gone;
      // a group that grew can have come nearer
      const isNearer = line < into && nearest !== -1 && this.#distance(line, into) <= this.#distance(line, nearest);
      if (isOld || isNearer) this.#nearest[line] = this.#findNearest(line);
    }
  }
}

function leavesOf(merges: readonly Merge[], count: number): number[] {
  const leaves: number[] = [];
  const waiting = [count + merges.length - 1];
  for (let group = waiting.pop(); group !== undefined; group = waiting.pop()) {
    const merge = merges[group - count];
    if (merge) waiting.push(merge.right, merge.left);
    else leaves.push(group);
  }
  return leaves;
}

/** @param distances for `ward` they must be Euclidean; heights are then on their scale, as of R's `ward.D2` */
export function clusterOf(distances: Distances, linkage: Linkage): Clustering | Undefined {
  if (distances.length === 0) return undefinedFor('empty');
  if (distances.length === 1) return undefinedFor('oneUnit');
  const agglomeration = new Agglomeration(distances, linkage);
  for (let step = 1; step < distances.length; step += 1) agglomeration.mergeClosest();
  const { merges } = agglomeration;
  return { merges, order: leavesOf(merges, distances.length) };
}

/** The group of each item when the tree is cut into so many, numbered from 1 in the order in which the tree shows them. */
export function cutInto({ merges, order }: Clustering, groups: number): number[] {
  const count = order.length;
  const parents = Array.from({ length: count + merges.length }, (_, at) => at);
  const rootOf = (item: number): number => {
    let root = item;
    while (parents[root] !== root) root = parents[root] ?? root;
    return root;
  };
  for (const [at, { left, right }] of merges.slice(0, Math.max(0, count - groups)).entries()) {
    parents[left] = count + at;
    parents[right] = count + at;
  }
  const numbers = new Map<number, number>();
  for (const item of order) if (!numbers.has(rootOf(item))) numbers.set(rootOf(item), numbers.size + 1);
  return Array.from({ length: count }, (_, item) => numbers.get(rootOf(item)) ?? 0);
}

/** Symmetric, zeros on the diagonal. */
function distancesBetween(count: number, distance: (a: number, b: number) => number): number[][] {
  const distances = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  for (let a = 0; a < count; a += 1)
    for (let b = a + 1; b < count; b += 1) {
      const between = distance(a, b);
      (distances[a] as number[])[b] = between;
      (distances[b] as number[])[a] = between;
    }
  return distances;
}

/** By two sets, `a < b`: what their shared units weigh together. Unit by unit, since most units are in few sets. */
function sharedWeights(sets: readonly ReadonlySet<unknown>[], weightOf: (holders: number) => number): Float64Array[] {
  const holders = new Map<unknown, number[]>();
  for (const [at, set] of sets.entries())
    for (const unit of set) {
      const own = holders.get(unit);
      if (own) own.push(at);
      else holders.set(unit, [at]);
    }
  const shared = sets.map(() => new Float64Array(sets.length));
  for (const own of holders.values()) {
    const weight = weightOf(own.length);
    for (const [first, a] of own.entries())
      for (const b of own.slice(first)) {
        const line = shared[a] as Float64Array;
        line[b] = (line[b] ?? 0) + weight;
      }
  }
  return shared;
}

/** 1 − |A ∩ B| / |A ∪ B|; sets without anything in them have no distance to anything: leave them out before. */
export function jaccardDistances(sets: readonly ReadonlySet<unknown>[]): number[][] {
  const shared = sharedWeights(sets, () => 1);
  return distancesBetween(sets.length, (a, b) => {
    const both = shared[a]?.[b] ?? 0;
    return 1 - both / ((sets[a]?.size ?? 0) + (sets[b]?.size ?? 0) - both);
  });
}

/** Distances between the rows’ profiles, each column weighted by what it holds: those of correspondence analysis, Euclidean. */
export function chiSquareDistances(counts: readonly (readonly number[])[]): number[][] {
  const totals = counts.map((line) => line.reduce((sum, count) => sum + count, 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  const roots = (counts[0] ?? []).map((_, column) => Math.sqrt(counts.reduce((sum, line) => sum + (line[column] ?? 0), 0) / all));
  const points = counts.map((line, row) =>
    Float64Array.from(line, (count, column) => ((roots[column] ?? 0) > 0 ? count / (totals[row] ?? 1) / (roots[column] ?? 1) : 0)),
  );
  return distancesBetween(counts.length, (a, b) => {
    const [one, other] = [points[a] as Float64Array, points[b] as Float64Array];
    let squared = 0;
    for (let column = 0; column < one.length; column += 1) squared += ((one[column] ?? 0) - (other[column] ?? 0)) ** 2;
    return Math.sqrt(squared);
  });
}

/** The same between sets, of which each unit is a column with a 1 or a 0: there may be very many. */
export function chiSquareSetDistances(sets: readonly ReadonlySet<unknown>[]): number[][] {
  const all = sets.reduce((sum, set) => sum + set.size, 0);
  const shared = sharedWeights(sets, (holders) => all / holders);
  const size = (at: number): number => sets[at]?.size ?? 1;
  const own = sets.map((_, at) => (shared[at]?.[at] ?? 0) / size(at) ** 2);
  return distancesBetween(sets.length, (a, b) =>
    Math.sqrt(Math.max(0, (own[a] ?? 0) + (own[b] ?? 0) - (2 * (shared[a]?.[b] ?? 0)) / (size(a) * size(b)))),
  );
}
