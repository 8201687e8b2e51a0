// How a table is drawn: how much its cells show, how strong a shade is, what a head sums up.
import type { MatrixCell, MatrixTable } from '../../shared/domain/matrix.ts';
import { isLarge } from './visible-range.ts';

export interface Density {
  /** Categories that a cell shows before « +n ». */
  readonly chips: number;
  /** Lines that a synthesis, a verbatim or a remark may take in a cell. */
  readonly prose: number;
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
  return {
    chips: Math.min(6, Math.max(2, room)),
    prose: isLarge(rows, columns) ? 2 : Math.min(8, Math.max(2, room)),
    cellWidthPx: columns > 8 ? 124 : 104,
  };
}

export function largestCount(table: MatrixTable): number {
  let largest = 0;
  for (const row of table.cells) for (const cell of row) largest = Math.max(largest, cell.passages);
  return largest;
}

const SHADES = 5;

/** 0 (nothing) … 5: by the square root, so that a few strong cells do not wash out the others. */
export function shadeOf(passages: number, largest: number): number {
  if (passages <= 0 || largest <= 0) return 0;
  return Math.min(SHADES, Math.max(1, Math.ceil(SHADES * Math.sqrt(passages / largest))));
}

/** Passages shown in a row's or a column's cells; one that stands in two cells counts in each. */
export function sumOfPassages(cells: readonly MatrixCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.passages, 0);
}

/** The same for each column. */
export function columnSums({ columns, cells }: MatrixTable): number[] {
  const sums = columns.map(() => 0);
  for (const row of cells) row.forEach((cell, column) => (sums[column] = (sums[column] ?? 0) + cell.passages));
  return sums;
}
