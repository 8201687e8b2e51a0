// The files that sources were read from, as they were, by their hash. Kept when their source goes: redo may bring it back.
import type Database from 'better-sqlite3';

/** Once, however many sources come from it. */
export function keepOriginal(sqlite: Database.Database, sha256: string, bytes: Uint8Array): void {
  sqlite.prepare('INSERT INTO original (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING').run(sha256, bytes);
}

/** Undefined for a source of an earlier version, or one that was not read from a file. */
export function readOriginal(sqlite: Database.Database, sha256: string): Uint8Array | undefined {
  return sqlite.prepare<[string], { bytes: Buffer }>('SELECT bytes FROM original WHERE sha256 = ?').get(sha256)?.bytes;
}

/** Takes all of them out of the project; answers with how many. */
export function forgetOriginals(sqlite: Database.Database): number {
  return sqlite.prepare('DELETE FROM original').run().changes;
}

export function countOriginals(sqlite: Database.Database): number {
  return sqlite.prepare<[], number>('SELECT count(*) FROM original').pluck().get() ?? 0;
}
