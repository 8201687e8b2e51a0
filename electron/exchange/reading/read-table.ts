// A table that a researcher hands over (csv, tsv, xlsx, ods or json), read into records of text.
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { Refusal } from '../../../shared/domain/failure.ts';
import { withoutFormulaGuard } from '../csv.ts';
import { decodeText } from './decode-text.ts';
import { readOds } from './read-ods.ts';

/** One line: its number as a spreadsheet shows it (in JSON, its place in the list), and its fields by column name, as they stand. */
export interface TableRecord {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

export const TABLE_EXTENSIONS = ['csv', 'tsv', 'xlsx', 'ods', 'json'] as const;

const HEADER_LINE = 1;
const MOST_COLUMNS = 5_000;

function refuse(file: string, message: string): Refusal {
  return new Refusal('coding.tableInvalid', { rows: [`${file}: ${message}`] });
}

/** The field of this name, whatever the case of its column's letters; empty where there is none. */
export function fieldOf(record: TableRecord, name: string): string {
  const column = Object.keys(record.fields).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return column === undefined ? '' : (record.fields[column] ?? '');
}

/** The separator that the first line holds most of. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  return [',', ';', '\t'].toSorted((a, b) => header.split(b).length - header.split(a).length)[0] ?? ',';
}

function fromDelimited(file: string, bytes: Uint8Array): TableRecord[] {
  const { text } = decodeText(bytes, file);
  let rows: string[][];
  try {
    rows = parse(text, { delimiter: delimiterOf(text), relax_column_count: true });
  } catch (error) {
    throw refuse(file, error instanceof Error ? error.message : String(error));
  }
  return fromRows(
    file,
    rows.map((row) => row.map(withoutFormulaGuard)),
  );
}

/** The first row names the columns; rows without a word are left out. */
function fromRows(file: string, rows: readonly (readonly string[])[]): TableRecord[] {
  const names = (rows[0] ?? []).map((name) => name.trim());
  if (names.length > MOST_COLUMNS) throw refuse(file, `more than ${MOST_COLUMNS} columns`);
  const folded = names.map((name) => name.toLowerCase());
  const twice = names.find((name, index) => name !== '' && folded.indexOf(name.toLowerCase()) !== index);
  if (twice !== undefined) throw refuse(file, `column twice: ${twice}`);
  return rows
    .map((cells, index) => ({
      line: index + HEADER_LINE,
      fields: Object.fromEntries(names.flatMap((name, at) => (name === '' ? [] : [[name, cells[at] ?? '']]))),
    }))
    .filter(({ line, fields }) => line > HEADER_LINE && Object.values(fields).some((value) => value.trim() !== ''));
}

/** A date as ISO writes it, without its time at midnight; a formula as its result. */
function cellText(cell: ExcelJS.Cell): string {
  const value = cell.formula ? cell.result : cell.value;
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '');
  return typeof value === 'object' ? cell.text : String(value);
}

async function fromWorkbook(file: string, bytes: Uint8Array): Promise<TableRecord[]> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes.slice().buffer);
  } catch {
    throw refuse(file, 'not a readable xlsx');
  }
  const sheet = workbook.worksheets[0];
  const rows: string[][] = [];
  sheet?.eachRow({ includeEmpty: true }, (row) => {
    rows.push(Array.from({ length: sheet.columnCount }, (_, column) => cellText(row.getCell(column + 1))));
  });
  return fromRows(file, rows);
}

/** JSON keys count as columns; lists are joined with `|`, as tables write several categories. */
function fromJson(file: string, bytes: Uint8Array): TableRecord[] {
  let data: unknown;
  try {
    data = JSON.parse(decodeText(bytes, file).text);
  } catch {
    throw refuse(file, 'not valid JSON');
  }
  if (!Array.isArray(data)) throw refuse(file, 'not a list of rows');
  return data.map((item: unknown, index) => {
    if (typeof item !== 'object' || item === null) throw refuse(file, `row ${index + 1} is not an object`);
    const fields = Object.entries(item).flatMap(([key, value]: [string, unknown]) =>
      value === null || value === undefined ? [] : [[key.trim(), Array.isArray(value) ? value.join('|') : String(value)] as const],
    );
    return { line: index + 1, fields: Object.fromEntries(fields) };
  });
}

/** Reads by the file's extension; refuses what is no table, a column named twice, and other extensions. */
export async function readTable(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<TableRecord[]> {
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  if (extension === 'xlsx') return fromWorkbook(file.name, file.bytes);
  if (extension === 'ods') return fromRows(file.name, readOds(file.bytes, file.name));
  if (extension === 'json') return fromJson(file.name, file.bytes);
  if (extension === 'csv' || extension === 'tsv' || extension === 'txt') return fromDelimited(file.name, file.bytes);
  throw new Refusal('file.formatUnknown', { format: extension, known: TABLE_EXTENSIONS });
}
