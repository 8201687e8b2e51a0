// The coded passages of the project as the statistics of relations look at them.
import type { PassageId, SourceId } from '../../shared/domain/ids.ts';
import { placeCategories } from '../../shared/domain/placed-categories.ts';
import type { PlacedCategories, PlacedStretch } from '../../shared/domain/placed-categories.ts';
import type { RelationScope } from '../../shared/domain/relation.ts';
import type { Stretch } from '../../shared/statistics/stretch.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { readStudy } from './matrix-study.ts';
import type { Study } from './matrix-study.ts';

interface Kept {
  readonly study: Pick<Study, 'frame' | 'sources'>;
  readonly scope: string;
  readonly placed: PlacedCategories | Undefined;
}

/** What was looked at last: the same categories are counted in other units, and passages behind numbers asked for. */
const kept = new WeakMap<Project, Kept>();

/** Refuses (`expression.…`) filters that name nothing; undefined where a chosen category is gone. */
export function placeInProject(project: Project, scope: RelationScope): PlacedCategories | Undefined {
  const study = readStudy(project);
  const known = kept.get(project);
  const key = JSON.stringify(scope);
  if (known?.scope === key && known.study.frame === study.frame && known.study.sources === study.sources) return known.placed;
  const placed = placeCategories(study.frame, (id) => study.sources.get(id)?.passages ?? [], scope);
  kept.set(project, { study, scope: key, placed });
  return placed;
}

const SILENT = 'SELECT source_id AS sourceId, position FROM turn WHERE number IS NULL AND source_id IN (SELECT value FROM json_each(?))';

/** Positions of the turns without words of their own, by source: they count for no unit. */
export function silentTurnsIn(project: Project, sourceIds: readonly SourceId[]): ReadonlyMap<string, ReadonlySet<number>> {
  const rows = statement<[string], { sourceId: string; position: number }>(project.sqlite, SILENT).all(JSON.stringify(sourceIds));
  const bySource = Map.groupBy(rows, ({ sourceId }) => sourceId);
  return new Map([...bySource].map(([id, own]) => [id, new Set(own.map(({ position }) => position))]));
}

/** The ids of the passages that stretches stand for, in corpus order. */
export function passagesOf(stretches: readonly (readonly Stretch[])[]): PassageId[] {
  return stretches.flatMap((own) => own.flatMap((stretch) => (stretch as PlacedStretch).ids.slice(0, 1)));
}
