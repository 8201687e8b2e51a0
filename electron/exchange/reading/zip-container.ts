// The archive inside a Word, OpenDocument or EPUB file, once it is known to be sound and of an honest size.
import { type UnreadableReason, unreadable } from '../../../shared/domain/unreadable.ts';
import { readZipDirectory, readZipEntry, type ZipEntry, ZipError } from './zip-directory.ts';

const MB = 1_000_000;
const MOST_INFLATED_BYTES = 200 * MB;
const MOST_ENTRIES = 10_000;
/** XML of prose inflates about 10 to 30 times; small parts may do what they like. */
const MOST_INFLATION = 150;
const SMALL_PART_BYTES = 10 * MB;

export interface ZipContainer {
  readonly entries: readonly ZipEntry[];
  has(name: string): boolean;
  /** The part's content; null when the archive has no such part. Refuses one that is not what the directory says. */
  read(name: string): Uint8Array | null;
}

/**
 * Refuses what is no archive, breaks its format, is locked or would inflate out of proportion; nothing is inflated yet.
 * @param file the name that a refusal cites
 */
export function openContainer(bytes: Uint8Array, file: string): ZipContainer {
  const magic = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8)).toString('latin1');
  if (isOle(bytes)) throw unreadable(file, isEncryptedPackage(bytes) ? 'encrypted' : 'notAsNamed');
  if (!magic.startsWith('PK\x03\x04')) throw unreadable(file, 'notAsNamed');
  const entries = sound(file, () => readZipDirectory(bytes));
  const reason = troubleWith(entries);
  if (reason) throw unreadable(file, reason);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    entries,
    has: (name) => byName.has(name),
    read: (name) => {
      const entry = byName.get(name);
      return entry ? sound(file, () => readZipEntry(bytes, entry)) : null;
    },
  };
}

/** Word's older files, and the wrapping of its protected ones. */
export function isOle(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4)).toString('latin1') === '\xd0\xcf\x11\xe0';
}

/** Word keeps a protected file in an OLE container, in a stream of this name. */
export function isEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function sound<Result>(file: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof ZipError ? unreadable(file, 'damaged') : error;
  }
}

function troubleWith(entries: readonly ZipEntry[]): UnreadableReason | null {
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'encrypted';
  const inflated = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const isBomb = entries.some((entry) => isMarkup(entry) && entry.bytes > SMALL_PART_BYTES && entry.bytes > MOST_INFLATION * entry.packedBytes);
  return isBomb || inflated > MOST_INFLATED_BYTES || entries.length > MOST_ENTRIES ? 'zipBomb' : null;
}

/** Parts that are read; pictures and sounds are not. */
export function isMarkup({ name }: ZipEntry): boolean {
  return /\.(?:xml|rels|opf|ncx|x?html?)$/i.test(name);
}
