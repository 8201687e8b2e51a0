// Archives made by hand for the tests of what reads them: parts replaced, headers that lie, protection that is only declared.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the headers say, where that is not the truth. */
  readonly declaredBytes?: number;
  readonly isEncrypted?: boolean;
}

const VERSION = 20;
const DEFLATED = 8;

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
    directory.push(Buffer.concat([uint32(0x02014b50), uint16(VERSION), common, Buffer.alloc(12), uint32(at), name]));
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
