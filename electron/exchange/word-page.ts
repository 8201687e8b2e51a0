// What every Word export shares around its tables: the page, the numbered caption, the page number, the document's styles.
import { AlignmentType, Bookmark, Document, Footer, PageNumber, PageOrientation, Packer, Paragraph, SimpleField, TextRun } from 'docx';
import type { INumberingOptions, ISectionOptions, ParagraphChild } from 'docx';
import type { Language } from '../../shared/domain/project.ts';
import type { ExportLabels } from '../../shared/i18n/export.ts';
import { STYLE, builtInStyles, wordStyles } from './word-styles.ts';

/** A4 in twips (1/1440 inch): 16 cm of text upright, 25 cm across. */
const PAGE = { width: 11906, height: 16838 };
const UPRIGHT = { left: 1417, right: 1417, top: 1417, bottom: 1417 };
const ACROSS = { left: 1332, right: 1332, top: 1134, bottom: 1134 };

/** Twips. */
export interface TextArea {
  readonly textWidth: number;
  readonly textHeight: number;
}

export function textArea(isAcross: boolean): TextArea {
  const margin = isAcross ? ACROSS : UPRIGHT;
  return {
    textWidth: (isAcross ? PAGE.height : PAGE.width) - margin.left - margin.right,
    textHeight: (isAcross ? PAGE.width : PAGE.height) - margin.top - margin.bottom,
  };
}

/** A section's page and its footer. */
export function wordPage(isAcross: boolean): Pick<ISectionOptions, 'properties' | 'footers'> {
  const orientation = isAcross ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const number = new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: 16 })] });
  return {
    // The library swaps the two sides itself for a page across.
    properties: { page: { size: { ...PAGE, orientation }, margin: isAcross ? ACROSS : UPRIGHT } },
    footers: { default: new Footer({ children: [number] }) },
  };
}

export const captionBookmark = (number: number): string => `trame_table_${number}`;

/** Numbered by Word's own field, so that the thesis's list of tables finds it. */
export function wordCaption(title: string, number: number, labels: Pick<ExportLabels, 'table' | 'captionSeparator'>): Paragraph {
  const numbered: ParagraphChild[] = [new TextRun(`${labels.table} `), new SimpleField(`SEQ ${labels.table} \\* ARABIC`, String(number))];
  return new Paragraph({
    style: STYLE.caption,
    children: [new Bookmark({ id: captionBookmark(number), children: numbered }), new TextRun(`${labels.captionSeparator}${title}`)],
  });
}

export function belowTable(note: string, source: string): Paragraph[] {
  return [new Paragraph({ style: STYLE.note, text: note }), new Paragraph({ style: STYLE.source, text: source })];
}

interface WordFile {
  readonly title: string;
  readonly author: string | undefined;
  readonly language: Language;
  readonly sections: readonly ISectionOptions[];
  /** Definitions of numbered lists. */
  readonly numbering?: INumberingOptions;
}

export async function packWord({ title, author, language, sections, numbering }: WordFile): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: author ?? 'Trame',
    externalStyles: builtInStyles(),
    styles: wordStyles(language),
    hyphenation: { autoHyphenation: true },
    sections,
    ...(numbering ? { numbering } : {}),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
