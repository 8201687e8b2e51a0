// Large tables draw only the cells in view and some around them; every row then has one height, so that scrolling stays true.
import type { CellContent, MatrixCell, MatrixTable } from '../../shared/domain/matrix.ts';

/** Up to so many cells a table is drawn whole, its rows as high as their content. */
const WHOLE_UP_TO = 200;

export function isLarge(rows: number, columns: number): boolean {
  return rows * columns > WHOLE_UP_TO;
}

/** `[first, end)` */
export interface Range {
  readonly first: number;
  readonly end: number;
}

const NOTHING: Range = { first: 0, end: 0 };

export function holds({ first, end }: Range, index: number): boolean {
  return index >= first && index < end;
}

/** Ranges grow by this many at once, so that a small scroll changes nothing. */
const STEP = 4;

/** Things of `size` in a row of `count` that a view from `scrolled` of `length` shows, and a step more at either end. Pixels. */
export function visibleRange(scrolled: number, length: number, size: number, count: number): Range {
  if (size <= 0 || count === 0) return NOTHING;
  const first = Math.floor(Math.max(0, scrolled) / size / STEP) * STEP - STEP;
  const end = Math.ceil((Math.max(0, scrolled) + length) / size / STEP) * STEP + STEP;
  return { first: Math.min(Math.max(0, first), count), end: Math.min(Math.max(0, end), count) };
}

/** Where to scroll so that the thing at `index` is wholly in view; the same place when it is. Pixels. */
export function scrolledTo(index: number, size: number, scrolled: number, length: number): number {
  const start = index * size;
  if (start < scrolled) return start;
  return start + size > scrolled + length ? start + size - length : scrolled;
}

const HEIGHTS = { padding: 10, number: 16, categories: 38, synthesis: 32, quotes: 76, balance: 8, least: 52 } as const;

/** Height in CSS pixels of every row of a large table: room for what its fullest cell shows. */
export function rowHeight(table: Pick<MatrixTable, 'cells' | 'definition'>): number {
  const has = (content: CellContent, isThere: (cell: MatrixCell) => boolean) =>
    table.definition.contents.includes(content) && table.cells.some((row) => row.some(isThere));
  const lines = has('categories', (cell) => cell.categories.length > 1) ? HEIGHTS.categories : HEIGHTS.number;
  const synthesis = has('synthesis', (cell) => cell.synthesis !== null) ? HEIGHTS.synthesis : 0;
  const quotes = has('passages', (cell) => cell.quotes.length > 0) ? HEIGHTS.quotes : 0;
  return Math.max(HEIGHTS.least, HEIGHTS.padding + lines + synthesis + quotes + HEIGHTS.balance);
}
