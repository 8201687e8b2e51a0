// From a PDF's lines to paragraphs: a line break in a PDF is most often only where the paper ended. What repeats at the head
// and foot of the pages (titles, page numbers) is left out; the original file keeps it.
import { readTurnHead } from '../../shared/domain/turn-head.ts';
import { DocumentWriter, headingKind, type ParagraphKind, type WrittenText } from './document-writer.ts';
import type { PdfLine } from './pdf-layout.ts';

export interface PdfPage {
  /** 1-based. */
  readonly number: number;
  readonly lines: readonly PdfLine[];
}

/** A line further from the one above than this many times the usual distance begins a paragraph. */
const PARAGRAPH_GAP = 1.35;
/** Parts of the type's height. */
const INDENT = 0.8;
const AVERAGE_LETTER = 0.5;
/** A heading's type is larger than the text's by this much, and it is no longer than this. */
const HEADING_SIZE = 1.15;
const LONGEST_HEADING = 120;
const LEAST_PAGES_WITH_RUNNING_HEAD = 3;

export function writePages(pages: readonly PdfPage[]): WrittenText {
  const kept = withoutRunningHeads(pages);
  const measures = measure(kept);
  const words = new Set(kept.flatMap(({ lines }) => lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? [])));
  const writer = new DocumentWriter();
  let above: PdfLine | null = null;
  for (const page of kept) {
    let isPageOpen = false;
    for (const line of page.lines) {
      if (above && beginsParagraph(above, line, isPageOpen, measures)) {
        writer.endParagraph(kindOf(above, measures));
        above = null;
      }
      const glue: string = above ? glueBetween(above.text, line.text, words) : '';
      writer.text(glue);
      if (!isPageOpen) writer.markPage(page.number);
      isPageOpen = true;
      writer.text(glue === '' && above && endsInHyphen(above.text) ? line.text : line.text);
      above = line;
    }
    if (!isPageOpen) writer.markPage(page.number);
  }
  if (above) writer.endParagraph(kindOf(above, measures));
  return writer.finish();
}
