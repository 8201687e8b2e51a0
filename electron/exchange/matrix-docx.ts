// The table that goes into the thesis: real, editable Word tables with numbered captions, a note and a source line.
import { Paragraph, SimpleField, TextRun } from 'docx';
import type { FileChild, ISectionOptions } from 'docx';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import { splitColumns } from '../../shared/domain/matrix-headers.ts';
import type { ExportOptions } from './export-options.ts';
import { printComparison, printMatrix } from './print-matrix.ts';
import type { PrintedTable } from './print-matrix.ts';
import { belowTable, captionBookmark, packWord, textArea, wordCaption, wordPage } from './word-page.ts';
import { STYLE } from './word-styles.ts';
import { wordTable } from './word-table.ts';
import type { WordPage } from './word-table.ts';

/** A column of verbatims needs about four centimetres. */
const MOST_COLUMNS_UPRIGHT = 3;
const MOST_COLUMNS_ACROSS = 6;

/** Refers to the caption instead of counting again: the list of tables shows a split table once. */
function continuedCaption(number: number, part: number, parts: number, { labels }: ExportOptions): Paragraph {
  const reference = new SimpleField(`REF ${captionBookmark(number)} \\h`, `${labels.table} ${number}`);
  return new Paragraph({ style: STYLE.continued, children: [reference, new TextRun(` (${labels.continued(part, parts)})`)] });
}

function section(table: PrintedTable, number: number, bookmarks: Map<string, number>, options: ExportOptions): ISectionOptions {
  const isAcross = table.columns.length > MOST_COLUMNS_UPRIGHT;
  const page: WordPage = { ...textArea(isAcross), labels: options.labels, bookmarks };
  const parts = splitColumns(table.columns, isAcross ? MOST_COLUMNS_ACROSS : MOST_COLUMNS_UPRIGHT);
  const tables = parts.flatMap((part, index): FileChild[] => [
    index === 0 ? wordCaption(table.title, number, options.labels) : continuedCaption(number, index + 1, parts.length, options),
    wordTable(table, part, page),
  ]);
  return { ...wordPage(isAcross), children: [...tables, ...belowTable(table.note, table.source)] };
}

/** A Word document (A4): the matrix, split where it is wider than a page, then the comparison when one is given. */
export async function matrixToDocx(table: MatrixTable, options: ExportOptions): Promise<Uint8Array> {
  const tables = [printMatrix(table, options), ...(options.comparison ? [printComparison(options.comparison, table, options)] : [])];
  const bookmarks = new Map<string, number>();
  return packWord({
    title: tables[0]?.title ?? table.title,
    author: options.author,
    language: options.language,
    sections: tables.map((printed, index) => section(printed, index + 1, bookmarks, options)),
  });
}
