// Finds out what rewriting a study changes, while others may still read and work; then writes all of it at once, or nothing.
import type Database from 'better-sqlite3';
import { Refusal } from '../../shared/domain/failure.ts';
import { withEdits } from '../../shared/words/name-finder.ts';
import { LogRewriter } from './rewritten-log.ts';
import type { RewrittenEntry } from './rewritten-log.ts';
import { contentTables } from './schema.ts';
import type { TableName } from './schema.ts';
import { RowRewriter, rowsInPortions } from './study-rewriting.ts';
import type { Rewriting } from './study-rewriting.ts';
import { indexTurn } from './turn-index.ts';
import { currentColumns } from './writer.ts';
import type { ColumnValue, Columns } from './writer.ts';

export interface Watch {
  readonly onProgress: (done: number, total: number, label: string) => void;
  readonly isCancelled: () => boolean;
}

interface RewrittenRow {
  readonly table: TableName;
  readonly id: string;
  /** The columns that change; null where the row goes. */
  readonly columns: Columns | null;
}

/** Everything that a rewriting changes, and the state of the file that it was found in. */
export interface StudyPlan {
  readonly rows: readonly RewrittenRow[];
  readonly entries: readonly RewrittenEntry[];
  readonly state: string;
}

const PORTION = 500;
const LOG_PORTION = 50;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Changes with every write, of whichever connection. */
function stateOf(sqlite: Database.Database): string {
  const own = sqlite.prepare<[], number>('SELECT total_changes()').pluck().get();
  return `${own} ${String(sqlite.pragma('data_version', { simple: true }))}`;
}

/** The tables whose rows others are rewritten by come first. */
const ORDER: readonly TableName[] = [
  'turn',
  'passage',
  ...(Object.keys(contentTables) as TableName[]).filter((table) => table !== 'turn' && table !== 'passage'),
];

/** Refuses (`job.cancelled`) where it is given up. Writes nothing. */
export class StudyRewriter {
  readonly #sqlite: Database.Database;
  readonly #rows: RowRewriter;
  readonly #watch: Watch;
  readonly #total: number;
  #done = 0;

  constructor(sqlite: Database.Database, rewriting: Rewriting, watch: Watch) {
    this.#sqlite = sqlite;
    this.#rows = new RowRewriter(rewriting);
    this.#watch = watch;
    const count = (table: string): number => sqlite.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0;
    this.#total = [...ORDER, 'change_log'].reduce((sum, table) => sum + count(table), 0);
  }

