// Agreement of two coders against published tables and R's packages (irr, irrCAC, vcd, psych); the cases name their sources.
import { describe, expect, it } from 'vitest';
import { krippendorffAlpha } from '../../../shared/statistics/agreement-alpha.ts';
import type { Coefficient } from '../../../shared/statistics/agreement-coefficient.ts';
import { pooled } from '../../../shared/statistics/agreement-coefficient.ts';
import { appliedAgreement, holsti, percentAgreement } from '../../../shared/statistics/agreement-many.ts';
import { ratingsOfTable, ratingsOfUnits, tableOf } from '../../../shared/statistics/agreement-ratings.ts';
import type { AgreementTable } from '../../../shared/statistics/agreement-ratings.ts';
import { bennettS, cohenKappa, gwetOfTwo, intervalByError, kappaMax, kappaNullError, scottPi } from '../../../shared/statistics/agreement-two.ts';
import type { TwoCoderCoefficient } from '../../../shared/statistics/agreement-two.ts';
import { agreementWeights, weightsOfDisagreement } from '../../../shared/statistics/agreement-weights.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { agreementCase } from './agreement-cases.ts';

function defined<T extends Coefficient | number>(found: T | Undefined): T {
  if (isUndefined(found)) throw new Error(`undefined: ${found.because}`);
  return found;
}

type Figures = Readonly<Record<string, number>>;
type TableCase = { readonly table_rows_coder1: AgreementTable };

/** Every figure that tables are published with, by the case's own names. */
function figuresOf(table: AgreementTable): Readonly<Record<string, () => number>> {
  const weighted = (of: (table: AgreementTable, weights: ReturnType<typeof agreementWeights>) => TwoCoderCoefficient | Undefined) => ({
    linear: () => defined(of(table, agreementWeights(table.length, 'linear'))),
    quadratic: () => defined(of(table, agreementWeights(table.length, 'quadratic'))),
  });
  const kappa = () => defined(cohenKappa(table));
  const pi = () => defined(scottPi(table));
  const ac1 = () => defined(gwetOfTwo(table));
  const s = () => defined(bennettS(table)).value;
  return {
    percent_agreement: () => kappa().observed,
    pa: () => kappa().observed,
    bennett_S: s,
    brennan_prediger: s,
    scott_pi: () => pi().value,
    scott_pe: () => pi().expected,
    pi_se: () => pi().standardError,
    kappa: () => kappa().value,
    kappa_pe: () => kappa().expected,
    kappa_max: () => defined(kappaMax(table)),
    kappa_se: () => kappa().standardError,
    se_kappa_FCE1969: () => kappa().standardError,
    ase_kappa: () => kappa().standardError,
    se_kappa_null: () => defined(kappaNullError(table)),
    gwet_ac1: () => ac1().value,
    ac1: () => ac1().value,
    ac1_pe: () => ac1().expected,
    pe_ac1: () => ac1().expected,
    ac1_se: () => ac1().standardError,
    alpha_nominal: () => {
      const alpha = krippendorffAlpha(ratingsOfTable(table));
      return isUndefined(alpha) ? Number.NaN : alpha.value;
    },
    kappa_linear: () => weighted(cohenKappa).linear().value,
    kappa_quadratic: () => weighted(cohenKappa).quadratic().value,
    ase_linear: () => weighted(cohenKappa).linear().standardError,
    ase_quadratic: () => weighted(cohenKappa).quadratic().standardError,
    ac2_linear: () => weighted(gwetOfTwo).linear().value,
    ac2_quadratic: () => weighted(gwetOfTwo).quadratic().value,
  };
}

describe('two coders’ agreement has the figures that were published', () => {
  for (const id of [
    'agree-artstein-poesio2008-ex1',
    'agree-cohen1960-p37',
    'agree-cohen1960-p45',
    'agree-gwet-paradox',
    'agree-irrcac-abstractors',
    'agree-sexualfun-weighted',
  ]) {
    const { source, input, expected, tolerance } = agreementCase<TableCase, Figures>(id);
    const figures = figuresOf(input.table_rows_coder1);
    for (const [name, value] of Object.entries(expected).filter(([, figure]) => typeof figure === 'number'))
      it(`${id}: ${name} is ${value} (${source})`, () => {
        expect(Math.abs((figures[name]?.() ?? Number.NaN) - value)).toBeLessThanOrEqual(tolerance);
      });
  }

  it('has irrCAC’s interval of kappa, by Student’s t', () => {
    const { input } = agreementCase<TableCase, Figures>('agree-irrcac-abstractors');
    const kappa = cohenKappa(input.table_rows_coder1);
    if (isUndefined(kappa)) throw new Error(kappa.because);
    const interval = intervalByError(kappa);
    expect(interval).toEqual({ low: expect.closeTo(0.68, 3), high: expect.closeTo(0.913, 3) });
  });

  it('takes any weights of disagreement, of shares too (Cohen 1968)', () => {
    const { input, expected, tolerance } = agreementCase<
      { proportions_rows_coder1: AgreementTable; n: number; disagreement_weights: AgreementTable },
      { kappa_w: number; kappa_unweighted: number }
    >('agree-cohen1968-weighted');
    const weights = weightsOfDisagreement(input.disagreement_weights);
    const weighted = defined(cohenKappa(input.proportions_rows_coder1, weights, input.n));
    expect(Math.abs(weighted.value - expected.kappa_w)).toBeLessThanOrEqual(tolerance);
    expect(weighted.units).toBe(200);
    expect(Math.abs(defined(cohenKappa(input.proportions_rows_coder1)).value - expected.kappa_unweighted)).toBeLessThanOrEqual(tolerance);
  });
});

