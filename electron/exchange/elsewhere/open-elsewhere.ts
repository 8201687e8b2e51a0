// A project of another program, in its own file or as an exchange package: which it is, is told by what is inside.
import { existsSync, openSync, readSync, closeSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { RefiRead } from '../../../shared/domain/refi.ts';
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { ForeignDatabase } from '../../storage/foreign-database.ts';
import { assertNewProject, bringProject, newProjectFromRefi } from '../refi/import-refi.ts';
import type { RefiImportOptions } from '../refi/import-refi.ts';
import { qualcoder } from './read-qualcoder.ts';
import { rqda } from './read-rqda.ts';
import { readSonalCorpus } from './read-sonal-corpus.ts';
import { taguette } from './read-taguette.ts';

const UTF16 = { unit: 'utf16', lineEnd: 2, countsMark: false, includesEnd: false, isUsual: true } as const;
const READERS = [qualcoder, taguette, rqda];
const SQLITE = 'SQLite format 3\0';

function isSqlite(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(SQLITE.length);
    return readSync(file, head, 0, head.length, 0) === head.length && head.toString('latin1') === SQLITE;
  } finally {
    closeSync(file);
  }
}

/** QualCoder's project is a folder; its database is what there is to read. */
function databaseIn(path: string): string {
  if (!existsSync(path)) throw new Refusal('file.notFound', { path });
  if (!statSync(path).isDirectory()) return path;
  const inside = join(path, 'data.qda');
  if (!existsSync(inside)) throw unreadable(basename(path), 'formatUnsupported');
  return inside;
}

/** `Entretiens.qda/data.qda` is called after its folder; alone, `data.qda` says nothing. */
const nameOf = (path: string): string =>
  basename(path)
    .replace(/^data\.qda$/, '')
    .replace(/\.(?:qda|rqda|sqlite3?|db)$/i, '');

/** Makes the project at `path` from another program's; says what came and how. A refusal leaves no file. */
export async function newProjectFromElsewhere(from: string, path: string, options: RefiImportOptions): Promise<RefiRead> {
  const file = databaseIn(from);
  if (/\.crp$/i.test(file)) {
    assertNewProject(path);
    return bringProject({ ...readSonalCorpus(file), convention: UTF16 }, path, options);
  }
  if (!isSqlite(file)) return newProjectFromRefi(file, path, options);
  assertNewProject(path);
  const database = new ForeignDatabase(file);
  try {
    const reader = READERS.find(({ isOwn }) => isOwn(database));
    if (!reader) throw unreadable(basename(from), 'formatUnsupported');
    return bringProject({ ...reader.read(database, nameOf(from)), convention: UTF16 }, path, options);
  } finally {
    database.close();
  }
}