  async plan(): Promise<StudyPlan> {
    const state = stateOf(this.#sqlite);
    const rows: RewrittenRow[] = [];
    for (const table of ORDER) rows.push(...(await this.#tableRows(table)));
    const entries = await this.#entries();
    if (stateOf(this.#sqlite) !== state) throw new Refusal('pseudonym.changedSince');
    return { rows, entries, state };
  }

  async #step(done: number): Promise<void> {
    this.#done += done;
    this.#watch.onProgress(this.#done, this.#total, '');
    await nextTurn();
    if (this.#watch.isCancelled()) throw new Refusal('job.cancelled');
  }

  readonly #lookup = (table: TableName, id: string): Columns | null => currentColumns(this.#sqlite, table, id) ?? null;

  async #tableRows(table: TableName): Promise<RewrittenRow[]> {
    const found: RewrittenRow[] = [];
    for (const portion of rowsInPortions(this.#sqlite, table, PORTION)) {
      for (const { '#': _rowid, ...row } of portion) {
        if (table === 'turn') this.#rows.addWords(String(row.source_id), this.#rows.wordsGained(row));
        if (table === 'passage') this.#notePrint(row);
        const after = this.#rows.row(table, row, this.#lookup);
        const id = String(row.id);
        if (!after) found.push({ table, id, columns: null });
        else {
          const changed = Object.entries(after).filter(([name, value]) => (row[name] ?? null) !== value);
          if (changed.length > 0) found.push({ table, id, columns: Object.fromEntries(changed) });
        }
      }
      await this.#step(portion.length);
    }
    return found;
  }

  /** What a synthesis was written on is known by the words of passages as whole texts hold them. */
  #notePrint(passage: Columns): void {
    const [first, last] = [this.#lookup('turn', String(passage.start_turn_id)), this.#lookup('turn', String(passage.end_turn_id))];
    if (!first || !last) return;
    const turns =
      first.id === last.id
        ? [first]
        : this.#sqlite
            .prepare<[ColumnValue, ColumnValue, ColumnValue], Columns>(
              'SELECT * FROM turn WHERE source_id = ? AND position BETWEEN ? AND ? ORDER BY position',
            )
            .all(first.source_id ?? null, first.position ?? null, last.position ?? null);
    if (turns.every((turn) => this.#rows.editsOf(turn).length === 0)) return;
    const cut = (texts: readonly string[], from: ColumnValue | undefined, to: ColumnValue | undefined): string => {
      const before = texts.slice(0, -1).reduce((sum, text) => sum + text.length, 0);
      return texts.join('').slice(Number(from), before + Number(to));
    };
    const after = this.#rows.row('passage', passage, this.#lookup);
    if (!after) return;
    this.#rows.notePrint(
      cut(
        turns.map((turn) => String(turn.text)),
        passage.start_utf16,
        passage.end_utf16,
      ),
      cut(
        turns.map((turn) => withEdits(String(turn.text), this.#rows.editsOf(turn))),
        after.start_utf16,
        after.end_utf16,
      ),
    );
  }

  async #entries(): Promise<RewrittenEntry[]> {
    const log = new LogRewriter(this.#sqlite, this.#rows);
    const earlier = this.#sqlite.prepare<[number, number], { number: number; input: string; subject: string; diffs: string }>(
      'SELECT number, input, subject, diffs FROM change_log WHERE number < ? ORDER BY number DESC LIMIT ?',
    );
    const found: RewrittenEntry[] = [];
    for (let before = Number.MAX_SAFE_INTEGER; ; ) {
      const entries = earlier.all(before, LOG_PORTION);
      if (entries.length === 0) return found;
      for (const entry of entries) {
        const rewritten = log.entry(entry);
        if (rewritten) found.push(rewritten);
      }
      before = entries.at(-1)?.number ?? 0;
      await this.#step(entries.length);
    }
  }
}

/** Writes the plan, within the caller's transaction. Refuses (`pseudonym.changedSince`) where the study is no longer what was planned for. */
export function writeStudyPlan(sqlite: Database.Database, { rows, entries, state }: StudyPlan): void {
  if (stateOf(sqlite) !== state) throw new Refusal('pseudonym.changedSince');
  // what is freed is overwritten, here and in whatever this connection frees later
  sqlite.pragma('secure_delete = ON');
  for (const { table, id, columns } of rows) {
    if (!columns) sqlite.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id);
    else {
      const names = Object.keys(columns);
      sqlite
        .prepare(`UPDATE "${table}" SET ${names.map((name) => `"${name}" = ?`).join(', ')} WHERE id = ?`)
        .run(...names.map((name) => columns[name] ?? null), id);
    }
  }
  const write = sqlite.prepare('UPDATE change_log SET input = ?, subject = ?, diffs = ? WHERE number = ?');
  for (const { number, input, subject, diffs } of entries) write.run(input, subject, diffs, number);
  rebuildIndex(sqlite);
}

/** An index that forgets a word keeps it until its parts are merged: it is made anew. */
function rebuildIndex(sqlite: Database.Database): void {
  sqlite.exec(`INSERT INTO turn_words (turn_words) VALUES ('delete-all'); DELETE FROM indexed_turn;`);
  for (const { id } of sqlite.prepare<[], { id: string }>('SELECT id FROM turn ORDER BY rowid').all()) indexTurn(sqlite, id);
}

/** Nothing of what was replaced is left in pages that nobody uses, or in the log beside the file. */
export function scrubFile(sqlite: Database.Database): void {
  sqlite.pragma('secure_delete = ON');
  sqlite.exec('VACUUM');
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
}
