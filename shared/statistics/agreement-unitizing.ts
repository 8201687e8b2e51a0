// Agreement on where units of text begin and end as well as on what they are: the u-alphas of Krippendorff, Mathet, Bouvry & Widlöcher
// (Qual Quant 50, 2016; Krippendorff 2019, section 12.6), by a sweep over the ends of units, never character by character.
import { isNothing } from './agreement-coefficient.ts';
import type { Span } from './stretch.ts';
import { isUndefined, undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

export interface ValuedSpan extends Span {
  /** Number of a category. */
  readonly value: number;
}

/** One text: what each coder marked in it. A coder's own units do not overlap; those that touch stay apart. */
export interface Continuum {
  readonly length: number;
  /** By coder, by their starts. */
  readonly coders: readonly (readonly ValuedSpan[])[];
}

/** Sums over texts, which may be added up: what all four alphas are made of. The last value is a gap, what a coder did not mark. */
export interface UnitCoincidences {
  /** Values, the gap not among them. */
  readonly values: number;
  /** Observed lengths: (values + 1)², row by row. */
  readonly shared: Float64Array;
  /** By value, the squared lengths of its units; of gaps, their lengths. */
  readonly squares: Float64Array;
  /** By value: squared lengths that another coder's units cover, over all pairs of coders. */
  readonly coveredSquares: Float64Array;
}

export const gapOf = ({ values }: UnitCoincidences): number => values;

/** Units and the gaps between them, from one end of the text to the other. */
function cut({ length }: Continuum, units: readonly ValuedSpan[], gap: number): ValuedSpan[] {
  const pieces: ValuedSpan[] = [];
  let at = 0;
  for (const unit of units) {
    if (unit.start < at || unit.end > length || unit.start >= unit.end) throw new RangeError('units of one coder overlap, or leave the text');
    if (unit.start > at) pieces.push({ start: at, end: unit.start, value: gap });
    pieces.push(unit);
    at = unit.end;
  }
  if (at < length) pieces.push({ start: at, end: length, value: gap });
  return pieces;
}

const add = (into: Float64Array, at: number, value: number): void => {
  into[at] = (into[at] ?? 0) + value;
};

/** What two coders share, seen from the first: both lists are walked once. */
function meet(into: UnitCoincidences, first: readonly ValuedSpan[], second: readonly ValuedSpan[], share: number): void {
  const gap = gapOf(into);
  let next = 0;
  for (const piece of first) {
    let covered = 0;
    while (next > 0 && (second[next - 1]?.end ?? 0) > piece.start) next -= 1;
    for (let other = second[next]; other && other.start < piece.end; other = second[(next += 1)]) {
      const common = Math.min(piece.end, other.end) - Math.max(piece.start, other.start);
      if (common <= 0) continue;
      add(into.shared, piece.value * (gap + 1) + other.value, common * share);
      if (other.value !== gap) covered += common;
    }
    if (piece.value !== gap) add(into.coveredSquares, piece.value, covered * covered * share);
  }
}

/** @param values how many values there are; undefined with fewer than two coders */
export function unitCoincidences(continua: readonly Continuum[], values: number): UnitCoincidences | Undefined {
  const coders = continua[0]?.coders.length ?? 0;
  if (coders < 2) return undefinedFor(continua.length === 0 ? 'empty' : 'oneCoder');
  const sums = {
    values,
    shared: new Float64Array((values + 1) ** 2),
    squares: new Float64Array(values + 1),
    coveredSquares: new Float64Array(values + 1),
  };
  for (const continuum of continua) {
    const pieces = continuum.coders.map((units) => cut(continuum, units, values));
    for (const { start, end, value } of pieces.flat()) add(sums.squares, value, value === values ? end - start : (end - start) ** 2);
    pieces.forEach((first, i) => {
      pieces.forEach((second, j) => {
        if (i !== j) meet(sums, first, second, 1 / (coders - 1));
      });
    });
  }
  return sums;
}

interface Margins {
  readonly of: readonly number[];
  readonly total: number;
}

function marginsOf({ values, shared }: UnitCoincidences, without: number | null): Margins {
  const size = values + 1;
  const kept = Array.from({ length: size }, (_, value) => value).filter((value) => value !== without);
  const of = Array.from({ length: size }, (_, c) => (c === without ? 0 : kept.reduce((sum, k) => sum + (shared[c * size + k] ?? 0), 0)));
  return { of, total: of.reduce((sum, margin) => sum + margin, 0) };
}

const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

/** The expected length of value c with itself, all values and gaps counted. */
function expectedWithItself({ squares }: UnitCoincidences, { of, total: all }: Margins, c: number): number {
  return (all * ((of[c] ?? 0) ** 2 - (squares[c] ?? 0))) / (all ** 2 - total(squares));
}

/** u-alpha: marking and naming together. */
export function uAlpha(sums: UnitCoincidences): number | Undefined {
  const margins = marginsOf(sums, null);
  if (margins.total === 0) return undefinedFor('empty');
  const size = sums.values + 1;
  const expected = margins.of.reduce((sum, _, c) => sum + expectedWithItself(sums, margins, c), 0);
  const observed = margins.of.reduce((sum, _, c) => sum + (sums.shared[c * size + c] ?? 0), 0);
  const most = margins.total - expected;
  return isNothing(most, margins.total) ? undefinedFor('noVariation') : 1 - (margins.total - observed) / most;
}

/** |u-alpha: marked or not, whatever the name. */
export function barUAlpha(sums: UnitCoincidences): number | Undefined {
  const margins = marginsOf(sums, null);
  if (margins.total === 0) return undefinedFor('empty');
  const gap = gapOf(sums);
  const gaps = margins.of[gap] ?? 0;
  const expectedApart = (margins.total * gaps * (margins.total - gaps)) / (margins.total ** 2 - total(sums.squares));
  if (!Number.isFinite(expectedApart) || isNothing(expectedApart, margins.total)) return undefinedFor('noVariation');
  return 1 - (gaps - (sums.shared[gap * (sums.values + 1) + gap] ?? 0)) / expectedApart;
}

export interface CoveredAlpha {
  readonly alpha: number | Undefined;
  /** Share of the length on which it stands. */
  readonly coverage: number;
}

/** The expected length of value c with value k, where both coders marked something. */
function expectedWhereMarked({ coveredSquares }: UnitCoincidences, { of, total: all }: Margins): (c: number, k: number) => number {
  const own = total(coveredSquares);
  return (c, k) => ((of[c] ?? 0) * (of[k] ?? 0) - (c === k ? (coveredSquares[c] ?? 0) : 0)) / (all - own / all);
}

/** cu-alpha: naming, where both coders marked something. */
export function cuAlpha(sums: UnitCoincidences): CoveredAlpha {
  const all = marginsOf(sums, null).total;
  const margins = marginsOf(sums, gapOf(sums));
  const coverage = all === 0 ? 0 : margins.total / all;
  if (margins.total === 0) return { alpha: undefinedFor('empty'), coverage };
  const expected = expectedWhereMarked(sums, margins);
  const size = sums.values + 1;
  let [observedSame, expectedSame] = [0, 0];
  for (let c = 0; c < sums.values; c += 1) {
    observedSame += sums.shared[c * size + c] ?? 0;
    expectedSame += expected(c, c);
  }
  const most = margins.total - expectedSame;
  const isOne = !Number.isFinite(most) || isNothing(most, margins.total);
  return { alpha: isOne ? undefinedFor('noVariation') : 1 - (margins.total - observedSame) / most, coverage };
}

/** (k)u-alpha: one value against all others, where both coders marked something. */
export function kuAlpha(sums: UnitCoincidences, value: number): CoveredAlpha {
  const everywhere = marginsOf(sums, null).of[value] ?? 0;
  const margins = marginsOf(sums, gapOf(sums));
  const own = margins.of[value] ?? 0;
  const coverage = everywhere === 0 ? 0 : own / everywhere;
  if (own === 0) return { alpha: undefinedFor('empty'), coverage };
  const expected = expectedWhereMarked(sums, margins);
  const column = margins.of.reduce((sum, margin, c) => sum + (margin > 0 ? expected(c, value) : 0), 0);
  const apart = column - expected(value, value);
  if (!Number.isFinite(apart) || isNothing(apart, column)) return { alpha: undefinedFor('noVariation'), coverage };
  const observedApart = own - (sums.shared[value * (sums.values + 1) + value] ?? 0);
  return { alpha: 1 - ((column / own) * observedApart) / apart, coverage };
}

/** The same, texts drawn again: how often each was drawn. All of them with the same values. */
export function addedUp(sums: readonly (UnitCoincidences | Undefined)[], times: (at: number) => number): UnitCoincidences | Undefined {
  const first = sums.find((one) => !isUndefined(one));
  if (!first || isUndefined(first)) return sums[0] ?? undefinedFor('empty');
  const { values } = first;
  const result = {
    values,
    shared: new Float64Array(first.shared.length),
    squares: new Float64Array(values + 1),
    coveredSquares: new Float64Array(values + 1),
  };
  for (const [at, one] of sums.entries()) {
    const often = times(at);
    if (isUndefined(one) || often === 0) continue;
    for (const key of ['shared', 'squares', 'coveredSquares'] as const) {
      const [from, into] = [one[key], result[key]];
      for (let index = 0; index < from.length; index += 1) into[index] = (into[index] ?? 0) + often * (from[index] ?? 0);
    }
  }
  return result;
}
