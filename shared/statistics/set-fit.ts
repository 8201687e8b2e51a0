// How far one set lies within another: consistency, coverage, relevance. Ragin 2008, Schneider & Wagemann 2012.

/** Memberships, one per case. */
export type Membership = readonly number[];

const total = (values: Membership): number => values.reduce((sum, value) => sum + value, 0);
const combined = (a: Membership, b: Membership, how: (x: number, y: number) => number): number => total(a.map((value, at) => how(value, b[at] ?? 0)));

export interface Sufficiency {
  /** Null where nobody belongs to the condition. */
  readonly consistency: number | null;
  /** Proportional reduction in inconsistency: low where the condition leads to the outcome and to its absence alike. */
  readonly pri: number | null;
  /** Null where nobody belongs to the outcome. */
  readonly coverage: number | null;
}

export interface Necessity {
  readonly consistency: number | null;
  readonly coverage: number | null;
  /** Relevance of necessity: near 0 where everybody belongs to the condition. */
  readonly relevance: number | null;
}

const ratio = (above: number, below: number): number | null => (below > 0 ? above / below : null);

export function sufficiencyOf(condition: Membership, outcome: Membership): Sufficiency {
  const both = combined(condition, outcome, Math.min);
  const contradictory = combined(condition, outcome, (x, y) => Math.min(x, y, 1 - y));
  return {
    consistency: ratio(both, total(condition)),
    pri: ratio(both - contradictory, total(condition) - contradictory),
    coverage: ratio(both, total(outcome)),
  };
}

export function necessityOf(condition: Membership, outcome: Membership): Necessity {
  const both = combined(condition, outcome, Math.min);
  return {
    consistency: ratio(both, total(outcome)),
    coverage: ratio(both, total(condition)),
    relevance: ratio(
      total(condition.map((value) => 1 - value)),
      combined(condition, outcome, (x, y) => 1 - Math.min(x, y)),
    ),
  };
}

export const negated = (set: Membership): number[] => set.map((value) => 1 - value);
