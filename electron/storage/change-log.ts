// The log of every command: the audit trail of the study, what undo reads, and what copies will be merged by.
import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import { NOT_UNDONE } from '../../shared/domain/history.ts';
import type { CommandSubject } from '../../shared/domain/project.ts';
import { statement } from './statements.ts';
import type { RowDiff } from './writer.ts';

export interface LogEntry {
  readonly number: number;
  readonly id: string;
  readonly origin: string;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly targetId: string | null;
  readonly command: string;
  readonly coderId: string;
  readonly coderName: string;
  readonly at: string;
  readonly input: unknown;
  readonly subject: CommandSubject;
  readonly diffs: readonly RowDiff[];
  readonly basedOn: string | null;
  /** Shared by the entries that are one act of the user, null for an entry that is one by itself. */
  readonly act: string | null;
}

interface LogRow {
  number: number;
  id: string;
  origin: string;
  kind: LogEntry['kind'];
  target_id: string | null;
  command: string;
  coder_id: string;
  coder_name: string;
  at: string;
  input: string;
  subject: string;
  diffs: string;
  based_on: string | null;
  act: string | null;
}

function fromRow(row: LogRow): LogEntry {
  return {
    number: row.number,
    id: row.id,
    origin: row.origin,
    kind: row.kind,
    targetId: row.target_id,
    command: row.command,
    coderId: row.coder_id,
    coderName: row.coder_name,
    at: row.at,
    input: JSON.parse(row.input),
    subject: JSON.parse(row.subject) as CommandSubject,
    diffs: JSON.parse(row.diffs) as RowDiff[],
    basedOn: row.based_on,
    act: row.act,
  };
}

export type NewEntry = Omit<LogEntry, 'number' | 'id' | 'basedOn'>;

