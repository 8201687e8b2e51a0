// Agreement on stretches of text: the u-alphas of 2016, the alpha of 2004, gamma's disorder; and the sweep against counting characters.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USUAL_GAMMA, gammaOf, observedDisorder } from '../../../shared/statistics/agreement-gamma.ts';
import type { Gamma } from '../../../shared/statistics/agreement-gamma.ts';
import { legacyUnitizingAlpha } from '../../../shared/statistics/agreement-legacy-alpha.ts';
import { markedCharacters, markedStretches, markedUnits, matchedPassages } from '../../../shared/statistics/agreement-spans.ts';
import { addedUp, barUAlpha, cuAlpha, kuAlpha, uAlpha, unitCoincidences } from '../../../shared/statistics/agreement-unitizing.ts';
import type { Continuum, UnitCoincidences } from '../../../shared/statistics/agreement-unitizing.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';
import { agreementCase } from './agreement-cases.ts';

type Marked = readonly [start: number, end: number, value: string];
interface MarkedText {
  readonly length: number;
  readonly coders: Readonly<Record<string, readonly Marked[]>>;
}

function numbered({ length, coders }: MarkedText): { continuum: Continuum; names: readonly string[] } {
  const names = [...new Set(Object.values(coders).flatMap((units) => units.map(([, , value]) => value)))].sort();
  const spans = Object.values(coders).map((units) => units.map(([start, end, value]) => ({ start, end, value: names.indexOf(value) })));
  return { continuum: { length, coders: spans }, names };
}

function sumsOf(continua: readonly Continuum[], values: number): UnitCoincidences {
  const sums = unitCoincidences(continua, values);
  if (isUndefined(sums)) throw new Error(sums.because);
  return sums;
}

function atOnce<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function expectFigure(found: number | Undefined, wanted: number | null, tolerance: number): void {
  if (wanted === null) expect(isUndefined(found)).toBe(true);
  else expect(Math.abs((isUndefined(found) ? Number.NaN : found) - wanted)).toBeLessThanOrEqual(tolerance);
}

describe('the u-alphas (Krippendorff, Mathet, Bouvry & Widlöcher 2016)', () => {
  const { input, expected } = agreementCase<
    MarkedText,
    {
      full_precision: { u_alpha: number; bar_u_alpha: number; cu_alpha: number };
      cu_coverage: number;
      k: Readonly<Record<string, { alpha: number | null; coverage: number }>>;
      observed_coincidences_nonzero: Readonly<Record<string, number>>;
    },
    { full_precision: number }
  >('unitizing-ualpha-alex-paul-suzan');
  const { continuum, names } = numbered(input);
  const sums = sumsOf([continuum], names.length);

  it('are those of Alex, Paul and Suzan', () => {
    expectFigure(uAlpha(sums), expected.full_precision.u_alpha, 1e-9);
    expectFigure(barUAlpha(sums), expected.full_precision.bar_u_alpha, 1e-9);
    expectFigure(cuAlpha(sums).alpha, expected.full_precision.cu_alpha, 1e-9);
    expect(cuAlpha(sums).coverage).toBeCloseTo(expected.cu_coverage, 12);
  });

  it.each(Object.entries(expected.k))('of value %s where both marked something', (value, { alpha, coverage }) => {
    const found = kuAlpha(sums, names.indexOf(value));
    expectFigure(found.alpha, alpha, 1e-9);
    expect(found.coverage).toBeCloseTo(coverage, 12);
  });

  it('count the shared lengths that were published', () => {
    const nameOf = (value: number): string => names[value] ?? 'None';
    const found: Record<string, number> = {};
    const size = names.length + 1;
    sums.shared.forEach((length, at) => {
      if (length > 0) found[`${nameOf(Math.floor(at / size))}|${nameOf(at % size)}`] = length;
    });
    expect(found).toEqual(expected.observed_coincidences_nonzero);
  });

  it('of two texts are not those of one of them, and of a text drawn twice those of the text twice over', () => {
    expect(uAlpha(sumsOf([continuum, continuum], names.length))).not.toBe(uAlpha(sums));
    const twice = addedUp([sums, sums], (at) => (at === 0 ? 2 : 0));
    expect(isUndefined(twice) || uAlpha(twice)).toBe(uAlpha(sumsOf([continuum, continuum], names.length)));
  });

  const edges = agreementCase<
    Readonly<Record<string, MarkedText>>,
    Readonly<Record<string, { u_alpha: number | null; bar_u_alpha: number | null; cu_alpha: number | null; cu_coverage: number }>>
  >('unitizing-ualpha-edge');
  it.each(Object.entries(edges.expected))('at the edge: %s', (name, wanted) => {
    const text = numbered(edges.input[name] ?? { length: 0, coders: {} });
    const found = sumsOf([text.continuum], text.names.length);
    expectFigure(uAlpha(found), wanted.u_alpha, edges.tolerance);
    expectFigure(barUAlpha(found), wanted.bar_u_alpha, edges.tolerance);
    expectFigure(cuAlpha(found).alpha, wanted.cu_alpha, edges.tolerance);
    expect(cuAlpha(found).coverage).toBeCloseTo(wanted.cu_coverage, 12);
  });

  it('refuse a coder whose units overlap', () => {
    const overlapping = {
      length: 9,
      coders: [
        [
          { start: 0, end: 5, value: 0 },
          { start: 4, end: 6, value: 0 },
        ],
        [],
      ],
    };
    expect(() => unitCoincidences([overlapping], 1)).toThrow(RangeError);
    expect(unitCoincidences([{ length: 9, coders: [[]] }], 1)).toEqual({ kind: 'undefined', because: 'oneCoder' });
  });
});

