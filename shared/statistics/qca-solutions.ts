// The three solutions of a truth table, and how well each says what happened.
import { easyCounterfactuals, minimise } from './boolean-minimisation.ts';
import type { Expectation, Term } from './boolean-minimisation.ts';
import { sufficiencyOf } from './set-fit.ts';
import type { Sufficiency } from './set-fit.ts';
import { termMembership } from './truth-table.ts';
import type { CalibratedCases, TruthTable } from './truth-table.ts';
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

export interface FittedTerm extends Sufficiency {
  readonly term: Term;
  /** Share of the outcome that this term alone covers. */
  readonly uniqueCoverage: number | null;
  /** Cases more in it than out. */
  readonly cases: readonly number[];
}

export interface FittedModel extends Sufficiency {
  readonly terms: readonly FittedTerm[];
}

export interface Solution {
  /** Several where they are tied. */
  readonly models: readonly FittedModel[];
  readonly hasMore: boolean;
  readonly isLeast: boolean;
  /** Configurations without cases of which it assumes the outcome, by model. */
  readonly assumed: readonly (readonly number[])[];
}

export interface Solutions {
  readonly conservative: Solution;
  readonly parsimonious: Solution;
  readonly intermediate: Solution;
}

const union = (sets: readonly (readonly number[])[], count: number): number[] =>
  Array.from({ length: count }, (_, index) => sets.reduce((most, set) => Math.max(most, set[index] ?? 0), 0));

function fitted(model: readonly Term[], { conditions, outcome }: CalibratedCases): FittedModel {
  const sets = model.map(({ care, value }) => termMembership(conditions, care, value));
  const whole = sufficiencyOf(union(sets, outcome.length), outcome);
  const terms = model.map((term, at): FittedTerm => {
    const own = sets[at] ?? [];
    const others = sufficiencyOf(union(sets.toSpliced(at, 1), outcome.length), outcome);
    const uniqueCoverage = whole.coverage === null ? null : whole.coverage - (others.coverage ?? 0);
    return { term, ...sufficiencyOf(own, outcome), uniqueCoverage, cases: own.flatMap((value, index) => (value > 0.5 ? [index] : [])) };
  });
  return { terms, ...whole };
}

/** Undefined where no configuration has the outcome, or all that were seen have it. */
export function solutionsOf(table: TruthTable, cases: CalibratedCases, expectations: readonly Expectation[]): Solutions | Undefined {
  const conditions = cases.conditions.length;
  const having = (outcome: 'present' | 'absent'): number[] =>
    table.rows.flatMap((row) => (row.outcome === outcome ? [row.configuration] : [])).sort((a, b) => a - b);
  const [on, off] = [having('present'), having('absent')];
  if (on.length === 0 || off.length === 0) return undefinedFor('noPositiveRow');
  const seen = new Set([...on, ...off]);
  const remainders = Array.from({ length: 2 ** conditions }, (_, configuration) => configuration).filter((each) => !seen.has(each));
  const conservative = minimise({ conditions, on, either: [] });
  const parsimonious = minimise({ conditions, on, either: remainders });
  const intermediate = intermediateModels(conservative.models, parsimonious.models, { conditions, on, remainders, expectations });
  const solution = (models: readonly (readonly Term[])[], hasMore: boolean, isLeast: boolean): Solution => ({
    models: models.map((model) => fitted(model, cases)),
    hasMore,
    isLeast,
    assumed: models.map((model) => remainders.filter((each) => model.some(({ care, value }) => (each & care) === value))),
  });
  return {
    conservative: solution(conservative.models, conservative.hasMore, conservative.isLeast),
    parsimonious: solution(parsimonious.models, parsimonious.hasMore, parsimonious.isLeast),
    intermediate: solution(intermediate, conservative.hasMore || parsimonious.hasMore, conservative.isLeast && parsimonious.isLeast),
  };
}

/** One per pair of a conservative and a parsimonious model, those that say the same once. */
function intermediateModels(
  conservative: readonly (readonly Term[])[],
  parsimonious: readonly (readonly Term[])[],
  {
    conditions,
    on,
    remainders,
    expectations,
  }: {
    readonly conditions: number;
    readonly on: readonly number[];
    readonly remainders: readonly number[];
    readonly expectations: readonly Expectation[];
  },
): (readonly Term[])[] {
  const models = new Map<string, readonly Term[]>();
  const tried = new Set<string>();
  for (const inner of conservative)
    for (const outer of parsimonious) {
      const either = easyCounterfactuals(inner, outer, remainders, expectations);
      if (tried.size === tried.add(either.join()).size) continue;
      for (const model of minimise({ conditions, on, either }).models) models.set(model.map(({ care, value }) => `${care}/${value}`).join(), model);
    }
  return [...models.values()];
}
