// Backups of a project, kept apart from it in the program's own folder: made beside the core, opened and looked through before an older one goes.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../shared/domain/failure.ts';
import { expendable } from '../../shared/domain/backup.ts';
import type { Backup } from '../../shared/domain/backup.ts';
import type { Project } from './open-project.ts';
import { settingsFolder } from './settings.ts';

export interface BackupRequest {
  readonly from: string;
  readonly to: string;
}
export type BackupAnswer = { readonly kind: 'made' } | { readonly kind: 'failed'; readonly message: string };

/** `2026-11-23T16-20-05Z n1234.trame`: when it was made, and the last entry of the log that it holds. */
const NAME = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z n(\d+)\.trame$/;

const nameOf = (at: Date, lastEntry: number): string => `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z n${lastEntry}.trame`;

function folderOf({ sqlite }: Project): string {
  const id = sqlite.prepare<[], string>('SELECT id FROM project').pluck().get() ?? 'unknown';
  return join(settingsFolder(), 'backups', id);
}

const lastEntryOf = ({ sqlite }: Project): number => sqlite.prepare<[], number | null>('SELECT max(number) FROM change_log').pluck().get() ?? 0;

/** The latest first. What is in the folder and was not made here is not listed. */
export function listBackups(project: Project): Backup[] {
  const folder = folderOf(project);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const [, day, hours, minutes, seconds, entry] = NAME.exec(name) ?? [];
      if (day === undefined) return [];
      const { size } = statSync(join(folder, name));
      return [{ name, at: `${day}T${hours}:${minutes}:${seconds}Z`, lastEntry: Number(entry), bytes: size }];
    })
    .sort((a, b) => b.name.localeCompare(a.name));
}

/** Makes a verified copy of `from` at `to`, in a thread of its own. Refuses (`backup.failed`) and leaves nothing where it cannot. */
export function copyVerified(request: BackupRequest): Promise<void> {
  // From the sources the worker is the TypeScript file itself, which Node runs; in the bundle it lies beside this chunk.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
  const worker = new Worker(new URL(`./backup-worker.${extension}`, import.meta.url), { execArgv: [] });
  return new Promise<void>((resolve, reject) => {
    const fail = (message: string): void => reject(new Refusal('backup.failed', { path: dirname(request.to), message }));
    worker.on('message', (answer: BackupAnswer) => (answer.kind === 'made' ? resolve() : fail(answer.message)));
    worker.on('error', (error) => fail(error.message));
    worker.on('exit', () => fail('stopped'));
    worker.postMessage(request);
  }).finally(() => void worker.terminate());
}

/** A backup of the project as it is, unless the latest one holds all of it; then older ones go that are not needed any more. Answers with the latest. */
export async function backUp(project: Project, now = new Date()): Promise<Backup | null> {
  if (project.isReadOnly) return null;
  const lastEntry = lastEntryOf(project);
  const [latest] = listBackups(project);
  if (latest?.lastEntry === lastEntry) return latest;
  const folder = folderOf(project);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new Refusal('backup.failed', { path: folder, message: '' });
  }
  await copyVerified({ from: project.path, to: join(folder, nameOf(now, lastEntry)) });
  const all = listBackups(project);
  for (const { name } of expendable(all, now)) rmSync(join(folder, name));
  return all[0] ?? null;
}

/** The file of a backup; refuses (`backup.unknown`) a name that is none. */
export function backupPath(project: Project, name: string): string {
  const path = join(folderOf(project), basename(name));
  if (!NAME.test(name) || !existsSync(path)) throw new Refusal('backup.unknown', { name });
  return path;
}

/** Lays a backup beside the project under a name of its own: what is there stays as it is. Answers with the new file's path. */
export function restoreBeside(project: Project, name: string): string {
  const from = backupPath(project, name);
  const stem = `${project.path.replace(/\.trame$/i, '')} (${name.slice(0, 10)})`;
  let path = `${stem}.trame`;
  for (let n = 2; existsSync(path); n += 1) path = `${stem} ${n}.trame`;
  try {
    copyFileSync(from, path);
  } catch {
    throw new Refusal('file.unwritable', { path });
  }
  return path;
}
