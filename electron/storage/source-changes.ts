// Which sources were written to since somebody last counted in them: what is counted once need not be counted again for every coding.
import type Database from 'better-sqlite3';
import { statement } from './statements.ts';
import type { Columns, RowDiff } from './writer.ts';

const PASSAGE_OF_CODING = 'SELECT p.source_id FROM coding c JOIN passage p ON p.id = c.passage_id WHERE c.id = ?';
/** Where a row that still stands belongs; tables that concern no source's turns and codings are absent. */
const SOURCE_OF: Partial<Record<RowDiff['table'], string>> = {
  passage: 'SELECT source_id FROM passage WHERE id = ?',
  coding: PASSAGE_OF_CODING,
  turn: 'SELECT source_id FROM turn WHERE id = ?',
  speaker: 'SELECT source_id FROM speaker WHERE id = ?',
  participant: 'SELECT source_id FROM speaker WHERE participant_id = ?',
};

function columnsOf(diff: RowDiff): Columns[] {
  return [...('before' in diff ? [diff.before] : []), ...('after' in diff ? [diff.after] : [])];
}

export class SourceChanges {
  readonly #sqlite: Database.Database;
  #everything = true;
  readonly #sources = new Set<string>();
  /** What other connections have written changes this number of SQLite's. */
  #dataVersion = -1;

  constructor(sqlite: Database.Database) {
    this.#sqlite = sqlite;
  }

  /** After a rollback nothing that was counted meanwhile is true. */
  markAll(): void {
    this.#everything = true;
  }

  mark(diffs: readonly RowDiff[]): void {
    for (const diff of diffs) {
      const columns = columnsOf(diff);
      for (const { source_id: named } of columns) if (typeof named === 'string') this.#sources.add(named);
      if (diff.table === 'coding') for (const { passage_id: passage } of columns) this.#add('passage', String(passage ?? ''));
      if (SOURCE_OF[diff.table]) this.#add(diff.table, diff.id);
    }
  }

  /** A row that has gone names its source in its own difference, or its passage does. */
  #add(table: RowDiff['table'], id: string): void {
    const rows = statement<[string], { source_id: string }>(this.#sqlite, SOURCE_OF[table] ?? '').all(id);
    for (const row of rows) this.#sources.add(row.source_id);
  }

  /** What changed since this was last asked; null means that everything may have. */
  take(): ReadonlySet<string> | null {
    const version = this.#sqlite.pragma('data_version', { simple: true }) as number;
    const everything = this.#everything || version !== this.#dataVersion;
    const sources = new Set(this.#sources);
    this.#sources.clear();
    this.#everything = false;
    this.#dataVersion = version;
    return everything ? null : sources;
  }
}
