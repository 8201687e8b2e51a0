// Every migration, with rows in the file; the form that they lead to, kept beside this test; and what happens when one fails.
import { copyFileSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase } from '../../electron/commands/corpus.ts';
import { checkProject } from '../../electron/queries/check.ts';
import { backUpBeforeUpdate } from '../../electron/storage/backup-folder.ts';
import { knownMigrations, migrate, pendingMigrations } from '../../electron/storage/migrate.ts';
import type { Migration } from '../../electron/storage/migrate.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';
import { changeLog, contentTables, image, original } from '../../electron/storage/schema.ts';
import { reviewCopy } from '../../electron/storage/review-schema.ts';
import { teamMember, teamSettlement, teamState } from '../../electron/storage/team-schema.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { aFolder } from '../support/project.ts';
import { aStudy } from '../support/study.ts';
import { ROWS_AFTER } from './rows.ts';

const FOLDER = resolve(import.meta.dirname, '../../migrations');
const counts = (sqlite: Database.Database): Record<string, unknown> =>
  Object.fromEntries(
    (
      sqlite
        .prepare(
          `SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'schema_migration' AND name NOT LIKE 'turn\\_words%' ESCAPE '\\' ORDER BY name`,
        )
        .pluck()
        .all() as string[]
    ).map((table) => [table, sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()]),
  );

