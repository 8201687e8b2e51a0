// How often categories are found together.
import type { PassageId } from '../../shared/domain/ids.ts';
import type { PlacedCategories } from '../../shared/domain/placed-categories.ts';
import type { CoOccurrences, RelationScope } from '../../shared/domain/relation.ts';
import { associationOf, countTogether, countsPairs, isUneven, togetherAt } from '../../shared/statistics/co-occurrence.ts';
import type { CoUnit, StretchedSource } from '../../shared/statistics/co-occurrence.ts';
import { isUndefined, undefinedFor } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { passagesOf, placeInProject, silentTurnsIn } from './placed-categories.ts';

export interface CoOccurrenceQuestion {
  readonly scope: RelationScope;
  readonly unit: CoUnit;
}

const SPEAKING = 'SELECT sum(turns) AS n FROM source WHERE id IN (SELECT value FROM json_each(?))';
const UNITS = 'SELECT sum(length_utf16) AS n FROM turn WHERE source_id IN (SELECT value FROM json_each(?))';

/** Units in the scope, those that hold nothing too. */
function unitsIn(project: Project, { ground, sourceIds, sources, frame }: PlacedCategories, { kind }: CoUnit): number {
  const sum = (sql: string): number => statement<[string], { n: number | null }>(project.sqlite, sql).get(JSON.stringify(sourceIds))?.n ?? 0;
  switch (kind) {
    case 'source':
      return ground.sources;
    case 'case':
      return ground.isFiltered ? new Set(sources.flatMap(({ stretches }) => stretches.flatMap(({ cases }) => cases))).size : frame.cases.length;
    case 'turn':
      return sum(SPEAKING);
    case 'character':
      return sum(UNITS);
    default:
      return ground.passages;
  }
}

const NO_TURNS: ReadonlySet<number> = new Set();

/** Turns without words matter only where turns are counted. */
function stretched(project: Project, { sources }: PlacedCategories, { kind }: CoUnit): StretchedSource[] {
  const sourceIds = sources.map(({ sourceId }) => sourceId);
  const silent = kind === 'turn' ? silentTurnsIn(project, sourceIds) : null;
  return sources.map(({ sourceId, stretches }) => ({ stretches, silentTurns: silent?.get(sourceId) ?? NO_TURNS }));
}

/** Undefined with one category or none, where nothing is coded, or where a category is gone. */
export function readCoOccurrences(project: Project, { scope, unit }: CoOccurrenceQuestion): CoOccurrences | Undefined {
  const placed = placeInProject(project, scope);
  if (isUndefined(placed)) return placed;
  const { categories, sources, ground } = placed;
  if (categories.length < 2) return undefinedFor('oneCategory');
  if (sources.length === 0) return undefinedFor('empty');
  const counts = countTogether(stretched(project, placed, unit), categories.length, unit);
  const total = unitsIn(project, placed, unit);
  const pairs = categories.flatMap((_, a) =>
    categories.slice(a + 1).flatMap((__, after) => {
      const b = a + 1 + after;
      const count = counts.get(a, b);
      if (count === 0) return [];
      const frequencies = { n1: counts.get(a, a), n2: counts.get(b, b), n12: count, total };
      return [{ a, b, count, isUneven: isUneven(frequencies), ...associationOf(frequencies, countsPairs(unit)) }];
    }),
  );
  return { unit, categories: categories.map((category, number) => ({ ...category, count: counts.get(number, number) })), pairs, total, ground };
}

/** The passages that make two categories be together, in corpus order; those of one category where both are the same. */
export function readTogether(
  project: Project,
  { scope, unit, a, b }: CoOccurrenceQuestion & { readonly a: string; readonly b: string },
): PassageId[] {
  const placed = placeInProject(project, scope);
  if (isUndefined(placed)) return [];
  const numberOf = (id: string): number => placed.categories.findIndex((category) => category.id === id);
  return passagesOf(togetherAt(stretched(project, placed, unit), numberOf(a), numberOf(b), unit));
}
