// A table that a researcher hands over (csv, tsv, xlsx or json), read into records of text.
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { Refusal } from '../../shared/domain/failure.ts';
import { decodeText } from './decode-text.ts';

/** One line: its number as the user sees it in the file, and its fields by column name (lower case, trimmed). */
export interface TableRecord {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

export const TABLE_EXTENSIONS = ['csv', 'tsv', 'xlsx', 'json'] as const;

const HEADER_LINE = 1;

function columnName(name: string): string {
  return name.trim().toLowerCase();
}

function refuse(file: string, message: string): Refusal {
  return new Refusal('coding.tableInvalid', { rows: [`${file}: ${message}`] });
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
    rows = parse(text, { delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    throw refuse(file, error instanceof Error ? error.message : String(error));
  }
  return fromRows(file, rows);
}

function fromRows(file: string, rows: readonly (readonly string[])[]): TableRecord[] {
  const names = (rows[0] ?? []).map(columnName);
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined) throw refuse(file, `column twice: ${twice}`);
  return rows.slice(1).map((cells, index) => ({
    line: index + 1 + HEADER_LINE,
    fields: Object.fromEntries(names.flatMap((name, at) => (name === '' ? [] : [[name, cells[at] ?? '']]))),
  }));
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
    const cells: string[] = [];
    for (let column = 1; column <= sheet.columnCount; column += 1) cells.push(row.getCell(column).text);
    rows.push(cells);
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
      value === null || value === undefined ? [] : [[columnName(key), Array.isArray(value) ? value.join('|') : String(value)] as const],
    );
    return { line: index + 1, fields: Object.fromEntries(fields) };
  });
}

/** Reads by the file's extension; refuses what is no table, a column named twice, and other extensions. */
export async function readTable(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<TableRecord[]> {
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  if (extension === 'xlsx') return fromWorkbook(file.name, file.bytes);
  if (extension === 'json') return fromJson(file.name, file.bytes);
  if (extension === 'csv' || extension === 'tsv' || extension === 'txt') return fromDelimited(file.name, file.bytes);
  throw new Refusal('file.formatUnknown', { format: extension, known: TABLE_EXTENSIONS });
}
