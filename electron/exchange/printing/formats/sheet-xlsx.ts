// Printed sheets as a workbook: formatted to be read and printed, headers that stay in view and come back on every page, nothing cut.
// Written row by row while it is packed: a library that keeps every cell as an object takes gigabytes for a large matrix.
import type { Font, RichText } from 'exceljs';
import { Refusal } from '../../../../shared/domain/failure.ts';
import type { Language } from '../../../../shared/domain/project.ts';
import { formatDuration, shortDate } from '../../../../shared/i18n/corpus-table.ts';
import { exportText } from '../../../../shared/i18n/export.ts';
import type { ExportLabels } from '../../../../shared/i18n/export.ts';
import { sheetText } from '../../../../shared/i18n/sheets.ts';
import { plainText } from './document-words.ts';
import { XML_HEAD, escaped } from './document-xml.ts';
import { isSheetLink } from './printed-sheet.ts';
import type { PrintedSheet, PrintedSheets, SheetColumn, SheetHeader, SheetKind, SheetRow, SheetValue } from './printed-sheet.ts';
import { PLAIN_FONT, blocksToRuns } from './sheet-runs.ts';
import { CELL_LIMIT, divideRuns, font, rowHeight } from './sheet-text.ts';
import {
  CellLooks,
  SHEET_NAMESPACES,
  fontXml,
  sheetRelations,
  workbookPackage,
  workbookProperties,
  workbookRelations,
  workbookTypes,
  workbookXml,
} from './sheet-xlsx-parts.ts';
import type { CellLook, SheetEntry } from './sheet-xlsx-parts.ts';
import { tellNobody, told } from './progress.ts';
import type { Tell } from './progress.ts';
import { writeZip } from './zip-writer.ts';
import type { NewZipPart } from './zip-writer.ts';

const DAY_MS = 86_400_000;
/** The day that Excel counts from. */
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);
/** Characters of the default font. */
const NARROWEST = 9;
const WIDEST = 42;
/** Of a tab's name. */
const SHEET_NAME_UTF16 = 31;
const FORBIDDEN = /[\\/*?:[\]]/g;
/** Excel opens no sheet with more than 65,530. */
const MOST_LINKS = 60_000;
/** Of a sheet. */
export const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

const HEADER_FILL = 'EDEDED';
const LABEL_FILL = 'F6F6F6';
const FORMATS: Readonly<Record<SheetKind, string | null>> = { text: null, number: '#,##0', share: '0%', date: 'dd/mm/yyyy', duration: '[h]:mm' };

interface Link {
  readonly text: string;
  readonly to: string;
}

/** One part of a cell: several where it holds more than Excel keeps. A day is the number that Excel has for it. */
type Part = string | number | readonly RichText[] | Link | null;

const isLink = (part: Part): part is Link => part !== null && typeof part === 'object' && 'to' in part;

function wordsOf(value: SheetValue, kind: SheetKind, language: Language): string {
  if (value === null) return '';
  if (typeof value === 'number') return kind === 'duration' ? formatDuration(language, value) : String(value);
  if (typeof value === 'string') return kind === 'date' && value !== '' ? shortDate(language, value) : value;
  return isSheetLink(value) ? value.text : plainText(value);
}

const textOf = (runs: readonly RichText[]): string => runs.map((run) => run.text).join('');

function shownText(value: Part): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value === 'number') return '';
  return isLink(value) ? value.text : textOf(value);
}

/** Words of one look are written as plain words: a sheet of them is smaller by half. */
function written(runs: readonly RichText[]): Part {
  const [only] = runs;
  if (only === undefined) return null;
  return runs.length === 1 && (only.font === undefined || only.font === PLAIN_FONT) ? only.text : runs;
}

/** `A`, `Z`, `AA` */
function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

/** `_x0041_` in a text would be read as a letter. */
const cellText = (text: string): string => escaped(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));

const runFonts = new Map<Partial<Font>, string>();

/** One string per look: a workbook has many thousands of runs. */
function runFont(look: Partial<Font>): string {
  let xml = runFonts.get(look);
  if (xml === undefined) {
    xml = `<rPr>${fontXml(look, 'rFont')}</rPr>`;
    runFonts.set(look, xml);
  }
  return xml;
}

