// Which categories follow which in the texts.
import type { PassageId } from '../../shared/domain/ids.ts';
import type { RelationScope, SequenceAnswer } from '../../shared/domain/relation.ts';
import { countSequences, expectationOf, sequencesAt } from '../../shared/statistics/sequence.ts';
import type { Reach } from '../../shared/statistics/sequence.ts';
import { isUndefined, undefinedFor } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { Project } from '../storage/open-project.ts';
import { passagesOf, placeInProject } from './placed-categories.ts';

export interface SequenceQuestion {
  readonly scope: RelationScope;
  readonly reach: Reach;
}

export function readSequences(project: Project, { scope, reach }: SequenceQuestion): SequenceAnswer | Undefined {
  const placed = placeInProject(project, scope);
  if (isUndefined(placed)) return placed;
  const { categories, ground } = placed;
  if (categories.length === 0) return undefinedFor('oneCategory');
  if (placed.sources.length === 0) return undefinedFor('empty');
  const counts = countSequences(
    placed.sources.map(({ stretches }) => stretches),
    categories.length,
    reach,
  );
  const pairs = categories.flatMap((_, a) =>
    categories.flatMap((__, b) => {
      const observed = counts.observed.get(a, b);
      return observed === 0 ? [] : [{ a, b, observed, ...expectationOf(counts, a, b) }];
    }),
  );
  return {
    reach,
    categories: categories.map((category, number) => ({ ...category, count: counts.of[number] ?? 0 })),
    pairs,
    passages: counts.passages,
    ground,
  };
}

/** Passages of `a` that are followed by `b`, and those that follow them, in corpus order. */
export function readFollowing(project: Project, { scope, reach, a, b }: SequenceQuestion & { readonly a: string; readonly b: string }): PassageId[] {
  const placed = placeInProject(project, scope);
  if (isUndefined(placed)) return [];
  const numberOf = (id: string): number => placed.categories.findIndex((category) => category.id === id);
  return passagesOf(
    sequencesAt(
      placed.sources.map(({ stretches }) => stretches),
      numberOf(a),
      numberOf(b),
      reach,
    ),
  );
}