let settings = '';
beforeEach(() => {
  settings = aFolder();
  vi.stubEnv('TRAME_SETTINGS', settings);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const backingUp = (sqlite: Database.Database, path: string) => (): void => backUpBeforeUpdate(sqlite, path, null);

/** What was laid aside before steps were taken. */
function backups(): string[] {
  const all = join(settings, 'backups');
  if (!existsSync(all)) return [];
  return readdirSync(all).flatMap((id) =>
    readdirSync(join(all, id))
      .filter((name) => name !== 'place.json')
      .map((name) => join(all, id, name)),
  );
}

const latest = knownMigrations();
const next = latest.length + 1;

/** A step that the program does not have yet. */
const step = (sql: string, number = next): Migration => ({ number, name: 'later', sql, sha256: `sha of ${sql}` });

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'nothing was refused';
}

/** A study's file, closed; opened here without the program. */
function studyFile(): { path: string; sqlite: Database.Database } {
  const { project } = aStudy();
  closeProject(project.project);
  const sqlite = new Database(project.path);
  sqlite.pragma('foreign_keys = ON');
  return { path: project.path, sqlite };
}

describe('the migrations', () => {
  it.each(readdirSync(FOLDER))('%s: the rows of that time are all there in today’s form', (file) => {
    const rows = ROWS_AFTER[file];
    expect(rows, `no rows for ${file}`).toBeDefined();
    const sqlite = new Database(join(aFolder(), 'ancienne.trame'));
    migrate(
      sqlite,
      null,
      latest.filter(({ number }) => number <= Number(file.slice(0, 4))),
    );
    sqlite.exec(rows ?? '');
    const before = counts(sqlite);
    expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);
    migrate(sqlite, null);
    expect(counts(sqlite)).toMatchObject(before);
    expect(sqlite.pragma('foreign_key_check')).toEqual([]);
    expect(pendingMigrations(sqlite, latest)).toEqual([]);
    sqlite.close();
  });

  it('are numbered from 1 without a gap', () => {
    expect(latest.map(({ number }) => number)).toEqual(latest.map((_, index) => index + 1));
    expect(latest).toHaveLength(readdirSync(FOLDER).length);
  });

  it('lead to the form kept beside this test', async () => {
    const sqlite = new Database(':memory:');
    migrate(sqlite, null);
    const schema = sqlite.prepare(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name`).pluck().all();
    await expect(`${schema.join(';\n\n')};\n`).toMatchFileSnapshot('./schema.snapshot.sql');
  });

  it('count the same whatever the line ends of the checkout', () => {
    const folder = aFolder();
    for (const file of readdirSync(FOLDER)) copyFileSync(join(FOLDER, file), join(folder, file));
    expect(knownMigrations(folder)).toEqual(latest);
  });
});

describe('the tables as the program sees them', () => {
  const sqlite = new Database(':memory:');
  migrate(sqlite, null);
  const tables: readonly SQLiteTable[] = [
    ...Object.values(contentTables),
    changeLog,
    original,
    image,
    reviewCopy,
    teamState,
    teamMember,
    teamSettlement,
  ];
  /** The word index is SQLite's own; its tables are nobody's rows. */
  const ofIndex = /^(indexed_turn$|turn_words)/;

  it('are those of the file', () => {
    const inFile = (sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all() as string[]).filter(
      (name) => !ofIndex.test(name),
    );
    expect(
      tables
        .map((table) => getTableName(table))
        .concat('schema_migration')
        .sort(),
    ).toEqual(inFile);
    for (const [name, table] of Object.entries(contentTables)) expect(getTableName(table)).toBe(name);
  });

  it.each(tables.map((table) => [getTableName(table), table] as const))('%s has the same columns, types, nulls and choices', (name, table) => {
    const info = sqlite.pragma(`table_info("${name}")`) as { name: string; type: string; notnull: number; pk: number }[];
    const columns = Object.values(getTableColumns(table));
    expect(columns.map((column) => [column.name, column.getSQLType().toUpperCase(), column.notNull])).toEqual(
      info.map((column) => [column.name, column.type, column.notnull + column.pk > 0]),
    );
    const sql = String(sqlite.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name));
    for (const column of columns) {
      const check = new RegExp(`\\b${column.name} IN \\(('[^)]*')\\)`).exec(sql)?.[1];
      const choices = check?.split(',').map((choice) => choice.trim().slice(1, -1));
      expect(column.enumValues ?? undefined, `${column.name}`).toEqual(choices);
    }
  });

  it('no row goes away by itself: every reference is deferred and none cascades', () => {
    for (const table of tables) {
      for (const key of sqlite.pragma(`foreign_key_list("${getTableName(table)}")`) as { on_delete: string; on_update: string }[]) {
        expect([key.on_delete, key.on_update]).toEqual(['NO ACTION', 'NO ACTION']);
      }
    }
    const sql = sqlite.prepare('SELECT sql FROM sqlite_schema').pluck().all().join('\n');
    expect(sql.match(/REFERENCES/g)).toHaveLength(sql.match(/DEFERRABLE INITIALLY DEFERRED/g)?.length ?? 0);
    // and the steps taken, and the numbers of indexed turns
    expect(sql.match(/\) STRICT/g)).toHaveLength(tables.length + 2);
  });
});

describe('a file whose steps are not ours', () => {
  it('that took a step of a newer version is refused', () => {
    const { sqlite } = studyFile();
    sqlite.exec(`INSERT INTO schema_migration VALUES (${next + 7}, 'future', 'x', '2030')`);
    expect(refusalOf(() => migrate(sqlite, null))).toBe('project.newerVersion');
  });

  it('whose steps were edited after their release is refused', () => {
    const { sqlite } = studyFile();
    sqlite.exec(`UPDATE schema_migration SET sha256 = 'edited' WHERE number = 1`);
    expect(refusalOf(() => migrate(sqlite, null))).toBe('project.historyEdited');
  });

  it('a step that was released before the latest one, and that the file does not have, is taken', () => {
    const { sqlite } = studyFile();
    const known = [
      ...latest,
      step('CREATE TABLE first_late (id TEXT PRIMARY KEY) STRICT', next),
      step('CREATE TABLE second_late (id TEXT PRIMARY KEY) STRICT', next + 1),
    ];
    sqlite.exec(
      `CREATE TABLE second_late (id TEXT PRIMARY KEY) STRICT; INSERT INTO schema_migration VALUES (${next + 1}, 'later', '${known.at(-1)?.sha256}', '2030')`,
    );
    migrate(sqlite, null, known);
    expect(sqlite.prepare('SELECT number FROM schema_migration ORDER BY number').pluck().all()).toEqual([
      ...latest.map(({ number }) => number),
      next,
      next + 1,
    ]);
  });
});

describe('a step', () => {
  it('that rebuilds a table loses none of the rows that hang on it, and leaves nothing beside the project', () => {
    const { path, sqlite } = studyFile();
    const before = counts(sqlite);
    const definition = String(sqlite.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'category'`).pluck().get());
    const rebuilt = definition.replace('TABLE category', 'TABLE category_new');
    const sql = `${rebuilt}; INSERT INTO category_new SELECT * FROM category; DROP TABLE category; ALTER TABLE category_new RENAME TO category;`;
    migrate(sqlite, backingUp(sqlite, path), [...latest, step(sql)]);
    expect(counts(sqlite)).toEqual(before);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(readdirSync(join(path, '..'))).toEqual([basename(path)]);
    expect(backups()).toHaveLength(1);
    sqlite.close();
  });

  it.each([
    [
      'that SQLite refuses',
      'no such table: nowhere',
      'CREATE TABLE later (id TEXT) STRICT; UPDATE coding SET weight = 9; INSERT INTO nowhere VALUES (1);',
    ],
    ['that leaves references without their row', 'broken references', 'DELETE FROM passage;'],
    [
      'that fails in the second of two',
      'no such table: nowhere',
      'CREATE TABLE nowhere_else (id TEXT) STRICT; CREATE TABLE later_too (id TEXT) STRICT; SELECT * FROM nowhere;',
    ],
  ])('%s leaves the file as it was, to the byte, and a backup that opens', (_sentence, reason, sql) => {
    const { path, sqlite } = studyFile();
    const [bytes, before] = [readFileSync(path), counts(sqlite)];
    expect(() => migrate(sqlite, backingUp(sqlite, path), [...latest, step('CREATE TABLE fine (id TEXT) STRICT'), step(sql, next + 1)])).toThrow(
      reason,
    );
    sqlite.close();
    expect(readFileSync(path).equals(bytes)).toBe(true);
    const [kept = ''] = backups();
    expect(kept).toMatch(/ update\.trame$/);
    expect(readFileSync(kept).equals(bytes)).toBe(true);
    const backup = new Database(kept, { readonly: true });
    expect(counts(backup)).toEqual(before);
    backup.close();
    const project = openProject(path);
    expect(checkProject(project)).toEqual([]);
    closeProject(project);
  });

  it('is not taken on a file whose pages are broken: there would be no backup to go back to', () => {
    const { path, sqlite } = studyFile();
    sqlite.close();
    const broken = new Database(path);
    // a free page of the tree named twice is damage that a look at the tables alone does not show
    broken.unsafeMode(true);
    broken.pragma('writable_schema = ON');
    broken.exec(`UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'matrix') WHERE name = 'attribute'`);
    broken.close();
    const opened = new Database(path);
    const bytes = readFileSync(path);
    expect(refusalOf(() => migrate(opened, backingUp(opened, path), [...latest, step('CREATE TABLE later (id TEXT) STRICT')]))).toBe(
      'project.damaged',
    );
    opened.close();
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(backups()).toEqual([]);
  });

  it('waits for nobody who is writing: it is refused, and the file is as it was', () => {
    const { path, sqlite } = studyFile();
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    sqlite.pragma('busy_timeout = 0');
    expect(() => migrate(sqlite, backingUp(sqlite, path), [...latest, step('CREATE TABLE later (id TEXT) STRICT')])).toThrow(/locked/);
    other.exec('ROLLBACK');
    other.close();
    expect(pendingMigrations(sqlite, [...latest, step('')])).toHaveLength(1);
    sqlite.close();
  });

  it('taken after the program was killed works on everything that was acknowledged', () => {
    const { project } = aStudy();
    const path = join(aFolder(), 'tuée.trame');
    createCase(project.session, { name: 'Pôle 3' });
    // what lies on the disk while the project is open is what a killed program leaves
    for (const suffix of ['', '-wal']) copyFileSync(`${project.path}${suffix}`, `${path}${suffix}`);
    const sqlite = new Database(path);
    migrate(sqlite, backingUp(sqlite, path), [...latest, step('CREATE TABLE later (id TEXT) STRICT')]);
    expect(sqlite.prepare('SELECT name FROM study_case ORDER BY position').pluck().all()).toEqual(['Pôle 1', 'Pôle 2', 'Pôle 3']);
    sqlite.close();
    expect(readdirSync(join(path, '..'))).toEqual(['tuée.trame']);
  });
});
