// A project is one SQLite file; here it is made, opened and closed.
import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { getTableColumns } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { Refusal } from '../../shared/domain/failure.ts';
import { backUpBeforeUpdate } from './backup-folder.ts';
import { diskRefusal, noteFile } from './disk.ts';
import { glanceAt } from './integrity.ts';
import { knownMigrations, migrate, pendingMigrations } from './migrate.ts';
import { contentTables } from './schema.ts';
import type { Row, TableName } from './schema.ts';
import { statement } from './statements.ts';
import { APPLICATION_ID, assertFolder, assertProjectFile, isReadOnlyFile } from './project-file.ts';
import { connect, isProtected } from './project-key.ts';
import type { ProjectKey } from './project-key.ts';
import { clearRecast } from './recast.ts';
import { SourceChanges } from './source-changes.ts';
import { memberOrigin } from './team-state.ts';

/** What the window hears after a command: which, and the tables it wrote. */
export interface ProjectChange {
  readonly command: string;
  readonly tables: readonly string[];
}

export interface Project {
  readonly path: string;
  /** Null for a project that no password protects. Whoever opened it wipes it. */
  readonly key: ProjectKey | null;
  readonly sqlite: Database.Database;
  readonly db: BetterSQLite3Database;
  /** Names this copy in the log's entries. */
  readonly origin: string;
  readonly isReadOnly: boolean;
  readonly listeners: Set<(change: ProjectChange) => void>;
  readonly sourceChanges: SourceChanges;
}

const BUSY_TIMEOUT_MS = 5000;

function isSqliteError(error: unknown, code: string): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith(code);
}

function asProject({ path, key, sqlite, origin, isReadOnly }: Pick<Project, 'path' | 'key' | 'sqlite' | 'origin' | 'isReadOnly'>): Project {
  const db = drizzle({ client: sqlite });
  return { path, key, sqlite, db, origin, isReadOnly, listeners: new Set(), sourceChanges: new SourceChanges(sqlite) };
}

/** `EACCES`, `ENOSPC`: the system's word and not SQLite's. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** Settings of a connection that write nothing. */
function setUp(sqlite: Database.Database): void {
  sqlite.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  sqlite.pragma('foreign_keys = ON');
  // a project may come from anybody: nothing in its schema gets to run functions
  sqlite.pragma('trusted_schema = OFF');
}

/** From here on the file is written: a log beside it while it is open, and every commit on the disk before it is acknowledged. */
function setUpWriting(sqlite: Database.Database): void {
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
}

/** Refuses a file that has no project in it; reading its one row also reads the whole schema. */
function assertHoldsProject(sqlite: Database.Database, path: string): void {
  if (!sqlite.prepare('SELECT id FROM project').get()) throw new Refusal('project.damaged', { path });
}

/** A protected project cannot be opened without its key, and a plain one has no use for it. */
function keyFitting(path: string, key: ProjectKey | null | undefined): ProjectKey | null {
  if (!isProtected(path)) return null;
  if (!key) throw new Refusal('project.encrypted', { path });
  return key;
}

/** Turns SQLite's own words about a file that it cannot work with into ours. */
function asRefusal(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code.startsWith('SQLITE_BUSY')) return new Refusal('project.busy', { path });
  if (error.code.startsWith('SQLITE_CANTOPEN') || error.code.startsWith('SQLITE_READONLY')) return new Refusal('project.readOnly', { path });
  if (error.code.startsWith('SQLITE_NOTADB')) return new Refusal(isProtected(path) ? 'project.passwordWrong' : 'project.notSqlite', { path });
  // no room for the log, which is not the file's fault
  if (/^SQLITE_(FULL|IOERR_(SHM|WRITE|TRUNCATE|FSYNC|DIR))/u.test(error.code)) return diskRefusal(error, path);
  const isDamage =
    ['SQLITE_CORRUPT', 'SQLITE_IOERR', 'SQLITE_FORMAT'].some((code) => error.code.startsWith(code)) || /^no such (table|column)/.test(error.message);
  return isDamage ? new Refusal('project.damaged', { path }) : error;
}

export interface OpenOptions {
  /** UUID of this installation's copies; a new one when not given. */
  readonly origin?: string;
  /** Of a protected project. */
  readonly key?: ProjectKey | null;
  /** To be looked at only: somebody else works in it. */
  readonly readOnly?: boolean;
}

/**
 * Opens an existing project, brought to this version's form. Refuses (nothing written) what is not one, what is protected
 * (`project.encrypted`) and what another password opens (`project.passwordWrong`).
 */
