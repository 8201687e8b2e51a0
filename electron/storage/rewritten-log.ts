// The log of a study that is rewritten: walked back from the study as it stands, so that every entry leads from one rewritten state to the next.
import type Database from 'better-sqlite3';
import { needsState } from './study-rewriting.ts';
import type { Lookup, RowRewriter } from './study-rewriting.ts';
import type { TableName } from './schema.ts';
import { currentColumns } from './writer.ts';
import type { Columns, RowDiff } from './writer.ts';

const keyOf = (table: TableName, id: string): string => `${table} ${id}`;

/** The study in one of its earlier states. Rows that nobody touched since are those of the file. */
class EarlierState {
  readonly #sqlite: Database.Database;
  readonly #rows = new Map<string, Columns | null>();
  /** Passages met on the way, by the turns that they begin or end in. */
  readonly #passagesOf = new Map<string, Set<string>>();
  readonly #anchored: Database.Statement<[string, string, string], { id: string }>;

  constructor(sqlite: Database.Database) {
    this.#sqlite = sqlite;
    this.#anchored = sqlite.prepare('SELECT id FROM passage WHERE source_id = ? AND (start_turn_id = ? OR end_turn_id = ?)');
  }

  readonly row: Lookup = (table, id) => {
    const known = this.#rows.get(keyOf(table, id));
    return known === undefined ? (currentColumns(this.#sqlite, table, id) ?? null) : known;
  };

  takeBack(diff: RowDiff): void {
    const { table, id } = diff;
    const row: Columns | null = diff.op === 'insert' ? null : { ...(diff.op === 'update' ? this.row(table, id) : null), id, ...diff.before };
    this.#rows.set(keyOf(table, id), row);
    if (table !== 'passage' || !row) return;
    for (const turn of [String(row.start_turn_id), String(row.end_turn_id)]) {
      const passages = this.#passagesOf.get(turn) ?? new Set();
      this.#passagesOf.set(turn, passages.add(id));
    }
  }

  passagesIn(turn: Columns): string[] {
    const turnId = String(turn.id);
    const standing = this.#anchored.all(String(turn.source_id), turnId, turnId).map(({ id }) => id);
    return [...new Set([...standing, ...(this.#passagesOf.get(turnId) ?? [])])].filter((id) => {
      const row = this.row('passage', id);
      return row?.start_turn_id === turnId || row?.end_turn_id === turnId;
    });
  }
}

export interface RewrittenEntry {
  readonly number: number;
  readonly input: string;
  readonly subject: string;
  readonly diffs: string;
}

interface Entry {
  readonly number: number;
  readonly input: string;
  readonly subject: string;
  readonly diffs: string;
}

function columnNames(diffs: readonly RowDiff[], side: 'after' | 'before'): Set<string> {
  return new Set(
    diffs.flatMap((diff) =>
      Object.keys((side === 'after' ? (diff.op === 'remove' ? {} : diff.after) : diff.op === 'insert' ? {} : diff.before) as Columns),
    ),
  );
}

const pick = (row: Columns, names: ReadonlySet<string>): Columns => Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name)));

/** One difference between two states of a row, naming the columns that the entry's own differences named. */
function between(table: TableName, id: string, before: Columns | null, after: Columns | null, own: readonly RowDiff[]): RowDiff | null {
  if (!before) return after && { op: 'insert', table, id, after: pick(after, columnNames(own, 'after')) };
  if (!after) return { op: 'remove', table, id, before: pick(before, columnNames(own, 'before')) };
  const changed = new Set(Object.keys(after).filter((name) => (before[name] ?? null) !== (after[name] ?? null)));
  return changed.size === 0 ? null : { op: 'update', table, id, before: pick(before, changed), after: pick(after, changed) };
}

export class LogRewriter {
  readonly #state: EarlierState;
  readonly #rows: RowRewriter;

  constructor(sqlite: Database.Database, rows: RowRewriter) {
    this.#state = new EarlierState(sqlite);
    this.#rows = rows;
  }

