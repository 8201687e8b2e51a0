// The only way to write the study's content: every row written leaves its difference behind, for the log.
import type Database from 'better-sqlite3';
import { getTableColumns } from 'drizzle-orm';
import { contentTables } from './schema.ts';
import type { NewRow, Row, TableName } from './schema.ts';
import { indexTurn, unindexTurn } from './turn-index.ts';

export type ColumnValue = string | number | null;
export type Columns = Record<string, ColumnValue>;

/** One row's change, keyed by the row's UUID; an update names only the columns that changed (SQL names). */
export type RowDiff =
  | { readonly op: 'insert'; readonly table: TableName; readonly id: string; readonly after: Columns }
  | { readonly op: 'update'; readonly table: TableName; readonly id: string; readonly before: Columns; readonly after: Columns }
  | { readonly op: 'remove'; readonly table: TableName; readonly id: string; readonly before: Columns };

/** Columns to change; undefined leaves one as it is. */
export type Patch<T extends TableName> = { readonly [K in keyof Row<T>]?: Row<T>[K] | undefined };

interface TableStatements {
  readonly columnOf: ReadonlyMap<string, string>;
  readonly insert: Database.Statement<unknown[]>;
  readonly select: Database.Statement<unknown[], Columns>;
  readonly remove: Database.Statement<unknown[]>;
  /** One for each choice of columns met. */
  readonly updates: Map<string, Database.Statement<unknown[]>>;
  readonly columns: readonly string[];
}

const prepared = new WeakMap<Database.Database, Map<TableName, TableStatements>>();

function prepareTable(sqlite: Database.Database, table: TableName): TableStatements {
  const columnOf = new Map(Object.entries(getTableColumns(contentTables[table])).map(([property, column]) => [property, column.name]));
  const columns = [...columnOf.values()];
  const list = columns.map((name) => `"${name}"`).join(', ');
  return {
    columnOf,
    columns,
    insert: sqlite.prepare(`INSERT INTO "${table}" (${list}) VALUES (${columns.map(() => '?').join(', ')})`),
    select: sqlite.prepare<unknown[], Columns>(`SELECT ${list} FROM "${table}" WHERE id = ?`),
    remove: sqlite.prepare(`DELETE FROM "${table}" WHERE id = ?`),
    updates: new Map(),
  };
}

function statementsFor(sqlite: Database.Database, table: TableName): TableStatements {
  let tables = prepared.get(sqlite);
  if (!tables) prepared.set(sqlite, (tables = new Map()));
  let statements = tables.get(table);
  if (!statements) tables.set(table, (statements = prepareTable(sqlite, table)));
  return statements;
}

/** The row as the file holds it, by SQL column names; undefined when there is none. */
export function currentColumns(sqlite: Database.Database, table: TableName, id: string): Columns | undefined {
  return statementsFor(sqlite, table).select.get(id);
}

function insertRow(sqlite: Database.Database, table: TableName, row: Columns): void {
  const { columns, insert } = statementsFor(sqlite, table);
  if (columns.every((name) => name in row)) insert.run(...columns.map((name) => row[name] ?? null));
  else {
    // an entry from before a column was there: its rows get the column's default
    const names = columns.filter((name) => name in row);
    const list = names.map((name) => `"${name}"`).join(', ');
    sqlite.prepare(`INSERT INTO "${table}" (${list}) VALUES (${names.map(() => '?').join(', ')})`).run(...names.map((name) => row[name] ?? null));
  }
}

function updateRow(sqlite: Database.Database, table: TableName, id: string, after: Columns): void {
  const names = Object.keys(after);
  const assignments = names.map((name) => `"${name}" = ?`).join(', ');
  const { updates } = statementsFor(sqlite, table);
  let update = updates.get(assignments);
  if (!update) updates.set(assignments, (update = sqlite.prepare(`UPDATE "${table}" SET ${assignments} WHERE id = ?`)));
  update.run(...names.map((name) => after[name] ?? null), id);
}

/** Writes one difference as it stands; the caller has checked that it applies. The words of turns stay findable. */
export function applyDiff(sqlite: Database.Database, diff: RowDiff): void {
  if (diff.op === 'insert') insertRow(sqlite, diff.table, diff.after);
  else if (diff.op === 'remove') statementsFor(sqlite, diff.table).remove.run(diff.id);
  else updateRow(sqlite, diff.table, diff.id, diff.after);
  if (diff.table !== 'turn') return;
  if (diff.op === 'remove') unindexTurn(sqlite, diff.id);
  else if ('text' in diff.after) indexTurn(sqlite, diff.id);
}

export class Writer {
  readonly diffs: RowDiff[] = [];
  readonly #sqlite: Database.Database;

  constructor(sqlite: Database.Database) {
    this.#sqlite = sqlite;
  }

  #toColumns(table: TableName, values: object): Columns {
    const { columnOf } = statementsFor(this.#sqlite, table);
    const columns: Columns = {};
    for (const [property, value] of Object.entries(values) as [string, ColumnValue | undefined][]) {
      const column = columnOf.get(property);
      if (!column) throw new Error(`no column ${table}.${property}`);
      // SQLite stores no half characters: the log must say what the row then holds
      if (value !== undefined) columns[column] = typeof value === 'string' ? value.toWellFormed() : value;
    }
    return columns;
  }

  insert<T extends TableName>(table: T, row: NewRow<T>): void {
    const given = this.#toColumns(table, row);
    const { columns } = statementsFor(this.#sqlite, table);
    const after = Object.fromEntries(columns.map((name) => [name, given[name] ?? null]));
    this.#write({ op: 'insert', table, id: String(after.id), after });
  }

  /** Changes the named columns; writes and logs nothing where they hold these values already, or where the value is undefined. */
  update<T extends TableName>(table: T, id: string, patch: Patch<T>): void {
    const current = currentColumns(this.#sqlite, table, id);
    if (!current) throw new Error(`no row ${table} ${id}`);
    const wanted = Object.entries(this.#toColumns(table, patch)).filter(([name, value]) => current[name] !== value);
    if (wanted.length === 0) return;
    const before = Object.fromEntries(wanted.map(([name]) => [name, current[name] ?? null]));
    this.#write({ op: 'update', table, id, before, after: Object.fromEntries(wanted) });
  }

  remove(table: TableName, id: string): void {
    const before = currentColumns(this.#sqlite, table, id);
    if (!before) throw new Error(`no row ${table} ${id}`);
    this.#write({ op: 'remove', table, id, before });
  }

  /** Writes a difference taken from the log. */
  replay(diff: RowDiff): void {
    this.#write(diff);
  }

  #write(diff: RowDiff): void {
    applyDiff(this.#sqlite, diff);
    this.diffs.push(diff);
  }
}
