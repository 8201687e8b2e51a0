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
