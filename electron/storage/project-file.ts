// Looks at a file before SQLite touches it, so that a wrong one is named and left exactly as it was.
import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../../shared/domain/failure.ts';
import { isProtected } from './project-key.ts';

/** `PRAGMA application_id` of a Trame project: the letters "TRME". */
export const APPLICATION_ID = 0x5452_4d45;

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
// Offsets in SQLite's file header (sqlite.org/fileformat.html, section 1.3).
const PAGE_SIZE_AT = 16;
const CHANGE_COUNTER_AT = 24;
const PAGE_COUNT_AT = 28;
const APPLICATION_ID_AT = 68;
const VALID_FOR_AT = 92;

function readHeader(path: string): Buffer {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    throw new Refusal('project.readOnly', { path });
  }
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const read = readSync(file, header, 0, HEADER_BYTES, 0);
    return header.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

/** Whole pages promised by the header but missing from the file; only meaningful when no write-ahead log lies beside it. */
function isTruncated(header: Buffer, bytes: number): boolean {
  const stored = header.readUInt16BE(PAGE_SIZE_AT);
  const pageSize = stored === 1 ? 65_536 : stored;
  const countIsCurrent = header.readUInt32BE(CHANGE_COUNTER_AT) === header.readUInt32BE(VALID_FOR_AT);
  return countIsCurrent && header.readUInt32BE(PAGE_COUNT_AT) * pageSize > bytes;
}

/** Refuses a path whose folder is none. */
export function assertFolder(path: string): void {
  const folder = dirname(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Refusal('project.folderMissing', { path, folder });
}

/** Refuses, without writing anything, a file that is not a whole Trame project. Of a protected one, only its key tells more. */
export function assertProjectFile(path: string): void {
  assertFolder(path);
  if (!existsSync(path)) throw new Refusal('project.notFound', { path });
  const stats = statSync(path);
  if (!stats.isFile()) throw new Refusal('project.notSqlite', { path });
  const header = readHeader(path);
  if (isProtected(path)) return;
  if (header.length < HEADER_BYTES || header.subarray(0, MAGIC.length).toString('latin1') !== MAGIC) {
    throw new Refusal(
      header.length > 0 && MAGIC.startsWith(header.toString('latin1').slice(0, MAGIC.length)) ? 'project.damaged' : 'project.notSqlite',
      { path },
    );
  }
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) throw new Refusal('project.otherProgram', { path });
  if (!existsSync(`${path}-wal`) && isTruncated(header, stats.size)) throw new Refusal('project.damaged', { path });
}

/** True when the file, by its permissions or its disk, must not be written; the permission bits bind the administrator too. */
export function isReadOnlyFile(path: string): boolean {
  if ((statSync(path).mode & 0o222) === 0) return true;
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return false;
  } catch {
    return true;
  }
}