describe('the unitising alpha of 2004', () => {
  const { input, expected, tolerance } = agreementCase<
    { begin: number; length: number; units_offset_length_coder_code: [number, number, number, string][] },
    Readonly<Record<string, { D_o: number; D_e: number; alpha: number }>>
  >('unitizing-alphaU-2004-legacy');
  it.each(Object.entries(expected))('of category %s', (code, wanted) => {
    const of = (coder: number) =>
      input.units_offset_length_coder_code
        .filter(([, , who, what]) => who === coder && what === code)
        .map(([offset, length]) => ({ start: offset, end: offset + length }));
    const alpha = legacyUnitizingAlpha({ start: input.begin, end: input.begin + input.length }, [of(0), of(1)]);
    if (isUndefined(alpha)) throw new Error(alpha.because);
    expect(Math.abs(alpha.observed - wanted.D_o)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(alpha.expected - wanted.D_e)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(alpha.value - wanted.alpha)).toBeLessThanOrEqual(tolerance);
  });
});

describe('gamma’s disorder of the best alignment (pygamma-agreement)', () => {
  interface Fixture {
    readonly params: { alpha: number; beta: number; deltaEmpty: number };
    readonly coders: Readonly<Record<string, readonly Marked[]>>;
  }
  const { input, expected, tolerance } = agreementCase<
    Readonly<Record<string, Fixture>>,
    Readonly<Record<string, { observed_disorder: number; pygamma_gamma_range?: readonly [number, number] }>>,
    { observed_disorder: number }
  >('unitizing-gamma-observed-disorder');
  it.each(Object.entries(input))('%s', (name, { params, coders }) => {
    const { continuum } = numbered({ length: 0, coders });
    const found = observedDisorder(continuum.coders, { positional: params.alpha, categorical: params.beta, empty: params.deltaEmpty });
    expect(isUndefined(found)).toBe(false);
    expectFigure(found, expected[name]?.observed_disorder ?? Number.NaN, tolerance.observed_disorder);
  });

  it('gives the gamma of the paper’s program for Alex, Paul and Suzan, the same for the same seed', () => {
    const { coders, params } = input.alex_paul_suzan as Fixture;
    const { continuum } = numbered({ length: 60, coders });
    const weights = { positional: params.alpha, categorical: params.beta, empty: params.deltaEmpty };
    const [first, again] = [2015, 2015].map((seed) => atOnce(gammaOf([continuum], seed, weights)));
    if (!first || isUndefined(first)) throw new Error('no gamma');
    const [low, high] = expected.alex_paul_suzan?.pygamma_gamma_range ?? [1, 0];
    expect(first.gamma).toBeGreaterThan(low);
    expect(first.gamma).toBeLessThan(high);
    expect(again).toEqual(first);
  });

  it('is 1 where coders marked the same, below 0 where they did the contrary, and has no value with one coder', () => {
    const units = [0, 20, 40].map((start) => ({ start, end: start + 10, value: 0 }));
    const gammaWith = (other: typeof units): Gamma | Undefined => atOnce(gammaOf([{ length: 60, coders: [units, other] }], 1));
    expect(gammaWith(units)).toMatchObject({ gamma: 1, units: 6 });
    const contrary = units.map(({ start, end }) => ({ start: start + 10, end: end + 10, value: 1 }));
    const apart = gammaWith(contrary);
    expect(isUndefined(apart) ? Number.NaN : apart.gamma).toBeLessThan(0);
    expect(atOnce(gammaOf([{ length: 60, coders: [units] }], 1))).toEqual({ kind: 'undefined', because: 'oneCoder' });
    expect(atOnce(gammaOf([{ length: 60, coders: [[], []] }], 1))).toEqual({ kind: 'undefined', because: 'empty' });
  });

  it('has no value without units or with one coder', () => {
    expect(observedDisorder([[], []], USUAL_GAMMA)).toEqual({ kind: 'undefined', because: 'empty' });
    expect(observedDisorder([[{ start: 0, end: 1, value: 0 }]], USUAL_GAMMA)).toEqual({ kind: 'undefined', because: 'oneCoder' });
  });
});

