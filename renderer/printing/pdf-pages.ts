// The pages of a pdf as pictures and as words. What reads pdf is large: it is loaded when pages are first shown, and works beside the window.
import { useEffect, useState } from 'react';
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker&url';

export type PdfPages = PDFDocumentProxy;

/** One for all pages that are ever shown: it would go with the first ones otherwise. */
let reader: PDFWorker | null = null;

interface AddressPolicy {
  createScriptURL(address: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: AddressPolicy): AddressPolicy;
}

/** The window's policy lets a worker begin with this file only: whatever it is asked for, `pages` answers with this address. */
function pageWorker(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('pages', { createScriptURL: () => workerAddress });
  return new Worker(policy?.createScriptURL('') ?? workerAddress);
}

async function openPdf(bytes: Uint8Array): Promise<{ pages: Promise<PdfPages>; close: () => void }> {
  const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs');
  reader ??= pdf.PDFWorker.create({ port: pageWorker() });
  // the bytes are given away to the worker
  const loading = pdf.getDocument({ data: bytes.slice(), worker: reader });
  return { pages: loading.promise, close: () => void loading.destroy() };
}

/** Null until they are open; the former ones stay until then. */
export function usePdfPages(bytes: Uint8Array | null): PdfPages | null {
  const [pages, setPages] = useState<PdfPages | null>(null);
  useEffect(() => {
    if (bytes === null) {
      setPages(null);
      return undefined;
    }
    let isWanted = true;
    const opening = openPdf(bytes);
    opening
      .then((opened) => opened.pages)
      .then((opened) => isWanted && setPages(opened))
      .catch((error: unknown) => isWanted && console.error(error));
    return () => {
      isWanted = false;
      void opening.then(({ close }) => close());
    };
  }, [bytes]);
  return pages;
}

/** CSS pixels at scale 1: 96 to the inch, as screens count; pdf counts 72. */
const PX_PER_POINT = 96 / 72;

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export const A4: PageSize = { width: 595 * PX_PER_POINT, height: 842 * PX_PER_POINT };

/** Draws a page as wide as `width` CSS pixels; answers with the way to stop. */
export function drawPage(pages: PdfPages, number: number, canvas: HTMLCanvasElement, width: number, onSize: (size: PageSize) => void): () => void {
  let stop = (): void => undefined;
  let isWanted = true;
  const draw = async () => {
    const page = await pages.getPage(number);
    if (!isWanted) return;
    const natural = page.getViewport({ scale: 1 });
    onSize({ width: natural.width * PX_PER_POINT, height: natural.height * PX_PER_POINT });
    const viewport = page.getViewport({ scale: (width * devicePixelRatio) / natural.width });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const task = page.render({ canvas, viewport });
    stop = () => task.cancel();
    await task.promise;
  };
  // called off, or the pages were closed meanwhile
  draw().catch(() => undefined);
  return () => {
    isWanted = false;
    stop();
  };
}

/** The words of a page, line by line, for whoever does not see the picture. */
export async function wordsOfPage(pages: PdfPages, number: number): Promise<string> {
  const page = await pages.getPage(number);
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
}
