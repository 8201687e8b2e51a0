// Where a project's backups lie, and how their files are named: in the program's own folder, apart from the project.
import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { BACKUP_REASONS, expendable } from '../../shared/domain/backup.ts';
import type { Backup, BackupReason } from '../../shared/domain/backup.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { faultInCopy } from './integrity.ts';
import { connect } from './project-key.ts';
import type { ProjectKey } from './project-key.ts';
import { settingsFolder } from './settings.ts';

/** The log's last entry, and a hash of what it holds: one that is typed into goes on under its number. */
export interface LogState {
  readonly lastEntry: number;
  readonly hash: string;
}

/** `2026-11-23T16-20-05Z n1234 3fa9c1d2 import.trame`: when, up to which entry of the log, and before what it was made. */
const NAME = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})T(\\d{2})-(\\d{2})-(\\d{2})Z n(\\d+)(?: ([0-9a-f]{8}))?(?: (${BACKUP_REASONS.join('|')}))?\\.trame$`);
const HASH_LETTERS = 8;
/** Says which file the backups are of, for when that file can no longer say who it is. */
const PLACE = 'place.json';

const allBackups = (): string => join(settingsFolder(), 'backups');

export function backupFolder(projectId: string): string {
  return join(allBackups(), projectId);
}

export function backupName(at: Date, { lastEntry, hash }: LogState, reason: BackupReason | null): string {
  return `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z n${lastEntry} ${hash}${reason === null ? '' : ` ${reason}`}.trame`;
}

export function logState(sqlite: Database.Database): LogState {
  const row = sqlite
    .prepare<[], { number: number; id: string; input: string; diffs: string }>(
      'SELECT number, id, input, diffs FROM change_log ORDER BY number DESC LIMIT 1',
    )
    .get();
  const hash = createHash('sha256').update(row ? `${row.id} ${row.input} ${row.diffs}` : '');
  return { lastEntry: row?.number ?? 0, hash: hash.digest('hex').slice(0, HASH_LETTERS) };
}

/** The latest first. What is in the folder and was not made here is not listed. */
export function backupsIn(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const [, day, hours, minutes, seconds, entry, hash, reason] = NAME.exec(name) ?? [];
      const stats = day === undefined ? undefined : statSync(join(folder, name), { throwIfNoEntry: false });
      if (!stats) return [];
      const at = `${day}T${hours}:${minutes}:${seconds}Z`;
      return [{ name, at, lastEntry: Number(entry), hash: hash ?? '', reason: (reason as BackupReason | undefined) ?? null, bytes: stats.size }];
    })
    .sort((a, b) => b.name.localeCompare(a.name));
}

/** The file of a backup; refuses (`backup.unknown`) a name that is none. */
export function backupIn(folder: string, name: string): string {
  const path = join(folder, basename(name));
  if (!NAME.test(name) || !existsSync(path)) throw new Refusal('backup.unknown', { name });
  return path;
}

/** The folder for backups of the file at `path`, made where it is not there. Refuses (`backup.failed`) where that cannot be. */
export function prepareBackupFolder(projectId: string, path: string): string {
  const folder = backupFolder(projectId);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, PLACE), JSON.stringify({ path }));
  } catch (error) {
    throw new Refusal('backup.failed', { path: folder, message: error instanceof Error ? error.message : '' });
  }
  return folder;
}

/** Folders with backups of the file that lay at `path`: of a damaged one nothing else may be known. */
export function backupFoldersOf(path: string): string[] {
  if (!existsSync(allBackups())) return [];
  return readdirSync(allBackups())
    .map((id) => backupFolder(id))
    .filter((folder) => {
      try {
        return (JSON.parse(readFileSync(join(folder, PLACE), 'utf8')) as { path?: unknown }).path === path;
      } catch {
        return false;
      }
    });
}

/** Removes those that are not needed any more; only ever called after a newer one was verified. */
export function rotate(folder: string, now: Date): void {
  for (const { name } of expendable(backupsIn(folder), now)) rmSync(join(folder, name), { force: true });
}

/** What a file holds is on the disk, not only in the system's memory. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Before the steps of an update: opening waits for it, and refuses (`backup.failed`, `project.damaged`) where it cannot be made. No log
 * lies beside the file meanwhile.
 */
export function backUpBeforeUpdate(sqlite: Database.Database, path: string, key: ProjectKey | null, now = new Date()): void {
  const id = sqlite.prepare<[], string>('SELECT id FROM project').pluck().get() ?? 'unknown';
  const folder = prepareBackupFolder(id, path);
  const to = join(folder, backupName(now, logState(sqlite), 'update'));
  const unfinished = `${to}.new`;
  try {
    // a log left by a killed program is folded in, so that the file alone is the whole project
    sqlite.pragma('journal_mode = DELETE');
    copyFileSync(path, unfinished);
    const copy = connect(unfinished, key);
    const fault = faultInCopy(copy, 'quick');
    copy.close();
    if (fault !== null) throw new Refusal('project.damaged', { path });
    syncFile(unfinished);
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (error instanceof Refusal || error instanceof Database.SqliteError) throw error;
    throw new Refusal('backup.failed', { path: folder, message: error instanceof Error ? error.message : '' });
  }
  rotate(folder, now);
}
