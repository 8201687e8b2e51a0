// Reads the rows of an SQLite file page by page, without SQLite: what it refuses to open, or stops in, may still hold most of its rows.
// The format: sqlite.org/fileformat2.html (sections 1.3 to 1.6 pages and records, 4 the write-ahead log).
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

export type Value = null | number | bigint | string | Buffer;

export interface FoundRow {
  readonly rowid: number;
  readonly values: readonly Value[];
}

const INTERIOR = 0x05;
const LEAF = 0x0d;
const HEADER_BYTES = 100;
const USUAL_PAGE_BYTES = 4096;
const WAL_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

class Unreadable extends Error {}

/** Two sums over pairs of words, as the log keeps them of each frame and all before it. */
function checksum(bytes: Buffer, from: readonly [number, number], isBigEndian: boolean): [number, number] {
  let [s0, s1] = from;
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    s0 = (s0 + (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + s1) >>> 0;
    s1 = (s1 + (isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + s0) >>> 0;
  }
  return [s0, s1];
}

/** Where in the log the latest committed state of each page begins; empty for a log that holds nothing whole. */
function pagesOfLog(log: Buffer, pageBytes: number): Map<number, number> {
  const committed = new Map<number, number>();
  if (log.length < WAL_HEADER_BYTES || log.readUInt32BE(0) >>> 1 !== 0x377f0682 >>> 1 || log.readUInt32BE(8) !== pageBytes) return committed;
  const isBigEndian = (log.readUInt32BE(0) & 1) === 1;
  const salt = log.subarray(16, 24);
  let sums: [number, number] = checksum(log.subarray(0, 24), [0, 0], isBigEndian);
  if (sums[0] !== log.readUInt32BE(24) || sums[1] !== log.readUInt32BE(28)) return committed;
  let open = new Map<number, number>();
  for (let at = WAL_HEADER_BYTES; at + FRAME_HEADER_BYTES + pageBytes <= log.length; at += FRAME_HEADER_BYTES + pageBytes) {
    const frame = log.subarray(at, at + FRAME_HEADER_BYTES + pageBytes);
    if (!frame.subarray(8, 16).equals(salt)) break;
    sums = checksum(frame.subarray(FRAME_HEADER_BYTES), checksum(frame.subarray(0, 8), sums, isBigEndian), isBigEndian);
    if (sums[0] !== frame.readUInt32BE(16) || sums[1] !== frame.readUInt32BE(20)) break;
    open.set(frame.readUInt32BE(0), at + FRAME_HEADER_BYTES);
    if (frame.readUInt32BE(4) === 0) continue;
    for (const [page, offset] of open) committed.set(page, offset);
    open = new Map();
  }
  return committed;
}

/** Up to nine bytes, seven bits each, the ninth whole; what is larger than a number can be is refused. */
function varint(bytes: Buffer, at: number): { readonly value: number; readonly next: number } {
  let value = 0n;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) throw new Unreadable();
    if (index === 8) value = (value << 8n) | BigInt(byte);
    else value = (value << 7n) | BigInt(byte & 0x7f);
    if (index < 8 && byte < 0x80) return { value: Number(value), next: at + index + 1 };
  }
  return { value: Number(BigInt.asIntN(64, value)), next: at + 9 };
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8];

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return type <= 6 ? (INTEGER_BYTES[type] ?? 0) : type === 7 ? 8 : 0;
}

function valueOf(type: number, bytes: Buffer): Value {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type === 10 || type === 11) throw new Unreadable();
  if (type >= 12) return type % 2 === 0 ? Buffer.from(bytes) : UTF8.decode(bytes);
  if (bytes.length <= 6) return bytes.readIntBE(0, bytes.length);
  const large = bytes.readBigInt64BE(0);
  return Number.isSafeInteger(Number(large)) ? Number(large) : large;
}

function valuesIn(record: Buffer): Value[] {
  const { value: headerBytes, next } = varint(record, 0);
  if (headerBytes > record.length) throw new Unreadable();
  const values: Value[] = [];
  let [at, body] = [next, headerBytes];
  while (at < headerBytes) {
    const type = varint(record, at);
    const length = lengthOf(type.value);
    if (body + length > record.length) throw new Unreadable();
    values.push(valueOf(type.value, record.subarray(body, body + length)));
    [at, body] = [type.next, body + length];
  }
  if (body !== record.length) throw new Unreadable();
  return values;
}

/** What reading one page came to. */
export interface FoundPage {
  readonly rows: readonly FoundRow[];
  /** Of an inner page of the tree. */
  readonly children: readonly number[];
  /** Cells that say nothing that makes sense. */
  readonly lost: number;
}

export class PageReader {
  readonly pageBytes: number;
  readonly pageCount: number;
  readonly #file: number;
  readonly #log: Buffer;
  readonly #inLog: ReadonlyMap<number, number>;
  readonly #reserved: number;
  /** Pages that hold the ends of long rows. */
  readonly overflow = new Set<number>();

