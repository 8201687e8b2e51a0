// Files as researchers have them, one maker per format: archives around XML written here, and the packages that write the rest.
import { readFileSync } from 'node:fs';
import { Document, type FileChild, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { PDFDocument, type PDFFont, StandardFonts } from 'pdf-lib';
import { zipOf } from './zip-archive.ts';

const ODF = ['office', 'text', 'table', 'style'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');
const ODF_MORE =
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"';

export interface OdfParts {
  /** Inside `office:automatic-styles`. */
  readonly styles?: string;
  readonly isEncrypted?: boolean;
}

function odf(kind: 'text' | 'spreadsheet', body: string, { styles = '', isEncrypted = false }: OdfParts): Buffer {
  const content = `<?xml version="1.0"?><office:document-content ${ODF} ${ODF_MORE}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`;
  const locked = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
  return zipOf([
    { name: 'mimetype', content: Buffer.from(`application/vnd.oasis.opendocument.${kind}`) },
    { name: 'META-INF/manifest.xml', content: Buffer.from(`<manifest:manifest xmlns:manifest="m">${isEncrypted ? locked : ''}</manifest:manifest>`) },
    { name: 'content.xml', content: isEncrypted ? Buffer.from('\x01\x02 scrambled') : Buffer.from(content) },
  ]);
}

/** An OpenDocument text with this XML as its body. */
export function odtOf(body: string, parts: OdfParts = {}): Buffer {
  return odf('text', body, parts);
}

/** An OpenDocument spreadsheet with this XML as its tables. */
export function odsOf(tables: string, parts: OdfParts = {}): Buffer {
  return odf('spreadsheet', tables, parts);
}

export function odsTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string =>
    text === '' ? '<table:table-cell/>' : `<table:table-cell office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`;
  return `<table:table>${rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')}</table:table>`;
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** An e-book of chapters given as the insides of their `body`. */
export function epubOf(chapters: readonly string[], more: { readonly lockedChapter?: number } = {}): Buffer {
  const items = chapters.map((_, at) => `<item id="c${at}" href="text/chapitre%20${at}.xhtml" media-type="application/xhtml+xml"/>`);
  const spine = chapters.map((_, at) => `<itemref idref="c${at}"/>`);
  const lock = `<encryption><EncryptedData><CipherData><CipherReference URI="OEBPS/text/chapitre%20${more.lockedChapter}.xhtml"/></CipherData></EncryptedData></encryption>`;
  return zipOf([
    { name: 'mimetype', content: Buffer.from('application/epub+zip') },
    {
      name: 'META-INF/container.xml',
      content: Buffer.from(
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
      ),
    },
    ...(more.lockedChapter === undefined ? [] : [{ name: 'META-INF/encryption.xml', content: Buffer.from(lock) }]),
    {
      name: 'OEBPS/book.opf',
      content: Buffer.from(
        `<package xmlns="http://www.idpf.org/2007/opf"><manifest>${items.reverse().join('')}</manifest><spine>${spine.join('')}</spine></package>`,
      ),
    },
    ...chapters.map((body, at) => ({
      name: `OEBPS/text/chapitre ${at}.xhtml`,
      content: Buffer.from(
        `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Titre</title></head><body>${body}</body></html>`,
      ),
    })),
  ]);
}

export function docxOf(children: readonly FileChild[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: [...children] }] }));
}

export function paragraphs(...lines: readonly string[]): Paragraph[] {
  return lines.map((line) => new Paragraph(line));
}

export async function xlsxOf(rows: readonly (readonly (string | number | Date | null)[])[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Réponses').addRows(rows.map((row) => [...row]));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export interface PdfText {
  readonly text: string;
  /** In points, from the page's left and bottom. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A page of 595 by 842 points for each list of texts; a list without texts makes a page of white. */
export async function pdfOf(pages: readonly (readonly PdfText[])[]): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const texts of pages) {
    const page = document.addPage([595, 842]);
    for (const { text, x, y, size = 12 } of texts) page.drawText(text, { x, y, size, font });
  }
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** Words put on lines as a word processor does, no wider than `width` points, the first baseline at `y`. */
export async function wrapped(
  text: string,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly size?: number },
): Promise<PdfText[]> {
  const font = await measuringFont();
  const { x, y, width, size = 12 } = place;
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
    if (font.widthOfTextAtSize(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line, index) => ({ text: line, x, y: y - index * size * 1.2, size }));
}

async function measuringFont(): Promise<PDFFont> {
  return (await PDFDocument.create()).embedFont(StandardFonts.Helvetica);
}

/** A PDF that asks for a password: nobody's password makes these keys. */
export function lockedPdf(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [] /Count 0 >>',
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const id = `<${'43'.repeat(16)}>`;
  return Buffer.from(
    `${body}xref\n0 4\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [${id} ${id}] >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

/** Written by LibreOffice Writer as « Word 97-2003 »; a transcript with a table and a note. */
export function oldWordFile(): Buffer {
  return readFileSync(new URL('entretien-word97.doc', import.meta.url));
}
