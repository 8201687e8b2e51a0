// What an archive says it holds, read from its directory before anything is inflated, and proof that its parts are what
// it says: a file from a stranger must neither fill the memory nor be half read.
import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  /** Bytes in the archive, and once inflated, as the directory declares them. */
  readonly packedBytes: number;
  readonly bytes: number;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  /** Where the entry's own header begins in the archive. */
  readonly headerAt: number;
}

/** The archive breaks its own format, ends too early or holds other bytes than it declares. */
export class ZipError extends Error {}

const END_SIGNATURE = 0x06054b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const HEADER_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const DIRECTORY_BYTES = 46;
const HEADER_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/** The entries of a ZIP archive. Zip64, split archives and data before the archive are refused: no document needs them. */
export function readZipDirectory(archive: Uint8Array): ZipEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (start + size !== end) throw new ZipError('directory out of place');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + DIRECTORY_BYTES > end || view.getUint32(at, true) !== DIRECTORY_SIGNATURE) throw new ZipError('directory cut short');
    const nameBytes = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(archive.subarray(at + DIRECTORY_BYTES, at + DIRECTORY_BYTES + nameBytes)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += DIRECTORY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) if (view.getUint32(at, true) === END_SIGNATURE) return at;
  throw new ZipError('no directory');
}

/** The entry's content; never inflates more than the directory declares. */
export function readZipEntry(archive: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const { headerAt, packedBytes, bytes } = entry;
  if (headerAt + HEADER_BYTES > archive.length || view.getUint32(headerAt, true) !== HEADER_SIGNATURE) throw new ZipError('entry out of place');
  const from = headerAt + HEADER_BYTES + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  if (from + packedBytes > archive.length) throw new ZipError('entry cut short');
  const packed = archive.subarray(from, from + packedBytes);
  const content = entry.method === STORED ? packed : inflate(packed, entry);
  if (content.length !== bytes || crc32(content) !== entry.crc) throw new ZipError('entry altered');
  return content;
}

function inflate(packed: Uint8Array, { method, bytes }: ZipEntry): Uint8Array {
  if (method !== DEFLATED) throw new ZipError('unknown compression');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) });
  } catch (cause) {
    throw new ZipError('entry altered', { cause });
  }
}
