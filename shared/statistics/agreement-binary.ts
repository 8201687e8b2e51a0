// One category that every coder applied or not to every unit: all coefficients at once from a few counts, quick enough to be drawn again a
// thousand times. They are those of agreement-two, agreement-many and agreement-alpha.
import { chanceCorrected } from './agreement-coefficient.ts';
import { coderPairs } from './agreement-ratings.ts';
import type { CoderSet } from './agreement-spans.ts';
import { isUndefined, undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

/** Coefficients of one category in units that all coders judged. */
export const BINARY_COEFFICIENTS = ['percent', 'positive', 'jaccard', 's', 'pi', 'kappa', 'conger', 'ac1', 'alpha'] as const;
export type BinaryCoefficient = (typeof BINARY_COEFFICIENTS)[number];

/** Which sets of coders there are, and what of them does not depend on how often each is found. */
export class CoderSets {
  readonly coders: number;
  readonly sets: readonly CoderSet[];
  readonly #sizes: readonly number[];
  readonly #pairs: readonly (readonly [number, number])[];

  constructor(coders: number, sets: readonly CoderSet[]) {
    this.coders = coders;
    this.sets = sets;
    this.#sizes = sets.map((set) => [...set.toString(2)].filter((bit) => bit === '1').length);
    this.#pairs = coderPairs(coders);
  }

  /** @param counts units that each set marked, in the order of `sets` */
  shares(counts: ArrayLike<number>): BinaryShares {
    const m = this.coders;
    const pairsOfUnit = m * (m - 1);
    const applied = new Array<number>(m).fill(0);
    const both = new Array<number>(this.#pairs.length).fill(0);
    let [units, marks, togetherOn, togetherOff] = [0, 0, 0, 0];
    for (let at = 0; at < this.sets.length; at += 1) {
      const count = counts[at] ?? 0;
      if (count === 0) continue;
      const [set, size] = [this.sets[at] ?? 0, this.#sizes[at] ?? 0];
      units += count;
      marks += count * size;
      togetherOn += count * size * (size - 1);
      togetherOff += count * (m - size) * (m - size - 1);
      if (set === 0) continue;
      for (let coder = 0; coder < m; coder += 1) if (set & (1 << coder)) applied[coder] = (applied[coder] ?? 0) + count;
      for (let pair = 0; pair < this.#pairs.length; pair += 1) {
        const [a, b] = this.#pairs[pair] ?? [0, 0];
        if (set & (1 << a) && set & (1 << b)) both[pair] = (both[pair] ?? 0) + count;
      }
    }
    const used = marks / (m * units);
    return {
      units,
      observed: (togetherOn + togetherOff) / (units * pairsOfUnit),
      used,
      togetherOn,
      marks: marks * (m - 1),
      values: m * units,
      kappas: this.#pairs.map(([a, b], pair) => {
        const [first, second, common] = [(applied[a] ?? 0) / units, (applied[b] ?? 0) / units, (both[pair] ?? 0) / units];
        return { observed: 1 - first - second + 2 * common, expected: first * second + (1 - first) * (1 - second) };
      }),
    };
  }
}

export interface Shares {
  readonly observed: number;
  readonly expected: number;
}

export interface BinaryShares {
  readonly units: number;
  readonly observed: number;
  /** Share of all judgements that applied the category. */
  readonly used: number;
  /** Ordered pairs of coders who both applied it; all ordered pairs in which the first did. */
  readonly togetherOn: number;
  readonly marks: number;
  readonly values: number;
  /** By pair of coders. */
  readonly kappas: readonly Shares[];
}

/** What is observed and expected, one by pair of coders for kappa; null where nothing is corrected for chance. */
export function sharesFor(coefficient: BinaryCoefficient, { observed, used, values, kappas }: BinaryShares): readonly Shares[] | null {
  switch (coefficient) {
    case 'percent':
    case 'positive':
    case 'jaccard':
      return null;
    case 's':
      return [{ observed, expected: 1 / 2 }];
    case 'pi':
      return [{ observed, expected: used ** 2 + (1 - used) ** 2 }];
    case 'kappa':
      return kappas;
    case 'conger':
      return [{ observed, expected: kappas.reduce((sum, { expected }) => sum + expected, 0) / kappas.length }];
    case 'ac1':
      return [{ observed, expected: 2 * used * (1 - used) }];
    case 'alpha':
      return [{ observed, expected: 1 - (2 * used * (1 - used) * values) / (values - 1) }];
  }
}

/** Mean over pairs where there are several; undefined as soon as one of them is. */
function valueOf(shares: readonly Shares[]): number | Undefined {
  let sum = 0;
  for (const { observed, expected } of shares) {
    const found = chanceCorrected(observed, expected);
    if (isUndefined(found)) return found;
    sum += found.value;
  }
  return sum / shares.length;
}

/** Of one category, or of several together: their means of what is observed and what is expected, or their applied units added up. */
export function binaryCoefficient(coefficient: BinaryCoefficient, categories: readonly BinaryShares[]): number | Undefined {
  const counted = categories.filter(({ units }) => units > 0);
  if (counted.length === 0) return undefinedFor('empty');
  const total = (of: (one: BinaryShares) => number): number => counted.reduce((sum, one) => sum + of(one), 0);
  if (coefficient === 'percent') return total(({ observed }) => observed) / counted.length;
  if (coefficient === 'positive' || coefficient === 'jaccard') {
    const [both, marks] = [total(({ togetherOn }) => togetherOn), total((one) => one.marks)];
    if (marks === 0) return undefinedFor('empty');
    return coefficient === 'positive' ? both / marks : both / (2 * marks - both);
  }
  const each = counted.map((one) => sharesFor(coefficient, one) ?? []);
  const pooled = (each[0] ?? []).map((_, at) => ({
    observed: each.reduce((sum, shares) => sum + (shares[at]?.observed ?? 0), 0) / each.length,
    expected: each.reduce((sum, shares) => sum + (shares[at]?.expected ?? 0), 0) / each.length,
  }));
  return valueOf(pooled);
}
