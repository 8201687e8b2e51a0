// What the file itself demands of rows, read from its schema: what a table's rows are known by, and which rows others need.
import type Database from 'better-sqlite3';
import { KNOWN_BY } from '../../shared/domain/team-settlement.ts';
import { contentTables } from '../storage/schema.ts';
import type { TableName } from '../storage/schema.ts';
import { statement } from '../storage/statements.ts';
import type { Columns, RowDiff } from '../storage/writer.ts';
import { currentColumns } from '../storage/writer.ts';

type Sqlite = Database.Database;

interface Reference {
  readonly from: TableName;
  readonly column: string;
  readonly to: TableName;
}

const TABLES = Object.keys(contentTables) as TableName[];

function keysOf(sqlite: Sqlite, table: TableName): (readonly string[])[] {
  const indexes = sqlite.pragma(`index_list("${table}")`) as { name: string; unique: number; origin: string }[];
  const unique = indexes.filter(({ unique: isUnique, origin }) => isUnique === 1 && origin === 'u');
  const keys = unique.map(({ name }) => (sqlite.pragma(`index_info("${name}")`) as { name: string }[]).map((column) => column.name));
  const ours = KNOWN_BY[table];
  return ours ? [...keys, ours] : keys;
}

function referencesOf(sqlite: Sqlite, table: TableName): Reference[] {
  const list = sqlite.pragma(`foreign_key_list("${table}")`) as { table: string; from: string }[];
  return list.map(({ table: to, from: column }) => ({ from: table, column, to: to as TableName }));
}

export class FileRules {
  readonly #sqlite: Sqlite;
  readonly #keys: ReadonlyMap<TableName, readonly (readonly string[])[]>;
  readonly #references: readonly Reference[];

  constructor(sqlite: Sqlite) {
    this.#sqlite = sqlite;
    this.#keys = new Map(TABLES.map((table) => [table, keysOf(sqlite, table)]));
    this.#references = TABLES.flatMap((table) => referencesOf(sqlite, table));
  }

  /** The row that stands for the same thing under another id, if there is one. */
  twinOf(table: TableName, row: Columns): Columns | undefined {
    for (const key of this.#keys.get(table) ?? []) {
      const where = key.map((name) => `"${name}" IS ?`).join(' AND ');
      const found = statement<unknown[], { id: string }>(this.#sqlite, `SELECT id FROM "${table}" WHERE ${where} AND id <> ?`).get(
        ...key.map((name) => row[name] ?? null),
        row.id,
      );
      if (found) return currentColumns(this.#sqlite, table, found.id);
    }
    return undefined;
  }

  isKeyColumn(table: TableName, column: string): boolean {
    return (this.#keys.get(table) ?? []).some((key) => key.includes(column));
  }

  /** What a row refers to that is not there. */
  missingFor(table: TableName, id: string): { readonly table: TableName; readonly id: string } | undefined {
    const row = currentColumns(this.#sqlite, table, id);
    for (const { column, to } of row ? this.#references.filter(({ from }) => from === table) : []) {
      const target = row?.[column];
      if (typeof target === 'string' && !currentColumns(this.#sqlite, to, target)) return { table: to, id: target };
    }
    return undefined;
  }

  /** A row that refers to one which is gone. */
  dependentOn(table: TableName, id: string): { readonly table: TableName; readonly id: string } | undefined {
    for (const { from, column } of this.#references.filter(({ to }) => to === table)) {
      const found = statement<[string], { id: string }>(this.#sqlite, `SELECT id FROM "${from}" WHERE "${column}" = ? LIMIT 1`).get(id);
      if (found) return { table: from, id: found.id };
    }
    return undefined;
  }

  /** The first reference that these differences leave without its other end. */
  firstBroken(diffs: readonly RowDiff[]): { readonly isNeeded: boolean; readonly table: TableName; readonly id: string } | undefined {
    for (const { op, table, id } of diffs) {
      const missing = op === 'remove' ? undefined : this.missingFor(table, id);
      if (missing) return { isNeeded: false, ...missing };
      const dependent = op === 'remove' && !currentColumns(this.#sqlite, table, id) ? this.dependentOn(table, id) : undefined;
      if (dependent) return { isNeeded: true, ...dependent };
    }
    return undefined;
  }
}
