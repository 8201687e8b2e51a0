// Tells a window what it does not know yet of a matrix: the whole table, or what changed since its last answer.
import type { MatrixDefinition, MatrixTable } from '../../shared/domain/matrix.ts';
import type { AxisTitles } from '../../shared/domain/matrix-axis.ts';
import { deltaBetween } from '../../shared/domain/matrix-delta.ts';
import type { MatrixAnswer } from '../../shared/domain/matrix-delta.ts';
import type { Project } from '../storage/open-project.ts';
import { PREVIEWED_QUOTES, computeMatrix, hasPreviews } from './matrix.ts';

interface Told {
  /** What was asked, in which language. */
  readonly asked: string;
  readonly table: MatrixTable;
}

/** Answers that a window may still start from; cells that did not change are the same objects in all of them. */
const MOST_TOLD = 8;
const answers = new WeakMap<Project, Map<string, Told>>();

function isUnchanged(before: MatrixTable, after: MatrixTable): boolean {
  return before.omittedCodings === after.omittedCodings && JSON.stringify(before.totals) === JSON.stringify(after.totals);
}

/** @param since the version of an earlier answer; null, or one that is no longer known, answers with the whole table */
export function answerMatrix(project: Project, definition: MatrixDefinition, titles: AxisTitles, since: string | null): MatrixAnswer {
  let told = answers.get(project);
  if (!told) answers.set(project, (told = new Map()));
  const asked = JSON.stringify([titles.language, definition]);
  const table = computeMatrix(project, definition, titles, { title: '', mostQuotes: PREVIEWED_QUOTES, isForWindow: true });
  const before = since === null ? undefined : told.get(since);
  const changes = before?.asked === asked ? deltaBetween(before.table, table) : null;
  const isNews = !changes || changes.cells.length > 0 || !before || !isUnchanged(before.table, table);
  const version = isNews || since === null ? crypto.randomUUID() : since;
  // the one told last stands last
  told.delete(version);
  told.set(version, { asked, table });
  const [oldest] = told.keys();
  if (told.size > MOST_TOLD && oldest !== undefined) told.delete(oldest);
  return changes ? { kind: 'changes', version, changes } : { kind: 'whole', version, hasPreviews: hasPreviews(project, definition, titles), table };
}
