// Backups of a project, made beside the core while somebody works: opened and looked through before an older one goes.
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../shared/domain/failure.ts';
import type { Backup, BackupReason } from '../../shared/domain/backup.ts';
import { backupFolder, backupIn, backupName, backupsIn, logState, prepareBackupFolder, rotate } from './backup-folder.ts';
import type { CheckDepth } from './integrity.ts';
import { giveMedia } from './media-beside.ts';
import type { Project } from './open-project.ts';
import type { ProjectKey } from './project-key.ts';

export interface BackupRequest {
  readonly from: string;
  readonly to: string;
  readonly depth: CheckDepth;
  /** Of a protected project, and so of its copy. */
  readonly key: ProjectKey | null;
}
export type BackupAnswer = { readonly kind: 'made' } | { readonly kind: 'failed'; readonly message: string };

const idOf = ({ sqlite }: Project): string => sqlite.prepare<[], string>('SELECT id FROM project').pluck().get() ?? 'unknown';

/** Where the project's backups lie, whether there are any or not. */
export const backupFolderOf = (project: Project): string => backupFolder(idOf(project));

export function listBackups(project: Project): Backup[] {
  return backupsIn(backupFolderOf(project));
}

/** Whether a backup holds all that was written. */
export function holdsAll(project: Project, backup: Backup): boolean {
  const now = logState(project.sqlite);
  return backup.lastEntry === now.lastEntry && backup.hash === now.hash;
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

interface BackupOptions {
  /** Before what it is made, and somebody waits for it; null for one that is made by the clock, and looked through for longer. */
  readonly before?: BackupReason | null;
  readonly now?: Date;
}

/** A backup of the project as it is, unless the latest one holds all of it; then older ones go that are not needed any more. Answers with the latest. */
export async function backUp(project: Project, { before = null, now = new Date() }: BackupOptions = {}): Promise<Backup | null> {
  if (project.isReadOnly) return null;
  const [latest] = listBackups(project);
  if (latest && holdsAll(project, latest)) return latest;
  const folder = prepareBackupFolder(idOf(project), project.path);
  const to = join(folder, backupName(now, logState(project.sqlite), before));
  await copyVerified({ from: project.path, to, depth: before === null ? 'full' : 'quick', key: project.key });
  rotate(folder, now);
  return backupsIn(folder)[0] ?? null;
}

/** Removes the project's backups, all but one: what was erased from the project must not stand in them. Answers with how many went. */
export function removeBackups(project: Project, exceptName: string | null): number {
  const folder = backupFolderOf(project);
  const others = backupsIn(folder).filter(({ name }) => name !== exceptName);
  for (const { name } of others) rmSync(join(folder, name));
  return others.length;
}

/** Lays a backup beside the project under a name of its own: what is there stays as it is. Answers with the new file's path. */
export function restoreBeside(folder: string, name: string, projectPath: string): string {
  const from = backupIn(folder, name);
  const stem = `${projectPath.replace(/\.trame$/i, '')} (${name.slice(0, 10)})`;
  let path = `${stem}.trame`;
  for (let n = 2; existsSync(path); n += 1) path = `${stem} ${n}.trame`;
  try {
    copyFileSync(from, path);
    giveMedia(projectPath, path);
  } catch {
    throw new Refusal('file.unwritable', { path });
  }
  return path;
}
