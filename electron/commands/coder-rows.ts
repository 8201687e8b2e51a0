// Keeps what several coders are given and have settled true while sources, grids, categories, passages and coders go away or become others.
// Below run-command, which follows with it what every command removed.
import { coderColumns } from '../storage/coder-columns.ts';
import type { TableName } from '../storage/schema.ts';
import { statement } from '../storage/statements.ts';
import type { Patch } from '../storage/writer.ts';
import { hasRow } from '../queries/entity-tables.ts';
import { removePassageIfBare } from './passage-rows.ts';
import type { Writing } from './passage-rows.ts';

/** Ids of the rows where a column has a value. Names come from this program, never from a user. */
function idsOf({ project }: Writing, table: TableName, column: string, value: string): string[] {
  return statement<[string], { id: string }>(project.sqlite, `SELECT id FROM "${table}" WHERE "${column}" = ? ORDER BY rowid`)
    .all(value)
    .map(({ id }) => id);
}

/** An assignment goes with what it says. */
export function dropAssignment(writing: Writing, id: string): void {
  for (const table of ['assignment_source', 'assignment_grid', 'assignment_coder'] as const)
    for (const row of idsOf(writing, table, 'assignment_id', id)) writing.writer.remove(table, row);
  writing.writer.remove('assignment', id);
}

/** What named it of assignments goes; an assignment that is left without any goes too. */
function followOutOfAssignments(writing: Writing, table: 'assignment_source' | 'assignment_grid', column: string, gone: string): void {
  const assignmentOf = statement<[string], { id: string }>(writing.project.sqlite, `SELECT assignment_id AS id FROM ${table} WHERE id = ?`);
  for (const row of idsOf(writing, table, column, gone)) {
    const assignment = assignmentOf.get(row)?.id ?? '';
    writing.writer.remove(table, row);
    if (idsOf(writing, table, 'assignment_id', assignment).length === 0) dropAssignment(writing, assignment);
  }
}

function passageOf({ project }: Writing, decisionId: string): string {
  return (
    statement<[string], { id: string }>(project.sqlite, 'SELECT passage_id AS id FROM disagreement_decision WHERE id = ?').get(decisionId)?.id ?? ''
  );
}

/** A decision goes, and its passage where nothing else keeps it. */
export function dropDecision(writing: Writing, id: string): void {
  const passage = passageOf(writing, id);
  writing.writer.remove('disagreement_decision', id);
  if (hasRow(writing.project.sqlite, 'passage', passage)) removePassageIfBare(writing, passage);
}

function followGone(writing: Writing, table: TableName, id: string): void {
  if (table === 'source') followOutOfAssignments(writing, 'assignment_source', 'source_id', id);
  if (table === 'grid') followOutOfAssignments(writing, 'assignment_grid', 'grid_id', id);
  if (table === 'passage' || table === 'category')
    for (const row of idsOf(writing, 'disagreement_decision', `${table}_id`, id)) dropDecision(writing, row);
  if (table !== 'category') return;
  for (const row of idsOf(writing, 'disagreement_decision', 'other_category_id', id))
    writing.writer.update('disagreement_decision', row, { otherCategoryId: null });
}

/** After a command: what it removed is in no assignment any more, and decisions on it go. Answers whether anything went. Undo brings all of it back. */
export function followOutOfCoding(writing: Writing): boolean {
  const { diffs } = writing.writer;
  const before = diffs.length;
  for (const { op, table, id } of diffs) if (op === 'remove' && !hasRow(writing.project.sqlite, table, id)) followGone(writing, table, id);
  return diffs.length > before;
}

/** A passage or a category becomes part of another: what was settled of it was settled of that one, unless something was already. */
export function moveDecidedPlaces(writing: Writing, kind: 'passage' | 'category', fromId: string, intoId: string): void {
  const other = kind === 'passage' ? 'category_id' : 'passage_id';
  const twin = statement<[string, string]>(
    writing.project.sqlite,
    `SELECT 1 FROM disagreement_decision WHERE ${kind}_id = ? AND ${other} = (SELECT ${other} FROM disagreement_decision WHERE id = ?)`,
  );
  for (const id of idsOf(writing, 'disagreement_decision', `${kind}_id`, fromId)) {
    if (twin.get(intoId, id)) writing.writer.remove('disagreement_decision', id);
    else writing.writer.update('disagreement_decision', id, kind === 'passage' ? { passageId: intoId } : { categoryId: intoId });
  }
  if (kind === 'passage') return;
  for (const id of idsOf(writing, 'disagreement_decision', 'other_category_id', fromId))
    writing.writer.update('disagreement_decision', id, { otherCategoryId: intoId });
}

/** Of which each coder has one: the columns that make two rows the same. */
const ONE_EACH: Partial<Record<TableName, readonly string[]>> = {
  coding: ['passage_id', 'category_id'],
  quick_key: ['digit'],
  suggestion_decision: ['category_id', 'source_id', 'words_hash'],
  assignment_coder: ['assignment_id'],
};

/** Of one coder's rows, the one of another coder that says the same, if there is one. */
function twinOf({ project }: Writing, table: TableName, id: string, coderId: string): string | undefined {
  const same = ONE_EACH[table];
  if (!same) return undefined;
  const equal = same.map((column) => `"${column}" = (SELECT "${column}" FROM "${table}" WHERE id = @id)`).join(' AND ');
  return statement<[object], { id: string }>(project.sqlite, `SELECT id FROM "${table}" WHERE coder_id = @coderId AND ${equal}`).get({ id, coderId })
    ?.id;
}

/** Two coders are one person: everything the one wrote is the other's. `fold` makes one of two rows that say the same. */
export function moveCodersWork(writing: Writing, fromId: string, intoId: string, fold: (table: TableName, id: string, twinId: string) => void): void {
  for (const { table, property, column } of coderColumns()) {
    for (const id of idsOf(writing, table, column, fromId)) {
      const twin = column === 'coder_id' ? twinOf(writing, table, id, intoId) : undefined;
      if (twin === undefined) writing.writer.update(table, id, { [property]: intoId } as Patch<typeof table>);
      else fold(table, id, twin);
    }
  }
}
