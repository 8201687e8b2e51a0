// Agreement of several coders, judgements missing or not, against published figures, irr, irrCAC and KALPHA.
import { describe, expect, it } from 'vitest';
import { alphaOfCategory, coincidencesOf, krippendorffAlpha } from '../../../shared/statistics/agreement-alpha.ts';
import type { Alpha } from '../../../shared/statistics/agreement-alpha.ts';
import { hayesKrippendorffInterval, intervalOverSources, intervalOverUnits } from '../../../shared/statistics/agreement-bootstrap.ts';
import {
  congerKappa,
  fleissKappa,
  fleissOfCategory,
  fleissZ,
  freeMarginalKappa,
  gwetAgreement,
  lightKappa,
  percentAgreement,
} from '../../../shared/statistics/agreement-many.ts';
import { ratingsOfCounts, ratingsOfUnits } from '../../../shared/statistics/agreement-ratings.ts';
import type { Ratings } from '../../../shared/statistics/agreement-ratings.ts';
import { METRICS, agreementWeights, squaredDifference } from '../../../shared/statistics/agreement-weights.ts';
import type { Metric } from '../../../shared/statistics/agreement-weights.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { agreementCase } from './agreement-cases.ts';

type Units<V> = { readonly units_rows_coders_columns: (V | null)[][] };
type Figures = Readonly<Record<string, number>>;

function valueOf(found: { readonly value: number } | number | Undefined): number {
  if (isUndefined(found)) throw new Error(`undefined: ${found.because}`);
  return typeof found === 'number' ? found : found.value;
}

function alphaIn(ratings: Ratings, metric: Metric, values: readonly (string | number)[]): Alpha {
  const alpha = krippendorffAlpha(ratings, metric, values.every((value) => typeof value === 'number') ? values : undefined);
  if (isUndefined(alpha)) throw new Error(alpha.because);
  return alpha;
}

function figuresOf({ ratings, values }: { ratings: Ratings; values: readonly (string | number)[] }): Readonly<Record<string, () => number>> {
  return {
    percent_agreement: () => valueOf(percentAgreement(ratings)),
    pa: () => valueOf(percentAgreement(ratings)),
    ac1: () => valueOf(gwetAgreement(ratings)),
    fleiss_generalised: () => valueOf(fleissKappa(ratings)),
    conger: () => valueOf(congerKappa(ratings)),
    kappa: () => valueOf(lightKappa(ratings)),
    scott_pi: () => valueOf(fleissKappa(ratings)),
    brennan_prediger: () => valueOf(freeMarginalKappa(ratings)),
    alpha_full: () => alphaIn(ratings, 'nominal', values).value,
    observed_disagreement: () => alphaIn(ratings, 'nominal', values).observedDisagreement,
    expected_disagreement: () => alphaIn(ratings, 'nominal', values).expectedDisagreement,
    n_pairable: () => coincidencesOf(ratings).pairable,
    ...Object.fromEntries(METRICS.map((metric) => [`alpha_${metric}`, () => alphaIn(ratings, metric, values).value])),
  };
}

describe('agreement of several coders has the figures that were published', () => {
  for (const id of ['agree-krippendorff-A-binary', 'agree-krippendorff2011-B', 'agree-krippendorff2011-C', 'agree-irrcac-bengerry-missing']) {
    const { source, input, expected, tolerance } = agreementCase<Units<string | number>, Figures & { readonly irrcac?: Figures }>(id);
    const figures = figuresOf(ratingsOfUnits(input.units_rows_coders_columns));
    const wanted = Object.entries({ ...expected, ...expected.irrcac }).filter((each): each is [string, number] => typeof each[1] === 'number');
    for (const [name, value] of wanted)
      it(`${id}: ${name} is ${value} (${source})`, () => {
        expect(Math.abs((figures[name]?.() ?? Number.NaN) - value)).toBeLessThanOrEqual(tolerance);
      });
  }

  it('counts the coincidences that Krippendorff prints', () => {
    const { input, expected } = agreementCase<Units<number>, { coincidence_matrix: number[][]; coincidence_values: number[] }>(
      'agree-krippendorff2011-C',
    );
    const { ratings, values } = ratingsOfUnits(input.units_rows_coders_columns);
    expect(values).toEqual(expected.coincidence_values);
    expect(coincidencesOf(ratings).cells).toEqual(expected.coincidence_matrix.map((line) => line.map((cell) => expect.closeTo(cell, 5))));
  });

  for (const id of ['agree-fleiss1971', 'agree-fleiss-wikipedia'])
    it(`${id}: Fleiss’ kappa, its parts and its categories`, () => {
      const { input, expected, tolerance } = agreementCase<
        { subject_by_category_counts: number[][] },
        { po: number; pe: number; kappa: number; per_category?: number[]; z_null?: number }
      >(id);
      const ratings = ratingsOfCounts(input.subject_by_category_counts);
      const kappa = fleissKappa(ratings);
      if (isUndefined(kappa)) throw new Error(kappa.because);
      expect(Math.abs(kappa.value - expected.kappa)).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(kappa.observed - expected.po)).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(kappa.expected - expected.pe)).toBeLessThanOrEqual(tolerance);
      expected.per_category?.forEach((value, category) => {
        expect(Math.abs(valueOf(fleissOfCategory(ratings, category)) - value)).toBeLessThanOrEqual(tolerance);
      });
      if (expected.z_null !== undefined) expect(valueOf(fleissZ(ratings))).toBeCloseTo(expected.z_null, 1);
    });

  it('is the same for two coders by whichever way it is computed', () => {
    const { input } = agreementCase<Units<string>, Figures>('agree-krippendorff2011-B');
    const { ratings } = ratingsOfUnits(input.units_rows_coders_columns);
    const [pi, units] = [valueOf(fleissKappa(ratings)), ratings.rows.length];
    expect(alphaIn(ratings, 'nominal', []).value).toBeCloseTo(pi + (1 - pi) / (2 * units), 12);
    expect(valueOf(congerKappa(ratings))).toBeCloseTo(valueOf(lightKappa(ratings)), 12);
    const three = {
      ...ratings,
      categories: 2,
      rows: ratings.rows.map(({ values, count }) => ({ values: values.map((v) => Number(v === 1)), count })),
    };
    expect(valueOf(alphaOfCategory(ratings, 1))).toBeCloseTo(alphaIn(three, 'nominal', []).value, 12);
  });

  it('weighs categories that are in order', () => {
    const { input } = agreementCase<Units<number>, Figures>('agree-krippendorff2011-C');
    const { ratings } = ratingsOfUnits(input.units_rows_coders_columns);
    const plain = valueOf(gwetAgreement(ratings));
    expect(valueOf(gwetAgreement(ratings, agreementWeights(5, 'quadratic')))).toBeGreaterThan(plain);
    expect(valueOf(gwetAgreement({ ...ratings, categories: 8 }))).toBeGreaterThan(plain);
  });
});

