// A png that says how wide it is meant to be: word processors lay it out by its dots per inch.
import { crc32 } from 'node:zlib';

const SIGNATURE = 8;
const CM_PER_INCH = 2.54;

/** @param png one that says nothing yet of its density */
export function withDensity(png: Uint8Array, dotsPerInch: number): Uint8Array {
  const perMetre = Math.round((dotsPerInch * 100) / CM_PER_INCH);
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(perMetre, 8);
  chunk.writeUInt32BE(perMetre, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  // after the header chunk, before the pixels
  const header = SIGNATURE + 12 + Buffer.from(png.buffer, png.byteOffset, png.byteLength).readUInt32BE(SIGNATURE);
  return new Uint8Array(Buffer.concat([png.subarray(0, header), chunk, png.subarray(header)]));
}
