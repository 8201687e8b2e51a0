// The truth table of qualitative comparative analysis: which configurations of conditions there are, who has them, what comes of them.
// Ragin 1987 (crisp), 2008 (fuzzy); Rihoux & De Meur 2009. Checked against R's QCA on Lipset's democracies.
import { necessityOf, negated, sufficiencyOf } from './set-fit.ts';
import type { Membership, Necessity } from './set-fit.ts';
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

export const MOST_CONDITIONS = 12;

export interface CalibratedCases {
  /** `conditions[condition][case]` */
  readonly conditions: readonly Membership[];
  readonly outcome: Membership;
}

export interface Cuts {
  /** From this consistency on a configuration has the outcome. */
  readonly consistency: number;
  readonly pri: number;
  /** With fewer cases a configuration is a remainder. */
  readonly cases: number;
}

export interface TruthRow {
  /** The first condition is the highest bit. */
  readonly configuration: number;
  /** Those who are more in it than out. */
  readonly cases: readonly number[];
  readonly consistency: number | null;
  readonly pri: number | null;
  readonly outcome: 'present' | 'absent' | 'remainder';
  /** Its cases that say otherwise than the row: without the outcome where it is present, with it where it is absent. */
  readonly contradicting: readonly number[];
}

export interface TruthTable {
  /** Configurations that somebody has, by what comes of them and how many have them. */
  readonly rows: readonly TruthRow[];
  readonly isCrisp: boolean;
}

/** A case neither in nor out: `condition` −1 is the outcome. */
export interface Half {
  readonly case: number;
  readonly condition: number;
}

export interface Undecided extends Undefined {
  readonly because: 'membershipHalf';
  readonly halves: readonly Half[];
}

const isBetween = (value: number): boolean => value > 0 && value < 1;

export function isCrisp({ conditions, outcome }: CalibratedCases): boolean {
  return ![outcome, ...conditions].some((set) => set.some(isBetween));
}

function halvesIn({ conditions, outcome }: CalibratedCases): Half[] {
  return [...conditions, outcome].flatMap((set, at) =>
    set.flatMap((value, index) => (Math.abs(value - 0.5) < 1e-9 ? [{ case: index, condition: at === conditions.length ? -1 : at }] : [])),
  );
}

/** How much each case belongs to a product of conditions, given as bits. */
export function termMembership(conditions: readonly Membership[], care: number, value: number): number[] {
  const count = conditions[0]?.length ?? 0;
  return Array.from({ length: count }, (_, index) =>
    conditions.reduce((least, set, at) => {
      const bit = 2 ** (conditions.length - 1 - at);
      if (!(care & bit)) return least;
      const own = set[index] ?? 0;
      return Math.min(least, value & bit ? own : 1 - own);
    }, 1),
  );
}

function rowOf(configuration: number, cases: readonly number[], { conditions, outcome }: CalibratedCases, cuts: Cuts): TruthRow {
  const { consistency, pri } = sufficiencyOf(termMembership(conditions, 2 ** conditions.length - 1, configuration), outcome);
  const isIn = (consistency ?? 0) >= cuts.consistency - 1e-9 && (pri ?? 0) >= cuts.pri - 1e-9;
  const comes = cases.length < cuts.cases ? 'remainder' : isIn ? 'present' : 'absent';
  const contradicting = comes === 'remainder' ? [] : cases.filter((index) => (outcome[index] ?? 0) > 0.5 !== (comes === 'present'));
  return { configuration, cases, consistency, pri, outcome: comes, contradicting };
}

const RANK = { present: 0, absent: 1, remainder: 2 } as const;

export function truthTableOf(cases: CalibratedCases, cuts: Cuts): TruthTable | Undefined | Undecided {
  const { conditions, outcome } = cases;
  if (conditions.length > MOST_CONDITIONS) return undefinedFor('tooManyConditions');
  if (conditions.length === 0 || outcome.length === 0) return undefinedFor('empty');
  if (outcome.length === 1) return undefinedFor('oneCase');
  const halves = halvesIn(cases);
  if (halves.length > 0) return { kind: 'undefined', because: 'membershipHalf', halves };
  if (outcome.every((value) => value > 0.5) || outcome.every((value) => value < 0.5)) return undefinedFor('constantOutcome');
  const configurationOf = (index: number): number => conditions.reduce((bits, set) => bits * 2 + ((set[index] ?? 0) > 0.5 ? 1 : 0), 0);
  const held = Map.groupBy(outcome.keys(), configurationOf);
  const rows = [...held]
    .map(([configuration, own]) => rowOf(configuration, own, cases, cuts))
    .sort(
      (a, b) =>
        RANK[a.outcome] - RANK[b.outcome] ||
        b.cases.length - a.cases.length ||
        (b.consistency ?? 0) - (a.consistency ?? 0) ||
        b.configuration - a.configuration,
    );
  return { rows, isCrisp: isCrisp(cases) };
}

/** Of each condition and of its absence, for the outcome. */
export function necessities({ conditions, outcome }: CalibratedCases): { readonly present: Necessity; readonly absent: Necessity }[] {
  return conditions.map((set) => ({ present: necessityOf(set, outcome), absent: necessityOf(negated(set), outcome) }));
}
