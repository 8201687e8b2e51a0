// Takes out of a damaged project's file every row that can still be read, and writes it into a new one of the same form.
import Database from 'better-sqlite3';
import { knownMigrations, migrate } from './migrate.ts';
import type { Migration } from './migrate.ts';
import { PageReader } from './page-reader.ts';
import type { FoundRow, Value } from './page-reader.ts';

/** What came of one table. */
export interface SalvagedTable {
  readonly table: string;
  readonly kept: number;
  /** Rows that were read, and that no project can hold. */
  readonly refused: number;
  /** Rows of which something is there that cannot be read. */
  readonly lost: number;
}

export interface Salvaged {
  readonly tables: readonly SalvagedTable[];
  /** Pages that hold nothing readable, and may have held rows. */
  readonly unreadablePages: number;
  /** Rows found apart, of which it cannot be told where they belong. */
  readonly stray: number;
}

/** Made anew from the turns, or by the program itself. */
const DERIVED = /^(turn_words|indexed_turn$|schema_migration$|sqlite_)/;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

function fitsColumn(value: Value, { type, notnull }: Column): boolean {
  if (value === null) return notnull === 0;
  if (type === 'TEXT') return typeof value === 'string';
  if (type === 'BLOB') return Buffer.isBuffer(value);
  if (type === 'INTEGER') return typeof value === 'bigint' || Number.isInteger(value);
  return typeof value === 'number' || typeof value === 'bigint';
}

/** A table of the new file. */
class Receiver {
  readonly table: string;
  readonly #sqlite: Database.Database;
  readonly #columns: readonly Column[];
  readonly #alias: string | null;
  readonly #inserts = new Map<number, Database.Statement<unknown[]>>();
  kept = 0;
  refused = 0;
  lost = 0;

  constructor(sqlite: Database.Database, table: string) {
    this.table = table;
    this.#sqlite = sqlite;
    this.#columns = sqlite.pragma(`table_info("${table}")`) as Column[];
    const keys = this.#columns.filter(({ pk }) => pk > 0);
    this.#alias = keys.length === 1 && keys[0]?.type === 'INTEGER' ? keys[0].name : null;
  }

  /** Whether this could be one of its rows. Columns added since it was written are missing at its end. */
  fits({ values }: FoundRow): boolean {
    if (values.length === 0 || values.length > this.#columns.length) return false;
    return values.every((value, index) => {
      const column = this.#columns[index];
      return column !== undefined && (column.name === this.#alias || fitsColumn(value, column));
    });
  }

  /** False for a row that its rules forbid, or that is there already. */
  take(row: FoundRow): boolean {
    if (!this.fits(row)) return false;
    try {
      this.#insert(row.values.length).run(row.rowid, ...row.values.filter((_, index) => this.#columns[index]?.name !== this.#alias));
      return true;
    } catch (error) {
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false;
      throw error;
    }
  }

  #insert(count: number): Database.Statement<unknown[]> {
    let found = this.#inserts.get(count);
    if (!found) {
      const names = this.#columns.slice(0, count).flatMap(({ name }) => (name === this.#alias ? [] : [`"${name}"`]));
      const all = ['rowid', ...names];
      found = this.#sqlite.prepare(`INSERT INTO "${this.table}" (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`);
      this.#inserts.set(count, found);
    }
    return found;
  }
}

/** Where each table's tree begins, as a file of this form that was just made has it. */
function usualRoots(migrations: readonly Migration[]): Map<string, number> {
  const sqlite = new Database(':memory:');
  migrate(sqlite, null, migrations);
  const rows = sqlite
    .prepare<[], { name: string; rootpage: number }>(`SELECT name, rootpage FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`)
    .all();
  sqlite.close();
  return new Map(rows.map(({ name, rootpage }) => [name, rootpage]));
}

class Salvage {
  readonly #reader: PageReader;
  readonly #seen = new Set<number>();
  #unreadable = 0;
  #isDamaged = false;

  constructor(reader: PageReader) {
    this.#reader = reader;
  }

  /** The rows of the tree that begins there, in their order. */
  *rows(root: number, onLost: (rows: number) => void = () => undefined): Generator<FoundRow> {
    const waiting = [root];
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      if (this.#seen.has(number)) continue;
      this.#seen.add(number);
      const page = this.#reader.read(number);
      if (page === null) this.#unreadable += 1;
      if (page === null || page.lost > 0) this.#isDamaged = true;
      if (page === null) continue;
      if (page.lost > 0) onLost(page.lost);
      waiting.push(...page.children.toReversed());
      yield* page.rows;
    }
  }

