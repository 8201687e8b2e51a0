// Archives as Word and OpenDocument files are: parts one after the other, made while they are packed, so that a long text never stands whole in memory.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface NewZipPart {
  readonly name: string;
  readonly content: Uint8Array | Iterable<string>;
  /** As it is, without compression: what the first part of an OpenDocument file has to be. */
  readonly isStored?: boolean;
}

const VERSION = 20;
const DEFLATED = 8;
/** The first of January 1980, in the archive's own count: a file says nothing about when it was made. */
const DATE = 0x21;
const NAME_IS_UTF8 = 0x0800;
const CHUNK_UTF16 = 65_536;
const HEADER = 0x04034b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;

interface Packed {
  readonly chunks: readonly Uint8Array[];
  readonly crc: number;
  readonly bytes: number;
  readonly packedBytes: number;
}

function* bytesOf(content: NewZipPart['content']): Generator<Uint8Array> {
  if (content instanceof Uint8Array) {
    yield content;
    return;
  }
  let pending = '';
  for (const piece of content) {
    pending += piece;
    if (pending.length < CHUNK_UTF16) continue;
    yield Buffer.from(pending);
    pending = '';
  }
  yield Buffer.from(pending);
}

const sizeOf = (chunks: readonly Uint8Array[]): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0);

async function pack({ content, isStored }: NewZipPart): Promise<Packed> {
  let crc = 0;
  let bytes = 0;
  function* counted(): Generator<Uint8Array> {
    for (const chunk of bytesOf(content)) {
      crc = crc32(chunk, crc);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const chunks: Uint8Array[] = [];
  if (isStored) chunks.push(...counted());
  else
    await pipeline(Readable.from(counted()), createDeflateRaw(), async (packed: AsyncIterable<Uint8Array>) => {
      for await (const chunk of packed) chunks.push(chunk);
    });
  return { chunks, crc, bytes, packedBytes: sizeOf(chunks) };
}

/** Little-endian fields of 2 and 4 bytes. */
function fields(...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    values.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      if (bytes === 2) field.writeUInt16LE(value);
      else field.writeUInt32LE(value);
      return field;
    }),
  );
}

/** In bytes of its own, whatever pool the chunks came from. */
function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(sizeOf(chunks));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Each part is asked for when the ones before it are packed. */
export async function writeZip(parts: Iterable<NewZipPart>): Promise<Uint8Array> {
  const out: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const packed = await pack(part);
    const name = Buffer.from(part.name);
    const method = part.isStored ? 0 : DEFLATED;
    const flags = name.length === part.name.length ? 0 : NAME_IS_UTF8;
    const common = fields(
      [2, VERSION],
      [2, flags],
      [2, method],
      [2, 0],
      [2, DATE],
      [4, packed.crc],
      [4, packed.packedBytes],
      [4, packed.bytes],
      [2, name.length],
      [2, 0],
    );
    directory.push(Buffer.concat([fields([4, DIRECTORY], [2, VERSION]), common, fields([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name]));
    const header = Buffer.concat([fields([4, HEADER]), common, name]);
    out.push(header, ...packed.chunks);
    at += header.length + packed.packedBytes;
  }
  const listing = Buffer.concat(directory);
  const end = fields([4, END], [2, 0], [2, 0], [2, directory.length], [2, directory.length], [4, listing.length], [4, at], [2, 0]);
  return joined([...out, listing, end]);
}
