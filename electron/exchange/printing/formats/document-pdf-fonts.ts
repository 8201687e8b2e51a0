// The letters of a PDF: DejaVu Sans Condensed, as wide as the Arial that the Word file asks for, with every sign that interviews hold.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type PDFDocument from 'pdfkit';
import { fontFolders } from './figure-files.ts';

/** `B` bold, `I` italic. */
export type FontFace = '' | 'B' | 'I' | 'BI';

const FILES: Readonly<Record<FontFace, string>> = {
  '': 'DejaVuSansCondensed.ttf',
  B: 'DejaVuSansCondensed-Bold.ttf',
  I: 'DejaVuSansCondensed-Oblique.ttf',
  BI: 'DejaVuSansCondensed-BoldOblique.ttf',
};

/** Of the letters' size: how far a line goes above and below its foot. */
export const ASCENT = 0.928;
export const LINE_HEIGHT = 1.17;

export function faceOf(isBold: boolean, isItalic: boolean): FontFace {
  return `${isBold ? 'B' : ''}${isItalic ? 'I' : ''}` as FontFace;
}

/** Measures words; each is measured once. */
export interface FontMeasure {
  /** Points. */
  readonly widthOf: (text: string, face: FontFace, size: number) => number;
}

export function registerFonts(pdf: PDFDocument): FontMeasure {
  const folder = fontFolders().find((path) => existsSync(join(path, FILES[''])));
  if (folder === undefined) throw new Error(`no fonts for PDF in ${fontFolders().join(', ')}`);
  for (const [face, file] of Object.entries(FILES)) pdf.registerFont(`Text${face}`, join(folder, file));
  const known = new Map<string, number>();
  return {
    widthOf: (text, face, size) => {
      const key = `${face}\u0000${text}`;
      let width = known.get(key);
      if (width === undefined) {
        width = pdf.font(`Text${face}`).fontSize(100).widthOfString(text);
        known.set(key, width);
      }
      return (width * size) / 100;
    },
  };
}
