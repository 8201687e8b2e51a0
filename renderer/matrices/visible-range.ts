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

/** Drawn before they come into view. They come and go one by one: two at once would be felt. */
const MARGIN = 2;

/** Things of `size` in a row of `count` that a view from `scrolled` of `length` shows, and some more at either end. Pixels. */
export function visibleRange(scrolled: number, length: number, size: number, count: number): Range {
  if (size <= 0 || count === 0) return NOTHING;
  const first = Math.floor(Math.max(0, scrolled) / size) - MARGIN;
  const end = Math.ceil((Math.max(0, scrolled) + length) / size) + MARGIN;
  return { first: Math.min(Math.max(0, first), count), end: Math.min(Math.max(0, end), count) };
}

/** The same for things of several sizes: `offsets[n]` is where thing n begins, the last one where they end; those before `from` are left out. */
export function visibleAmong(scrolled: number, length: number, offsets: readonly number[], from: number): Range {
  const count = offsets.length - 1;
  if (count <= from) return { first: count, end: count };
  const start = Math.max(0, scrolled) + (offsets[from] ?? 0);
  const first = indexAt(offsets, start) - MARGIN;
  const end = indexAt(offsets, start + length) + 1 + MARGIN;
  return { first: Math.min(Math.max(from, first), count), end: Math.min(Math.max(from, end), count) };
}

/** The thing that stands at this place. */
function indexAt(offsets: readonly number[], place: number): number {
  let [low, high] = [0, offsets.length - 2];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Where to scroll so that what stands from `start` to `end` is wholly in view; the same place when it is. Pixels. */
export function scrolledTo(start: number, end: number, scrolled: number, length: number): number {
  if (start < scrolled) return start;
  return end > scrolled + length ? end - length : scrolled;
}

const HEIGHTS = { padding: 10, number: 17, categories: 38, synthesis: 33, quotes: 76, remark: 22, balance: 8, least: 52 } as const;

/** Height in CSS pixels of every row of a large table: room for what its fullest cell shows. */
export function rowHeight(table: Pick<MatrixTable, 'cells' | 'definition'>): number {
  const has = (content: CellContent, isThere: (cell: MatrixCell) => boolean) =>
    table.definition.contents.includes(content) && table.cells.some((row) => row.some(isThere));
  const lines = has('categories', (cell) => cell.categories.length > 1) ? HEIGHTS.categories : HEIGHTS.number;
  const synthesis = has('synthesis', (cell) => cell.synthesis !== null) ? HEIGHTS.synthesis : 0;
  const quotes = has('passages', (cell) => cell.passages > 0) || has('pinned', (cell) => cell.pinned.length > 0) ? HEIGHTS.quotes : 0;
  const remark = has('remark', (cell) => cell.remark !== null) ? HEIGHTS.remark : 0;
  return Math.max(HEIGHTS.least, HEIGHTS.padding + lines + synthesis + quotes + remark + HEIGHTS.balance);
}