describe('who marked which characters', () => {
  const LENGTH = 40;
  const span = fc.tuple(fc.nat(LENGTH), fc.nat(LENGTH)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  const coders = fc.array(fc.array(span, { maxLength: 4 }), { minLength: 2, maxLength: 4 });
  const setAt = (marks: readonly (readonly { start: number; end: number }[])[], at: number): number =>
    marks.reduce((set, spans, coder) => (spans.some(({ start, end }) => start <= at && at < end) ? set | (1 << coder) : set), 0);

  it('is what looking at every character finds', () => {
    fc.assert(
      fc.property(coders, (marks) => {
        const counted = new Map<number, number>();
        for (let at = 0; at < LENGTH; at += 1) counted.set(setAt(marks, at), (counted.get(setAt(marks, at)) ?? 0) + 1);
        expect(new Map(markedCharacters(LENGTH, marks))).toEqual(counted);
        for (const { start, end, by } of markedStretches(marks)) for (let at = start; at < end; at += 1) expect(setAt(marks, at)).toBe(by);
      }),
    );
  });

  it('is so of sentences and turns, which somebody marked who marked some of their characters', () => {
    const units = [
      { start: 2, end: 10 },
      { start: 10, end: 25 },
      { start: 30, end: 40 },
    ];
    fc.assert(
      fc.property(coders, (marks) => {
        const counted = new Map<number, number>();
        for (const unit of units) {
          let set = 0;
          for (let at = unit.start; at < unit.end; at += 1) set |= setAt(marks, at);
          counted.set(set, (counted.get(set) ?? 0) + 1);
        }
        expect(new Map(markedUnits(units, marks))).toEqual(counted);
      }),
    );
  });

  it('counts passages that overlap enough as the same', () => {
    const first = [
      { start: 0, end: 10 },
      { start: 20, end: 30 },
    ];
    const second = [
      { start: 0, end: 9 },
      { start: 25, end: 35 },
    ];
    expect(matchedPassages(first, second, 0.9)).toEqual({ first: 1, second: 1 });
    expect(matchedPassages(first, second, 0.95)).toEqual({ first: 0, second: 0 });
    expect(matchedPassages(first, second, 0.3)).toEqual({ first: 2, second: 2 });
  });
});
