// The worker thread that makes backups for `backups.ts`: an entry of its own, bundled as dist/core/backup-worker.mjs.
import { renameSync, rmSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import { syncFile } from './backup-folder.ts';
import type { BackupAnswer, BackupRequest } from './backups.ts';
import { faultInCopy } from './integrity.ts';
import { connect } from './project-key.ts';
import type { ProjectKey } from './project-key.ts';

/** Some pages at a time: whoever writes the project meanwhile does not wait. */
const PAGES_AT_ONCE = 2000;

/** A protected project stays one: SQLite's own way of copying would write it in plain. */
async function copyTo(path: string, source: Database.Database, key: ProjectKey | null): Promise<void> {
  if (key === null) await source.backup(path, { progress: () => PAGES_AT_ONCE });
  else source.prepare('VACUUM INTO ?').run(path);
}

async function make({ from, to, depth, key }: BackupRequest): Promise<BackupAnswer> {
  const unfinished = `${to}.new`;
  let source: Database.Database | undefined;
  let copy: Database.Database | undefined;
  try {
    source = connect(from, key, { readonly: true, fileMustExist: true });
    await copyTo(unfinished, source, key);
    copy = connect(unfinished, key, { fileMustExist: true });
    const fault = faultInCopy(copy, depth);
    copy.close();
    if (fault !== null) return { kind: 'failed', message: fault };
    syncFile(unfinished);
    renameSync(unfinished, to);
    return { kind: 'made' };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  } finally {
    source?.close();
    if (copy?.open) copy.close();
    for (const left of ['', '-journal', '-wal', '-shm']) rmSync(unfinished + left, { force: true });
  }
}

const port = parentPort;
if (port) port.on('message', (request: BackupRequest) => void make(request).then((answer) => port.postMessage(answer)));