  /** The entry before the one asked for last. Null where nothing of it changes. */
  entry({ number, input, subject, diffs: kept }: Entry): RewrittenEntry | null {
    const own = JSON.parse(kept) as RowDiff[];
    const diffs = this.#diffs(own);
    const isAboutGone = diffs.hasGone || this.#namesGone(input);
    const after = {
      number,
      input: isAboutGone ? '{}' : this.#rows.text(input),
      subject: isAboutGone ? this.#rows.blanked(subject) : this.#rows.text(subject),
      diffs: JSON.stringify(diffs.written),
    };
    return after.input === input && after.subject === subject && after.diffs === kept ? null : after;
  }

  #namesGone(input: string): boolean {
    for (const [id] of input.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu)) if (this.#rows.namesGone(id)) return true;
    return false;
  }

  #diffs(own: readonly RowDiff[]): { written: RowDiff[]; hasGone: boolean } {
    const rows = this.#rowsByState(own);
    const after = new Map([...rows.keys()].map((key) => [key, this.#rewritten(key)]));
    const turns = own.flatMap((diff) => (diff.table === 'turn' ? [diff.id] : []));
    const gainedAfter = this.#gains(turns);
    for (const diff of own.toReversed()) this.#state.takeBack(diff);
    for (const [sourceId, words] of this.#gains(turns)) this.#rows.addWords(sourceId, words);
    for (const [sourceId, words] of gainedAfter) this.#rows.addWords(sourceId, -words);
    const written: RowDiff[] = [];
    const done = new Set<string>();
    let hasGone = false;
    for (const diff of own) {
      if (this.#rows.isGone(diff.table, diff.id)) hasGone = true;
      else if (needsState(diff.table)) {
        const key = keyOf(diff.table, diff.id);
        if (done.has(key)) continue;
        done.add(key);
        const found = between(diff.table, diff.id, this.#rewritten(key), after.get(key) ?? null, rows.get(key) ?? []);
        if (found) written.push(found);
      } else written.push(...this.#byItself(diff));
    }
    // passages, and sources' counts, that the entry left alone may lie otherwise in a text that it changed
    for (const [key, mine] of rows) {
      const [table = '', id = ''] = key.split(' ');
      if (done.has(key) || mine.length > 0) continue;
      const found = between(table as TableName, id, this.#rewritten(key), after.get(key) ?? null, mine);
      if (found?.op === 'update') written.push(found);
    }
    return { written, hasGone };
  }

  /** The rows whose difference is found between two states, each with the entry's own differences of it. */
  #rowsByState(own: readonly RowDiff[]): Map<string, RowDiff[]> {
    const rows = new Map<string, RowDiff[]>();
    for (const diff of own) {
      if (!needsState(diff.table)) continue;
      const key = keyOf(diff.table, diff.id);
      const mine = rows.get(key) ?? [];
      mine.push(diff);
      rows.set(key, mine);
    }
    for (const diff of own) {
      if (diff.table !== 'turn' || diff.op !== 'update' || !('text' in diff.after)) continue;
      const turn = this.#state.row('turn', diff.id);
      if (!turn) continue;
      const beside = [keyOf('source', String(turn.source_id)), ...this.#state.passagesIn(turn).map((id) => keyOf('passage', id))];
      for (const key of beside) if (!rows.has(key)) rows.set(key, []);
    }
    return rows;
  }

  #gains(turnIds: readonly string[]): Map<string, number> {
    const gains = new Map<string, number>();
    for (const id of new Set(turnIds)) {
      const turn = this.#state.row('turn', id);
      const sourceId = String(turn?.source_id ?? '');
      gains.set(sourceId, (gains.get(sourceId) ?? 0) + this.#rows.wordsGained(turn));
    }
    return gains;
  }

  #rewritten(key: string): Columns | null {
    const [table = '', id = ''] = key.split(' ');
    return this.#rows.row(table as TableName, this.#state.row(table as TableName, id), this.#state.row);
  }

  #byItself(diff: RowDiff): RowDiff[] {
    const { table, id } = diff;
    const columns = (given: Columns): Columns => this.#rows.columns(table, given);
    if (diff.op === 'insert') return [{ op: 'insert', table, id, after: columns(diff.after) }];
    if (diff.op === 'remove') return [{ op: 'remove', table, id, before: columns(diff.before) }];
    const [before, after] = [columns(diff.before), columns(diff.after)];
    const changed = new Set(Object.keys(after).filter((name) => before[name] !== after[name]));
    return changed.size === 0 ? [] : [{ op: 'update', table, id, before: pick(before, changed), after: pick(after, changed) }];
  }
}
