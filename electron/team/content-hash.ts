// One number for all that the study says: two copies that say the same have the same, whatever the order in which they hold their rows.
import { createHash } from 'node:crypto';
import type { Project } from '../storage/open-project.ts';
import { contentTables } from '../storage/schema.ts';
import { statement } from '../storage/statements.ts';

/** SHA-256 over every row of every content table, by table and id. */
export function contentHash({ sqlite }: Pick<Project, 'sqlite'>): string {
  const hash = createHash('sha256');
  for (const table of Object.keys(contentTables)) {
    hash.update(`${table}\n`);
    for (const row of statement(sqlite, `SELECT * FROM "${table}" ORDER BY id`).raw().iterate()) hash.update(`${JSON.stringify(row)}\n`);
  }
  return hash.digest('hex');
}
