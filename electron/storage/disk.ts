// What the disk of an open project says: that the file is still the one that was opened, how much room is left, and what a failure to write means.
import { statSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { Refusal } from '../../shared/domain/failure.ts';
import { LOW_ROOM_BYTES, NO_ROOM_BYTES } from '../../shared/domain/safety.ts';
import type { FileState } from '../../shared/domain/safety.ts';

const identities = new WeakMap<Database.Database, string>();

/** Windows keeps a file that is open where it is. */
function identityOf(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? null : process.platform === 'win32' ? 'there' : `${stats.dev} ${stats.ino}`;
}

function identityNow(path: string): string | null {
  try {
    return identityOf(path);
  } catch {
    // a drive that was pulled out answers with errors of its own
    return null;
  }
}

/** To be called while it is certain that the file is the one that is open. */
export function noteFile(sqlite: Database.Database, path: string): void {
  const identity = identityNow(path);
  if (identity !== null) identities.set(sqlite, identity);
}

/** A system goes on writing into a file that has been taken away, and says that all is well: what was written would be nowhere. */
export function isFileThere(sqlite: Database.Database, path: string): boolean {
  const known = identities.get(sqlite);
  return known === undefined || identityNow(path) === known;
}

/** Null where the system does not say. */
export function freeBytes(path: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize;
  } catch {
    return null;
  }
}

export function fileState(sqlite: Database.Database, path: string, free = freeBytes(path)): FileState {
  if (!isFileThere(sqlite, path)) return 'gone';
  if (free === null || free >= LOW_ROOM_BYTES) return 'there';
  return free < NO_ROOM_BYTES ? 'full' : 'low';
}

/** Turns what the disk says, or another program that is writing, into a refusal. */
export function diskRefusal(error: unknown, path: string): unknown {
  const code = String((error as { code?: unknown }).code ?? '');
  if (code.startsWith('SQLITE_BUSY')) return new Refusal('project.busy', { path });
  if (code === 'SQLITE_READONLY_DBMOVED') return new Refusal('project.gone', { path });
  if (code.startsWith('SQLITE_READONLY')) return new Refusal('project.readOnly', { path });
  if (code === 'SQLITE_FULL') return new Refusal('project.diskFull', { path });
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return new Refusal('project.damaged', { path });
  if (!code.startsWith('SQLITE_IOERR') && !code.startsWith('SQLITE_CANTOPEN')) return error;
  if (identityNow(path) === null) return new Refusal('project.gone', { path });
  return new Refusal((freeBytes(path) ?? NO_ROOM_BYTES) < NO_ROOM_BYTES ? 'project.diskFull' : 'project.diskFailed', { path });
}