/** Appends an entry as it is, under its own id; answers with its number. */
export function insertEntry(sqlite: Database.Database, entry: Omit<LogEntry, 'number'>): number {
  const { lastInsertRowid } = statement(
    sqlite,
    `INSERT INTO change_log (id, origin, kind, target_id, command, coder_id, coder_name, at, input, subject, diffs, based_on, act)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    entry.id,
    entry.origin,
    entry.kind,
    entry.targetId,
    entry.command,
    entry.coderId,
    entry.coderName,
    entry.at,
    JSON.stringify(entry.input),
    JSON.stringify(entry.subject),
    JSON.stringify(entry.diffs),
    entry.basedOn,
    entry.act,
  );
  return Number(lastInsertRowid);
}

/** The id of the last entry; null in an empty log. */
export function lastEntryId(sqlite: Database.Database): string | null {
  return statement<[], { id: string }>(sqlite, 'SELECT id FROM change_log ORDER BY number DESC LIMIT 1').get()?.id ?? null;
}

/** Appends an entry, naming the one it was made after. */
export function appendEntry(sqlite: Database.Database, entry: NewEntry): string {
  const id = randomUUID();
  insertEntry(sqlite, { ...entry, id, basedOn: lastEntryId(sqlite) });
  return id;
}

/** The last entry, whatever it did. */
export function latestEntry(sqlite: Database.Database): LogEntry | undefined {
  const row = statement<[], LogRow>(sqlite, 'SELECT * FROM change_log ORDER BY number DESC LIMIT 1').get();
  return row && fromRow(row);
}

/** Writes the last entry anew: what was typed since belongs to it. Without any difference left it has never been. */
export function amendEntry(sqlite: Database.Database, entry: Pick<LogEntry, 'number' | 'input' | 'diffs'>): void {
  if (entry.diffs.length === 0) sqlite.prepare('DELETE FROM change_log WHERE number = ?').run(entry.number);
  else
    statement(sqlite, 'UPDATE change_log SET input = ?, diffs = ? WHERE number = ?').run(
      JSON.stringify(entry.input),
      JSON.stringify(entry.diffs),
      entry.number,
    );
}

// An entry's effect stands while it was brought back as often as it was taken back.
const TAKEN_BACK = `(SELECT coalesce(sum(CASE back.kind WHEN 'undo' THEN 1 ELSE -1 END), 0) FROM change_log back WHERE back.target_id = entry.id) > 0`;

// Where names were replaced, or somebody erased, an entry may have nothing left to take back.
const SAYS_SOMETHING = 'octet_length(diffs) > 2';
const NEVER_UNDONE = NOT_UNDONE.map((command) => `'${command}'`).join(', ');

// In a team undo takes back what was done here, never what another member did.
const MADE_HERE = 'coalesce(origin = (SELECT member_id FROM team_state), TRUE)';

/** Whose commands are meant; null: everybody's. Who codes blind steps over what others did. */
export type Whose = string | null;
const BY = '(@by IS NULL OR coder_id = @by)';

/** The latest command, of this act where one is given, whose effect stands: what undo takes back. Its number, or undefined. */
export function numberToUndo(sqlite: Database.Database, act: string | null = null, by: Whose = null): number | undefined {
  return sqlite
    .prepare<[{ act: string | null; by: Whose }], { number: number }>(
      `SELECT number FROM change_log entry WHERE (@act IS NULL OR act = @act) AND ${BY} AND ${MADE_HERE} AND kind = 'do' AND command NOT IN (${NEVER_UNDONE}) AND ${SAYS_SOMETHING} AND NOT ${TAKEN_BACK} ORDER BY number DESC LIMIT 1`,
    )
    .get({ act, by })?.number;
}

/** The input of an undo that gives up something unfinished: redo passes it over. */
export const CANCELLED = { isCancelled: true } as const;

// Made after the last new command; its command is still taken back.
const TO_REDO = `undo.kind = 'undo' AND octet_length(undo.diffs) > 2 AND undo.number > (SELECT coalesce(max(number), 0) FROM change_log WHERE kind = 'do' AND ${BY} AND ${MADE_HERE})
       AND (@by IS NULL OR undo.coder_id = @by) AND coalesce(undo.origin = (SELECT member_id FROM team_state), TRUE)
       AND undo.input ->> 'isCancelled' IS NOT TRUE AND ${TAKEN_BACK}`;

/** The undo that redo takes back: the latest one there is to redo. Its number, or undefined. */
export function numberToRedo(sqlite: Database.Database, by: Whose = null): number | undefined {
  return sqlite
    .prepare<[{ by: Whose }], { number: number }>(
      `SELECT undo.number FROM change_log undo JOIN change_log entry ON entry.id = undo.target_id
       WHERE ${TO_REDO} ORDER BY undo.number DESC LIMIT 1`,
    )
    .get({ by })?.number;
}

export function entryByNumber(sqlite: Database.Database, number: number): LogEntry | undefined {
  const row = sqlite.prepare<[number], LogRow>('SELECT * FROM change_log WHERE number = ?').get(number);
  return row && fromRow(row);
}

export type EntrySummary = Omit<LogEntry, 'diffs' | 'input' | 'basedOn' | 'act'> & { readonly isUndone: boolean };

/** What lies behind the differences in a row is reached only by reading all of them: it is left out too. */
const WITHOUT_CONTENT = `number, id, origin, kind, target_id, command, coder_id, coder_name, at, 'null' AS input, subject, '[]' AS diffs, NULL AS based_on, NULL AS act`;
/** By the index on acts alone. */
const LAST_OF_ITS_ACT = `(number NOT IN (SELECT number FROM change_log WHERE act IS NOT NULL)
  OR number IN (SELECT max(number) FROM change_log WHERE act IS NOT NULL GROUP BY act, kind))`;

/** One entry without its content, which may be as large as an import. */
export function entrySummary(sqlite: Database.Database, number: number): Pick<LogEntry, 'command' | 'subject'> | undefined {
  const row = sqlite.prepare<[number], LogRow>(`SELECT ${WITHOUT_CONTENT} FROM change_log WHERE number = ?`).get(number);
  return row && fromRow(row);
}

/** The latest entries without their contents, newest first; of the entries that are one act, the last one. */
export function latestEntries(sqlite: Database.Database, limit: number): EntrySummary[] {
  const rows = sqlite
    .prepare<[number], LogRow & { undone: number }>(
      `SELECT ${WITHOUT_CONTENT}, ${TAKEN_BACK} AS undone FROM change_log entry
       WHERE ${LAST_OF_ITS_ACT} ORDER BY number DESC LIMIT ?`,
    )
    .all(limit);
  return rows.map((row) => {
    const { diffs: _diffs, input: _input, basedOn: _basedOn, act: _act, ...summary } = fromRow(row);
    return { ...summary, isUndone: row.undone === 1 };
  });
}

/** What a column of the entry must be; `nouns` are the first parts of commands' names. */
export interface EntryFilter {
  readonly before?: number | undefined;
  readonly coderId?: string | undefined;
  readonly nouns?: readonly string[] | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export type ListedEntry = EntrySummary & { readonly act: string | null };

/** The entries that answer the filter, as `latestEntries` shows them, newest first, one at a time. */
export function* listedEntries(sqlite: Database.Database, { before, coderId, nouns, since, until }: EntryFilter): Generator<ListedEntry> {
  const conditions: [string, readonly (string | number)[]][] = [];
  if (before !== undefined) conditions.push(['number < ?', [before]]);
  if (coderId !== undefined) conditions.push(['coder_id = ?', [coderId]]);
  if (nouns) conditions.push([`(${nouns.map(() => 'command GLOB ?').join(' OR ')})`, nouns.map((noun) => `${noun}.*`)]);
  if (since !== undefined) conditions.push(['at >= ?', [since]]);
  if (until !== undefined) conditions.push(['at < ?', [until]]);
  const columns = WITHOUT_CONTENT.replace('NULL AS act', 'act');
  const rows = sqlite
    .prepare<(string | number)[], LogRow & { undone: number }>(
      `SELECT ${columns}, ${TAKEN_BACK} AS undone FROM change_log entry
       WHERE ${[LAST_OF_ITS_ACT, ...conditions.map(([sql]) => sql)].join(' AND ')} ORDER BY number DESC`,
    )
    .iterate(...conditions.flatMap(([, values]) => values));
  for (const row of rows) yield { ...fromRow(row), isUndone: row.undone === 1 };
}

/** Numbers of the entries that are shown as this one: those of its act that did the same, or itself. */
export function numbersOfLine(sqlite: Database.Database, { number, act, kind }: Pick<ListedEntry, 'number' | 'act' | 'kind'>): number[] {
  if (act === null) return [number];
  return sqlite
    .prepare<[string, string], { number: number }>('SELECT number FROM change_log WHERE act = ? AND kind = ? ORDER BY number DESC')
    .all(act, kind)
    .map((row) => row.number);
}

/** Bytes that reading the entry's differences takes; asking costs next to nothing. */
export function contentSize(sqlite: Database.Database, number: number): number {
  return statement<[number], { size: number }>(sqlite, 'SELECT octet_length(diffs) AS size FROM change_log WHERE number = ?').get(number)?.size ?? 0;
}

/** True where the entry's differences name the row, or what was asked for does: a change of some columns names nothing but its row. */
export function namesRow(sqlite: Database.Database, number: number, id: string): boolean {
  const named = `%${id}%`;
  const found = statement(
    sqlite,
    `SELECT 1 FROM change_log entry LEFT JOIN change_log done ON done.id = entry.target_id
     WHERE entry.number = ? AND (entry.input LIKE ? OR done.input LIKE ? OR entry.diffs LIKE ?)`,
  ).get(number, named, named, named);
  return found !== undefined;
}

/** The `do` entries that stand after this one, latest first: what going back to it takes back. */
export function numbersToUndoTo(sqlite: Database.Database, number: number, by: Whose = null): number[] {
  return sqlite
    .prepare<[{ number: number; by: Whose }], { number: number }>(
      `SELECT number FROM change_log entry WHERE number > @number AND ${BY} AND ${MADE_HERE} AND kind = 'do' AND command NOT IN (${NEVER_UNDONE}) AND ${SAYS_SOMETHING} AND NOT ${TAKEN_BACK} ORDER BY number DESC`,
    )
    .all({ number, by })
    .map((row) => row.number);
}

/** The entries that redo would bring back, one step after the other. */
export function numbersToRedo(sqlite: Database.Database, by: Whose = null): number[] {
  const rows = sqlite
    .prepare<[{ by: Whose }], { number: number }>(
      `SELECT entry.number FROM change_log undo JOIN change_log entry ON entry.id = undo.target_id
       WHERE ${TO_REDO} ORDER BY undo.number DESC`,
    )
    .all({ by });
  return [...new Set(rows.map((row) => row.number))];
}

/** The entry as it is listed, with the act it belongs to. */
export function listedEntry(sqlite: Database.Database, number: number): ListedEntry | undefined {
  const row = sqlite
    .prepare<[number], LogRow & { undone: number }>(
      `SELECT ${WITHOUT_CONTENT.replace('NULL AS act', 'act')}, ${TAKEN_BACK} AS undone FROM change_log entry WHERE number = ?`,
    )
    .get(number);
  return row && { ...fromRow(row), isUndone: row.undone === 1 };
}

/** Every entry with its contents, oldest first, one at a time. */
export function* allEntries(sqlite: Database.Database): Generator<LogEntry> {
  for (const row of sqlite.prepare<[], LogRow>('SELECT * FROM change_log ORDER BY number').iterate()) yield fromRow(row);
}
