// The matrix as a workbook: to read on one sheet, to sort and filter on the next, to compare on the third.
import ExcelJS from 'exceljs';
import type { Cell, RichText, Worksheet } from 'exceljs';
import { headerDepth, headerLabels, headerSpans } from '../../shared/domain/matrix-headers.ts';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import type { ExportLabels } from '../../shared/i18n/export.ts';
import type { ExportOptions } from './export-options.ts';
import { printComparison, printMatrix, printable } from './print-matrix.ts';
import type { PrintedTable } from './print-matrix.ts';
import { CELL_LIMIT, cellRuns, divideRuns, font, rowHeight } from './sheet-text.ts';

/** Characters of the default font. */
const LABEL_WIDTH = 24;
const A4 = 9;

const fill = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const line = (argb: string): Partial<ExcelJS.Border> => ({ style: 'thin', color: { argb } });
const THIN = line('FFBFBFBF');
const ALL_SIDES = { top: THIN, bottom: THIN, left: THIN, right: THIN };

const textOf = (runs: readonly RichText[]): string => runs.map((run) => run.text).join('');

function dataWidth(table: PrintedTable): number {
  if (table.countsOnly) return 14;
  const longest = Math.max(
    0,
    ...table.cells.flat().map((cell) => (cell.synthesis?.length ?? 0) + cell.verbatims.reduce((sum, verbatim) => sum + verbatim.text.length, 0)),
  );
  return longest > 600 ? 52 : longest > 0 ? 38 : 30;
}

function styleHeader(cell: Cell): void {
  cell.font = font({ bold: true });
  cell.fill = fill('FFEDEDED');
  cell.border = ALL_SIDES;
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
}

function mergeHeader(sheet: Worksheet, text: string, top: number, left: number, bottom: number, right: number): void {
  if (bottom > top || right > left) sheet.mergeCells(top, left, bottom, right);
  const cell = sheet.getCell(top, left);
  cell.value = text;
  styleHeader(cell);
}

/** Merged headers from row 2 on; returns the last header row. */
function writeHeaders(sheet: Worksheet, table: PrintedTable, labels: number, width: number): number {
  const depth = headerDepth(table.columns);
  const first = 2;
  mergeHeader(sheet, table.rowAxis, first, 1, first + depth, labels);
  mergeHeader(sheet, table.columnAxis, first, labels + 1, first, labels + table.columns.length);
  for (const span of headerSpans(table.columns).flat()) {
    const top = first + 1 + span.level;
    const left = labels + 1 + span.first;
    mergeHeader(sheet, span.label, top, left, top + span.levels - 1, left + span.count - 1);
  }
  for (let level = 0; level < depth; level += 1) {
    const texts = headerLabels(table.columns).map((path) => ({ text: path[level] ?? '', width: level === path.length - 1 ? width : width * 1.5 }));
    sheet.getRow(first + 1 + level).height = rowHeight(texts);
  }
  return first + depth;
}

interface SheetLine {
  readonly labels: readonly string[];
  /** One per column; null where the row's cell ended in a row above. */
  readonly cells: readonly (RichText[] | number | null)[];
}

/** One line per row, and more where a cell holds more than Excel keeps. */
function sheetLines(table: PrintedTable, row: number, path: readonly string[], labels: ExportLabels): SheetLine[] {
  const cells = table.cells[row] ?? [];
  if (table.countsOnly) return [{ labels: path, cells: cells.map((cell) => cell.passages) }];
  const divided = cells.map((cell) => divideRuns(cellRuns(cell, labels), labels));
  const lines = Math.max(1, ...divided.map((parts) => parts.length));
  return Array.from({ length: lines }, (_, part) => ({ labels: path, cells: divided.map((parts) => parts[part] ?? null) }));
}

function writeLine(sheet: Worksheet, at: number, { labels, cells }: SheetLine, labelColumns: number, width: number): void {
  const row = sheet.getRow(at);
  for (let level = 0; level < labelColumns; level += 1) {
    const cell = row.getCell(level + 1);
    cell.value = labels[level] ?? '';
    cell.font = font({ bold: level === labels.length - 1 });
    cell.fill = fill('FFF6F6F6');
    cell.border = ALL_SIDES;
    cell.alignment = { vertical: 'top', wrapText: true };
  }
  cells.forEach((value, index) => {
    const cell = row.getCell(labelColumns + index + 1);
    cell.border = ALL_SIDES;
    cell.alignment = typeof value === 'number' ? { horizontal: 'center', vertical: 'top' } : { vertical: 'top', wrapText: true };
    cell.font = font();
    if (value !== null) cell.value = typeof value === 'number' ? value : { richText: value };
  });
  row.height = rowHeight([
    ...labels.map((text) => ({ text, width: LABEL_WIDTH })),
    ...cells.map((value) => ({ text: typeof value === 'number' || value === null ? '' : textOf(value), width })),
  ]);
}