  constructor(path: string) {
    this.#file = openSync(path, 'r');
    const header = Buffer.alloc(HEADER_BYTES);
    readSync(this.#file, header, 0, HEADER_BYTES, 0);
    const stored = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    const isHeader = header.subarray(0, 15).toString('latin1') === 'SQLite format 3' && stored >= 512 && (stored & (stored - 1)) === 0;
    this.pageBytes = isHeader ? stored : USUAL_PAGE_BYTES;
    this.#reserved = isHeader ? (header[20] ?? 0) : 0;
    this.#log = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0);
    this.#inLog = pagesOfLog(this.#log, this.pageBytes);
    this.pageCount = Math.max(Math.ceil(fstatSync(this.#file).size / this.pageBytes), ...this.#inLog.keys());
  }

  close(): void {
    closeSync(this.#file);
  }

  /** Null where the file ends before the page does. */
  page(number: number): Buffer | null {
    if (number < 1 || number > this.pageCount) return null;
    const logged = this.#inLog.get(number);
    if (logged !== undefined) return this.#log.subarray(logged, logged + this.pageBytes);
    const page = Buffer.alloc(this.pageBytes);
    return readSync(this.#file, page, 0, this.pageBytes, (number - 1) * this.pageBytes) === this.pageBytes ? page : null;
  }

  /** Whether it looks like one whose rows are at its end. */
  isLeaf(number: number): boolean {
    return this.page(number)?.[0] === LEAF;
  }

  /** Pages that hold nothing any more; null where the list of them cannot be followed. */
  freePages(): Set<number> | null {
    const free = new Set<number>();
    let trunk = this.page(1)?.readUInt32BE(32) ?? 0;
    while (trunk !== 0) {
      const page = this.page(trunk);
      if (page === null || free.has(trunk)) return null;
      free.add(trunk);
      const count = page.readUInt32BE(4);
      if (count > this.pageBytes / 4 - 2) return null;
      for (let index = 0; index < count; index += 1) free.add(page.readUInt32BE(8 + 4 * index));
      trunk = page.readUInt32BE(0);
    }
    return free;
  }

  /** One page of a table's tree; null for one that is none. */
  read(number: number): FoundPage | null {
    const page = this.page(number);
    if (page === null) return null;
    const start = number === 1 ? HEADER_BYTES : 0;
    const type = page[start];
    if (type !== INTERIOR && type !== LEAF) return null;
    const count = page.readUInt16BE(start + 3);
    const pointers = start + (type === INTERIOR ? 12 : 8);
    if (pointers + 2 * count > this.pageBytes) return null;
    const cells = Array.from({ length: count }, (_, index) => page.readUInt16BE(pointers + 2 * index));
    if (type === INTERIOR) {
      const inside = cells.filter((at) => at >= pointers && at + 4 <= this.pageBytes);
      return { rows: [], children: [...inside.map((at) => page.readUInt32BE(at)), page.readUInt32BE(start + 8)], lost: count - inside.length };
    }
    const rows = cells.flatMap((at) => this.#row(page, at) ?? []);
    return { rows, children: [], lost: count - rows.length };
  }

  #row(page: Buffer, at: number): FoundRow | null {
    try {
      const payload = varint(page, at);
      const rowid = varint(page, payload.next);
      return { rowid: rowid.value, values: valuesIn(this.#record(page, rowid.next, payload.value)) };
    } catch (error) {
      // TextDecoder and Buffer say a TypeError and a RangeError of bytes that are no words, or are not there
      if (error instanceof Unreadable || error instanceof TypeError || error instanceof RangeError) return null;
      throw error;
    }
  }

  /** The whole record, its end on other pages included. */
  #record(page: Buffer, at: number, bytes: number): Buffer {
    const usable = this.pageBytes - this.#reserved;
    if (bytes < 1 || bytes > usable * this.pageCount) throw new Unreadable();
    const most = usable - 35;
    if (bytes <= most) return this.#within(page, at, bytes);
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const fitting = least + ((bytes - least) % (usable - 4));
    const local = fitting <= most ? fitting : least;
    const parts = [this.#within(page, at, local)];
    let [left, next] = [bytes - local, this.#within(page, at + local, 4).readUInt32BE(0)];
    const chain: number[] = [];
    while (left > 0) {
      const more = this.page(next);
      if (more === null || chain.includes(next)) throw new Unreadable();
      chain.push(next);
      parts.push(more.subarray(4, 4 + Math.min(left, usable - 4)));
      left -= usable - 4;
      next = more.readUInt32BE(0);
    }
    for (const number of chain) this.overflow.add(number);
    return Buffer.concat(parts);
  }

  #within(page: Buffer, at: number, bytes: number): Buffer {
    if (at + bytes > this.pageBytes) throw new Unreadable();
    return page.subarray(at, at + bytes);
  }
}
