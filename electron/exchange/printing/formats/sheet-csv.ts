// Printed sheets as comma-separated text: one table, whatever number of sheets it comes from.
import { toCsv } from '../../csv.ts';
import { plainText } from './document-words.ts';
import { isSheetLink } from './printed-sheet.ts';
import type { PrintedSheet, PrintedSheets, SheetKind, SheetValue } from './printed-sheet.ts';
import { corpusTableText } from '../../../../shared/i18n/corpus-table.ts';
import { sheetText } from '../../../../shared/i18n/sheets.ts';

const MINUTE_MS = 60_000;

type Field = string | number | null;

/** A program does not find a word that a no-break space holds to its neighbour. */
const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

function fieldOf(value: SheetValue, kind: SheetKind | undefined): Field {
  if (value === null) return null;
  if (typeof value === 'string') return plainSpaces(value);
  if (typeof value === 'number') return kind === 'duration' ? Math.max(1, Math.round(value / MINUTE_MS)) : value;
  return plainSpaces(isSheetLink(value) ? value.text : plainText(value));
}

interface FlatTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Field[])[];
}

/** Durations in minutes and days as ISO writes them: this file is for programs. Bands become a first column. */
function flat({ name, columns, rows }: PrintedSheet, language: PrintedSheets['language']): FlatTable {
  const headers = columns.map(({ header, kind }) => plainSpaces(kind === 'duration' ? corpusTableText[language].minutes(header) : header));
  const lines = rows.map(({ values }) => columns.map(({ kind }, at) => fieldOf(values[at] ?? null, kind)));
  if (!rows.some(({ band }) => band !== undefined)) return { name, headers, rows: lines };
  let band = '';
  return {
    name,
    headers: [sheetText[language].group, ...headers],
    rows: lines.map((line, at) => {
      band = plainSpaces(rows[at]?.band ?? band);
      return [band, ...line];
    }),
  };
}

/** Headers told from the same ones before them in their table: two columns of one name stay two. */
function numbered(headers: readonly string[]): string[] {
  const times = new Map<string, number>();
  return headers.map((header) => {
    const count = (times.get(header) ?? 0) + 1;
    times.set(header, count);
    return `${header}\u0000${count}`;
  });
}

/** Several tables under one another: a first column says which one a row is of, and columns of one name are one. */
function joined(tables: readonly FlatTable[], tableHeader: string): Field[][] {
  const columns = [...new Set(tables.flatMap(({ headers }) => numbered(headers)))];
  const lines = tables.flatMap(({ name, headers, rows }) => {
    const own = numbered(headers);
    const places = columns.map((column) => own.indexOf(column));
    return rows.map((row): Field[] => [name, ...places.map((at) => (at < 0 ? null : (row[at] ?? null)))]);
  });
  return [[tableHeader, ...columns.map((column) => column.split('\u0000')[0] ?? '')], ...lines];
}

/** RFC 4180, UTF-8 with a byte order mark, a comma in both languages: programs guess it, a French Excel asks for it at import. */
export function sheetsToCsv({ sheets, language }: PrintedSheets): string {
  const tables = sheets.filter(({ isBeside }) => !isBeside).map((sheet) => flat(sheet, language));
  const [only] = tables;
  if (tables.length === 1 && only) return toCsv([only.headers, ...only.rows]);
  return toCsv(tables.length === 0 ? [] : joined(tables, sheetText[language].table));
}
