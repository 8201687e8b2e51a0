// A coefficient corrected for chance: (observed − expected) / (1 − expected); coefficients differ by what they expect.
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';
import type { Ratings } from './agreement-ratings.ts';

export interface Coefficient {
  readonly value: number;
  /** Share of agreement. */
  readonly observed: number;
  /** Share of agreement expected by chance. */
  readonly expected: number;
}

/** Below this, rounding alone is left of a difference. */
const NOTHING = 1e-12;

export function chanceCorrected(observed: number, expected: number): Coefficient | Undefined {
  if (1 - expected < NOTHING) return undefinedFor('noVariation');
  return { value: (observed - expected) / (1 - expected), observed, expected };
}

/** True where a denominator is nothing but rounding, seen beside what it was subtracted from. */
export function isNothing(difference: number, size: number): boolean {
  return Math.abs(difference) <= NOTHING * Math.max(1, Math.abs(size));
}

/** Why nothing can be said of these ratings at all, if so. */
export function whyNot({ coders, rows }: Ratings): Undefined | null {
  if (!rows.some(({ values, count }) => count > 0 && values.some((value) => value !== null))) return undefinedFor('empty');
  const judging = Array.from({ length: coders }, (_, coder) => rows.some(({ values, count }) => count > 0 && (values[coder] ?? null) !== null));
  if (judging.filter(Boolean).length < 2) return undefinedFor('oneCoder');
  const isPaired = rows.some(({ values, count }) => count > 0 && values.filter((value) => value !== null).length > 1);
  return isPaired ? null : undefinedFor('tooFewUnits');
}

/** Of several categories, also of those where nobody varied: means of what is observed and expected (de Vries et al. 2008). */
export function pooled(categories: readonly Pick<Coefficient, 'observed' | 'expected'>[]): Coefficient | Undefined {
  if (categories.length === 0) return undefinedFor('empty');
  const mean = (of: (one: Pick<Coefficient, 'observed' | 'expected'>) => number): number =>
    categories.reduce((sum, one) => sum + of(one), 0) / categories.length;
  return chanceCorrected(
    mean(({ observed }) => observed),
    mean(({ expected }) => expected),
  );
}
