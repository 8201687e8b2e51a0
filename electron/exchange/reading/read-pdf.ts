// The words of a PDF's text layer, page by page. Pages that are pictures have none: they are counted, not read.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist/types/src/pdf.d.ts';
import { unreadable } from '../../../shared/domain/unreadable.ts';
import type { DocumentText } from './document-writer.ts';
import { linesInReadingOrder, type PdfItem, type PdfPage } from './pdf-layout.ts';
import { writePages } from './pdf-paragraphs.ts';

export interface PdfText extends DocumentText {
  /** 1-based numbers of the pages without a text layer. */
  readonly pagesWithoutText: readonly number[];
}

/** A PDF ends by saying so, within its last kilobyte; some programs put more behind it. */
const END_MARK = '%%EOF';
const END_WITHIN_BYTES = 4096;
const START_WITHIN_BYTES = 1024;
const MOST_PAGES = 5_000;

/** Refuses what is no PDF, has a password, is cut short or has no text layer. `file`: the name a refusal cites. */
export async function readPdf(bytes: Uint8Array, file: string): Promise<PdfText> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!buffer.subarray(0, START_WITHIN_BYTES).includes('%PDF-')) throw unreadable(file, 'notAsNamed');
  // pdf.js mends files that are cut short: an interview would come in without its end, and nobody would know.
  if (!buffer.subarray(-END_WITHIN_BYTES).includes(END_MARK)) throw unreadable(file, 'damaged');
  const { getDocument } = await pdfjs();
  const task = getDocument({
    data: Uint8Array.from(bytes),
    // Nothing is drawn and nothing fetched; character maps of Asian fonts are read from the disk.
    cMapUrl: CHARACTER_MAPS,
    BinaryDataFactory: CharacterMaps,
    CanvasFactory: NothingDrawn,
    FilterFactory: NothingDrawn,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) throw unreadable(file, 'tooLarge');
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) pages.push({ number, lines: await linesOf(await document.getPage(number)) });
    const pagesWithoutText = pages.filter(({ lines }) => lines.length === 0).map(({ number }) => number);
    if (pagesWithoutText.length === pages.length) throw unreadable(file, 'scanned');
    return { ...writePages(pages), pagesWithoutText };
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException') throw unreadable(file, 'encrypted');
    throw cause;
  } finally {
    await task.destroy();
  }
}

async function linesOf(page: PDFPageProxy): Promise<PdfPage['lines']> {
  const { items } = await page.getTextContent();
  const [left = 0, , right = 0] = page.view;
  const placed = items.flatMap((item): PdfItem[] => {
    if (!('str' in item)) return [];
    // The last two numbers of the matrix are the place; the ones before them turn and scale the type.
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, x, y, width: item.width, height: Math.hypot(c, d) }];
  });
  page.cleanup();
  return linesInReadingOrder(placed, right - left);
}

let loaded: Promise<typeof Pdfjs> | null = null;

/** pdf.js with its own worker's code beside it, so that it starts none: this code is in a worker already. */
function pdfjs(): Promise<typeof Pdfjs> {
  loaded ??= (async () => {
    Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') });
    return import('pdfjs-dist/legacy/build/pdf.mjs');
  })();
  return loaded;
}

/** Only to be something: the maps come from the disk. */
const CHARACTER_MAPS = 'cmaps/';

class CharacterMaps {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    // Beside the built core (`dist/cmaps`), or in the package when running from the sources.
    const candidates = ['../cmaps/', '../../../node_modules/pdfjs-dist/cmaps/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
    return new Uint8Array(await readFile(join(candidates.find((folder) => existsSync(folder)) ?? '', filename)));
  }
}

class NothingDrawn {
  destroy(): void {}
}
