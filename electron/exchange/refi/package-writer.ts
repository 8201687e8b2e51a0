// A package is written part after part straight to the disk: never more of it in memory than the piece that is being packed.
import { closeSync, openSync, writeSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';

const HEADER_BYTES = 30;
const VERSION = 20;
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
  readonly crc: number;
  readonly packed: number;
  readonly bytes: number;
  readonly at: number;
}

function common({ name, crc, packed, bytes }: Part): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(NAME_IS_UTF8, 2);
  fields.writeUInt16LE(DEFLATED, 4);
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
    const part = { name: Buffer.from(name), crc: crc32(content), packed: packed.length, bytes: content.length, at };
    this.#write(Buffer.concat([number32(0x04034b50), common(part), part.name]));
    this.#write(packed);
    this.#keep(part);
  }

  /** A part that comes in pieces; its header is completed when they have all come. `level`: how hard it is packed, from 1 to 9. */
  async addStream(name: string, content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, level?: number): Promise<void> {
    const at = this.#at;
    const bare = { name: Buffer.from(name), crc: 0, packed: 0, bytes: 0, at };
    this.#write(Buffer.concat([number32(0x04034b50), common(bare), bare.name]));
    const start = this.#at;
    let crc = 0;
    let bytes = 0;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const piece of content) {
        crc = crc32(piece, crc);
        bytes += piece.length;
        yield piece;
      }
    }
    await pipeline(
      Readable.from(counted()),
      createDeflateRaw({ ...(level === undefined ? {} : { level }), chunkSize: PIECE_BYTES }),
      async (packed: AsyncIterable<Uint8Array>) => {
        for await (const piece of packed) this.#write(piece);
      },
    );
    const part = { ...bare, crc, bytes, packed: this.#at - start };
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
