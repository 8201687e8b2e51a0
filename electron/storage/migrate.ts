// Brings a project file to this version's form: plain SQL steps, each recorded with its hash, never edited once released.
// drizzle's own migrate() is not used: inside its transaction a table rebuild can empty child tables, it skips
// back-dated steps, and it opens files from a newer version without a word.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { Refusal } from '../../shared/domain/failure.ts';
import { indexMissingTurns } from './turn-index.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** What SQL alone cannot fill in after a step. */
const FILL_AFTER: Readonly<Record<number, (sqlite: Database.Database) => void>> = { 2: indexMissingTurns };

interface AppliedMigration {
  number: number;
  name: string;
  sha256: string;
}

/** In the sources the folder stands two rooms up, in the bundle one. */
function migrationsFolder(): string {
  const candidates = ['../../migrations/', '../migrations/'].map((relative) => fileURLToPath(new URL(relative, import.meta.url)));
  const found = candidates.find((folder) => existsSync(`${folder}0001-initial.sql`));
  if (!found) throw new Error(`migrations not found in ${candidates.join(' or ')}`);
  return found;
}

/** The steps that this program knows, in order. Line ends do not count towards a step's hash. */
export function knownMigrations(folder = migrationsFolder()): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-[\w-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n');
      return { number: Number(file.slice(0, 4)), name: file.slice(5, -4), sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

function appliedMigrations(sqlite: Database.Database): AppliedMigration[] {
  const exists = sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migration'`).get();
  if (!exists) return [];
  return sqlite.prepare<[], AppliedMigration>('SELECT number, name, sha256 FROM schema_migration ORDER BY number').all();
}

/** Steps still to take. Refuses a file from a newer version and one whose recorded steps are not the ones released. */
export function pendingMigrations(sqlite: Database.Database, known: readonly Migration[]): Migration[] {
  const applied = appliedMigrations(sqlite);
  const newest = known.at(-1)?.number ?? 0;
  const beyond = applied.find((step) => step.number > newest);
  if (beyond) throw new Refusal('project.newerVersion', { step: beyond.number, known: newest });
  for (const step of applied) {
    const same = known.find((candidate) => candidate.number === step.number);
    if (same?.sha256 !== step.sha256) throw new Refusal('project.historyEdited', { step: step.number, name: step.name });
  }
  const done = new Set(applied.map((step) => step.number));
  return known.filter((step) => !done.has(step.number));
}

/**
 * Takes every pending step in one transaction; a step that fails leaves the file as it was.
 * Keys are off meanwhile (a rebuild drops tables) and checked before the commit.
 * @param backUp called before the first step; null for a new file, which has nothing to lose
 */
export function migrate(sqlite: Database.Database, backUp: (() => void) | null, known: readonly Migration[] = knownMigrations()): void {
  const pending = pendingMigrations(sqlite, known);
  if (pending.length === 0) return;
  backUp?.();
  sqlite.pragma('foreign_keys = OFF');
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
    );
    const record = sqlite.prepare('INSERT INTO schema_migration (number, name, sha256, applied_at) VALUES (?, ?, ?, ?)');
    for (const step of pending) {
      sqlite.exec(step.sql);
      FILL_AFTER[step.number]?.(sqlite);
      record.run(step.number, step.name, step.sha256, new Date().toISOString());
    }
    const broken = sqlite.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`migration leaves ${broken.length} broken references`);
    sqlite.exec('COMMIT');
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    throw error;
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}
