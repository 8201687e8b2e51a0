// Draws build/icons/ from its three drawings: pictures in the sizes that Linux takes as they are, and the files with several sizes of Windows
// (.ico) and macOS (.icns). Run by hand after a change of a drawing; the results are kept with the sources.
import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** Apple's names of sizes; those of 2× screens are pictures of twice the size. */
const APPLE_NAMES = { icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024, ic11: 32, ic12: 64, ic13: 256, ic14: 512 };
/** Up to here threads run together, and the drawing with fewer is used. */
const SMALL = 24;

const file = (/** @type {string} */ name) => new URL(`icons/${name}`, import.meta.url);
const drawing = (/** @type {string} */ name) => readFileSync(file(name), 'utf8');

/** @param {string} svg @param {number} width */
const png = (svg, width) => new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();

/** Pictures one after the other behind a table of where they begin. @param {Map<number, Buffer>} pictures */
function ico(pictures) {
  const sizes = WINDOWS_SIZES;
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let offset = head.length;
  for (const [index, size] of sizes.entries()) {
    const bytes = pictures.get(size)?.length ?? 0;
    const at = 6 + 16 * index;
    // a side of 256 is written as 0
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(bytes, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += bytes;
  }
  return Buffer.concat([head, ...sizes.map((size) => pictures.get(size) ?? Buffer.alloc(0))]);
}

/** Pieces with a name and a length each. @param {Map<number, Buffer>} pictures */
function icns(pictures) {
  const pieces = Object.entries(APPLE_NAMES).map(([name, size]) => piece(name, pictures.get(size) ?? Buffer.alloc(0)));
  return piece('icns', Buffer.concat(pieces));
}

/** @param {string} name @param {Buffer} content */
function piece(name, content) {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32BE(content.length + head.length, 4);
  return Buffer.concat([head, content]);
}

const [icon, small, document] = [drawing('icon.svg'), drawing('icon-small.svg'), drawing('document.svg')];
const ofProgram = new Map(SIZES.map((size) => [size, png(size <= SMALL ? small : icon, size)]));
const ofProject = new Map(SIZES.map((size) => [size, png(document, size)]));
// a folder of pictures named by their size is what Linux takes
for (const [size, picture] of ofProgram) writeFileSync(file(`${size}x${size}.png`), picture);
for (const [size, picture] of ofProject) if (size <= 256) writeFileSync(file(`document-${size}.png`), picture);
writeFileSync(file('icon.ico'), ico(ofProgram));
writeFileSync(file('icon.icns'), icns(ofProgram));
writeFileSync(file('document.ico'), ico(ofProject));
writeFileSync(file('document.icns'), icns(ofProject));
