// Saturation against published figures and R's packages (vegan, SpadeR, iNEXT); the cases name their sources.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accumulate, expectedAccumulation, runsOfLittle } from '../../../shared/statistics/accumulation.ts';
import type { Incidence, RunsOfLittle } from '../../../shared/statistics/accumulation.ts';
import { chanceOfInstances, codingRichness, interviewRichness, interviewsNeeded } from '../../../shared/statistics/richness.ts';
import type { CodingRichness, InterviewRichness } from '../../../shared/statistics/richness.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';

/** vegan 2.6, specaccum and specpool: 8 interviews, 10 categories of which one is in none. */
const VEGAN: Incidence = [
  [0, 1, 2],
  [0, 2, 3],
  [1, 2, 4],
  [0, 1, 4, 5],
  [1, 2, 3, 6],
  [0, 1, 2, 7],
  [1, 3, 4],
  [0, 2, 4, 6, 8],
];

describe('the curve of categories', () => {
  it('follows the order taken', () => {
    expect(accumulate(VEGAN)).toEqual({ cumulative: [3, 4, 5, 6, 7, 8, 8, 9], added: [3, 1, 1, 1, 1, 1, 0, 1] });
  });

  it('has the mean and the spread over all orders that vegan gives', () => {
    const expected = [3.625, 5.4642857, 6.5, 7.2, 7.75, 8.2142857, 8.625, 9];
    const deviation = [0.69597055, 0.87404879, 0.92988604, 0.8416691, 0.76182234, 0.68650945, 0.48412292, 0];
    expectedAccumulation(VEGAN).forEach((step, at) => {
      expect(step.mean).toBeCloseTo(expected[at] ?? Number.NaN, 6);
      expect(step.veganDeviation).toBeCloseTo(deviation[at] ?? Number.NaN, 6);
    });
  });

  it('has as its expectation and its spread those over every order of a few interviews', () => {
    const orders = <T>(list: readonly T[]): T[][] =>
      list.length < 2 ? [[...list]] : list.flatMap((one, at) => orders([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [one, ...rest]));
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.nat(6), { maxLength: 5 }), { minLength: 1, maxLength: 5 }), (incidence) => {
        const all = orders(incidence).map((order) => accumulate(order).cumulative);
        const means = incidence.map((_, at) => all.reduce((sum, curve) => sum + (curve[at] ?? 0), 0) / all.length);
        expectedAccumulation(incidence).forEach(({ mean, deviation }, at) => {
          expect(mean).toBeCloseTo(means[at] ?? Number.NaN, 9);
          const variance = all.reduce((sum, curve) => sum + ((curve[at] ?? 0) - mean) ** 2, 0) / all.length;
          expect(deviation ** 2).toBeCloseTo(variance, 9);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('runs that add little (Guest, Namey & Chen 2020)', () => {
  const ADDED = [20, 9, 5, 3, 4, 3, 1, 0, 1, 0];
  const run = (runLength: number, threshold: number): RunsOfLittle => runsOfLittle(ADDED, { baseSize: 4, runLength, threshold }) as RunsOfLittle;

  it('gives the published ratios and stops at 6+2 and 7+3', () => {
    expect(run(2, 0.05).base).toBe(37);
    expect(run(2, 0.05).steps.map(({ after, added }) => [after, added])).toEqual([
      [4, 7],
      [5, 4],
      [6, 1],
      [7, 1],
      [8, 1],
    ]);
    expect(run(2, 0.05).steps.map(({ ratio }) => Math.round(ratio * 100))).toEqual([19, 11, 3, 3, 3]);
    expect(run(2, 0.05).reached?.after).toBe(6);
    expect(run(3, 0.05).reached?.after).toBe(7);
    expect(run(2, 0).reached).toBeNull();
  });

  it('is undefined where there are too few interviews, or nothing in the base', () => {
    expect(runsOfLittle([1, 2, 3, 4, 5], { baseSize: 4, runLength: 2, threshold: 0.05 })).toEqual({ kind: 'undefined', because: 'tooFewUnits' });
    expect(runsOfLittle([0, 0, 0, 0, 5, 1], { baseSize: 4, runLength: 2, threshold: 0.05 })).toEqual({ kind: 'undefined', because: 'empty' });
  });
});

describe('categories that nobody has met yet', () => {
  it('are estimated from interviews as vegan does', () => {
    const found = interviewRichness(VEGAN) as InterviewRichness;
    expect(found).toMatchObject({ observed: 9, once: 3, twice: 1 });
    expect(found.estimate).toBeCloseTo(12.9375, 6);
    expect(found.standardError).toBeCloseTo(6.3335047, 6);
    expect(found.jackknife1).toBeCloseTo(11.625, 6);
    expect(found.jackknife2).toBeCloseTo(13.232143, 6);
  });

  it('are estimated from 121 interviews as SpadeR does', () => {
    // 34 categories, three in one interview, two in two; the others in every one
    const incidence = Array.from({ length: 121 }, (_, at) => [
      ...Array.from({ length: 29 }, (__, category) => category),
      ...(at < 3 ? [29 + at] : []),
      ...(at === 3 || at === 4 ? [32, 33] : []),
    ]);
    const found = interviewRichness(incidence) as InterviewRichness;
    expect(found.observed).toBe(34);
    expect(found.estimate).toBeCloseTo(36.231, 3);
    expect(found.standardError).toBeCloseTo(3.37, 2);
    expect(found.low).toBeCloseTo(34.263, 2);
    expect(found.high).toBeCloseTo(52.9, 1);
    expect(found.biasCorrected).toBeCloseTo(34.992, 3);
    expect(found.jackknife1).toBeCloseTo(36.975, 3);
    expect(found.jackknife2).toBeCloseTo(37.975, 2);
  });

  it.each([
    [
      'Girdled',
      [46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2, ...Array<number>(12).fill(1)],
      [43.893, 14.306, 30.511, 96.971, 39.121, 48.415, 37.929, 45.857],
    ],
    [
      'Logged',
      [88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2, ...Array<number>(14).fill(1)],
      [61.403, 18.532, 43.502, 128.583, 55.128, 52.685, 50.944, 60.881],
    ],
  ])('are estimated from codings as iNEXT and SpadeR do (%s)', (_name, codings, figures) => {
    const { estimate, standardError, low, high, biasCorrected, ace, jackknife1, jackknife2 } = codingRichness(codings) as CodingRichness;
    [estimate, standardError, low, high, biasCorrected, ace, jackknife1, jackknife2].forEach((value, at) =>
      expect(Math.abs(value - (figures[at] ?? Number.NaN))).toBeLessThan(0.002),
    );
  });

  it('are none where every category came twice at least, and never fewer than those seen', () => {
    const found = interviewRichness([[0, 1], [0, 1], [0]]) as InterviewRichness;
    expect(found).toMatchObject({ estimate: 2, low: 2, high: 2, coverage: 1, isLowerBound: false });
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.nat(12), { maxLength: 8 }), { minLength: 2, maxLength: 12 }), (incidence) => {
        const some = interviewRichness(incidence);
        if (isUndefined(some)) return;
        expect(some.low).toBeGreaterThanOrEqual(some.observed - 1e-9);
        expect(some.high).toBeGreaterThanOrEqual(some.low);
        expect(some.coverage).toBeGreaterThanOrEqual(-1e-9);
        expect(some.coverage).toBeLessThanOrEqual(1);
        for (const value of Object.values(some)) expect(Number.isNaN(value)).toBe(false);
      }),
    );
  });

  it('are undefined without interviews, with one, without a category', () => {
    expect(interviewRichness([])).toEqual({ kind: 'undefined', because: 'empty' });
    expect(interviewRichness([[0, 1]])).toEqual({ kind: 'undefined', because: 'oneUnit' });
    expect(interviewRichness([[], []])).toEqual({ kind: 'undefined', because: 'empty' });
    expect(codingRichness([])).toEqual({ kind: 'undefined', because: 'empty' });
  });
});

describe('how many interviews (Fugard & Potts 2015)', () => {
  it('are needed for a theme of one in ten to come up twice with 80 % power', () => {
    expect(interviewsNeeded({ prevalence: 0.1, instances: 2, power: 0.8 })).toBe(29);
    expect(chanceOfInstances(29, 0.1, 2)).toBeCloseTo(0.8011278994496028, 4);
    expect(chanceOfInstances(200, 0.06, 5)).toBeCloseTo(0.9936234273771565, 4);
  });
});