export function openProject(path: string, options: OpenOptions = {}): Project {
  const absolute = resolve(path);
  assertProjectFile(absolute);
  const isReadOnly = options.readOnly === true || isReadOnlyFile(absolute);
  const key = keyFitting(absolute, options.key);
  let sqlite: Database.Database | undefined;
  try {
    clearRecast(absolute);
    sqlite = connect(absolute, key, { readonly: isReadOnly });
    setUp(sqlite);
    // every check comes before the first byte is written
    const pending = pendingMigrations(sqlite, knownMigrations());
    assertHoldsProject(sqlite, absolute);
    glanceAt(sqlite);
    if (isReadOnly && pending.length > 0) throw new Refusal('project.readOnly', { path: absolute });
    if (!isReadOnly) {
      const opened = sqlite;
      migrate(opened, () => backUpBeforeUpdate(opened, absolute, key));
      setUpWriting(sqlite);
      noteFile(sqlite, absolute);
    }
  } catch (error) {
    sqlite?.close();
    throw asRefusal(error, absolute);
  }
  return asProject({ path: absolute, key, sqlite, origin: memberOrigin(sqlite) ?? options.origin ?? randomUUID(), isReadOnly });
}

/** Opens a project to be read only, beside whoever works in it: nothing can be written, no step of a migration is taken. */
export function openForReading(path: string, given: ProjectKey | null = null): Project {
  assertProjectFile(path);
  const key = keyFitting(path, given);
  let sqlite: Database.Database | undefined;
  try {
    // where the program before was killed, only a connection that may write takes its log away again
    sqlite = connect(path, key, { readonly: isReadOnlyFile(path) });
    sqlite.pragma('query_only = ON');
    setUp(sqlite);
    pendingMigrations(sqlite, knownMigrations());
    assertHoldsProject(sqlite, path);
    return asProject({ path, key, sqlite, origin: '', isReadOnly: true });
  } catch (error) {
    sqlite?.close();
    throw asRefusal(error, path);
  }
}

/** Reads a project without opening it for work. */
export function peekProject<T>(path: string, read: (project: Project) => T, key: ProjectKey | null = null): T {
  const project = openForReading(path, key);
  try {
    return read(project);
  } catch (error) {
    throw asRefusal(error, path);
  } finally {
    project.sqlite.close();
  }
}

/** The row with this id, if there is one. */
export function rowById<T extends TableName>(project: Project, table: T, id: string): Row<T> | undefined {
  const columns = Object.entries(getTableColumns(contentTables[table])).map(([property, { name }]) => `"${name}" AS "${property}"`);
  return statement<[string], Row<T>>(project.sqlite, `SELECT ${columns.join(', ')} FROM "${table}" WHERE id = ?`).get(id);
}

/**
 * Makes an empty project file: built beside its place and moved there whole, so that no half-made file can be met.
 * `fill` writes the first rows. With a key it is enciphered from its first byte.
 */
export function createProjectFile(path: string, origin: string, fill: (project: Project) => void, key: ProjectKey | null = null): void {
  const absolute = resolve(path);
  assertFolder(absolute);
  if (existsSync(absolute)) throw new Refusal('project.exists', { path: absolute });
  const unfinished = `${absolute}.${randomUUID()}.new`;
  let sqlite: Database.Database | undefined;
  try {
    sqlite = connect(unfinished, key);
    setUp(sqlite);
    sqlite.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(sqlite, null);
    fill(asProject({ path: unfinished, key, sqlite, origin, isReadOnly: false }));
    sqlite.close();
    if (existsSync(absolute)) throw new Refusal('project.exists', { path: absolute });
    renameSync(unfinished, absolute);
  } catch (error) {
    sqlite?.close();
    if (existsSync(unfinished)) rmSync(unfinished);
    if (isSqliteError(error, 'SQLITE_CANTOPEN') || isSqliteError(error, 'SQLITE_READONLY') || isSystemError(error)) {
      throw new Refusal('file.unwritable', { path: absolute });
    }
    throw error;
  }
}

/** Closes; the file alone then holds everything, with no log beside it (unless another program has it open too). */
export function closeProject(project: Project): void {
  if (!project.sqlite.open) return;
  try {
    if (!project.isReadOnly) project.sqlite.pragma('journal_mode = DELETE');
  } catch (error) {
    // in use elsewhere, or taken away while it was open: what is acknowledged is on the disk either way
    if (!isSqliteError(error, 'SQLITE_')) throw error;
  } finally {
    project.sqlite.close();
  }
}
