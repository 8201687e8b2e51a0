// What was written since somebody last looked: what is counted or read once need not be counted again for every coding.
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

export interface Changes {
  /** Anything may have changed: another program wrote, something was rolled back, or this is the first look. */
  readonly everything: boolean;
  /** Sources whose turns, speakers, passages, codings or answered questions changed. */
  readonly sources: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
}

/** One of those who look: each is told everything once. */
export class ChangeReader {
  readonly #sqlite: Database.Database;
  #everything = true;
  #sources = new Set<string>();
  #tables = new Set<string>();
  /** What other connections have written changes this number of SQLite's. */
  #dataVersion = -1;

  constructor(sqlite: Database.Database) {
    this.#sqlite = sqlite;
  }

  add(sources: Iterable<string>, tables: Iterable<string>): void {
    for (const source of sources) this.#sources.add(source);
    for (const table of tables) this.#tables.add(table);
  }

  addEverything(): void {
    this.#everything = true;
  }

  /** What changed since this was last asked. */
  take(): Changes {
    const version = this.#sqlite.pragma('data_version', { simple: true }) as number;
    const changes = { everything: this.#everything || version !== this.#dataVersion, sources: this.#sources, tables: this.#tables };
    this.#sources = new Set();
    this.#tables = new Set();
    this.#everything = false;
    this.#dataVersion = version;
    return changes;
  }
}

export class SourceChanges {
  readonly #sqlite: Database.Database;
  readonly #readers: ChangeReader[] = [];

  constructor(sqlite: Database.Database) {
    this.#sqlite = sqlite;
  }

  /** For whoever keeps something of this project: one each, for as long as it is open. */
  reader(): ChangeReader {
    const reader = new ChangeReader(this.#sqlite);
    this.#readers.push(reader);
    return reader;
  }

  /** After a rollback nothing that was read meanwhile is true. */
  markAll(): void {
    for (const reader of this.#readers) reader.addEverything();
  }

  mark(diffs: readonly RowDiff[]): void {
    if (this.#readers.length === 0) return;
    const sources = new Set<string>();
    const find = (table: RowDiff['table'], id: string): void => {
      for (const row of statement<[string], { source_id: string }>(this.#sqlite, SOURCE_OF[table] ?? '').all(id)) sources.add(row.source_id);
    };
    for (const diff of diffs) {
      const columns = columnsOf(diff);
      for (const { source_id: named } of columns) if (typeof named === 'string') sources.add(named);
      // a row that has gone names its source in its own difference, or its passage or turn does
      if (diff.table === 'coding') for (const { passage_id: passage } of columns) find('passage', String(passage ?? ''));
      if (diff.table === 'question_turn') for (const { turn_id: turn } of columns) find('turn', String(turn ?? ''));
      if (SOURCE_OF[diff.table]) find(diff.table, diff.id);
    }
    const tables = new Set(diffs.map(({ table }) => table));
    for (const reader of this.#readers) reader.add(sources, tables);
  }
}