  /** A tree whose rows are made anew: its pages are nobody's. */
  passOver(root: number): void {
    const [unreadable, isDamaged] = [this.#unreadable, this.#isDamaged];
    for (const _ of this.rows(root)) continue;
    [this.#unreadable, this.#isDamaged] = [unreadable, isDamaged];
  }

  /** Tables by name as the file itself lists them. */
  roots(): Map<string, number> {
    const found = new Map<string, number>();
    for (const { values } of this.rows(1)) {
      const [type, name, , root] = values;
      if (type === 'table' && typeof name === 'string' && typeof root === 'number' && root > 1) found.set(name, root);
    }
    return found;
  }

  /** The first rows of a tree, not counted as read. */
  sample(root: number): readonly FoundRow[] | null {
    let page = this.#reader.read(root);
    for (let depth = 0; page && page.children[0] !== undefined && depth < 8; depth += 1) page = this.#reader.read(page.children[0]);
    return page?.rows ?? null;
  }

  /** Leaves that no tree leads to any more: what hung on a page that is gone. */
  *strays(): Generator<readonly FoundRow[]> {
    const free = this.#isDamaged ? this.#reader.freePages() : null;
    if (free === null) return;
    for (let number = 2; number <= this.#reader.pageCount; number += 1) {
      if (this.#seen.has(number) || free.has(number) || this.#reader.overflow.has(number) || !this.#reader.isLeaf(number)) continue;
      const page = this.#reader.read(number);
      if (page && page.lost === 0 && page.rows.length > 0) yield page.rows;
    }
  }

  get unreadable(): number {
    return this.#unreadable;
  }

  markDamaged(): void {
    this.#isDamaged = true;
  }
}

/** The steps that the file had been through; all that are known where it no longer says. */
function stepsOf(salvage: Salvage, roots: ReadonlyMap<string, number>): readonly Migration[] {
  const known = knownMigrations();
  const root = roots.get('schema_migration');
  const taken = new Set(root === undefined ? [] : [...salvage.rows(root)].map(({ rowid }) => rowid));
  const steps = known.filter(({ number }) => taken.has(number));
  return steps.length > 0 ? steps : known;
}

/** Puts rows that hang on no tree where they fit; where several tables could have them nobody knows. Answers with how many found no place. */
function placeStrays(salvage: Salvage, receivers: readonly Receiver[]): number {
  let stray = 0;
  const names = new Set(receivers.map(({ table }) => table));
  for (const rows of salvage.strays()) {
    // what SQLite counts of its tables, for its own use
    if (rows.every(({ values: [name] }) => typeof name === 'string' && names.has(name))) continue;
    const fitting = receivers.filter((receiver) => rows.every((row) => receiver.fits(row)));
    const [only] = fitting;
    if (fitting.length !== 1 || !only) {
      stray += rows.length;
      continue;
    }
    // what is there already was written elsewhere later
    for (const row of rows) if (only.take(row)) only.kept += 1;
  }
  return stray;
}

/**
 * Reads what is left of the file at `path` (and of the log beside it) into `into`, an empty database, which then has the form that the file
 * had. Rows are written as they were; what refers to rows that are gone is left to the caller.
 */
export function salvageInto(path: string, into: Database.Database): Salvaged {
  const reader = new PageReader(path);
  try {
    const salvage = new Salvage(reader);
    const roots = salvage.roots();
    const steps = stepsOf(salvage, roots);
    migrate(into, null, steps);
    into.pragma('foreign_keys = OFF');
    const names = into.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`).pluck().all();
    const receivers = names.filter((name) => !DERIVED.test(name)).map((name) => new Receiver(into, name));
    const usual = usualRoots(steps);
    into.exec('BEGIN');
    for (const receiver of receivers) {
      const known = roots.get(receiver.table);
      const root = known ?? usual.get(receiver.table) ?? 0;
      if (known === undefined) salvage.markDamaged();
      // where the list of tables is gone a table is taken for the one that usually begins there, if its rows could be its own
      if (known === undefined && !salvage.sample(root)?.every((row) => receiver.fits(row))) continue;
      for (const row of salvage.rows(root, (rows) => (receiver.lost += rows))) {
        if (receiver.take(row)) receiver.kept += 1;
        else receiver.refused += 1;
      }
    }
    for (const [name, root] of roots.size > 0 ? roots : usual) if (DERIVED.test(name)) salvage.passOver(root);
    const stray = placeStrays(salvage, receivers);
    into.exec('COMMIT');
    return {
      tables: receivers.map(({ table, kept, refused, lost }) => ({ table, kept, refused, lost })),
      unreadablePages: salvage.unreadable,
      stray,
    };
  } finally {
    reader.close();
  }
}
