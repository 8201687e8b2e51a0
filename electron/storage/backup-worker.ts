// The worker thread that makes backups for `backups.ts`: an entry of its own, bundled as dist/core/backup-worker.mjs.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { BackupAnswer, BackupRequest } from './backups.ts';
import { APPLICATION_ID } from './project-file.ts';

/** Some pages at a time: whoever writes the project meanwhile does not wait. */
const PAGES_AT_ONCE = 2000;

/** What is wrong with a copy; empty for a sound one. */
function faultIn(path: string): string {
  const copy = new Database(path, { fileMustExist: true });
  try {
    // one file that opens anywhere, without a log beside it
    copy.pragma('journal_mode = DELETE');
    if (copy.pragma('application_id', { simple: true }) !== APPLICATION_ID) return 'not a project';
    const found = copy.pragma('quick_check(1)', { simple: true });
    return found === 'ok' ? '' : String(found);
  } finally {
    copy.close();
  }
}

async function make({ from, to }: BackupRequest): Promise<BackupAnswer> {
  const unfinished = `${to}.new`;
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    await source.backup(unfinished, { progress: () => PAGES_AT_ONCE });
    const fault = faultIn(unfinished);
    if (fault !== '') return { kind: 'failed', message: fault };
    renameSync(unfinished, to);
    return { kind: 'made' };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  } finally {
    source.close();
    for (const left of ['', '-journal', '-wal', '-shm']) if (existsSync(unfinished + left)) rmSync(unfinished + left);
  }
}

const port = parentPort;
if (port) port.on('message', (request: BackupRequest) => void make(request).then((answer) => port.postMessage(answer)));
