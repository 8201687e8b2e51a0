// Draws build/icons/*.png from icon.svg, in the sizes that Linux takes as they are and from which electron-builder makes the
// icons of Windows and macOS. Run by hand after a change of the drawing; the results are kept with the sources.
import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];

const svg = readFileSync(new URL('icons/icon.svg', import.meta.url), 'utf8');
for (const width of SIZES) {
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();
  writeFileSync(new URL(`icons/${width}x${width}.png`, import.meta.url), png);
}
