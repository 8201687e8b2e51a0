// How the passages of categories lie to each other, two by two.
import type { PassageId } from '../../shared/domain/ids.ts';
import type { OverlapAnswer, OverlapPair, RelationScope } from '../../shared/domain/relation.ts';
import { MEETINGS, countOverlaps, overlapsAt } from '../../shared/statistics/overlap.ts';
import type { Meeting, OverlapCounts } from '../../shared/statistics/overlap.ts';
import { isUndefined, undefinedFor } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { Project } from '../storage/open-project.ts';
import { passagesOf, placeInProject } from './placed-categories.ts';

function pairOf(counts: OverlapCounts, a: number, b: number): OverlapPair {
  const met = Object.fromEntries(MEETINGS.map((meeting) => [meeting, counts.meetings[meeting].get(a, b)])) as Record<Meeting, number>;
  return { a, b, ...met, apartA: counts.apart(a, b), apartB: counts.apart(b, a), sharedUtf16: counts.shared.get(a, b) };
}

export function readOverlaps(project: Project, scope: RelationScope): OverlapAnswer | Undefined {
  const placed = placeInProject(project, scope);
  if (isUndefined(placed)) return placed;
  const { categories, ground } = placed;
  if (categories.length < 2) return undefinedFor('oneCategory');
  if (placed.sources.length === 0) return undefinedFor('empty');
  const sources = placed.sources.map(({ stretches }) => stretches);
  const counts = countOverlaps(sources, categories.length);
  const passages = categories.map(() => 0);
  for (const stretches of sources)
    for (const stretch of stretches) for (const number of stretch.categories) passages[number] = (passages[number] ?? 0) + 1;
  const pairs = categories
    .flatMap((_, a) => categories.slice(a + 1).map((__, after) => pairOf(counts, a, a + 1 + after)))
    .filter((pair) => categories.length === 2 || MEETINGS.some((meeting) => pair[meeting] > 0));
  return {
    categories: categories.map((category, number) => ({
      ...category,
      count: passages[number] ?? 0,
      coveredUtf16: counts.shared.get(number, number),
    })),
    pairs,
    ground,
  };
}

export interface OverlapPassagesQuestion {
  readonly scope: RelationScope;
  readonly a: string;
  readonly b: string;
  /** Null: those of either that share words with none of the other. */
  readonly meeting: Meeting | null;
}

export function readOverlapping(project: Project, { scope, a, b, meeting }: OverlapPassagesQuestion): PassageId[] {
  const placed = placeInProject(project, scope);
  if (isUndefined(placed)) return [];
  const numberOf = (id: string): number => placed.categories.findIndex((category) => category.id === id);
  return passagesOf(
    overlapsAt(
      placed.sources.map(({ stretches }) => stretches),
      numberOf(a),
      numberOf(b),
      meeting,
    ),
  );
}
