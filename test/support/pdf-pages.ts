// A PDF as its readers see it: the words of each page in the order they were set, the names of its places, what it says of itself.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfPagesRead {
  readonly pages: readonly { readonly width: number; readonly height: number; readonly text: string; readonly links: readonly string[] }[];
  readonly names: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
}

export async function pdfPages(bytes: Uint8Array): Promise<PdfPagesRead> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, disableFontFace: true, verbosity: 0 });
  try {
    const document = await task.promise;
    const pages = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const [, , width = 0, height = 0] = page.view;
      const { items } = await page.getTextContent({ disableNormalization: true });
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
      const annotations = (await page.getAnnotations()) as { readonly unsafeUrl?: string }[];
      pages.push({ width, height, text, links: annotations.flatMap(({ unsafeUrl }) => unsafeUrl ?? []) });
    }
    const destinations = await document.getDestinations();
    const { info } = (await document.getMetadata()) as { info: Record<string, unknown> };
    return { pages, names: destinations instanceof Map ? [...destinations.keys()] : Object.keys(destinations), info };
  } finally {
    await task.destroy();
  }
}
