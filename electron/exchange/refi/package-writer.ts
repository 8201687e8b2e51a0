// A package is written part after part straight to the disk: never more of it in memory than the piece that is being packed.
import { closeSync, createReadStream, createWriteStream, openSync, writeSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';

const HEADER_BYTES = 30;
const VERSION = 20;
const STORED = 0;
const DEFLATED = 8;
const NAME_IS_UTF8 = 0x0800;
/** The first of January 1980, in the archive's own count: the same project gives the same file. */
const DATE = 0x21;
/** Beyond it the format would need its 64-bit form, which not every program reads. */
const LARGEST = 0xffffffff;
const MOST_PARTS = 0xffff;

const PIECE_BYTES = 262_144;

export class PackageTooLarge extends Error {}

interface Part {
  readonly name: Buffer;
  readonly method: typeof STORED | typeof DEFLATED;
  readonly crc: number;
  readonly packed: number;
  readonly bytes: number;
  readonly at: number;
}

type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** What a file is once it is packed: its own length and check sum. */
export interface Packed {
  readonly bytes: number;
  readonly crc: number;
}

/** Hands the pieces on, and tells of all of them at the end. */
async function* measured(content: Pieces, tell: (packed: Packed) => void): AsyncGenerator<Uint8Array> {
  let crc = 0;
  let bytes = 0;
  for await (const piece of content) {
    crc = crc32(piece, crc);
    bytes += piece.length;
    yield piece;
  }
  tell({ bytes, crc });
}

/** Packs into a file of its own, beside other work; `PackageWriter.addPacked` puts it into a package. `level`: how hard, from 1 to 9. */
export async function packAside(content: Pieces, path: string, level: number): Promise<Packed> {
  let packed: Packed = { bytes: 0, crc: 0 };
  await pipeline(
    Readable.from(measured(content, (whole) => (packed = whole))),
    createDeflateRaw({ level, chunkSize: PIECE_BYTES }),
    createWriteStream(path, { flags: 'wx' }),
  );
  return packed;
}

function common({ name, method, crc, packed, bytes }: Part): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(NAME_IS_UTF8, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(bytes, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function number32(value: number): Buffer {
  const field = Buffer.alloc(4);
  field.writeUInt32LE(value);
  return field;
}

export class PackageWriter {
  readonly #file: number;
  readonly #parts: Part[] = [];
  #at = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'wx');
  }

  /** A part that is in memory. */
  add(name: string, content: Uint8Array): void {
    const at = this.#at;
    const packed = deflateRawSync(content);
    const part = { name: Buffer.from(name), method: DEFLATED, crc: crc32(content), packed: packed.length, bytes: content.length, at } as const;
    this.#write(Buffer.concat([number32(0x04034b50), common(part), part.name]));
    this.#write(packed);
    this.#keep(part);
  }

  /** A part that comes in pieces. */
  async addStream(name: string, content: Pieces): Promise<void> {
    await this.#addPieces(name, DEFLATED, async (write) => {
      let whole: Packed = { bytes: 0, crc: 0 };
      await pipeline(
        Readable.from(measured(content, (all) => (whole = all))),
        createDeflateRaw({ chunkSize: PIECE_BYTES }),
        async (packed: AsyncIterable<Uint8Array>) => {
          for await (const piece of packed) write(piece);
        },
      );
      return whole;
    });
  }

  /** A part as it is: what is packed in itself becomes no smaller. */
  async addStored(name: string, content: Pieces): Promise<void> {
    await this.#addPieces(name, STORED, async (write) => {
      let whole: Packed = { bytes: 0, crc: 0 };
      for await (const piece of measured(content, (all) => (whole = all))) write(piece);
      return whole;
    });
  }

  /** A part that `packAside` packed into `path`. */
  async addPacked(name: string, path: string, whole: Packed): Promise<void> {
    await this.#addPieces(name, DEFLATED, async (write) => {
      for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Uint8Array>) write(piece);
      return whole;
    });
  }

  /** Its header is completed when all pieces have come. */
  async #addPieces(name: string, method: Part['method'], write: (take: (piece: Uint8Array) => void) => Promise<Packed>): Promise<void> {
    const at = this.#at;
    const bare: Part = { name: Buffer.from(name), method, crc: 0, packed: 0, bytes: 0, at };
    this.#write(Buffer.concat([number32(0x04034b50), common(bare), bare.name]));
    const start = this.#at;
    const whole = await write((piece) => this.#write(piece));
    const part: Part = { ...bare, ...whole, packed: this.#at - start };
    this.#keep(part);
    const header = Buffer.concat([number32(0x04034b50), common(part)]);
    writeSync(this.#file, header, 0, HEADER_BYTES, at);
  }

  /** Writes the directory; the file is then whole. */
  finish(): void {
    const start = this.#at;
    for (const part of this.#parts) {
      const version = Buffer.alloc(2);
      version.writeUInt16LE(VERSION);
      this.#write(Buffer.concat([number32(0x02014b50), version, common(part), Buffer.alloc(10), number32(part.at), part.name]));
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#parts.length, 8);
    end.writeUInt16LE(this.#parts.length, 10);
    end.writeUInt32LE(this.#at - start, 12);
    end.writeUInt32LE(start, 16);
    this.#write(end);
    this.close();
  }

  close(): void {
    if (!this.#isClosed) closeSync(this.#file);
    this.#isClosed = true;
  }

  #isClosed = false;

  #keep(part: Part): void {
    if (part.bytes > LARGEST || this.#parts.length >= MOST_PARTS) throw new PackageTooLarge(part.name.toString());
    this.#parts.push(part);
  }

  #write(piece: Uint8Array): void {
    if (this.#at + piece.length > LARGEST) throw new PackageTooLarge();
    for (let done = 0; done < piece.length; ) done += writeSync(this.#file, piece, done, piece.length - done, this.#at + done);
    this.#at += piece.length;
  }
}
