// What the views read out of a computed matrix: where a cell is, what only one case has, how strong a shade is.
import { comparableCases, compareCases } from '../../shared/domain/compare-cases.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { AxisEntity, MatrixCell, MatrixHeader, MatrixQuote, MatrixTable } from '../../shared/domain/matrix.ts';
import type { CellChoice } from './cell-choice.ts';
import type { CellPosition } from './grid-keys.ts';

export interface FoundCell extends CellPosition {
  readonly cell: MatrixCell;
  readonly rowHeader: MatrixHeader;
  readonly columnHeader: MatrixHeader;
}

function cellAt(table: MatrixTable, row: number, column: number): FoundCell | null {
  const cell = table.cells[row]?.[column];
  const rowHeader = table.rows[row];
  const columnHeader = table.columns[column];
  return cell && rowHeader && columnHeader ? { row, column, cell, rowHeader, columnHeader } : null;
}

export function findCell(table: MatrixTable, rowKey: string, columnKey: string): FoundCell | null {
  return cellAt(
    table,
    table.rows.findIndex(({ key }) => key === rowKey),
    table.columns.findIndex(({ key }) => key === columnKey),
  );
}

/** By the crossing's own key, whichever side its things stand on. */
export function findCellByKey(table: MatrixTable, key: string): FoundCell | null {
  for (const [row, cells] of table.cells.entries()) {
    const column = cells.findIndex((cell) => cell.key === key);
    if (column >= 0) return cellAt(table, row, column);
  }
  return null;
}

/**
 * The cell behind a figure's mark. A mark's key holds the keys of all that it stands for: a whole cell, or a category found in
 * one; where it names no case, because several have the category, the first case that has it.
 */
export function cellBehindMark(table: MatrixTable, key: string): CellChoice | null {
  const whole = findCellByKey(table, key);
  if (whole) return { rowKey: whole.rowHeader.key, columnKey: whole.columnHeader.key };
  const named = new Set(key.split('|'));
  const namesCase = [...named].some((each) => each.startsWith('case:'));
  for (const [row, cells] of table.cells.entries()) {
    for (const column of cells.keys()) {
      const found = cellAt(table, row, column);
      if (!found || found.cell.passages === 0) continue;
      const entities = [...found.rowHeader.entities, ...found.columnHeader.entities];
      if (!entities.every((entity) => named.has(entity.key) || (entity.kind === 'case' && !namesCase))) continue;
      const own = new Set(entities.map((entity) => entity.key));
      const category = [...named].find((each) => each.startsWith('category:') && !own.has(each))?.slice('category:'.length);
      if (category !== undefined && !found.cell.categories.some(({ id }) => id === category)) continue;
      return { rowKey: found.rowHeader.key, columnKey: found.columnHeader.key, ...(category === undefined ? {} : { categoryId: category }) };
    }
  }
  return null;
}

/** `Régulation × Pôle 1` */
export function headerTitle(header: MatrixHeader): string {
  return header.entities.map(({ label }) => label).join(' × ');
}

/** `Gouvernance × Régulation × Pôle 1` */
export function crossingTitle(row: MatrixHeader, column: MatrixHeader): string {
  return `${headerTitle(row)} × ${headerTitle(column)}`;
}

/** The things that a synthesis or a stance is stored under. */
export function crossingKeys(row: MatrixHeader, column: MatrixHeader): string[] {
  return [...new Set([...row.entities, ...column.entities].map(({ key }) => key))];
}

function keyWithoutCase(header: MatrixHeader): string {
  return header.entities
    .filter(({ kind }) => kind !== 'case')
    .map(({ key }) => key)
    .join('|');
}

const caseOf = (header: MatrixHeader): AxisEntity | undefined => header.entities.find(({ kind }) => kind === 'case');

export interface CellOfCase {
  /** The case. */
  readonly entity: AxisEntity;
  readonly found: FoundCell;
}

/** The same crossing in every case that the matrix shows, this one included; empty without a case axis. */
export function sameCellInCases(table: MatrixTable, here: FoundCell): CellOfCase[] {
  const isInColumns = caseOf(here.columnHeader) !== undefined;
  const header = isInColumns ? here.columnHeader : here.rowHeader;
  if (!caseOf(header)) return [];
  return (isInColumns ? table.columns : table.rows).flatMap((other, index) => {
    const entity = caseOf(other);
    const found = isInColumns ? cellAt(table, here.row, index) : cellAt(table, index, here.column);
    return entity && found && keyWithoutCase(other) === keyWithoutCase(header) ? [{ entity, found }] : [];
  });
}

