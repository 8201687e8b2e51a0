// What a project holds, and interviews to put in: for tests, and for the programs that tests start and kill.
import { createHash } from 'node:crypto';
import type { IncomingSource } from '../../electron/commands/import-sources.ts';
import type { Project } from '../../electron/storage/open-project.ts';
import { contentTables } from '../../electron/storage/schema.ts';
import { statement } from '../../electron/storage/statements.ts';
import { recogniseTurns } from '../../shared/domain/recognise-turns.ts';

/** Every row of every content table, by id: what undo must bring back. The log is not among them. */
export function snapshot(project: Project): Record<string, unknown[]> {
  const rowsOf = (table: string): unknown[] => statement(project.sqlite, `SELECT * FROM "${table}" ORDER BY id`).raw(false).all();
  return Object.fromEntries(Object.keys(contentTables).map((table) => [table, rowsOf(table)]));
}

/** Of the same rows: equal where the content is. */
export function contentHash({ sqlite }: Project): string {
  const hash = createHash('sha256');
  for (const table of Object.keys(contentTables)) {
    const rows = statement(sqlite, `SELECT * FROM "${table}" ORDER BY id`).raw().all();
    hash.update(`${table} ${JSON.stringify(rows)}`);
  }
  return hash.digest('hex');
}

/** A transcript as the readers of files hand it over; `Nom : …` is believed even where a name comes once. */
export function incoming(name: string, text: string): IncomingSource {
  const { turns } = recogniseTurns(text, text.includes(' : ') ? { kind: 'colon' } : undefined);
  return { name, originalName: `${name}.txt`, sha256: '0'.repeat(64), turns };
}
