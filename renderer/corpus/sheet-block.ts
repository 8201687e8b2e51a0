// A block of a sheet's cells, as it is selected, copied, pasted from a spreadsheet and filled down; no React here.
import type { AttributeId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import type { CellAt, SheetColumn } from './sheet-model.ts';

/** Both ends belong to it; 0-based. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface CellText extends CellAt {
  readonly text: string;
}

/** One attribute of one row, as the core writes it. */
export interface GivenValue {
  readonly attributeId: AttributeId;
  readonly targetId: string;
  readonly value: string;
}

/** The core keeps so much of one value (contract of attribute.setValues). */
const MOST_OF_VALUE = 2000;

export function blockBetween(a: CellAt, b: CellAt): Block {
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

export function isOneCell({ top, left, bottom, right }: Block): boolean {
  return top === bottom && left === right;
}

/** Every cell of a block, row by row. */
export function cellsOf({ top, left, bottom, right }: Block): CellAt[] {
  const width = right - left + 1;
  return Array.from({ length: (bottom - top + 1) * width }, (_, at) => ({ row: top + Math.floor(at / width), column: left + (at % width) }));
}

/**
 * Rows and cells of what a spreadsheet puts on the clipboard: tabs between cells, line ends between rows; a cell that holds one of
 * them stands in quotation marks, its own doubled. Excel ends the last row too.
 */
export function rowsFromClipboard(text: string): string[][] {
  const rows: string[][] = [[]];
  let rest = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(rest);
    const [whole, cell] = quoted
      ? [quoted[0], (quoted[1] ?? '').replaceAll('""', '"')]
      : [rest, rest].map((words) => words.replace(/[\t\n][^]*$/, ''));
    rows.at(-1)?.push(cell ?? '');
    const mark = rest.charAt((whole ?? '').length);
    rest = rest.slice((whole ?? '').length + 1);
    if (mark === '') return rows;
    if (mark === '\n') rows.push([]);
  }
}

export function clipboardFromRows(rows: readonly (readonly string[])[]): string {
  const field = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(field).join('\t')).join('\n');
}

/** What a cell's value is on the clipboard, as the language's spreadsheet reads it. */
function clipboardWords<Row>(column: SheetColumn<Row>, row: Row, language: Language): string {
  if (column.copied) return column.copied(row);
  const value = column.value(row);
  if (typeof value === 'number') return language === 'fr' ? String(value).replace('.', ',') : String(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return value ?? '';
}

export function copiedRows<Row>(rows: readonly Row[], columns: readonly SheetColumn<Row>[], block: Block, language: Language): string[][] {
  return rows
    .slice(block.top, block.bottom + 1)
    .map((row) => columns.slice(block.left, block.right + 1).map((column) => clipboardWords(column, row, language)));
}

/** Where each copied cell goes: one cell fills the whole block, several are laid from its corner on, again as often as they fit whole. */
export function laidOver(block: Block, copied: readonly (readonly string[])[]): CellText[] {
  const height = copied.length;
  const width = Math.max(...copied.map((row) => row.length));
  const selected = { rows: block.bottom - block.top + 1, columns: block.right - block.left + 1 };
  const repeated = (length: number, room: number): number => (room % length === 0 ? room : length);
  const rows = repeated(height, selected.rows);
  const columns = repeated(width, selected.columns);
  const area = { top: block.top, left: block.left, bottom: block.top + rows - 1, right: block.left + columns - 1 };
  return cellsOf(area).map(({ row, column }) => ({
    row,
    column,
    text: copied[(row - block.top) % height]?.[(column - block.left) % width] ?? '',
  }));
}

/** The block's first row, again in the rows below; a block of one row takes the row above it, as spreadsheets do. */
export function filledDown<Row>(rows: readonly Row[], columns: readonly SheetColumn<Row>[], block: Block): CellText[] {
  const from = block.top === block.bottom ? block.top - 1 : block.top;
  const model = rows[from];
  if (model === undefined) return [];
  return cellsOf({ ...block, top: from + 1 }).map((cell) => ({ ...cell, text: columns[cell.column]?.attribute?.stored(model) ?? '' }));
}

/** A cell whose words its attribute does not take, and the sentence that says why. */
export interface RefusedCell extends CellText {
  readonly sentence: string;
}

export interface ReadCells {
  /** Those that change something. */
  readonly values: GivenValue[];
  readonly refused: RefusedCell[];
  /** Cells that hold no attribute, or no row. */
  readonly left: number;
}

/** The attribute values among these cells, each read as its attribute reads. */
export function valuesAt<Row extends { readonly id: string }>(
  cells: readonly CellText[],
  rows: readonly Row[],
  columns: readonly SheetColumn<Row>[],
): ReadCells {
  const values: GivenValue[] = [];
  const refused: RefusedCell[] = [];
  let left = 0;
  for (const cell of cells) {
    const row = rows[cell.row];
    const attribute = columns[cell.column]?.attribute;
    if (!row || !attribute) {
      left += 1;
      continue;
    }
    const text = cell.text.replace(/\s+/gu, ' ').trim().slice(0, MOST_OF_VALUE).toWellFormed();
    const reading = text === '' ? { value: '' } : attribute.reads(text);
    if ('refused' in reading) refused.push({ ...cell, text, sentence: reading.refused });
    else if (reading.value !== attribute.stored(row)) values.push({ attributeId: attribute.id, targetId: row.id, value: reading.value });
  }
  return { values, refused, left };
}
