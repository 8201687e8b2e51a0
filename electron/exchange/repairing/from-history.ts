// Rows that a damaged file no longer has, brought back from the project's own history: the log holds every row that was ever written.
import type Database from 'better-sqlite3';
import type { TableName } from '../../storage/schema.ts';
import { applyDiff } from '../../storage/writer.ts';
import type { Columns, RowDiff } from '../../storage/writer.ts';

/** One entry after the other; an entry that cannot be read is passed over. */
function* differences(sqlite: Database.Database): Generator<RowDiff> {
  const numbers = sqlite.prepare<[], number>('SELECT number FROM change_log ORDER BY number').pluck().all();
  const diffsOf = sqlite.prepare<[number], string>('SELECT diffs FROM change_log WHERE number = ?').pluck();
  for (const number of numbers) {
    try {
      yield* JSON.parse(diffsOf.get(number) ?? '[]') as RowDiff[];
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
}

/** What stands at the end of the history and not in the file; by `table id`. */
function missingRows(sqlite: Database.Database, tables: ReadonlySet<string>): Set<string> {
  const standing = new Set<string>();
  for (const { op, table, id } of differences(sqlite)) {
    if (!tables.has(table)) continue;
    if (op === 'insert') standing.add(`${table} ${id}`);
    else if (op === 'remove') standing.delete(`${table} ${id}`);
  }
  for (const table of tables)
    for (const id of sqlite.prepare<[], string>(`SELECT id FROM "${table}"`).pluck().iterate()) standing.delete(`${table} ${id}`);
  return standing;
}

/** Writes them as the history last had them. Answers with how many of each table came back. */
export function bringBackFromHistory(sqlite: Database.Database, tables: ReadonlySet<TableName>): Map<string, number> {
  const missing = missingRows(sqlite, tables);
  const states = new Map<string, { readonly table: TableName; readonly id: string; row: Columns }>();
  for (const diff of missing.size === 0 ? [] : differences(sqlite)) {
    const name = `${diff.table} ${diff.id}`;
    if (!missing.has(name)) continue;
    const state = states.get(name);
    if (diff.op === 'insert') states.set(name, { table: diff.table, id: diff.id, row: { ...diff.after } });
    else if (diff.op === 'update' && state) state.row = { ...state.row, ...diff.after };
  }
  const back = new Map<string, number>();
  for (const { table, id, row } of states.values()) {
    try {
      applyDiff(sqlite, { op: 'insert', table, id, after: row });
      back.set(table, (back.get(table) ?? 0) + 1);
    } catch (error) {
      // its place was taken since, or it is no row of today's form
      if (!String((error as { code?: string }).code).startsWith('SQLITE_')) throw error;
    }
  }
  return back;
}
