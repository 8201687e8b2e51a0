// Printed sheets as a workbook: formatted to be read and printed, headers that stay in view and come back on every page, nothing cut.
import ExcelJS from 'exceljs';
import type { Cell, CellValue, RichText, Worksheet } from 'exceljs';
import type { Language } from '../../../shared/domain/project.ts';
import { formatDuration, shortDate } from '../../../shared/i18n/corpus-table.ts';
import { exportText } from '../../../shared/i18n/export.ts';
import type { ExportLabels } from '../../../shared/i18n/export.ts';
import { sheetText } from '../../../shared/i18n/sheets.ts';
import { plainText } from './document-words.ts';
import { isSheetLink } from './printed-sheet.ts';
import type { PrintedSheet, PrintedSheets, SheetColumn, SheetHeader, SheetKind, SheetRow, SheetValue } from './printed-sheet.ts';
import { PLAIN_FONT, blocksToRuns } from './sheet-runs.ts';
import { CELL_LIMIT, divideRuns, font, rowHeight } from './sheet-text.ts';

const DAY_MS = 86_400_000;
const A4 = 9;
/** Characters of the default font. */
const NARROWEST = 9;
const WIDEST = 42;
/** Of a tab's name. */
const SHEET_NAME_UTF16 = 31;
const FORBIDDEN = /[\\/*?:[\]]/g;
/** Excel opens no sheet with more than 65,530. */
const MOST_LINKS = 60_000;

const fill = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const HEADER_FILL = fill('FFEDEDED');
const LABEL_FILL = fill('FFF6F6F6');
const LINE = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const ALL_SIDES = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const FORMATS: Readonly<Record<SheetKind, string | null>> = { text: null, number: '#,##0', share: '0%', date: 'dd/mm/yyyy', duration: '[h]:mm' };

/** One part of a cell: several where it holds more than Excel keeps. */
type Part = CellValue | RichText[];

function wordsOf(value: SheetValue, kind: SheetKind, language: Language): string {
  if (value === null) return '';
  if (typeof value === 'number') return kind === 'duration' ? formatDuration(language, value) : String(value);
  if (typeof value === 'string') return kind === 'date' && value !== '' ? shortDate(language, value) : value;
  return isSheetLink(value) ? value.text : plainText(value);
}

const textOf = (runs: readonly RichText[]): string => runs.map((run) => run.text).join('');

/** Words of one look are written as plain words: a sheet of them is smaller by half. */
function written(runs: RichText[]): Part {
  const [only] = runs;
  if (only === undefined) return null;
  return runs.length === 1 && (only.font === undefined || only.font === PLAIN_FONT) ? only.text : runs;
}

class Book {
  readonly #book = new ExcelJS.Workbook();
  readonly #language: Language;
  readonly #labels: ExportLabels;
  readonly #taken = new Set<string>();

  constructor({ title, author, language }: PrintedSheets) {
    this.#book.creator = author ?? 'Trame';
    this.#book.title = title;
    this.#language = language;
    this.#labels = exportText[language];
  }

  async bytes(): Promise<Uint8Array> {
    if (this.#book.worksheets.length === 0) this.#book.addWorksheet(sheetText[this.#language].sheet);
    return new Uint8Array(await this.#book.xlsx.writeBuffer());
  }

  /** Excel's own rules for tabs; it keeps “History” for itself. */
  #nameOf(wanted: string): string {
    const words = wanted.replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ').trim();
    const bare =
      words
        .slice(0, SHEET_NAME_UTF16)
        .toWellFormed()
        .replace(/^'+|'+$/g, '')
        .trim() || sheetText[this.#language].sheet;
    const base = bare.toLowerCase() === 'history' ? `${bare} –` : bare;
    let name = base;
    for (let n = 2; this.#taken.has(name.toLowerCase()); n += 1) name = `${base.slice(0, SHEET_NAME_UTF16 - 5).trim()} ${n}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }

  add(printed: PrintedSheet): void {
    new Page(this.#book.addWorksheet(this.#nameOf(printed.name)), printed, this.#language, this.#labels).write();
  }
}

class Page {
  readonly #sheet: Worksheet;
  readonly #printed: PrintedSheet;
  readonly #language: Language;
  readonly #labels: ExportLabels;
  readonly #widths: readonly number[];
  #at = 0;
  #links = 0;

  constructor(sheet: Worksheet, printed: PrintedSheet, language: Language, labels: ExportLabels) {
    this.#sheet = sheet;
    this.#printed = printed;
    this.#language = language;
    this.#labels = labels;
    this.#widths = printed.columns.map((column, at) => this.#widthOf(column, at));
  }

  #widthOf({ width, header, kind }: SheetColumn, at: number): number {
    if (width !== null) return width;
    let longest = header.length + 3;
    for (const { values } of this.#printed.rows) longest = Math.max(longest, wordsOf(values[at] ?? null, kind, this.#language).length * 0.95 + 2);
    return Math.min(WIDEST, Math.max(NARROWEST, longest));
  }

  write(): void {
    const { title, note, source, headerLines, columns, rows, frozenColumns } = this.#printed;
    this.#widths.forEach((width, at) => {
      this.#sheet.getColumn(at + 1).width = width;
    });
    if (title !== null) this.#across(title, { size: 12, bold: true });
    const firstHeader = this.#at + 1;
    this.#headers(headerLines ?? [columns.map(({ header }, column) => ({ label: header, column, columns: 1, lines: 1 }))]);
    const lastHeader = this.#at;
    for (const row of rows) this.#row(row);
    const lastRow = this.#at;
    if (note !== null || source !== null) this.#at += 1;
    if (note !== null) this.#across(note, { size: 8 });
    if (source !== null) this.#across(source, { size: 8, italic: true });
    this.#sheet.views = [{ state: 'frozen', xSplit: frozenColumns, ySplit: lastHeader }];
    if (headerLines === null && !rows.some(({ band }) => band !== undefined))
      this.#sheet.autoFilter = {
        from: { row: lastHeader, column: 1 },
        to: { row: Math.max(lastHeader + 1, lastRow), column: Math.max(1, columns.length) },
      };
    this.#sheet.pageSetup = {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 },
      printTitlesRow: `${firstHeader}:${lastHeader}`,
      ...(frozenColumns > 0 ? { printTitlesColumn: `A:${this.#sheet.getColumn(frozenColumns).letter}` } : {}),
    };
    this.#sheet.headerFooter.oddFooter = '&C&P / &N';
  }

  /** Over all columns, so high that the words are seen. What a cell cannot hold goes on in the next one. */
  #across(words: string, look: Partial<ExcelJS.Font>): void {
    const { columns } = this.#printed;
    const wide = this.#widths.reduce((sum, width) => sum + width, 0) * (look.size && look.size > 10 ? 0.7 : 1);
    for (const runs of divideRuns([{ text: words }], this.#labels)) {
      this.#at += 1;
      if (columns.length > 1) this.#sheet.mergeCells(this.#at, 1, this.#at, columns.length);
      const cell = this.#sheet.getCell(this.#at, 1);
      cell.value = textOf(runs);
      cell.font = font(look);
      cell.alignment = { vertical: 'top', wrapText: true };
      this.#sheet.getRow(this.#at).height =
        rowHeight([{ text: textOf(runs), width: wide }]) + (this.#at === 1 && this.#printed.title !== null ? 8 : 0);
    }
  }

  #headers(lines: readonly (readonly SheetHeader[])[]): void {
    const first = this.#at + 1;
    lines.forEach((cells, line) => {
      const top = first + line;
      for (const { label, column, columns, lines: deep } of cells) {
        if (deep > 1 || columns > 1) this.#sheet.mergeCells(top, column + 1, top + deep - 1, column + columns);
        const cell = this.#sheet.getCell(top, column + 1);
        cell.value = label;
        styleHeader(cell);
      }
      const ending = lines.flatMap((own, from) => own.filter(({ lines: deep }) => from + deep - 1 === line));
      this.#sheet.getRow(top).height = rowHeight(
        ending.map(({ label, column, columns, lines: deep }) => ({
          text: label,
          width: (this.#widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0) * deep) / 1.1,
        })),
      );
    });
    this.#at += Math.max(1, lines.length);
  }

  #row({ band, values, isShaded }: SheetRow): void {
    if (band !== undefined) this.#band(band);
    const { columns } = this.#printed;
    const parts = columns.map(({ kind }, at) => this.#parts(values[at] ?? null, kind));
    const count = Math.max(1, ...parts.map(({ length }) => length));
    const lastLabel = columns.findLastIndex(({ isLabel }, at) => isLabel === true && wordsOf(values[at] ?? null, 'text', this.#language) !== '');
    for (let part = 0; part < count; part += 1) {
      this.#at += 1;
      const row = this.#sheet.getRow(this.#at);
      const texts: { text: string; width: number }[] = [];
      columns.forEach(({ kind, isLabel }, at) => {
        const value = parts[at]?.[part] ?? (isLabel ? (parts[at]?.[0] ?? null) : null);
        const cell = row.getCell(at + 1);
        this.#fillCell(cell, value, kind, isLabel === true, at === lastLabel);
        if (isLabel || isShaded) cell.fill = LABEL_FILL;
        texts.push({ text: shownText(value), width: this.#widths[at] ?? NARROWEST });
      });
      row.height = rowHeight(texts);
    }
  }

  #band(label: string): void {
    this.#at += 1;
    const { columns } = this.#printed;
    if (columns.length > 1) this.#sheet.mergeCells(this.#at, 1, this.#at, columns.length);
    const cell = this.#sheet.getCell(this.#at, 1);
    cell.value = label;
    cell.font = font({ bold: true });
    cell.fill = LABEL_FILL;
    cell.border = ALL_SIDES;
    cell.alignment = { vertical: 'middle' };
  }

  #parts(value: SheetValue, kind: SheetKind): Part[] {
    if (value === null || value === '') return [null];
    if (typeof value === 'number') return [kind === 'duration' ? value / DAY_MS : value];
    if (typeof value === 'string') {
      if (kind === 'date') return [new Date(`${value.slice(0, 10)}T00:00:00Z`)];
      return value.length <= CELL_LIMIT ? [value] : divideRuns([{ text: value }], this.#labels).map(written);
    }
    if (isSheetLink(value)) {
      this.#links += 1;
      if (this.#links > MOST_LINKS || value.text.length > CELL_LIMIT) return this.#parts(value.text, 'text');
      return [{ text: value.text, hyperlink: value.to }];
    }
    return divideRuns(blocksToRuns(value), this.#labels).map(written);
  }

  #fillCell(cell: Cell, value: Part, kind: SheetKind, isLabel: boolean, isBold: boolean): void {
    const isText = typeof value === 'string' || Array.isArray(value) || (value !== null && typeof value === 'object' && 'hyperlink' in value);
    const format = FORMATS[kind];
    cell.border = ALL_SIDES;
    cell.font = font({
      bold: isLabel && isBold,
      ...(value !== null && typeof value === 'object' && 'hyperlink' in value ? { color: { argb: 'FF1F4E79' }, underline: true } : {}),
    });
    cell.alignment = { vertical: 'top', ...(isText || value === null ? { wrapText: true } : { horizontal: 'right' as const }) };
    if (format !== null && !isText) cell.numFmt = format;
    if (value !== null) cell.value = Array.isArray(value) ? { richText: value } : value;
  }
}

function shownText(value: Part): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return textOf(value);
  return value !== null && typeof value === 'object' && 'hyperlink' in value ? value.text : '';
}

function styleHeader(cell: Cell): void {
  cell.font = font({ bold: true });
  cell.fill = HEADER_FILL;
  cell.border = ALL_SIDES;
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
}

/** One sheet of the workbook per table. */
export function sheetsToXlsx(printed: PrintedSheets): Promise<Uint8Array> {
  const book = new Book(printed);
  for (const sheet of printed.sheets) book.add(sheet);
  return book.bytes();
}
