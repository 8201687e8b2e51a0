// How the passages of two categories lie to each other: equal, one within the other, overlapping, touching, apart; and what they share.
import { PairCounts, forEachMeeting, relationOf, union } from './stretch.ts';
import type { Span, Stretch } from './stretch.ts';

export const MEETINGS = ['equals', 'within', 'encloses', 'overlaps', 'adjacent'] as const;
/** Of pairs of passages, the first category's seen from the second's. */
export type Meeting = (typeof MEETINGS)[number];

export interface OverlapCounts {
  readonly meetings: Readonly<Record<Meeting, PairCounts>>;
  /** Passages of the first that share words with none of the second. */
  readonly apart: (a: number, b: number) => number;
  /** UTF-16 units that both hold; on the diagonal, those of each category. */
  readonly shared: PairCounts;
}

function meetingOf(first: Span, second: Span): Meeting | null {
  const relation = relationOf(first, second);
  if (relation === 'overlapsStart' || relation === 'overlapsEnd') return 'overlaps';
  return relation === 'precedes' || relation === 'follows' ? null : relation;
}

const MIRRORED: Readonly<Record<Meeting, Meeting>> = {
  equals: 'equals',
  within: 'encloses',
  encloses: 'within',
  overlaps: 'overlaps',
  adjacent: 'adjacent',
};

/** @param sources stretches by their starts */
export function countOverlaps(sources: readonly (readonly Stretch[])[], size: number): OverlapCounts {
  const meetings = Object.fromEntries(MEETINGS.map((meeting) => [meeting, new PairCounts(size)])) as Record<Meeting, PairCounts>;
  const passages = Array.from({ length: size }, () => 0);
  const touched = new PairCounts(size);
  const shared = new PairCounts(size);
  for (const stretches of sources) {
    const met = new Map<Stretch, Set<number>>(stretches.map((stretch) => [stretch, new Set(stretch.categories)]));
    for (const { categories } of stretches) {
      for (const a of categories) {
        passages[a] = (passages[a] ?? 0) + 1;
        for (const b of categories) if (a !== b) meetings.equals.add(a, b);
      }
    }
    forEachMeeting(stretches, 0, (first, second) => {
      const meeting = meetingOf(first, second);
      if (!meeting) return;
      for (const a of first.categories)
        for (const b of second.categories) {
          if (a === b) continue;
          meetings[meeting].add(a, b);
          meetings[MIRRORED[meeting]].add(b, a);
        }
      if (meeting === 'adjacent') return;
      for (const b of second.categories) met.get(first)?.add(b);
      for (const a of first.categories) met.get(second)?.add(a);
    });
    for (const [{ categories }, others] of met) for (const a of categories) for (const b of others) touched.add(a, b);
    addShared(shared, stretches);
  }
  return { meetings, shared, apart: (a, b) => (passages[a] ?? 0) - touched.get(a, b) };
}

function addShared(shared: PairCounts, stretches: readonly Stretch[]): void {
  const spans = Map.groupBy(
    stretches.flatMap(({ start, end, categories }) => categories.map((category) => ({ start, end, category }))),
    ({ category }) => category,
  );
  const covered = [...spans].flatMap(([category, own]) => union(own).map((span) => ({ ...span, category })));
  for (const { category, start, end } of covered) shared.add(category, category, end - start);
  forEachMeeting(
    covered.sort((a, b) => a.start - b.start),
    -1,
    (first, second) => {
      const units = Math.min(first.end, second.end) - second.start;
      shared.add(first.category, second.category, units);
      shared.add(second.category, first.category, units);
    },
  );
}

/** Of the stretches of each source, those of either category that meet one of the other in this way; null: those that share words with none. */
export function overlapsAt(sources: readonly (readonly Stretch[])[], a: number, b: number, asked: Meeting | null): Stretch[][] {
  return sources.map((stretches) => {
    const carriers = stretches.filter(({ categories }) => categories.includes(a) || categories.includes(b));
    const found = new Set<Stretch>();
    const touched = new Set<Stretch>();
    for (const stretch of carriers) {
      if (!stretch.categories.includes(a) || !stretch.categories.includes(b)) continue;
      touched.add(stretch);
      if (asked === 'equals') found.add(stretch);
    }
    forEachMeeting(carriers, 0, (first, second) => {
      const meeting = meetingOf(first, second);
      if (!meeting) return;
      const ways: Meeting[] = [];
      if (first.categories.includes(a) && second.categories.includes(b)) ways.push(meeting);
      if (first.categories.includes(b) && second.categories.includes(a)) ways.push(MIRRORED[meeting]);
      if (ways.length > 0 && meeting !== 'adjacent') touched.add(first).add(second);
      if (asked !== null && ways.includes(asked)) found.add(first).add(second);
    });
    return asked === null ? carriers.filter((stretch) => !touched.has(stretch)) : carriers.filter((stretch) => found.has(stretch));
  });
}
