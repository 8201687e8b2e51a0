// A package from anywhere, read from the disk part by part: what its directory says is checked before anything is inflated.
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Refusal } from '../../../shared/domain/failure.ts';
import { type UnreadableReason, unreadable } from '../../../shared/domain/unreadable.ts';

const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const WIDE_END_BYTES = 56;
const WIDE_FIELD = 1;
/** What 32 bits say instead of a number that needs 64. */
const NOT_HERE = 0xffffffff;
const LONGEST_COMMENT = 0xffff;
const ENTRY_BYTES = 46;
const HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const LARGEST_DIRECTORY = 64_000_000;
const MOST_ENTRIES = 60_000;
/** Prose inflates 3 to 4 times, the XML of codings 10 to 30 times; small parts may do what they like. */
const MOST_INFLATION = 150;
const SMALL_PART_BYTES = 10_000_000;
const LARGEST_PART = 1_500_000_000;
const LARGEST_IN_MEMORY = 200_000_000;
/** The standard's own limit of a file in a package. */
export const LARGEST_RECORDING = 2_147_483_647;
const PIECE_BYTES = 262_144;
const SYMBOLIC_LINK = 0o120000;
const FILE_TYPE = 0o170000;
const UNIX = 3;

export interface PackageEntry {
  readonly name: string;
  readonly packed: number;
  readonly bytes: number;
  readonly method: number;
  readonly crc: number;
  readonly at: number;
}

export class PackageReader {
  readonly entries: readonly PackageEntry[];
  readonly #file: number;
  readonly #name: string;
  readonly #path: string;
  readonly #size: number;
  readonly #byName: ReadonlyMap<string, PackageEntry>;

