// How strongly having one trait goes with belonging to one group: chi-square of a table of four cells, with a sign.
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

/** Chi-square with one degree of freedom: as large by chance in one of twenty tables. */
export const SIGNIFICANT = 3.841458820694124;

export interface FourCells {
  readonly all: number;
  readonly inGroup: number;
  readonly withTrait: number;
  readonly both: number;
}

/** Positive where the group has the trait more often than the others; `noVariation` where all or none have it, or belong. */
export function signedChiSquare({ all, inGroup, withTrait, both }: FourCells): number | Undefined {
  if (all === 0) return undefinedFor('empty');
  const margins = inGroup * (all - inGroup) * withTrait * (all - withTrait);
  if (margins === 0) return undefinedFor('noVariation');
  const difference = both * all - inGroup * withTrait;
  return Math.sign(difference) * ((difference * difference * all) / margins);
}
