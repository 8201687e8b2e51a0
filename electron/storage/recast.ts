// A project's file made anew under another key, or under none: written beside it, opened and compared, and only then put in its place.
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/domain/failure.ts';
import { attach, connect, isProtected } from './project-key.ts';
import type { ProjectKey, ProjectPlace } from './project-key.ts';

/** The new file until it is whole, beside it what holds its key meanwhile, and the old one until it is overwritten. */
const UNFINISHED = '.recast';
const HOLDER = '-key';
const REPLACED = '.replaced';
const PIECE_BYTES = 1_048_576;

function sync(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/** What tells two files of one project apart: its tables, how far its log goes, and how many rows they have. */
function printOf(sqlite: Database.Database): string {
  const tables = sqlite.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name`).pluck().all();
  const rows = tables.map((name) =>
    sqlite
      .prepare<[], number>(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
      .pluck()
      .get(),
  );
  return JSON.stringify([tables, rows, sqlite.prepare('SELECT max(number) FROM change_log').pluck().get(), sqlite.pragma('application_id')]);
}

/** `into` is written by SQLite under the key of the connection's own file: nothing of it is ever there under another. */
function copyUnder(from: string, oldKey: ProjectKey | null, into: string, newKey: ProjectKey | null): void {
  const holder = `${into}${HOLDER}`;
  for (const left of [into, holder]) rmSync(left, { force: true });
  const sqlite = connect(holder, newKey);
  try {
    sqlite.exec('PRAGMA temp_store = MEMORY; CREATE TABLE holder (id TEXT)');
    attach(sqlite, from, oldKey, 'old');
    sqlite.prepare('VACUUM old INTO ?').run(into);
  } finally {
    sqlite.close();
    for (const end of ['', '-journal', '-wal']) rmSync(`${holder}${end}`, { force: true });
  }
}

/** The project as a file that needs no password, at `into`: for a package that is plain by its nature. */
export function plainCopy({ path, key }: ProjectPlace, into: string): void {
  copyUnder(path, key, into, null);
}

function assertSame(from: string, oldKey: ProjectKey | null, into: string, newKey: ProjectKey | null): void {
  const [before, after] = [connect(from, oldKey, { readonly: true }), connect(into, newKey, { readonly: true })];
  try {
    if (after.pragma('quick_check(1)', { simple: true }) !== 'ok' || printOf(before) !== printOf(after))
      throw new Refusal('project.damaged', { path: from });
  } finally {
    before.close();
    after.close();
  }
}

/** Writes over what the file held before its name goes. A disk that wears evenly may still keep the old pages elsewhere (docs/security.md). */
export function overwrite(path: string): void {
  const zeros = Buffer.alloc(PIECE_BYTES);
  const { size } = statSync(path);
  const file = openSync(path, 'r+');
  for (let at = 0; at < size; ) at += writeSync(file, zeros, 0, Math.min(zeros.length, size - at), at);
  fsyncSync(file);
  closeSync(file);
  rmSync(path);
}

/** A second name for the file that is about to be replaced, so that its pages can still be found; disks without such names do without. */
function holdOn(path: string): string | null {
  const held = `${path}${REPLACED}`;
  rmSync(held, { force: true });
  try {
    linkSync(path, held);
    return held;
  } catch {
    return null;
  }
}

/**
 * Nobody may have the file open. It stays as it was until the new one has been compared with it and is on the disk; whatever happens in
 * between, one of the two lies in its place, whole.
 */
export function recast(path: string, oldKey: ProjectKey | null, newKey: ProjectKey | null): void {
  const unfinished = `${path}${UNFINISHED}`;
  try {
    copyUnder(path, oldKey, unfinished, newKey);
    assertSame(path, oldKey, unfinished, newKey);
    sync(unfinished);
    const held = oldKey === null ? holdOn(path) : null;
    renameSync(unfinished, path);
    if (held !== null) overwrite(held);
  } catch (error) {
    rmSync(unfinished, { force: true });
    const isDisk = error instanceof Database.SqliteError || (error instanceof Error && 'syscall' in error);
    throw isDisk ? new Refusal('file.unwritable', { path }) : error;
  }
}

/** What a program that died in between has left. To be called where nobody is recasting this file. */
export function clearRecast(path: string): void {
  for (const end of ['', HOLDER]) rmSync(`${path}${UNFINISHED}${end}`, { force: true });
  const held = `${path}${REPLACED}`;
  if (!existsSync(held)) return;
  // before the new file was in its place the two names are one file
  if (statSync(held).ino !== statSync(path).ino && isProtected(path)) overwrite(held);
  else rmSync(held);
}