/** The table with its sides exchanged; cells keep their keys, which do not depend on the side. */
export function transposedTable(table: MatrixTable): MatrixTable {
  return {
    ...table,
    definition: { ...table.definition, rows: table.definition.columns, columns: table.definition.rows },
    rowAxes: table.columnAxes,
    columnAxes: table.rowAxes,
    rows: table.columns,
    columns: table.rows,
    cells: table.columns.map((_, column) => table.cells.flatMap((cells) => cells[column] ?? [])),
  };
}

/** The table with its cases among the columns, as comparing wants it; null when no axis lists cases. */
export function withCasesInColumns(table: MatrixTable): { readonly table: MatrixTable; readonly isTransposed: boolean } | null {
  const has = (headers: readonly MatrixHeader[]) => headers.some((header) => caseOf(header) !== undefined);
  if (has(table.columns)) return { table, isTransposed: false };
  return has(table.rows) ? { table: transposedTable(table), isTransposed: true } : null;
}

/**
 * Which categories of a cell only its case has, among the cases that the matrix shows for the same row and family.
 * Answers `null` when the category is shared or nothing is compared, else the case's key.
 */
export function onlyInOneCase(given: MatrixTable): (cellKey: string, categoryId: string) => string | null {
  const only = new Map<string, string>();
  const table = withCasesInColumns(given)?.table ?? given;
  const cases = comparableCases(table);
  if (cases.length > 1) {
    const comparison = compareCases(
      table,
      cases.map(({ key }) => key),
    );
    for (const compared of comparison.cells.flat()) {
      compared.only.forEach((categories, index) => {
        const cell = compared.cells[index];
        const entity = comparison.cases[index];
        if (cell && entity) for (const { id } of categories) only.set(`${cell.key} ${id}`, entity.key);
      });
    }
  }
  return (cellKey, categoryId) => only.get(`${cellKey} ${categoryId}`) ?? null;
}

export function largestCount(table: MatrixTable): number {
  let largest = 0;
  for (const row of table.cells) for (const cell of row) largest = Math.max(largest, cell.passages);
  return largest;
}

export const SHADES = 5;

/** 0 (nothing) … 5: by the square root, so that a few strong cells do not wash out the others. */
export function shadeOf(passages: number, largest: number): number {
  if (passages <= 0 || largest <= 0) return 0;
  return Math.min(SHADES, Math.max(1, Math.ceil(SHADES * Math.sqrt(passages / largest))));
}

export interface Density {
  /** Categories that a cell shows before « +n ». */
  readonly chips: number;
  /** CSS pixels: the narrowest that a cell may be before the table scrolls sideways. */
  readonly cellWidthPx: number;
}

/** CSS pixels: heads, what a row needs besides its categories, and a line of them. */
const LINES = { heads: 56, rest: 52, category: 19 } as const;

/**
 * As many categories as leave all rows in view, two at least: six rows and six columns fit a small window beside the cell's
 * panel. A table that scrolls sideways anyway has wider cells.
 * @param heightPx of the place that the table has, heads included
 */
export function densityOf(rows: number, columns: number, heightPx: number): Density {
  const room = Math.floor(((heightPx - LINES.heads) / Math.max(rows, 1) - LINES.rest) / LINES.category);
  return { chips: Math.min(6, Math.max(2, room)), cellWidthPx: columns > 8 ? 124 : 104 };
}

/** Passages shown in a row's or a column's cells; one that stands in two cells counts in each. */
export function sumOfPassages(cells: readonly MatrixCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.passages, 0);
}

export function quotesWith(quotes: readonly MatrixQuote[], category: string | null): readonly MatrixQuote[] {
  return category === null ? quotes : quotes.filter((quote) => quote.categories.includes(category));
}

/** A crossing without categories below it still finds something: its row. Comparing a grid with cases needs that. */
export function withRowsAsFindings(table: MatrixTable): MatrixTable {
  if (table.columns.some(({ entities }) => entities.some(({ kind }) => kind === 'category'))) return table;
  const cells = table.cells.map((cells, row) => {
    const category = table.rows[row]?.entities.findLast(({ kind }) => kind === 'category');
    if (!category) return cells;
    const found = { id: category.key.slice('category:'.length) as CategoryId, name: category.label, color: category.color ?? '' };
    return cells.map((cell) =>
      cell.passages > 0 && cell.categories.length === 0 ? { ...cell, categories: [{ ...found, passages: cell.passages }] } : cell,
    );
  });
  return { ...table, cells };
}
