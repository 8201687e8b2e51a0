// One door for all that a printed document can become. The libraries behind are large: each is loaded when its format is asked for.
import type { PrintedDocument } from './printed-document.ts';

export const DOCUMENT_FORMATS = ['docx', 'odt', 'pdf', 'html', 'md', 'tex'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

export function isDocumentFormat(format: string): format is DocumentFormat {
  return DOCUMENT_FORMATS.some((known) => known === format);
}

export async function writeDocument(document: PrintedDocument, format: DocumentFormat): Promise<Uint8Array> {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (format) {
    case 'docx':
      return (await import('./document-docx.ts')).documentToDocx(document);
    case 'odt':
      return (await import('./document-odt.ts')).documentToOdt(document);
    case 'pdf':
      return (await import('./document-pdf.ts')).documentToPdf(document);
    case 'html':
      return bytes((await import('./document-html.ts')).documentToHtml(document));
    case 'md':
      return bytes((await import('./document-markdown.ts')).documentToMarkdown(document));
    case 'tex':
      return bytes((await import('./document-tex.ts')).documentToTex(document));
  }
}
