// One door for all that a printed document can become. The libraries behind are large: each is loaded when its format is asked for.
import { Refusal } from '../../../../shared/domain/failure.ts';
import { inlineText, plainText } from './document-words.ts';
import type { PrintedBlock, PrintedDocument } from './printed-document.ts';
import { tellNobody } from './progress.ts';
import type { Tell } from './progress.ts';

export const DOCUMENT_FORMATS = ['docx', 'odt', 'pdf', 'html', 'md', 'tex'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

export function isDocumentFormat(format: string): format is DocumentFormat {
  return DOCUMENT_FORMATS.some((known) => known === format);
}

/**
 * Lines of a pdf are set one by one, and all stand in memory: fifteen million characters (300 × 100 cells with every verbatim) took 53 s of
 * computing and 1.6 GB. Half of it is what a machine bears.
 */
const MOST_PDF_UTF16 = 7_000_000;

function lengthOf(block: PrintedBlock): number {
  if (block.kind === 'heading') return inlineText(block.inlines).length;
  if (block.kind === 'table')
    return block.rows.reduce((sum, { label, cells }) => cells.reduce((all, cell) => all + plainText(cell).length, sum + plainText(label).length), 0);
  return block.kind === 'paragraph' || block.kind === 'quote' || block.kind === 'list' ? plainText([block]).length : 0;
}

function assertFitsPdf({ sections }: PrintedDocument): void {
  let length = 0;
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    length += lengthOf(block);
    if (length > MOST_PDF_UTF16) throw new Refusal('print.tooLarge');
  }
}

/**
 * Refuses (`print.tooLarge`) a pdf that would take more memory than a machine has to spare; the other formats are written as they are made. The
 * formats that are made at once tell nothing of how far they are.
 */
export async function writeDocument(document: PrintedDocument, format: DocumentFormat, tell: Tell = tellNobody): Promise<Uint8Array> {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (format) {
    case 'docx':
      return (await import('./document-docx.ts')).documentToDocx(document, tell);
    case 'odt':
      return (await import('./document-odt.ts')).documentToOdt(document, tell);
    case 'pdf':
      assertFitsPdf(document);
      return (await import('./document-pdf.ts')).documentToPdf(document, tell);
    case 'html':
      return bytes((await import('./document-html.ts')).documentToHtml(document));
    case 'md':
      return bytes((await import('./document-markdown.ts')).documentToMarkdown(document));
    case 'tex':
      return bytes((await import('./document-tex.ts')).documentToTex(document));
  }
}
