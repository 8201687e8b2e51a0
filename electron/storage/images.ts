// Pictures pasted into memos, by their hash. Kept when the memo goes: redo may bring it back.
import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';

export interface StoredImage {
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** Once, however many memos show it; answers with its hash. */
export function keepImage(sqlite: Database.Database, { mime, bytes }: StoredImage): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  sqlite.prepare('INSERT INTO image (sha256, mime, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(sha256, mime, bytes);
  return sha256;
}

export function readImage(sqlite: Database.Database, sha256: string): StoredImage | undefined {
  return sqlite.prepare<[string], { mime: string; bytes: Buffer }>('SELECT mime, bytes FROM image WHERE sha256 = ?').get(sha256);
}