const runXml = ({ font: look, text }: RichText): string =>
  `<r>${look === undefined ? '' : runFont(look)}<t xml:space="preserve">${cellText(text)}</t></r>`;

function cellXml(place: string, value: Part, look: number): string {
  const own = `<c r="${place}" s="${look}"`;
  if (value === null || value === '') return `${own}/>`;
  if (typeof value === 'number') return `${own}><v>${value}</v></c>`;
  const words = typeof value === 'string' || isLink(value) ? `<t xml:space="preserve">${cellText(shownText(value))}</t>` : value.map(runXml).join('');
  return `${own} t="inlineStr"><is>${words}</is></c>`;
}

class Page {
  readonly name: string;
  readonly #printed: PrintedSheet;
  readonly #language: Language;
  readonly #labels: ExportLabels;
  readonly #looks: CellLooks;
  readonly #widths: readonly number[];
  readonly #letters: readonly string[];
  readonly #merged: string[] = [];
  /** Where words lead: cells, and their addresses. */
  readonly #links = new Map<string, string>();
  #at = 0;
  #headers: readonly [first: number, last: number] = [1, 1];
  #lastRow = 1;

  /** Refuses (`print.tooWide`) more columns than a sheet has. */
  constructor(name: string, printed: PrintedSheet, language: Language, looks: CellLooks) {
    const { columns } = printed;
    if (columns.length > MOST_COLUMNS) throw new Refusal('print.tooWide', { columns: columns.length, most: MOST_COLUMNS });
    this.name = name;
    this.#printed = printed;
    this.#language = language;
    this.#labels = exportText[language];
    this.#looks = looks;
    this.#widths = columns.map((column, at) => this.#widthOf(column, at));
    this.#letters = columns.map((_, at) => letters(at + 1));
  }

  /** Known once the sheet is written. */
  entry(): SheetEntry {
    const { frozenColumns } = this.#printed;
    const [first, last] = this.#headers;
    const columns = frozenColumns > 0 ? [`$A:$${letters(frozenColumns)}`] : [];
    const filter = this.#filter();
    return {
      name: this.name,
      titles: [...columns, `$${first}:$${last}`],
      filter: filter && filter.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2'),
    };
  }

  get addresses(): Iterable<string> {
    return this.#links.values();
  }

  #widthOf({ width, header, kind }: SheetColumn, at: number): number {
    if (width !== null) return width;
    let longest = header.length + 3;
    for (const { values } of this.#printed.rows) longest = Math.max(longest, wordsOf(values[at] ?? null, kind, this.#language).length * 0.95 + 2);
    return Math.min(WIDEST, Math.max(NARROWEST, longest));
  }

