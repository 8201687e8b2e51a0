// Qualitative comparative analysis against Lipset's inter-war democracies, as R's QCA 3.25.1 has them (data sets LC and LF).
import { describe, expect, it } from 'vitest';
import type { Expectation, Term } from '../../../shared/statistics/boolean-minimisation.ts';
import { areInOrder, crispMembership, directMembership } from '../../../shared/statistics/calibration.ts';
import { solutionsOf } from '../../../shared/statistics/qca-solutions.ts';
import type { FittedModel, Solutions } from '../../../shared/statistics/qca-solutions.ts';
import { necessityOf } from '../../../shared/statistics/set-fit.ts';
import { necessities, truthTableOf } from '../../../shared/statistics/truth-table.ts';
import type { CalibratedCases, Cuts, TruthTable } from '../../../shared/statistics/truth-table.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';

const NAMES = ['DEV', 'URB', 'LIT', 'IND', 'STB'];
/** Rihoux & De Meur 2009: development, urbanisation, literacy, industry, stable government → survival of democracy. */
const CRISP: Record<string, number[]> = {
  AU: [1, 0, 1, 1, 0, 0], BE: [1, 1, 1, 1, 1, 1], CZ: [1, 1, 1, 1, 1, 1], EE: [0, 0, 1, 0, 1, 0], FI: [1, 0, 1, 0, 1, 1], FR: [1, 0, 1, 1, 1, 1],
  DE: [1, 1, 1, 1, 0, 0], GR: [0, 0, 0, 0, 0, 0], HU: [0, 0, 1, 0, 0, 0], IE: [1, 0, 1, 0, 1, 1], IT: [0, 0, 0, 0, 1, 0], NL: [1, 1, 1, 1, 1, 1],
  PL: [0, 0, 1, 0, 0, 0], PT: [0, 0, 0, 0, 0, 0], RO: [0, 0, 0, 0, 1, 0], ES: [0, 0, 0, 0, 0, 0], SE: [1, 0, 1, 1, 1, 1], UK: [1, 1, 1, 1, 1, 1],
}; // biome-ignore format: a table
const FUZZY: Record<string, number[]> = {
  AU: [0.81, 0.12, 0.99, 0.73, 0.43, 0.05], BE: [0.99, 0.89, 0.98, 1, 0.98, 0.95], CZ: [0.58, 0.98, 0.98, 0.9, 0.91, 0.89],
  EE: [0.16, 0.07, 0.98, 0.01, 0.91, 0.12], FI: [0.58, 0.03, 0.99, 0.08, 0.58, 0.77], FR: [0.98, 0.03, 0.99, 0.81, 0.95, 0.95],
  DE: [0.89, 0.79, 0.99, 0.96, 0.31, 0.05], GR: [0.04, 0.09, 0.13, 0.36, 0.43, 0.06], HU: [0.07, 0.16, 0.88, 0.07, 0.13, 0.42],
  IE: [0.72, 0.05, 0.98, 0.01, 0.95, 0.92], IT: [0.34, 0.1, 0.41, 0.47, 0.58, 0.05], NL: [0.98, 1, 0.99, 0.94, 0.99, 0.95],
  PL: [0.02, 0.17, 0.59, 0, 0, 0.12], PT: [0.01, 0.02, 0.01, 0.11, 0.01, 0.05], RO: [0.01, 0.03, 0.17, 0, 0.84, 0.21],
  ES: [0.03, 0.3, 0.09, 0.21, 0.2, 0.06], SE: [0.95, 0.13, 0.99, 0.67, 0.91, 0.95], UK: [0.98, 0.99, 0.99, 1, 0.98, 0.95],
}; // biome-ignore format: a table

function casesOf(data: Record<string, number[]>, negated = false): CalibratedCases {
  const rows = Object.values(data);
  return {
    conditions: NAMES.map((_, at) => rows.map((row) => row[at] ?? 0)),
    outcome: rows.map((row) => (negated ? 1 - (row[5] ?? 0) : (row[5] ?? 0))),
  };
}

function tableOf(cases: CalibratedCases, cuts: Partial<Cuts> = {}): TruthTable {
  const table = truthTableOf(cases, { consistency: 0.9, pri: 0, cases: 1, ...cuts });
  if (isUndefined(table)) throw new Error(table.because);
  return table;
}

function solved(cases: CalibratedCases, cuts: Partial<Cuts> = {}, expected: Expectation = 'present'): Solutions {
  const solutions = solutionsOf(
    tableOf(cases, cuts),
    cases,
    NAMES.map(() => expected),
  );
  if (isUndefined(solutions)) throw new Error(solutions.because);
  return solutions;
}