  /** @param name what a refusal calls the file */
  constructor(path: string, name: string) {
    this.#name = name;
    this.#path = path;
    this.#file = openSync(path, 'r');
    try {
      this.#size = fstatSync(this.#file).size;
      this.entries = this.#directory();
    } catch (error) {
      closeSync(this.#file);
      throw error;
    }
    this.#byName = new Map(this.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  close(): void {
    closeSync(this.#file);
  }

  /** Whatever the case of its letters. */
  find(name: string): PackageEntry | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /** The whole of a part, which has to be what the directory says. */
  read(entry: PackageEntry): Uint8Array {
    this.#assertHonest(entry, LARGEST_IN_MEMORY);
    const packed = this.#bytes(this.#contentAt(entry), entry.packed);
    let content: Uint8Array = packed;
    if (entry.method === DEFLATED) {
      try {
        content = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) });
      } catch {
        throw this.#no('damaged');
      }
    }
    if (content.length !== entry.bytes || crc32(content) !== entry.crc) throw this.#no('damaged');
    return content;
  }

  /** A part piece by piece; its end is reached only by what the directory says. */
  async *stream(entry: PackageEntry, most = LARGEST_PART): AsyncGenerator<Uint8Array> {
    this.#assertHonest(entry, most);
    const start = this.#contentAt(entry);
    if (entry.packed > 0) yield* this.#pieces(entry, start);
    else if (entry.bytes > 0) throw this.#no('damaged');
  }

  async *#pieces(entry: PackageEntry, start: number): AsyncGenerator<Uint8Array> {
    const packed = createReadStream(this.#path, { start, end: start + entry.packed - 1, highWaterMark: PIECE_BYTES });
    const content = entry.method === STORED ? packed : packed.pipe(createInflateRaw({ chunkSize: PIECE_BYTES }));
    let [bytes, crc] = [0, 0];
    try {
      for await (const piece of content as AsyncIterable<Uint8Array>) {
        bytes += piece.length;
        if (bytes > entry.bytes) throw this.#no('damaged');
        crc = crc32(piece, crc);
        yield piece;
      }
    } catch (error) {
      throw String((error as { code?: unknown }).code ?? '').startsWith('Z_') ? this.#no('damaged') : error;
    } finally {
      packed.destroy();
    }
    if (bytes !== entry.bytes || crc !== entry.crc) throw this.#no('damaged');
  }

  #no(reason: UnreadableReason): Refusal {
    return unreadable(this.#name, reason);
  }

  #bytes(at: number, length: number): Buffer {
    if (at < 0 || length < 0 || at + length > this.#size) throw this.#no('damaged');
    const bytes = Buffer.alloc(length);
    for (let done = 0; done < length; ) {
      const read = readSync(this.#file, bytes, done, length - done, at + done);
      if (read === 0) throw this.#no('damaged');
      done += read;
    }
    return bytes;
  }

  #directory(): PackageEntry[] {
    if (this.#size === 0) throw this.#no('empty');
    const magic = this.#bytes(0, Math.min(4, this.#size)).toString('latin1');
    if (!magic.startsWith('PK\x03\x04')) throw this.#no('notAsNamed');
    const tail = this.#bytes(Math.max(0, this.#size - END_BYTES - LONGEST_COMMENT), Math.min(this.#size, END_BYTES + LONGEST_COMMENT));
    let at = tail.length - END_BYTES;
    while (at >= 0 && tail.readUInt32LE(at) !== 0x06054b50) at -= 1;
    if (at < 0) throw this.#no('damaged');
    const { count, size, start } = this.#wideEnd(tail, at) ?? {
      count: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 12),
      start: tail.readUInt32LE(at + 16),
    };
    if (size > LARGEST_DIRECTORY || count > MOST_ENTRIES) throw this.#no('tooLarge');
    return this.#entries(this.#bytes(start, size), count);
  }

  /** Where the directory lies in an archive of the 64-bit form (APPNOTE 4.3.14 and 4.3.15), which says so just before its end. */
  #wideEnd(tail: Buffer, end: number): { count: number; size: number; start: number } | null {
    const locator = end - LOCATOR_BYTES;
    if (locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) return null;
    const record = this.#bytes(this.#wide(tail, locator + 8), WIDE_END_BYTES);
    if (record.readUInt32LE(0) !== 0x06064b50) throw this.#no('damaged');
    return { count: this.#wide(record, 32), size: this.#wide(record, 40), start: this.#wide(record, 48) };
  }

  #wide(bytes: Buffer, at: number): number {
    if (at + 8 > bytes.length) throw this.#no('damaged');
    const value = bytes.readBigUInt64LE(at);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw this.#no('damaged');
    return Number(value);
  }

  #entries(directory: Buffer, count: number): PackageEntry[] {
    const entries: PackageEntry[] = [];
    for (let at = 0; entries.length < count; ) {
      if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw this.#no('damaged');
      const length = directory.readUInt16LE(at + 28);
      const name = directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + length).replaceAll('\\', '/');
      const mode = directory.readUInt8(at + 5) === UNIX ? directory.readUInt16LE(at + 40) : 0;
      if (isOutside(name) || (mode & FILE_TYPE) === SYMBOLIC_LINK) throw this.#no('pathsOutside');
      if ((directory.readUInt16LE(at + 8) & 1) === 1) throw this.#no('encrypted');
      entries.push({
        name,
        method: directory.readUInt16LE(at + 10),
        crc: directory.readUInt32LE(at + 16),
        ...this.#extent(directory, at, length),
      });
      at += ENTRY_BYTES + length + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return entries;
  }

  /** Sizes and place of an entry; what does not fit in 32 bits stands in its extra field, in this order (APPNOTE 4.5.3). */
  #extent(directory: Buffer, at: number, nameLength: number): Pick<PackageEntry, 'bytes' | 'packed' | 'at'> {
    const first = at + ENTRY_BYTES + nameLength;
    const extra = directory.subarray(first, first + directory.readUInt16LE(at + 30));
    let next = -1;
    for (let field = 0; field + 4 <= extra.length && next < 0; field += 4 + extra.readUInt16LE(field + 2))
      if (extra.readUInt16LE(field) === WIDE_FIELD) next = field + 4;
    const value = (narrow: number): number => {
      if (narrow !== NOT_HERE || next < 0) return narrow;
      next += 8;
      return this.#wide(extra, next - 8);
    };
    const bytes = value(directory.readUInt32LE(at + 24));
    const packed = value(directory.readUInt32LE(at + 20));
    return { bytes, packed, at: value(directory.readUInt32LE(at + 42)) };
  }

  #assertHonest({ bytes, packed, method }: PackageEntry, most: number): void {
    if (bytes > SMALL_PART_BYTES && bytes > MOST_INFLATION * packed) throw this.#no('zipBomb');
    if (bytes > most) throw this.#no('tooLarge');
    if (method !== STORED && method !== DEFLATED) throw this.#no('formatUnsupported');
    if (method === STORED && bytes !== packed) throw this.#no('damaged');
  }

  #contentAt({ at, packed }: PackageEntry): number {
    const header = this.#bytes(at, HEADER_BYTES);
    if (header.readUInt32LE(0) !== 0x04034b50) throw this.#no('damaged');
    const start = at + HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (start + packed > this.#size) throw this.#no('damaged');
    return start;
  }
}

/** A name that leads out of the package, were it ever written to a disk. */
function isOutside(name: string): boolean {
  return name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..') || name.includes('\0');
}
