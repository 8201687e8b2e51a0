// How often categories are found together. What is counted is chosen and named: the coefficients assume it. Definitions: ATLAS.ti manual
// (c-coefficient), Church & Hanks 1990 (PMI), Bouma 2009 (NPMI); checked in test/shared/statistics/co-occurrence.test.ts.
import { PairCounts, forEachMeeting, union } from './stretch.ts';
import type { Stretch } from './stretch.ts';
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

export type CoUnit =
  /** Pairs of passages that share words. */
  | { readonly kind: 'overlap' }
  /** Pairs of passages at most so far apart. */
  | { readonly kind: 'near'; readonly withinUtf16: number }
  | { readonly kind: 'passage' }
  | { readonly kind: 'turn' }
  | { readonly kind: 'source' }
  | { readonly kind: 'case' }
  | { readonly kind: 'character' };

/** Pairs are no units: one passage is in several of them, so that they may outnumber the passages. */
export function countsPairs(unit: CoUnit): boolean {
  return unit.kind === 'overlap' || unit.kind === 'near';
}

/** Stretches by their starts; turns that are nothing (blank, or a heading) are named so that they count for no unit. */
export interface StretchedSource {
  readonly stretches: readonly Stretch[];
  readonly silentTurns: ReadonlySet<number>;
}

/** Both ways round; on the diagonal, of each category alone. */
class Together {
  readonly counts: PairCounts;

  constructor(size: number) {
    this.counts = new PairCounts(size);
  }

  pair(a: number, b: number, count = 1): void {
    this.counts.add(a, b, count);
    this.counts.add(b, a, count);
  }

  /** One unit in which these are found. */
  unit(categories: Iterable<number>, weight = 1): void {
    const found = [...categories];
    found.forEach((a, at) => {
      this.counts.add(a, a, weight);
      for (let other = at + 1; other < found.length; other += 1) this.pair(a, found[other] as number, weight);
    });
  }
}

function gather(into: Map<number, Set<number>>, unit: number, categories: readonly number[]): void {
  const known = into.get(unit);
  if (!known) into.set(unit, new Set(categories));
  else for (const category of categories) known.add(category);
}

function countMeetings(together: Together, stretches: readonly Stretch[], nearUtf16: number): void {
  for (const { categories } of stretches) together.unit(categories);
  forEachMeeting(stretches, nearUtf16, (first, second) => {
    for (const a of first.categories) for (const b of second.categories) if (a !== b) together.pair(a, b);
  });
}

function countTurns(together: Together, { stretches, silentTurns }: StretchedSource): void {
  const turns = new Map<number, Set<number>>();
  for (const { firstTurn, lastTurn, categories } of stretches)
    for (let turn = firstTurn; turn <= lastTurn; turn += 1) if (!silentTurns.has(turn)) gather(turns, turn, categories);
  for (const categories of turns.values()) together.unit(categories);
}

/** From edge to edge the same categories hold. */
function countCharacters(together: Together, stretches: readonly Stretch[]): void {
  const spans = Map.groupBy(
    stretches.flatMap((stretch) => stretch.categories.map((category) => ({ category, start: stretch.start, end: stretch.end }))),
    ({ category }) => category,
  );
  const edges = [...spans].flatMap(([category, own]) =>
    union(own).flatMap(({ start, end }) => [
      { at: start, category, opens: true },
      { at: end, category, opens: false },
    ]),
  );
  const open = new Set<number>();
  let last = 0;
  for (const { at, category, opens } of edges.sort((a, b) => a.at - b.at)) {
    if (at > last) together.unit(open, at - last);
    last = at;
    if (opens) open.add(category);
    else open.delete(category);
  }
}

/** Symmetric; on the diagonal the count of each category alone, in the same unit (for pairs: its passages). */
export function countTogether(sources: readonly StretchedSource[], size: number, unit: CoUnit): PairCounts {
  const together = new Together(size);
  const cases = new Map<number, Set<number>>();
  for (const source of sources) {
    const { stretches } = source;
    if (unit.kind === 'overlap') countMeetings(together, stretches, -1);
    else if (unit.kind === 'near') countMeetings(together, stretches, unit.withinUtf16);
    else if (unit.kind === 'passage') for (const { categories } of stretches) together.unit(categories);
    else if (unit.kind === 'turn') countTurns(together, source);
    else if (unit.kind === 'source') together.unit(new Set(stretches.flatMap(({ categories }) => categories)));
    else if (unit.kind === 'character') countCharacters(together, stretches);
    else for (const stretch of stretches) for (const each of stretch.cases) gather(cases, each, stretch.categories);
  }
  for (const categories of cases.values()) together.unit(categories);
  return together.counts;
}

