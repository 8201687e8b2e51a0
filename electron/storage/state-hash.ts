// What a study holds as one figure: told in a certificate, found again as long as nothing was written since.
import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { contentTables } from './schema.ts';

/** SHA-256 over every row of every table but the list of erasures itself, in the order of ids. */
export function stateHash(sqlite: Database.Database): string {
  const hash = createHash('sha256');
  for (const table of Object.keys(contentTables).filter((name) => name !== 'erasure')) {
    hash.update(`${table}\n`);
    for (const row of sqlite.prepare<[], unknown[]>(`SELECT * FROM "${table}" ORDER BY id`).raw().iterate()) hash.update(`${JSON.stringify(row)}\n`);
  }
  return hash.digest('hex');
}
