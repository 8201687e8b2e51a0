// Statements of a connection, prepared once: what runs with every letter typed would else leave thousands of them behind, each with
// memory of its own that no garbage collector sees.
import type Database from 'better-sqlite3';

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[]>>>();

/** The statement for this SQL, which is written in the program and never put together from what users say. */
export function statement<Parameters extends unknown[] = unknown[], Result = unknown>(
  sqlite: Database.Database,
  sql: string,
): Database.Statement<Parameters, Result> {
  let statements = prepared.get(sqlite);
  if (!statements) prepared.set(sqlite, (statements = new Map()));
  let found = statements.get(sql);
  if (!found) statements.set(sql, (found = sqlite.prepare(sql)));
  return found as Database.Statement<Parameters, Result>;
}