/** Of the stretches of all sources, by source: those that make `a` and `b` be together; for `a` alone, all that carry it. */
export function togetherAt(sources: readonly StretchedSource[], a: number, b: number, unit: CoUnit): Stretch[][] {
  const casesWith = (category: number): Set<number> =>
    new Set(sources.flatMap(({ stretches }) => stretches.filter((one) => one.categories.includes(category)).flatMap(({ cases }) => cases)));
  const [ofA, ofB] = unit.kind === 'case' ? [casesWith(a), casesWith(b)] : [];
  return sources.map((source) => {
    const carriers = source.stretches.filter(({ categories }) => categories.includes(a) || categories.includes(b));
    const has = (stretch: Stretch, category: number): boolean => stretch.categories.includes(category);
    switch (unit.kind) {
      case 'passage':
        return carriers.filter((one) => has(one, a) && has(one, b));
      case 'source':
        return carriers.some((one) => has(one, a)) && carriers.some((one) => has(one, b)) ? carriers : [];
      case 'case':
        return carriers.filter(({ cases }) => cases.some((each) => ofA?.has(each) && ofB?.has(each)));
      case 'turn':
        return inTurnsOfBoth(source, carriers, a, b);
      default:
        return a === b ? carriers : meeting(carriers, a, b, unit.kind === 'near' ? unit.withinUtf16 : -1);
    }
  });
}

function inTurnsOfBoth({ silentTurns }: StretchedSource, carriers: readonly Stretch[], a: number, b: number): Stretch[] {
  const turns = new Map<number, Set<number>>();
  const turnsOf = ({ firstTurn, lastTurn }: Stretch): number[] =>
    Array.from({ length: lastTurn - firstTurn + 1 }, (_, at) => firstTurn + at).filter((turn) => !silentTurns.has(turn));
  for (const stretch of carriers) for (const turn of turnsOf(stretch)) gather(turns, turn, stretch.categories);
  const hasBoth = (turn: number): boolean => (turns.get(turn)?.has(a) ?? false) && (turns.get(turn)?.has(b) ?? false);
  return carriers.filter((stretch) => turnsOf(stretch).some(hasBoth));
}

function meeting(carriers: readonly Stretch[], a: number, b: number, nearUtf16: number): Stretch[] {
  const found = new Set<Stretch>(carriers.filter(({ categories }) => categories.includes(a) && categories.includes(b)));
  forEachMeeting(carriers, nearUtf16, (first, second) => {
    const crosses = (one: number, other: number): boolean => first.categories.includes(one) && second.categories.includes(other);
    if (crosses(a, b) || crosses(b, a)) found.add(first).add(second);
  });
  return carriers.filter((stretch) => found.has(stretch));
}

/** What four numbers say of two categories. */
export interface Association {
  /** n12 / (n1 + n2 − n12): Jaccard, c-coefficient. Undefined where it would be above 1: pairs may outnumber the passages. */
  readonly jaccard: number | Undefined;
  readonly dice: number | Undefined;
  /** n12 / min(n1, n2) */
  readonly overlap: number | Undefined;
  /** n12 · N / (n1 · n2): 1 where the two are independent. */
  readonly lift: number | Undefined;
  /** log2 of the lift. */
  readonly pmi: number | Undefined;
  /** 1: only together; 0: independent; −1: never together. */
  readonly npmi: number | Undefined;
}

export interface Frequencies {
  readonly n1: number;
  readonly n2: number;
  readonly n12: number;
  /** Units in the chosen scope, those that nothing is found in too. */
  readonly total: number;
}

export function associationOf({ n1, n2, n12, total }: Frequencies, ofPairs: boolean): Association {
  if (n1 === 0 || n2 === 0) {
    const none = undefinedFor('empty');
    return { jaccard: none, dice: none, overlap: none, lift: none, pmi: none, npmi: none };
  }
  const atMostOne = (of: number): number | Undefined => (n12 <= of ? n12 / of : undefinedFor('outOfRange'));
  return {
    jaccard: atMostOne(n1 + n2 - n12),
    dice: atMostOne((n1 + n2) / 2),
    overlap: atMostOne(Math.min(n1, n2)),
    ...probabilities({ n1, n2, n12, total }, ofPairs),
  };
}

function probabilities({ n1, n2, n12, total }: Frequencies, ofPairs: boolean): Pick<Association, 'lift' | 'pmi' | 'npmi'> {
  if (ofPairs) return { lift: undefinedFor('pairs'), pmi: undefinedFor('pairs'), npmi: undefinedFor('pairs') };
  const lift = (n12 * total) / (n1 * n2);
  if (n12 === 0) return { lift, pmi: undefinedFor('neverTogether'), npmi: -1 };
  const npmi = n12 === total ? undefinedFor('noVariation') : Math.log(lift) / -Math.log(n12 / total);
  return { lift, pmi: Math.log2(lift), npmi };
}

/** Beyond this the frequencies differ so much that Jaccard says little: look at n12 / min(n1, n2) (ATLAS.ti's yellow mark). */
const UNEVEN = 5;

export function isUneven({ n1, n2 }: Pick<Frequencies, 'n1' | 'n2'>): boolean {
  return Math.max(n1, n2) > UNEVEN * Math.min(n1, n2);
}
