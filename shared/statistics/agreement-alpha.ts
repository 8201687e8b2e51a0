// Krippendorff's alpha on given units: any number of coders, any metric, judgements missing or not (Krippendorff 2011, 2019).
import { isNothing, whyNot } from './agreement-coefficient.ts';
import { chosenBy, dichotomised } from './agreement-ratings.ts';
import type { Ratings } from './agreement-ratings.ts';
import { squaredDifference } from './agreement-weights.ts';
import type { Metric } from './agreement-weights.ts';
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

export interface Coincidences {
  /** By two categories; symmetric. */
  readonly cells: readonly (readonly number[])[];
  readonly margins: readonly number[];
  /** Values that can be paired within their unit. */
  readonly pairable: number;
}

export interface Alpha {
  readonly value: number;
  readonly observedDisagreement: number;
  readonly expectedDisagreement: number;
  readonly coincidences: Coincidences;
}

/** Units with fewer than two values are left out. */
export function coincidencesOf({ categories, rows }: Ratings): Coincidences {
  const cells = Array.from({ length: categories }, () => new Array<number>(categories).fill(0));
  for (const row of rows) {
    const chosen = chosenBy(row, categories);
    const coders = chosen.reduce((sum, count) => sum + count, 0);
    if (coders < 2) continue;
    chosen.forEach((count, c) => {
      const line = cells[c];
      if (count === 0 || !line) return;
      chosen.forEach((other, k) => {
        const pairs = count * (c === k ? other - 1 : other);
        if (pairs > 0) line[k] = (line[k] ?? 0) + (row.count * pairs) / (coders - 1);
      });
    });
  }
  const margins = cells.map((line) => line.reduce((sum, cell) => sum + cell, 0));
  return { cells, margins, pairable: margins.reduce((sum, margin) => sum + margin, 0) };
}

/** @param values what the categories are worth, in order; their numbers where not given. Tested against agree-krippendorff2011-*. */
export function krippendorffAlpha(ratings: Ratings, metric: Metric = 'nominal', values?: readonly number[]): Alpha | Undefined {
  const reason = whyNot(ratings);
  if (reason) return reason;
  const coincidences = coincidencesOf(ratings);
  const { cells, margins, pairable } = coincidences;
  const difference = squaredDifference(metric, values ?? margins.map((_, at) => at), margins);
  let [observed, expected] = [0, 0];
  cells.forEach((line, c) => {
    line.forEach((cell, k) => {
      if (c === k) return;
      const apart = difference(c, k);
      observed += cell * apart;
      expected += (margins[c] ?? 0) * (margins[k] ?? 0) * apart;
    });
  });
  if (isNothing(expected, pairable)) return undefinedFor('noVariation');
  const observedDisagreement = observed / pairable;
  const expectedDisagreement = expected / (pairable * (pairable - 1));
  return { value: 1 - observedDisagreement / expectedDisagreement, observedDisagreement, expectedDisagreement, coincidences };
}

/** One category against all others. */
export function alphaOfCategory(ratings: Ratings, category: number): Alpha | Undefined {
  return krippendorffAlpha(dichotomised(ratings, category));
}
