// What follows what: passages of one category after which, within a reach, a passage of another begins. Expected is what would be seen if
// the category made no difference: its passages times the share of all passages that are so followed. Observed / expected is the lift of
// association rules (Brin et al. 1997) with "followed by b" as the consequent; checked in test/shared/statistics/sequence.test.ts.
import { PairCounts } from './stretch.ts';
import type { Stretch } from './stretch.ts';
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

/** How far on to look, from the end of a passage: so many turns (0: in its last turn), or UTF-16 units (0: what touches it). */
export type Reach = { readonly kind: 'turns'; readonly turns: number } | { readonly kind: 'characters'; readonly withinUtf16: number };

/** Those that begin at or behind its end, within reach. `stretches` by their starts. */
export function followersOf(stretches: readonly Stretch[], index: number, reach: Reach): Stretch[] {
  const { end, lastTurn } = stretches[index] as Stretch;
  const found: Stretch[] = [];
  for (let at = index + 1; at < stretches.length; at += 1) {
    const next = stretches[at] as Stretch;
    const isBeyond = reach.kind === 'turns' ? next.firstTurn > lastTurn + reach.turns : next.start > end + reach.withinUtf16;
    if (isBeyond) break;
    if (next.start >= end) found.push(next);
  }
  return found;
}

export interface Sequences {
  /** Passages that carry any of the categories. */
  readonly passages: number;
  /** Of each category: its passages. */
  readonly of: readonly number[];
  /** Of each category: passages, of whichever category, that are followed by it. */
  readonly followedBy: readonly number[];
  /** Passages of the first that are followed by the second. */
  readonly observed: PairCounts;
}

export function countSequences(sources: readonly (readonly Stretch[])[], size: number, reach: Reach): Sequences {
  const of = Array.from({ length: size }, () => 0);
  const followedBy = Array.from({ length: size }, () => 0);
  const observed = new PairCounts(size);
  let passages = 0;
  for (const stretches of sources)
    stretches.forEach(({ categories }, index) => {
      if (categories.length === 0) return;
      passages += 1;
      const next = new Set(followersOf(stretches, index, reach).flatMap((one) => one.categories));
      for (const b of next) followedBy[b] = (followedBy[b] ?? 0) + 1;
      for (const a of categories) {
        of[a] = (of[a] ?? 0) + 1;
        for (const b of next) observed.add(a, b);
      }
    });
  return { passages, of, followedBy, observed };
}

export interface Expectation {
  readonly expected: number | Undefined;
  /** Observed / expected: above 1, the second follows the first more often than it follows anything. */
  readonly lift: number | Undefined;
}

export function expectationOf({ passages, of, followedBy, observed }: Sequences, a: number, b: number): Expectation {
  const [own = 0, base = 0] = [of[a], followedBy[b]];
  if (own === 0) return { expected: undefinedFor('empty'), lift: undefinedFor('empty') };
  const expected = (own * base) / passages;
  return { expected, lift: expected === 0 ? undefinedFor('expectedZero') : observed.get(a, b) / expected };
}

/** Of the stretches of each source, those of `a` that are followed by `b`, and those that follow them. */
export function sequencesAt(sources: readonly (readonly Stretch[])[], a: number, b: number, reach: Reach): Stretch[][] {
  return sources.map((stretches) => {
    const found = new Set<Stretch>();
    stretches.forEach((stretch, index) => {
      if (!stretch.categories.includes(a)) return;
      for (const next of followersOf(stretches, index, reach)) if (next.categories.includes(b)) found.add(stretch).add(next);
    });
    return stretches.filter((stretch) => found.has(stretch));
  });
}