describe('intervals by drawing again (Hayes & Krippendorff 2007)', () => {
  interface Expected {
    alpha_ordinal: number;
    alpha_nominal: number;
    alpha_interval: number;
    pairs: number;
    n_pairable: number;
    bootstrap_M_pairs_239: { ci95: [number, number]; 'q_below_0.8': number; 'q_below_0.7': number };
    bootstrap_M_v3_318: { ci95: [number, number] };
    unit_bootstrap_ci95: [number, number];
  }
  const { input, expected, tolerance } = agreementCase<Units<number>, Expected, { alpha: number; bootstrap: number }>('agree-hayes-krippendorff2007');
  const { ratings, values } = ratingsOfUnits(input.units_rows_coders_columns);

  it.each(['nominal', 'ordinal', 'interval'] as const)('alpha is the published one: %s', (metric) => {
    expect(Math.abs(alphaIn(ratings, metric, values).value - expected[`alpha_${metric}`])).toBeLessThanOrEqual(tolerance.alpha);
    expect(coincidencesOf(ratings).pairable).toBeCloseTo(expected.n_pairable, 9);
  });

  it.each([
    [239, expected.bootstrap_M_pairs_239.ci95],
    [318, expected.bootstrap_M_v3_318.ci95],
  ] as const)('drawing %i pairs gives the macro’s interval', (pairs, [low, high]) => {
    const { coincidences, expectedDisagreement } = alphaIn(ratings, 'ordinal', values);
    const difference = squaredDifference('ordinal', values, coincidences.margins);
    const drawn = hayesKrippendorffInterval(coincidences, difference, expectedDisagreement, pairs, { draws: 10_000, seed: 2007 });
    expect(Math.abs(drawn.low - low)).toBeLessThanOrEqual(tolerance.bootstrap);
    expect(Math.abs(drawn.high - high)).toBeLessThanOrEqual(tolerance.bootstrap);
    if (pairs !== expected.pairs) return;
    expect(Math.abs(drawn.below(0.8) - expected.bootstrap_M_pairs_239['q_below_0.8'])).toBeLessThanOrEqual(2 * tolerance.bootstrap);
    expect(Math.abs(drawn.below(0.7) - expected.bootstrap_M_pairs_239['q_below_0.7'])).toBeLessThanOrEqual(2 * tolerance.bootstrap);
  });

  it('drawing units gives an interval twice as wide, and the same one for the same seed', () => {
    const drawing = { draws: 4000, seed: 11 };
    const again = (counts: readonly number[]): number | Undefined => {
      const alpha = krippendorffAlpha({ ...ratings, rows: ratings.rows.map((row, at) => ({ ...row, count: counts[at] ?? 0 })) }, 'ordinal', values);
      return isUndefined(alpha) ? alpha : alpha.value;
    };
    const counts = ratings.rows.map(({ count }) => count);
    const drawn = intervalOverUnits(counts, drawing, again);
    if (isUndefined(drawn)) throw new Error(drawn.because);
    const [low, high] = expected.unit_bootstrap_ci95;
    expect(Math.abs(drawn.low - low)).toBeLessThan(0.02);
    expect(Math.abs(drawn.high - high)).toBeLessThan(0.02);
    expect(intervalOverUnits(counts, drawing, again)).toEqual(drawn);
    const sources = intervalOverSources(ratings.rows.length, drawing, (times) => again([...times]));
    if (isUndefined(sources)) throw new Error(sources.because);
    expect(Math.abs(sources.low - drawn.low)).toBeLessThan(0.02);
  });

  it('does not exist for a single source, nor where almost every draw has no value', () => {
    expect(intervalOverSources(1, { draws: 10, seed: 1 }, () => 1)).toEqual({ kind: 'undefined', because: 'tooFewUnits' });
    expect(intervalOverSources(3, { draws: 10, seed: 1 }, () => ({ kind: 'undefined', because: 'noVariation' }))).toEqual({
      kind: 'undefined',
      because: 'noVariation',
    });
  });
});