function writeBelow(sheet: Worksheet, table: PrintedTable, at: number, columns: number, totalWidth: number): void {
  [table.note, table.source].forEach((text, index) => {
    sheet.mergeCells(at + index, 1, at + index, columns);
    const cell = sheet.getCell(at + index, 1);
    cell.value = text;
    cell.font = font({ size: 8, italic: index === 1 });
    cell.alignment = { vertical: 'top', wrapText: true };
    sheet.getRow(at + index).height = rowHeight([{ text, width: totalWidth }]);
  });
}

function matrixSheet(book: ExcelJS.Workbook, name: string, table: PrintedTable, labels: ExportLabels): void {
  const sheet = book.addWorksheet(name);
  const labelColumns = headerDepth(table.rows);
  const columns = labelColumns + table.columns.length;
  const width = dataWidth(table);
  for (let column = 1; column <= columns; column += 1) sheet.getColumn(column).width = column <= labelColumns ? LABEL_WIDTH : width;
  const totalWidth = labelColumns * LABEL_WIDTH + table.columns.length * width;

  sheet.mergeCells(1, 1, 1, columns);
  const title = sheet.getCell(1, 1);
  title.value = table.title;
  title.font = font({ size: 12, bold: true });
  title.alignment = { vertical: 'middle', wrapText: true };
  sheet.getRow(1).height = rowHeight([{ text: table.title, width: totalWidth * 0.7 }]) + 8;

  const lastHeader = writeHeaders(sheet, table, labelColumns, width);
  let at = lastHeader;
  headerLabels(table.rows).forEach((path, row) => {
    for (const sheetLine of sheetLines(table, row, path, labels)) {
      at += 1;
      writeLine(sheet, at, sheetLine, labelColumns, width);
    }
  });
  writeBelow(sheet, table, at + 2, columns, totalWidth);

  sheet.views = [{ state: 'frozen', xSplit: labelColumns, ySplit: lastHeader }];
  sheet.pageSetup = {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 },
    printTitlesRow: `2:${lastHeader}`,
    printTitlesColumn: `A:${sheet.getColumn(labelColumns).letter}`,
  };
  sheet.headerFooter.oddFooter = '&C&P / &N';
}

function dividePlain(text: string, labels: ExportLabels): string[] {
  return text.length <= CELL_LIMIT ? [text] : divideRuns([{ text }], labels).map(textOf);
}

/** One line per verbatim and cell, as it was said: this sheet is for sorting, filtering and taking elsewhere. */
function verbatimSheet(book: ExcelJS.Workbook, table: MatrixTable, labels: ExportLabels): void {
  const { columns } = labels;
  const sheet = book.addWorksheet(labels.sheets.verbatims);
  const widths = [30, 30, 12, 22, 18, 12, 30, 24, 80];
  sheet.columns = [
    columns.row,
    columns.column,
    columns.reference,
    columns.speaker,
    columns.case,
    columns.stance,
    columns.categories,
    columns.source,
    columns.verbatim,
  ].map((header, index) => ({ header, width: widths[index] ?? 20 }));
  sheet.getRow(1).eachCell(styleHeader);
  const rows = headerLabels(table.rows).map((path) => path.join(' › '));
  const across = headerLabels(table.columns).map((path) => path.join(' › '));
  rows.forEach((row, r) => {
    across.forEach((column, c) => {
      for (const quote of table.cells[r]?.[c]?.quotes ?? []) {
        const stance = quote.stance === null ? '' : labels.stances[quote.stance];
        const facts = [
          row,
          column,
          quote.ref,
          quote.speaker ?? '',
          quote.caseNames.join(', '),
          stance,
          quote.categories.join(', '),
          quote.source,
        ].map(printable);
        for (const text of dividePlain(printable(quote.text).trim(), labels)) {
          const added = sheet.addRow([...facts, text]);
          added.font = font();
          added.alignment = { vertical: 'top', wrapText: true };
          added.height = rowHeight([...facts, text].map((value, index) => ({ text: value, width: widths[index] ?? 20 })));
        }
      }
    });
  });
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(1, sheet.rowCount), column: widths.length } };
  sheet.pageSetup = { paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' };
}

/** An Excel workbook: the matrix, all its verbatims where they were asked for, and the comparison when one is given. */
export async function matrixToXlsx(table: MatrixTable, options: ExportOptions): Promise<Uint8Array> {
  const { labels } = options;
  const book = new ExcelJS.Workbook();
  book.creator = options.author ?? 'Trame';
  book.title = table.title;
  matrixSheet(book, labels.sheets.matrix, printMatrix(table, options), labels);
  if (table.cells.some((row) => row.some((cell) => cell.quotes.length > 0))) verbatimSheet(book, table, labels);
  if (options.comparison) matrixSheet(book, labels.sheets.comparison, printComparison(options.comparison, table, options), labels);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
