// The corpus table as a workbook: days, durations and counts as Excel computes with them, ready to sort, filter and print.
import ExcelJS from 'exceljs';
import type { Cell, CellValue } from 'exceljs';
import type { CorpusCell, CorpusCellKind, CorpusTable } from '../../shared/domain/corpus-table.ts';
import type { Language } from '../../shared/domain/project.ts';
import { corpusTableText } from '../../shared/i18n/corpus-table.ts';
import { cellWords } from './corpus-cell.ts';
import { font, rowHeight } from './sheet-text.ts';

const DAY_MS = 86_400_000;
const A4 = 9;
const HEADER_ROW = 2;
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:[.,]\d{1,6})?$/;
/** Characters of the default font. */
const NARROWEST = 9;
const WIDEST = 42;

const BORDER = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const ALL_SIDES = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
const FORMATS: Readonly<Record<CorpusCellKind, string | null>> = { text: null, number: '#,##0', date: 'dd/mm/yyyy', duration: '[h]:mm' };

function valueOf(cell: CorpusCell, kind: CorpusCellKind, language: Language): CellValue {
  if (cell === null || cell === '') return null;
  if (kind === 'date') return new Date(`${cell}T00:00:00Z`);
  // Excel counts time in days
  if (kind === 'duration') return Number(cell) / DAY_MS;
  if (typeof cell === 'number') return cell;
  // an attribute that is a plain number (a year, a size) is one for Excel too; a code such as 007 stays as it is
  return PLAIN_NUMBER.test(cell) ? Number(cell.replace(',', '.')) : cellWords(cell, kind, language);
}

function styleHeader(cell: Cell): void {
  cell.font = font({ bold: true });
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } };
  cell.border = ALL_SIDES;
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
}

/** Title, headings, one row per source, note and source line on one sheet. */
export async function corpusTableToXlsx(table: CorpusTable, language: Language, sheetName = corpusTableText[language].sheet): Promise<Uint8Array> {
  const { columns, rows } = table;
  const book = new ExcelJS.Workbook();
  book.creator = 'Trame';
  book.title = table.title;
  const sheet = book.addWorksheet(sheetName);
  const words = rows.map((row) => columns.map(({ kind }, at) => cellWords(row[at] ?? null, kind, language)));
  const widths = columns.map(({ label }, at) =>
    Math.min(WIDEST, Math.max(NARROWEST, label.length + 3, ...words.map((row) => (row[at] ?? '').length * 0.95 + 2))),
  );
  widths.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  const across = (at: number, text: string, style: Partial<ExcelJS.Font>): void => {
    if (columns.length > 1) sheet.mergeCells(at, 1, at, columns.length);
    const cell = sheet.getCell(at, 1);
    cell.value = text;
    cell.font = font(style);
    cell.alignment = { vertical: 'top', wrapText: true };
    sheet.getRow(at).height = rowHeight([{ text, width: widths.reduce((sum, width) => sum + width, 0) * 0.8 }]) + (at === 1 ? 8 : 0);
  };
  across(1, table.title, { size: 12, bold: true });
  columns.forEach(({ label }, at) => {
    const cell = sheet.getCell(HEADER_ROW, at + 1);
    cell.value = label;
    styleHeader(cell);
  });
  sheet.getRow(HEADER_ROW).height = rowHeight(columns.map(({ label }, at) => ({ text: label, width: widths[at] ?? NARROWEST })));
  rows.forEach((row, index) => {
    const line = HEADER_ROW + 1 + index;
    columns.forEach(({ key, kind }, at) => {
      const cell = sheet.getCell(line, at + 1);
      const format = FORMATS[kind];
      cell.value = valueOf(row[at] ?? null, kind, language);
      if (format !== null) cell.numFmt = format;
      cell.font = font({ bold: key === 'code' });
      cell.border = ALL_SIDES;
      cell.alignment = { vertical: 'top', wrapText: kind === 'text', ...(kind === 'text' ? {} : { horizontal: 'right' }) };
    });
    sheet.getRow(line).height = rowHeight((words[index] ?? []).map((text, at) => ({ text, width: widths[at] ?? NARROWEST })));
  });
  const last = HEADER_ROW + rows.length;
  across(last + 2, table.note, { size: 8 });
  across(last + 3, table.source, { size: 8, italic: true });
  sheet.autoFilter = { from: { row: HEADER_ROW, column: 1 }, to: { row: Math.max(HEADER_ROW, last), column: columns.length } };
  sheet.views = [{ state: 'frozen', xSplit: columns[0]?.key === 'code' ? 1 : 0, ySplit: HEADER_ROW }];
  sheet.pageSetup = {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
  };
  return new Uint8Array(await book.xlsx.writeBuffer());
}