  /** A flat table can be filtered: one line of headers, no bands. */
  #filter(): string | null {
    const { headerLines, rows, columns } = this.#printed;
    if (headerLines !== null || rows.some(({ band }) => band !== undefined)) return null;
    const [, last] = this.#headers;
    return `A${last}:${letters(Math.max(1, columns.length))}${Math.max(last + 1, this.#lastRow)}`;
  }

  *xml(): Generator<string> {
    const { title, note, source, headerLines, columns, rows } = this.#printed;
    const titles = title === null ? [] : [...this.#across(title, { size: 12, bold: true })];
    const firstHeader = this.#at + 1;
    const lines = headerLines ?? [columns.map(({ header }, column) => ({ label: header, column, columns: 1, lines: 1 }))];
    const headers = [...this.#headerRows(lines)];
    this.#headers = [firstHeader, this.#at];
    yield `${XML_HEAD}<worksheet ${SHEET_NAMESPACES}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${this.#view()}<sheetFormatPr defaultRowHeight="15"/>`;
    if (columns.length > 0)
      yield `<cols>${this.#widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;
    yield '<sheetData>';
    yield* titles;
    yield* headers;
    for (const row of rows) yield* this.#row(row);
    this.#lastRow = this.#at;
    if (note !== null || source !== null) this.#at += 1;
    if (note !== null) yield* this.#across(note, { size: 8 });
    if (source !== null) yield* this.#across(source, { size: 8, italic: true });
    yield '</sheetData>';
    yield* this.#after();
  }

  #view(): string {
    const { frozenColumns } = this.#printed;
    const [, last] = this.#headers;
    const across = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : '';
    const pane = frozenColumns > 0 ? 'bottomRight' : 'bottomLeft';
    return `<sheetViews><sheetView workbookViewId="0"><pane${across} ySplit="${last}" topLeftCell="${letters(frozenColumns + 1)}${last + 1}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
  }

  *#after(): Generator<string> {
    const filter = this.#filter();
    if (filter !== null) yield `<autoFilter ref="${filter}"/>`;
    if (this.#merged.length > 0)
      yield `<mergeCells count="${this.#merged.length}">${this.#merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
    if (this.#links.size > 0) {
      yield '<hyperlinks>';
      let number = 0;
      for (const cell of this.#links.keys()) {
        number += 1;
        yield `<hyperlink ref="${cell}" r:id="rId${number}"/>`;
      }
      yield '</hyperlinks>';
    }
    yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>';
    yield '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
    yield '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>';
  }

  /** Refuses (`print.tooLong`) one row more than a sheet has. */
  #next(): number {
    this.#at += 1;
    if (this.#at > MOST_ROWS) throw new Refusal('print.tooLong', { most: MOST_ROWS });
    return this.#at;
  }

  #cell(column: number, value: Part, look: CellLook): string {
    const place = `${this.#letters[column] ?? letters(column + 1)}${this.#at}`;
    if (isLink(value)) this.#links.set(place, value.to);
    return cellXml(place, value, this.#looks.number(look));
  }

  #rowXml(cells: readonly string[], height: number | null): string {
    return `<row r="${this.#at}"${height === null ? '' : ` ht="${height}" customHeight="1"`}>${cells.join('')}</row>`;
  }

  #merge(column: number, columns: number, lines = 1): void {
    if (columns > 1 || lines > 1) this.#merged.push(`${letters(column + 1)}${this.#at}:${letters(column + columns)}${this.#at + lines - 1}`);
  }

  /** Over all columns, so high that the words are seen. What a cell cannot hold goes on in the next one. */
  *#across(words: string, look: Partial<Font>): Generator<string> {
    const { columns, title } = this.#printed;
    const wide = this.#widths.reduce((sum, width) => sum + width, 0) * (look.size && look.size > 10 ? 0.7 : 1);
    for (const runs of divideRuns([{ text: words }], this.#labels)) {
      const isFirst = this.#next() === 1;
      this.#merge(0, columns.length);
      const text = textOf(runs);
      const height = rowHeight([{ text, width: wide }]) + (isFirst && title !== null ? 8 : 0);
      yield this.#rowXml([this.#cell(0, text, { font: font(look), down: 'top', wraps: true })], height);
    }
  }

  *#headerRows(lines: readonly (readonly SheetHeader[])[]): Generator<string> {
    const look: CellLook = { font: font({ bold: true }), fill: HEADER_FILL, hasBorder: true, across: 'center', down: 'middle', wraps: true };
    for (const [line, own] of lines.entries()) {
      this.#next();
      for (const { column, columns, lines: deep } of own) this.#merge(column, columns, deep);
      const begins = new Map(own.map(({ column, label }) => [column, label]));
      const cells = this.#printed.columns.map((_, at) => this.#cell(at, begins.get(at) ?? null, look));
      const ending = lines.flatMap((each, from) => each.filter(({ lines: deep }) => from + deep - 1 === line));
      const texts = ending.map(({ label, column, columns, lines: deep }) => ({
        text: label,
        width: (this.#widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0) * deep) / 1.1,
      }));
      yield this.#rowXml(cells, rowHeight(texts));
    }
    if (lines.length === 0) this.#next();
  }

  *#row({ band, values, isShaded }: SheetRow): Generator<string> {
    if (band !== undefined) yield this.#band(band);
    const { columns } = this.#printed;
    const parts = columns.map(({ kind }, at) => this.#parts(values[at] ?? null, kind));
    const count = parts.reduce((most, { length }) => Math.max(most, length), 1);
    const lastLabel = columns.findLastIndex(({ isLabel }, at) => isLabel === true && wordsOf(values[at] ?? null, 'text', this.#language) !== '');
    for (let part = 0; part < count; part += 1) {
      this.#next();
      const texts: { text: string; width: number }[] = [];
      const cells = columns.map(({ kind, isLabel = false }, at) => {
        const value = parts[at]?.[part] ?? (isLabel ? (parts[at]?.[0] ?? null) : null);
        texts.push({ text: shownText(value), width: this.#widths[at] ?? NARROWEST });
        const look = valueLook(value, kind, isLabel && at === lastLabel);
        return this.#cell(at, value, isLabel || isShaded ? { ...look, fill: LABEL_FILL } : look);
      });
      yield this.#rowXml(cells, rowHeight(texts));
    }
  }

  #band(label: string): string {
    this.#next();
    const { columns } = this.#printed;
    this.#merge(0, columns.length);
    const look: CellLook = { font: font({ bold: true }), fill: LABEL_FILL, hasBorder: true, down: 'middle' };
    return this.#rowXml(
      columns.map((_, at) => this.#cell(at, at === 0 ? label : null, look)),
      null,
    );
  }

  #parts(value: SheetValue, kind: SheetKind): Part[] {
    if (value === null || value === '') return [null];
    if (typeof value === 'number') return [kind === 'duration' ? value / DAY_MS : value];
    if (typeof value === 'string') {
      if (kind === 'date') return [(Date.parse(`${value.slice(0, 10)}T00:00:00Z`) - DAY_ZERO_MS) / DAY_MS];
      return value.length <= CELL_LIMIT ? [value] : divideRuns([{ text: value }], this.#labels).map(written);
    }
    if (isSheetLink(value)) {
      if (this.#links.size >= MOST_LINKS || value.text.length > CELL_LIMIT) return this.#parts(value.text, 'text');
      return [value];
    }
    return divideRuns(blocksToRuns(value), this.#labels).map(written);
  }
}

function valueLook(value: Part, kind: SheetKind, isBold: boolean): CellLook {
  const isNumber = typeof value === 'number';
  return {
    font: font({ bold: isBold, ...(isLink(value) ? { color: { argb: 'FF1F4E79' }, underline: true } : {}) }),
    hasBorder: true,
    down: 'top',
    ...(isNumber ? { across: 'right', format: FORMATS[kind] } : { wraps: true }),
  };
}

/** Names of tabs by Excel's own rules, all different; it keeps “History” for itself. */
function tabNames(language: Language): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const words = wanted.replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ').trim();
    const bare =
      words
        .slice(0, SHEET_NAME_UTF16)
        .toWellFormed()
        .replace(/^'+|'+$/g, '')
        .trim() || sheetText[language].sheet;
    const base = bare.toLowerCase() === 'history' ? `${bare} –` : bare;
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${base.slice(0, SHEET_NAME_UTF16 - 5).trim()} ${n}`;
    taken.add(name.toLowerCase());
    return name;
  };
}

const NOTHING: Omit<PrintedSheet, 'name'> = { title: null, columns: [], headerLines: [], rows: [], frozenColumns: 0, note: null, source: null };

/** One sheet of the workbook per table. Refuses what Excel's sheets have no room for: `print.tooWide`, `print.tooLong`. */
export async function sheetsToXlsx(printed: PrintedSheets, tell: Tell = tellNobody): Promise<Uint8Array> {
  const { language } = printed;
  const looks = new CellLooks();
  const nameOf = tabNames(language);
  const sheets = printed.sheets.length > 0 ? printed.sheets : [{ ...NOTHING, name: '' }];
  const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  const pages = sheets.map((sheet) => new Page(nameOf(sheet.name), sheet, language, looks));
  function* parts(): Generator<NewZipPart> {
    const part = (name: string, content: string): NewZipPart => ({ name, content: [content] });
    yield part('[Content_Types].xml', workbookTypes(pages.length));
    yield part('_rels/.rels', workbookPackage);
    yield part('docProps/core.xml', workbookProperties(printed));
    let before = 0;
    for (const [at, page] of pages.entries()) {
      const own = sheets[at]?.rows.length ?? 0;
      yield { name: `xl/worksheets/sheet${at + 1}.xml`, content: told(page.xml(), { before, own, total }, tell) };
      before += own;
      yield { name: `xl/worksheets/_rels/sheet${at + 1}.xml.rels`, content: sheetRelations(page.addresses) };
    }
    // looks, headers and filters are known once the sheets are written
    yield part('xl/workbook.xml', workbookXml(pages.map((page) => page.entry())));
    yield part('xl/_rels/workbook.xml.rels', workbookRelations(pages.length));
    yield part('xl/styles.xml', looks.xml());
  }
  return writeZip(parts());
}
