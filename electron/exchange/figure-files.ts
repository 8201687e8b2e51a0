// Figures as files: SVG to edit, PNG to drop into Word.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const FONT_FILES = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf', 'DejaVuSans-Oblique.ttf'];

/** Where the fonts of the package lie; null when the program is packed without it, and must say where. */
function packagedFonts(): string | null {
  try {
    // A bundle for CommonJS has no import.meta.url, a module no __filename.
    const here = typeof __filename === 'string' ? __filename : import.meta.url;
    return join(dirname(createRequire(here).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
  } catch {
    return null;
  }
}

function fontFiles(fontsDir: string | undefined): string[] {
  const folder = fontsDir ?? packagedFonts();
  return folder === null ? [] : FONT_FILES.map((name) => join(folder, name)).filter((path) => existsSync(path));
}

/**
 * The picture in pixels, `scale` per px of the SVG. Figures name the families of every system first and DejaVu Sans last: the
 * fonts given here are used only where the system has none of them.
 */
export function svgToPng(svg: string, scale: number, fontsDir?: string): Uint8Array {
  const font = { loadSystemFonts: true, fontFiles: fontFiles(fontsDir), defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' };
  return new Uint8Array(new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font }).render().asPng());
}
