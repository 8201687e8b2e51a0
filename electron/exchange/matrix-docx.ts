// The table that goes into the thesis: real, editable Word tables with numbered captions, a note and a source line.
import { AlignmentType, Bookmark, Document, Footer, PageNumber, PageOrientation, Packer, Paragraph, SimpleField, TextRun } from 'docx';
import type { FileChild, ISectionOptions, ParagraphChild } from 'docx';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import { splitColumns } from '../../shared/domain/matrix-headers.ts';
import type { ExportOptions } from './export-options.ts';
import { printComparison, printMatrix } from './print-matrix.ts';
import type { PrintedTable } from './print-matrix.ts';
import { STYLE, builtInStyles, wordStyles } from './word-styles.ts';
import { wordTable } from './word-table.ts';
import type { WordPage } from './word-table.ts';

/** A4 in twips (1/1440 inch): 16 cm of text upright, 25 cm across. */
const PAGE = { width: 11906, height: 16838 };
const UPRIGHT = { left: 1417, right: 1417, top: 1417, bottom: 1417 };
const ACROSS = { left: 1332, right: 1332, top: 1134, bottom: 1134 };

/** A column of verbatims needs about four centimetres. */
const MOST_COLUMNS_UPRIGHT = 3;
const MOST_COLUMNS_ACROSS = 6;

function caption(table: PrintedTable, number: number, { labels }: ExportOptions): Paragraph {
  const numbered: ParagraphChild[] = [new TextRun(`${labels.table} `), new SimpleField(`SEQ ${labels.table} \\* ARABIC`, String(number))];
  return new Paragraph({
    style: STYLE.caption,
    children: [new Bookmark({ id: captionBookmark(number), children: numbered }), new TextRun(`${labels.captionSeparator}${table.title}`)],
  });
}

const captionBookmark = (number: number): string => `trame_table_${number}`;

/** Refers to the caption instead of counting again: the list of tables shows a split table once. */
function continuedCaption(number: number, part: number, parts: number, { labels }: ExportOptions): Paragraph {
  const reference = new SimpleField(`REF ${captionBookmark(number)} \\h`, `${labels.table} ${number}`);
  return new Paragraph({ style: STYLE.continued, children: [reference, new TextRun(` (${labels.continued(part, parts)})`)] });
}

function section(table: PrintedTable, number: number, bookmarks: Map<string, number>, options: ExportOptions): ISectionOptions {
  const isAcross = table.columns.length > MOST_COLUMNS_UPRIGHT;
  const margin = isAcross ? ACROSS : UPRIGHT;
  const page: WordPage = {
    textWidth: (isAcross ? PAGE.height : PAGE.width) - margin.left - margin.right,
    textHeight: (isAcross ? PAGE.width : PAGE.height) - margin.top - margin.bottom,
    labels: options.labels,
    bookmarks,
  };
  const parts = splitColumns(table.columns, isAcross ? MOST_COLUMNS_ACROSS : MOST_COLUMNS_UPRIGHT);
  const tables = parts.flatMap((part, index): FileChild[] => [
    index === 0 ? caption(table, number, options) : continuedCaption(number, index + 1, parts.length, options),
    wordTable(table, part, page),
  ]);
  const footer = new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: 16 })] });
  return {
    // The library swaps the two sides itself for a page across.
    properties: { page: { size: { ...PAGE, orientation: isAcross ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin } },
    footers: { default: new Footer({ children: [footer] }) },
    children: [...tables, new Paragraph({ style: STYLE.note, text: table.note }), new Paragraph({ style: STYLE.source, text: table.source })],
  };
}

/** A Word document (A4): the matrix, split where it is wider than a page, then the comparison when one is given. */
export async function matrixToDocx(table: MatrixTable, options: ExportOptions): Promise<Uint8Array> {
  const tables = [printMatrix(table, options), ...(options.comparison ? [printComparison(options.comparison, table, options)] : [])];
  const bookmarks = new Map<string, number>();
  const document = new Document({
    title: tables[0]?.title ?? table.title,
    creator: options.author ?? 'Trame',
    externalStyles: builtInStyles(),
    styles: wordStyles(options.language),
    hyphenation: { autoHyphenation: true },
    sections: tables.map((printed, index) => section(printed, index + 1, bookmarks, options)),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
