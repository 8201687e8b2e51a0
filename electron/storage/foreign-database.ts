// Another program's SQLite file: looked at in a copy, so that nothing is written beside it, and with nothing in it allowed to run.
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { unreadable } from '../../shared/domain/unreadable.ts';

export type ForeignValue = string | number | null;
export type ForeignRow = Readonly<Record<string, ForeignValue>>;

const MOST_BYTES = 2 * 1024 ** 3;
const MOST_ROWS = 5_000_000;

interface SchemaRow {
  readonly name: string;
  readonly sql: string | null;
}

/** SQLite's word for a name. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export class ForeignDatabase {
  readonly #sqlite: Database.Database;
  readonly #folder: string;
  readonly #file: string;
  readonly #tables: ReadonlyMap<string, readonly string[]>;

  /** Refuses (`source.unreadable`) what is no SQLite file, is damaged, encrypted or larger than 2 GB. */
  constructor(path: string) {
    this.#file = basename(path);
    if (statSync(path).size > MOST_BYTES) throw unreadable(this.#file, 'tooLarge');
    this.#folder = mkdtempSync(join(tmpdir(), 'trame-foreign-'));
    try {
      const copy = join(this.#folder, 'copy.sqlite');
      for (const part of ['', '-wal']) if (existsSync(path + part)) copyFileSync(path + part, copy + part);
      this.#sqlite = new Database(copy, { fileMustExist: true });
      // before anything of its schema is looked at
      for (const guard of ['trusted_schema = OFF', 'query_only = ON', 'cell_size_check = ON', 'mmap_size = 0']) this.#sqlite.pragma(guard);
      this.#tables = this.#guarded(() => this.#plainTables());
    } catch (error) {
      rmSync(this.#folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Tables that are nothing but tables: neither views nor virtual ones, no column that computes itself. */
  #plainTables(): Map<string, string[]> {
    const rows = this.#sqlite.prepare<[], SchemaRow>("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").all();
    const plain = rows.filter(({ sql }) => sql !== null && /^\s*CREATE\s+TABLE\b/i.test(sql));
    return new Map(
      plain.flatMap(({ name }) => {
        const columns = this.#sqlite.pragma(`table_xinfo(${quoted(name)})`) as { name: string; hidden: number }[];
        return columns.some(({ hidden }) => hidden !== 0) ? [] : [[name.toLowerCase(), columns.map((column) => column.name.toLowerCase())] as const];
      }),
    );
  }

  #guarded<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
      throw unreadable(this.#file, error.code === 'SQLITE_NOTADB' ? 'notAsNamed' : 'damaged');
    }
  }

  /** Names without regard to case, as SQLite has them. */
  has(table: string, ...columns: readonly string[]): boolean {
    const there = this.#tables.get(table.toLowerCase());
    return there !== undefined && columns.every((column) => there.includes(column.toLowerCase()));
  }

  /** Rows of these columns in the order written; none of a table that is not there, null for a column that is not. Bytes are not read. */
  rows(table: string, columns: readonly string[]): ForeignRow[] {
    const there = this.#tables.get(table.toLowerCase());
    if (!there) return [];
    const words = columns.map((column) => (there.includes(column.toLowerCase()) ? quoted(column) : `NULL AS ${quoted(column)}`));
    const sql = `SELECT ${words.join(', ')} FROM ${quoted(table)} LIMIT ${MOST_ROWS + 1}`;
    const rows = this.#guarded(() => this.#sqlite.prepare<[], Record<string, unknown>>(sql).all());
    if (rows.length > MOST_ROWS) throw unreadable(this.#file, 'tooLarge');
    return rows.map((row) =>
      Object.fromEntries(columns.map((column) => [column, typeof row[column] === 'string' || typeof row[column] === 'number' ? row[column] : null])),
    );
  }

  close(): void {
    this.#sqlite.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