function words({ care, value }: Term): string {
  const bitOf = (at: number): number => 2 ** (NAMES.length - 1 - at);
  return NAMES.flatMap((name, at) => (care & bitOf(at) ? [value & bitOf(at) ? name : `~${name}`] : [])).join('*');
}

const sum = (model: FittedModel | undefined): string[] => (model?.terms ?? []).map(({ term }) => words(term)).sort();
const named = (data: Record<string, number[]>, cases: readonly number[]): string[] => cases.map((at) => Object.keys(data)[at] ?? '');

describe('crisp-set analysis of Lipset’s democracies', () => {
  const cases = casesOf(CRISP);

  it('has the published rows with the outcome, and who has them', () => {
    const rows = tableOf(cases).rows.filter(({ outcome }) => outcome === 'present');
    const found = Object.fromEntries(rows.map(({ configuration, cases: own }) => [configuration.toString(2).padStart(5, '0'), named(CRISP, own)]));
    expect(found).toEqual({ 11111: ['BE', 'CZ', 'NL', 'UK'], 10101: ['FI', 'IE'], 10111: ['FR', 'SE'] });
  });

  it('has the published conservative, parsimonious and intermediate solutions with their fit', () => {
    const { conservative, parsimonious, intermediate } = solved(cases);
    const [model] = conservative.models;
    expect(sum(model)).toEqual(['DEV*LIT*IND*STB', 'DEV*~URB*LIT*STB']);
    const byName = Object.fromEntries((model?.terms ?? []).map((term) => [words(term.term), term]));
    expect(byName['DEV*~URB*LIT*STB']).toMatchObject({ consistency: 1, coverage: 0.5, uniqueCoverage: 0.25 });
    expect(byName['DEV*LIT*IND*STB']).toMatchObject({ consistency: 1, coverage: 0.75, uniqueCoverage: 0.5 });
    expect(model).toMatchObject({ consistency: 1, coverage: 1 });
    expect(parsimonious.models.map(sum)).toEqual([['DEV*STB']]);
    expect(intermediate.models.map(sum)).toEqual([['DEV*LIT*STB']]);
  });

  it('assumes nothing where nothing is expected: the intermediate solution is the conservative one then', () => {
    const { conservative, intermediate } = solved(cases, {}, 'either');
    expect(intermediate.models.map(sum)).toEqual(conservative.models.map(sum));
    expect(conservative.assumed).toEqual([[]]);
  });

  it('explains the breakdown of democracy as published', () => {
    const { conservative, parsimonious } = solved(casesOf(CRISP, true));
    expect(conservative.models.map(sum)).toEqual([['DEV*LIT*IND*~STB', '~DEV*~URB*~IND']]);
    expect(parsimonious.models.map(sum)).toEqual([['~DEV', '~STB']]);
  });

  it('finds development necessary, with its relevance', () => {
    const [development] = necessities(cases);
    expect(development?.present.consistency).toBeCloseTo(1, 9);
    expect(development?.present.relevance).toBeCloseTo(0.8, 9);
    expect(development?.present.coverage).toBeCloseTo(0.8, 9);
  });

  it('lists the cases that contradict their configuration', () => {
    const contradicted = { ...CRISP, XX: [1, 1, 1, 1, 1, 0] };
    const row = tableOf(casesOf(contradicted), { consistency: 0.8 }).rows.find(({ configuration }) => configuration === 31);
    expect(row).toMatchObject({ outcome: 'present', consistency: 0.8 });
    expect(named(contradicted, row?.contradicting ?? [])).toEqual(['XX']);
    const strict = tableOf(casesOf(contradicted), { consistency: 1 }).rows.find(({ configuration }) => configuration === 31);
    expect(named(contradicted, strict?.contradicting ?? [])).toEqual(['BE', 'CZ', 'NL', 'UK']);
  });

  it('leaves configurations of too few cases to be assumed', () => {
    expect(
      tableOf(cases, { cases: 2 })
        .rows.filter(({ outcome }) => outcome === 'remainder')
        .map(({ cases: own }) => own.length),
    ).toEqual([1, 1, 1]);
  });
});

