// Figures as pixels, with letters even where the system has no fonts.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const FONT_FILES = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf', 'DejaVuSans-Oblique.ttf'];

// A bundle for CommonJS has no import.meta.url, a module no __filename.
const HERE = typeof __filename === 'string' ? __filename : import.meta.url;

/** Where fonts may lie: in their package, or beside the core of a packed program. */
export function fontFolders(): string[] {
  const here = HERE.startsWith('file:') ? fileURLToPath(HERE) : HERE;
  const packed = join(dirname(here), '../fonts');
  try {
    return [join(dirname(createRequire(HERE).resolve('dejavu-fonts-ttf/package.json')), 'ttf'), packed];
  } catch {
    return [packed];
  }
}

function fontFiles(fontsDir: string | undefined): string[] {
  const folders = fontsDir === undefined ? fontFolders() : [fontsDir];
  const folder = folders.find((path) => existsSync(join(path, FONT_FILES[0] ?? '')));
  return folder === undefined ? [] : FONT_FILES.map((name) => join(folder, name)).filter((path) => existsSync(path));
}

/**
 * The picture in pixels, `scale` per px of the SVG. Figures name the families of every system first and DejaVu Sans last: the
 * fonts given here are used only where the system has none of them.
 */
export function svgToPng(svg: string, scale: number, fontsDir?: string): Uint8Array {
  const font = { loadSystemFonts: true, fontFiles: fontFiles(fontsDir), defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' };
  return new Uint8Array(new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font }).render().asPng());
}
