// Whether a project's file is whole: a glance when it is opened, which takes no longer on a large one; every page beside the work and in every backup.
import type Database from 'better-sqlite3';
import { knownMigrations, pendingMigrations } from './migrate.ts';
import { APPLICATION_ID } from './project-file.ts';

/** `quick` reads every page; `full` compares every index with its table as well, for three times as long. */
export type CheckDepth = 'quick' | 'full';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Reads both ends of every table; throws SQLite's own error where one cannot be read. */
export function glanceAt(sqlite: Database.Database): void {
  const tables = sqlite
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND sql NOT LIKE '%WITHOUT ROWID%'`)
    .pluck()
    .all();
  for (const name of tables) for (const way of ['ASC', 'DESC']) sqlite.prepare(`SELECT * FROM ${quoted(name)} ORDER BY rowid ${way} LIMIT 1`).get();
}

/** The first thing that is wrong with the file, in SQLite's words; null for a sound one. */
export function faultIn(sqlite: Database.Database, depth: CheckDepth): string | null {
  try {
    if (sqlite.pragma('application_id', { simple: true }) !== APPLICATION_ID) return 'not a project';
    const found = sqlite.pragma(depth === 'full' ? 'integrity_check(1)' : 'quick_check(1)', { simple: true });
    return found === 'ok' ? null : String(found);
  } catch (error) {
    return messageOf(error);
  }
}

/** What keeps a copy from being opened as a project, or is wrong with it. It is left as one file that opens anywhere, without a log beside it. */
export function faultInCopy(copy: Database.Database, depth: CheckDepth): string | null {
  try {
    copy.pragma('journal_mode = DELETE');
    pendingMigrations(copy, knownMigrations());
    if (copy.prepare('SELECT id FROM project').get() === undefined) return 'no project in it';
    glanceAt(copy);
  } catch (error) {
    return messageOf(error);
  }
  return faultIn(copy, depth);
}
