// Archives made by hand for the tests of what reads them: parts replaced, headers that lie, protection that is only declared.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the headers say, where that is not the truth. */
  readonly declaredBytes?: number;
  readonly isEncrypted?: boolean;
  /** The content is where a symbolic link leads. */
  readonly isLink?: boolean;
}

const VERSION = 20;
const DEFLATED = 8;
/** Made where files have the modes of Unix, which stand in the upper half of an entry's attributes. */
const UNIX = 3 << 8;
const LINK = 0o120777 * 0x10000;

/** A ZIP archive of these parts, deflated. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const packed = deflateRawSync(part.content);
    const common = commonFields(part, packed.length);
    const name = Buffer.from(part.name);
    const header = Buffer.concat([uint32(0x04034b50), common, uint16(0), name]);
    directory.push(
      Buffer.concat([uint32(0x02014b50), uint16(VERSION | UNIX), common, Buffer.alloc(8), uint32(part.isLink ? LINK : 0), uint32(at), name]),
    );
    bodies.push(header, packed);
    at += header.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.concat([
    uint32(0x06054b50),
    uint32(0),
    uint16(parts.length),
    uint16(parts.length),
    uint32(listing.length),
    uint32(at),
    uint16(0),
  ]);
  return Buffer.concat([...bodies, listing, end]);
}

/** The same archive in the 64-bit form (APPNOTE 4.3.14): every size and place where only that form looks for them. */
export function wideZip(narrow: Buffer): Buffer {
  const end = narrow.length - 22;
  const [count, start] = [narrow.readUInt16LE(end + 10), narrow.readUInt32LE(end + 16)];
  const directory: Buffer[] = [];
  for (let at = start; at < end; ) {
    const length = 46 + narrow.readUInt16LE(at + 28);
    const entry = Buffer.from(narrow.subarray(at, at + length));
    const sizes = [entry.readUInt32LE(24), entry.readUInt32LE(20), entry.readUInt32LE(42)];
    for (const place of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, place);
    entry.writeUInt16LE(28, 30);
    directory.push(entry, uint16(1), uint16(24), ...sizes.map(uint64));
    at += length;
  }
  const listing = Buffer.concat(directory);
  const wide = [
    uint32(0x06064b50),
    uint64(44),
    uint16(45),
    uint16(45),
    uint32(0),
    uint32(0),
    uint64(count),
    uint64(count),
    uint64(listing.length),
    uint64(start),
  ];
  const locator = [uint32(0x07064b50), uint32(0), uint64(start + listing.length), uint32(1)];
  const last = [uint32(0x06054b50), uint32(0), uint16(0xffff), uint16(0xffff), uint32(0xffffffff), uint32(0xffffffff), uint16(0)];
  return Buffer.concat([narrow.subarray(0, start), listing, ...wide, ...locator, ...last]);
}

/** The fields that an entry's own header and its directory line share: version to name length. */
function commonFields({ name, content, declaredBytes, isEncrypted }: ZipPart, packedBytes: number): Buffer {
  const time = uint32(0);
  const sizes = [uint32(crc32(content)), uint32(packedBytes), uint32(declaredBytes ?? content.length)];
  return Buffer.concat([uint16(VERSION), uint16(isEncrypted ? 1 : 0), uint16(DEFLATED), time, ...sizes, uint16(Buffer.byteLength(name))]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