describe('fuzzy-set analysis of Lipset’s democracies', () => {
  const cases = casesOf(FUZZY);
  const rowOf = (configuration: string) =>
    tableOf(cases, { consistency: 0.8 }).rows.find((row) => row.configuration === Number.parseInt(configuration, 2));

  it('has the consistencies and PRI of R’s QCA', () => {
    expect(rowOf('11111')).toMatchObject({ consistency: expect.closeTo(0.904206, 6), pri: expect.closeTo(0.885794, 6), outcome: 'present' });
    expect(rowOf('10101')).toMatchObject({ consistency: expect.closeTo(0.80427, 6), pri: expect.closeTo(0.719388, 6), outcome: 'present' });
    expect(rowOf('10111')).toMatchObject({ consistency: expect.closeTo(0.708772, 6), outcome: 'absent' });
    expect(tableOf(cases).isCrisp).toBe(false);
  });

  it('has its conservative and parsimonious solutions', () => {
    const { conservative, parsimonious } = solved(cases, { consistency: 0.8 });
    expect(conservative.models).toHaveLength(1);
    expect(conservative.models[0]?.consistency).toBeCloseTo(0.8698, 4);
    expect(conservative.models[0]?.coverage).toBeCloseTo(0.6585, 4);
    expect(parsimonious.models.map(sum)).toContainEqual(['DEV*~IND', 'URB*STB']);
    const model = parsimonious.models.find((each) => sum(each).includes('URB*STB'));
    expect(model?.consistency).toBeCloseTo(0.8503, 4);
    expect(model?.coverage).toBeCloseTo(0.7136, 4);
  });

  it('judges development and stability together as necessary as R does', () => {
    const [development = [], , , , stability = []] = cases.conditions;
    const both = development.map((value, at) => Math.min(value, stability[at] ?? 0));
    const { consistency, coverage } = necessityOf(both, cases.outcome);
    expect(consistency).toBeCloseTo(0.8239, 4);
    expect(coverage).toBeCloseTo(0.8689, 3);
  });
});

describe('a truth table refuses', () => {
  const cases = casesOf(FUZZY);
  const cuts = { consistency: 0.8, pri: 0, cases: 1 };

  it('a case neither in nor out, and names it', () => {
    const halved = { ...cases, conditions: cases.conditions.map((set, at) => (at === 1 ? set.with(4, 0.5) : set)) };
    expect(truthTableOf(halved, cuts)).toEqual({ kind: 'undefined', because: 'membershipHalf', halves: [{ case: 4, condition: 1 }] });
    expect(truthTableOf({ ...cases, outcome: cases.outcome.with(2, 0.5) }, cuts)).toMatchObject({ halves: [{ case: 2, condition: -1 }] });
  });

  it('an outcome that all cases have, more than twelve conditions, and no cases', () => {
    const because = (given: CalibratedCases): unknown => truthTableOf(given, cuts);
    expect(because({ ...cases, outcome: cases.outcome.map(() => 0.9) })).toEqual({ kind: 'undefined', because: 'constantOutcome' });
    expect(because({ ...cases, conditions: Array.from({ length: 13 }, () => cases.outcome) })).toEqual({
      kind: 'undefined',
      because: 'tooManyConditions',
    });
    expect(because({ conditions: [[]], outcome: [] })).toEqual({ kind: 'undefined', because: 'empty' });
    expect(because({ conditions: [[0.2]], outcome: [1] })).toEqual({ kind: 'undefined', because: 'oneCase' });
  });

  it('to solve what no configuration, or every one, leads to', () => {
    expect(
      solutionsOf(
        tableOf(cases, { consistency: 1 }),
        cases,
        NAMES.map(() => 'present'),
      ),
    ).toEqual({ kind: 'undefined', because: 'noPositiveRow' });
  });
});

describe('calibration', () => {
  it('by anchors gives the memberships of R’s QCA, and of Ragin’s incomes', () => {
    const anchors = { out: 400, crossover: 550, in: 900 };
    for (const [value, membership] of [[400, 0.05], [550, 0.5], [900, 0.95], [800, 0.8912]] as const) // biome-ignore format: pairs
      expect(directMembership(value, anchors)).toBeCloseTo(membership, 4);
  });

  it('turns round where less is more', () => {
    const anchors = { out: 900, crossover: 550, in: 400 };
    expect(areInOrder(anchors)).toBe(true);
    expect(directMembership(400, anchors)).toBeCloseTo(0.95, 10);
    expect(directMembership(900, anchors)).toBeCloseTo(0.05, 10);
    expect(directMembership(800, anchors)).toBeLessThan(0.5);
    expect(areInOrder({ out: 1, crossover: 1, in: 2 })).toBe(false);
    expect(areInOrder({ out: 1, crossover: 3, in: 2 })).toBe(false);
  });

  it('by a threshold is in from there on', () => {
    expect([2.9, 3, 3.1].map((value) => crispMembership(value, 3))).toEqual([0, 1, 1]);
  });
});
