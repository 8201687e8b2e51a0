// The end of the log that a team has not got yet: taken off and put back while others' entries come before it.
import type Database from 'better-sqlite3';
import { entryByNumber } from './change-log.ts';
import type { LogEntry } from './change-log.ts';
import { statement } from './statements.ts';

type Sqlite = Database.Database;

/** An entry as it travels: its place in a copy's log is that copy's own matter. */
export type SharedEntry = Omit<LogEntry, 'number'>;

export function lastNumber(sqlite: Sqlite): number {
  return statement<[], { number: number }>(sqlite, 'SELECT coalesce(max(number), 0) AS number FROM change_log').get()?.number ?? 0;
}

export function lastEntryId(sqlite: Sqlite): string | null {
  return statement<[], { id: string }>(sqlite, 'SELECT id FROM change_log ORDER BY number DESC LIMIT 1').get()?.id ?? null;
}

/** The entries after this one, oldest first. */
export function* entriesAfter(sqlite: Sqlite, number: number): Generator<LogEntry> {
  const numbers = statement<[number], { number: number }>(sqlite, 'SELECT number FROM change_log WHERE number > ? ORDER BY number').all(number);
  for (const { number: each } of numbers) {
    const entry = entryByNumber(sqlite, each);
    if (entry) yield entry;
  }
}

export function countAfter(sqlite: Sqlite, number: number): number {
  return statement<[number], { n: number }>(sqlite, 'SELECT count(*) AS n FROM change_log WHERE number > ?').get(number)?.n ?? 0;
}

export function removeEntriesAfter(sqlite: Sqlite, number: number): void {
  statement(sqlite, 'DELETE FROM change_log WHERE number > ?').run(number);
}

/** Appends an entry made elsewhere, or earlier, under its own id; answers with its number. */
export function appendShared(sqlite: Sqlite, entry: SharedEntry): number {
  const number = lastNumber(sqlite) + 1;
  statement(
    sqlite,
    `INSERT INTO change_log (number, id, origin, kind, target_id, command, coder_id, coder_name, at, input, subject, diffs, based_on, act)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    number,
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
  return number;
}
