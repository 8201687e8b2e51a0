// The observed disorder of gamma (Mathet, Widlöcher & Métivier, Computational Linguistics 41, 2015): units of several coders, overlapping or
// not, are aligned with each other so that what remains apart is least.
import { coderPairs } from './agreement-ratings.ts';
import type { ValuedSpan } from './agreement-unitizing.ts';
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

export interface GammaWeights {
  readonly positional: number;
  readonly categorical: number;
  /** What a unit costs that a coder has nothing for. */
  readonly empty: number;
}

export const USUAL_GAMMA: GammaWeights = { positional: 1, categorical: 1, empty: 1 };

/** At most one unit of each coder, taken for the same; by number. */
interface Alignment {
  readonly units: readonly number[];
  readonly disorder: number;
}

interface Units {
  readonly all: readonly (ValuedSpan & { readonly coder: number })[];
  readonly coders: number;
  readonly pairs: number;
}

/** Aligned another way, units would cost no more alone. */
const MOST_CANDIDATES = 200_000;
const MOST_STEPS = 500_000;

function dissimilarity(a: ValuedSpan, b: ValuedSpan, { positional, categorical, empty }: GammaWeights): number {
  const apart = (Math.abs(a.start - b.start) + Math.abs(a.end - b.end)) / (a.end - a.start + (b.end - b.start));
  return empty * (positional * apart ** 2 + (a.value === b.value ? 0 : categorical));
}

/** All alignments that cost no more than their units apart; undefined where there are too many. */
function candidates({ all, coders, pairs }: Units, weights: GammaWeights): Alignment[] | null {
  const byCoder = Array.from({ length: coders }, (_, coder) => all.flatMap((unit, at) => (unit.coder === coder ? [at] : [])));
  const most = coders * weights.empty * pairs;
  const found: Alignment[] = [];
  const extend = (coder: number, chosen: readonly number[], cost: number): void => {
    if (found.length > MOST_CANDIDATES) return;
    if (coder === coders) {
      const empties = pairs - (chosen.length * (chosen.length - 1)) / 2;
      const whole = cost + empties * weights.empty;
      if (chosen.length > 0 && whole <= most) found.push({ units: chosen, disorder: whole / pairs });
      return;
    }
    extend(coder + 1, chosen, cost);
    for (const unit of byCoder[coder] ?? []) {
      const here = all[unit];
      let more = cost;
      for (const other of chosen) {
        const there = all[other];
        if (here && there) more += dissimilarity(here, there, weights);
      }
      if (more <= most) extend(coder + 1, [...chosen, unit], more);
    }
  };
  extend(0, [], 0);
  return found.length > MOST_CANDIDATES ? null : found;
}

/** Units that some alignment holds together, with the alignments among them: each group is settled by itself. */
function groupsOf(count: number, alignments: readonly Alignment[]): Alignment[][] {
  const parent = Array.from({ length: count }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  for (const { units } of alignments) for (const unit of units) parent[rootOf(unit)] = rootOf(units[0] ?? unit);
  return [...Map.groupBy(alignments, ({ units }) => rootOf(units[0] ?? 0)).values()];
}

/** The cheapest way to give every unit of a group to one alignment: branch and bound; null where it takes too long. */
function leastDisorder(alignments: readonly Alignment[]): number | null {
  const byUnit = new Map<number, Alignment[]>();
  for (const alignment of alignments) for (const unit of alignment.units) byUnit.set(unit, [...(byUnit.get(unit) ?? []), alignment]);
  for (const own of byUnit.values()) own.sort((a, b) => a.disorder / a.units.length - b.disorder / b.units.length);
  const shareOf = (unit: number): number => {
    const cheapest = byUnit.get(unit)?.[0];
    return cheapest ? cheapest.disorder / cheapest.units.length : 0;
  };
  const order = [...byUnit.keys()].sort((a, b) => (byUnit.get(a)?.length ?? 0) - (byUnit.get(b)?.length ?? 0));
  const taken = new Set<number>();
  let [best, steps] = [Number.POSITIVE_INFINITY, 0];
  const settle = (cost: number, bound: number): void => {
    steps += 1;
    if (steps > MOST_STEPS || cost + bound >= best) return;
    const unit = order.find((one) => !taken.has(one));
    if (unit === undefined) {
      best = cost;
      return;
    }
    for (const { units, disorder } of byUnit.get(unit) ?? []) {
      if (units.some((one) => taken.has(one))) continue;
      for (const one of units) taken.add(one);
      settle(cost + disorder, bound - units.reduce((sum, one) => sum + shareOf(one), 0));
      for (const one of units) taken.delete(one);
    }
  };
  settle(
    0,
    order.reduce((sum, unit) => sum + shareOf(unit), 0),
  );
  return steps > MOST_STEPS ? null : best;
}

/** Of the best alignment, per unit of a coder on average. Tested against unitizing-gamma-observed-disorder (pygamma-agreement). */
export function observedDisorder(coders: readonly (readonly ValuedSpan[])[], weights = USUAL_GAMMA): number | Undefined {
  if (coders.length < 2) return undefinedFor('oneCoder');
  const all = coders.flatMap((units, coder) => units.map((unit) => ({ ...unit, coder })));
  if (all.length === 0) return undefinedFor('empty');
  const alignments = candidates({ all, coders: coders.length, pairs: coderPairs(coders.length).length }, weights);
  if (!alignments) return undefinedFor('tooLarge');
  const least = groupsOf(all.length, alignments).map(leastDisorder);
  if (least.includes(null)) return undefinedFor('tooLarge');
  return least.reduce<number>((sum, one) => sum + (one ?? 0), 0) / (all.length / coders.length);
}