describe('decisions counted with and without the units that nobody coded', () => {
  const { input, expected } = agreementCase<{ coder1: number[]; coder2: number[] }, Figures>('agree-holsti-percent');
  const { ratings } = ratingsOfUnits(
    input.coder1.map((first, at) => [first, input.coder2[at] ?? null]),
    [0, 1],
  );
  const table = tableOf(ratings, 0, 1);

  it('Holsti equals percent agreement where both judged the same units', () => {
    const same = (table[0]?.[0] ?? 0) + (table[1]?.[1] ?? 0);
    expect(percentAgreement(ratings)).toBeCloseTo(expected.percent_agreement ?? Number.NaN, 9);
    expect(holsti(same, input.coder1.length, input.coder2.length)).toBeCloseTo(expected.holsti_all_decisions ?? Number.NaN, 9);
  });

  it('Holsti of what was applied is positive agreement', () => {
    const applied = (values: readonly number[]): number => values.filter((value) => value === 1).length;
    const positive = holsti(table[1]?.[1] ?? 0, applied(input.coder1), applied(input.coder2));
    expect(positive).toBeCloseTo(expected.holsti_positive_decisions_only ?? Number.NaN, 9);
    expect(appliedAgreement(ratings)).toEqual({ positive: expect.closeTo(1 / 3, 9), jaccard: expect.closeTo(1 / 5, 9) });
  });
});

describe('the figures of 24 digitised points (Krippendorff 1995)', () => {
  const { input, expected, tolerance } = agreementCase<{ coder1: number[]; coder2: number[] }, Figures>('unitizing-krippendorff1995-digitised');
  const { ratings } = ratingsOfUnits(
    input.coder1.map((first, at) => [first, input.coder2[at] ?? null]),
    [0, 1],
  );
  const figures = figuresOf(tableOf(ratings, 0, 1));
  it.each(Object.entries(expected))('%s is %f', (name, value) => {
    expect(Math.abs((figures[name]?.() ?? Number.NaN) - value)).toBeLessThanOrEqual(tolerance);
  });
});

describe('characters as NVivo counts them', () => {
  interface Counted {
    both: number;
    onlyA: number;
    onlyB: number;
    neither: number;
  }
  const { input, expected, tolerance } = agreementCase<{ cases: Counted[] }, { agreement: number; kappa: number; convention?: string }[]>(
    'agree-nvivo-characters',
  );
  it.each(input.cases.map((counted, at) => ({ ...counted, expected: expected[at] })))(
    'both $both, only A $onlyA, only B $onlyB, neither $neither',
    ({ both, onlyA, onlyB, neither, expected: figures }) => {
      const table = [
        [neither, onlyB],
        [onlyA, both],
      ];
      expect(percentAgreement(ratingsOfTable(table))).toBeCloseTo(figures?.agreement ?? Number.NaN, 9);
      const kappa = cohenKappa(table);
      // where nobody varied NVivo prints 1; here it has no value, and the report of what NVivo would print says 1
      if (figures?.convention !== undefined) expect(kappa).toEqual({ kind: 'undefined', because: 'noVariation' });
      else expect(Math.abs(defined(kappa).value - (figures?.kappa ?? Number.NaN))).toBeLessThanOrEqual(tolerance);
    },
  );
});

describe('what has no value says why', () => {
  const { input, expected, tolerance } = agreementCase<
    Readonly<Record<string, (string | null)[][]>>,
    Readonly<Record<string, { percent: number | null; kappa: number | null; alpha: number | null }>>
  >('agree-edge-cases');
  it.each(Object.entries(expected))('%s', (name, figures) => {
    const { ratings } = ratingsOfUnits(input[name] ?? []);
    const alpha = krippendorffAlpha(ratings);
    const kappa = cohenKappa(tableOf(ratings, 0, 1));
    const found = {
      percent: percentAgreement(ratings),
      kappa: isUndefined(kappa) ? kappa : kappa.value,
      alpha: isUndefined(alpha) ? alpha : alpha.value,
    };
    for (const key of ['percent', 'kappa', 'alpha'] as const) {
      const [value, figure] = [figures[key], found[key]];
      if (value === null) expect(isUndefined(figure)).toBe(true);
      else expect(Math.abs(defined(figure) - value)).toBeLessThanOrEqual(tolerance);
    }
  });

  it('is pooled over categories without being lost where one of them never varied', () => {
    const table = (applied: number) => [
      [90 - applied, 5],
      [5, applied],
    ];
    const kappa = defined(cohenKappa(table(40)));
    const constant = { observed: 1, expected: 1 };
    expect(defined(pooled([kappa, constant])).value).toBeCloseTo(kappa.value, 9);
    expect(pooled([constant])).toEqual({ kind: 'undefined', because: 'noVariation' });
    expect(pooled([])).toEqual({ kind: 'undefined', because: 'empty' });
  });
});
