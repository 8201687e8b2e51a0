// A table of a PDF: its header on every page, rows whole unless they outgrow one.
import { rowsOver } from './document-bands.ts';
import { CELL_MARGIN, FRAME, LOOKS } from './document-looks.ts';
import { headerLabels } from '../../../../shared/domain/matrix-headers.ts';
import { ABOVE_FIRST_ROW, TWIPS_PER_POINT, headerLines } from './document-layout.ts';
import type { LaidTable, TablePart } from './document-layout.ts';
import { blockLines, heightOfLines, paragraphLines } from './document-pdf-lines.ts';
import type { Line, LineSetting, SetLines } from './document-pdf-lines.ts';
import type { PdfPages } from './document-pdf-pages.ts';
import type { CellBlock, TableBlock } from './printed-document.ts';

const SIDE = CELL_MARGIN.side / TWIPS_PER_POINT;
const TOP = CELL_MARGIN.top / TWIPS_PER_POINT;
const OUTER = FRAME.outerEighths / 8;
const INNER = FRAME.innerEighths / 8;
/** Less room than this at a page's foot is left free rather than begin a long row there. Points. */
const LEAST_START = 60;
/** Of the page's text: headers that are higher are not repeated. */
const TALL_HEADER = 0.4;

interface SetCell extends SetLines {
  /** Points from the table's left side. */
  readonly x: number;
  readonly width: number;
}

interface SetRow {
  readonly cells: readonly SetCell[];
  readonly height: number;
  readonly fill: string | null;
  /** Stays with the row after it. */
  readonly keepsWithNext: boolean;
  /** Places of the cells that go on from the row above. */
  readonly continues: ReadonlySet<number>;
}

interface HeaderBox extends SetCell {
  readonly y: number;
  readonly height: number;
}

interface Header {
  readonly boxes: readonly HeaderBox[];
  readonly height: number;
}

const points = (twips: number): number => twips / TWIPS_PER_POINT;
const contentHeight = ({ lines, below }: SetLines): number => heightOfLines(lines) + below;

/** Where each column begins, and where the last one ends. */
function edgesOf(part: TablePart): number[] {
  const edges = [0];
  for (const width of part.widths) edges.push((edges.at(-1) ?? 0) + points(width));
  return edges;
}

function setCell(edges: readonly number[], column: number, columns: number, set: (width: number) => SetLines): SetCell {
  const x = edges[column] ?? 0;
  const width = (edges[column + columns] ?? x) - x;
  return { x, width, ...set(Math.max(8, width - 2 * SIDE)) };
}

function setHeader(table: TableBlock, part: TablePart, edges: readonly number[], setting: LineSetting): Header {
  const lines = headerLines(table, part);
  const cells = lines.flatMap((line, at) =>
    line.map((cell) => ({
      ...cell,
      line: at,
      set: setCell(edges, cell.column, cell.columns, (width) => paragraphLines([{ kind: 'text', text: cell.label }], LOOKS.header, width, setting)),
    })),
  );
  const needs = (set: SetLines): number => contentHeight(set) + 2 * TOP;
  const heights = lines.map((_, at) => Math.max(0, ...cells.filter((cell) => cell.line === at && cell.lines === 1).map(({ set }) => needs(set))));
  const span = (from: number, count: number): number => heights.slice(from, from + count).reduce((sum, height) => sum + height, 0);
  for (const cell of cells) {
    const missing = needs(cell.set) - span(cell.line, cell.lines);
    const last = cell.line + cell.lines - 1;
    if (missing > 0) heights[last] = (heights[last] ?? 0) + missing;
  }
  const boxes = cells.map((cell) => ({ ...cell.set, y: span(0, cell.line), height: span(cell.line, cell.lines) }));
  return { boxes, height: span(0, heights.length) };
}

function setRow(cells: readonly SetCell[], fill: string | null, keepsWithNext: boolean, continues: readonly number[] = []): SetRow {
  return {
    cells,
    fill,
    keepsWithNext,
    continues: new Set(continues),
    height: cells.reduce((most, cell) => Math.max(most, contentHeight(cell)), 0) + 2 * TOP,
  };
}

/** Each column under all that stands above it. */
function headerAsRow({ rowAxis, columnAxis }: TableBlock, part: TablePart, edges: readonly number[], setting: LineSetting): SetRow {
  const columns = headerLabels(part.columns).map((path) => path.filter(Boolean).join(' › '));
  const labels = rowAxis === null ? columns : [[rowAxis, columnAxis ?? ''].filter(Boolean).join(' × '), ...columns];
  const cells = labels.map((text, at) => setCell(edges, at, 1, (width) => paragraphLines([{ kind: 'text', text }], LOOKS.header, width, setting)));
  return setRow(cells, `#${FRAME.header}`, false);
}

/** One row after the other, as they are drawn: a long table never stands whole in memory. */
function* setRows(table: TableBlock, part: TablePart, edges: readonly number[], setting: LineSetting): Generator<SetRow> {
  const blocks = (column: number, content: readonly CellBlock[]): SetCell =>
    setCell(edges, column, 1, (width) => blockLines(content, width, setting));
  const first = table.rowAxis === null ? 0 : 1;
  const band = (label: string): SetRow =>
    setRow(
      [setCell(edges, 0, part.widths.length, (width) => paragraphLines([{ kind: 'text', text: label }], LOOKS.band, width, setting))],
      `#${FRAME.band}`,
      true,
    );
  for (const [line, row] of table.rows.entries()) {
    if (row.band !== null) yield band(row.band);
    const goesOn = part.indexes.map((index) => rowsOver(table.rows, line, index) === 0);
    const others = part.indexes.map((index, at) => blocks(first + at, goesOn[at] ? [] : (row.cells[index] ?? [])));
    const cells = [...(first === 1 ? [blocks(0, row.label)] : []), ...others];
    const continues = goesOn.flatMap((isOn, at) => (isOn ? [first + at] : []));
    yield setRow(cells, row.isShaded ? `#${FRAME.band}` : null, false, continues);
  }
}

/** A table ready to be drawn: its header and its first two rows measured, the others as they come. */
export class PdfTable {
  readonly #pages: PdfPages;
  readonly #edges: readonly number[];
  readonly #header: Header;
  readonly #rows: Generator<SetRow>;
  /** Measured, and not drawn yet: at most two. */
  readonly #ahead: SetRow[] = [];
  readonly #repeatsHeader: boolean;
  /** Nothing but the header stands on this page. */
  #isFresh = false;

  constructor(pages: PdfPages, { table }: LaidTable, part: TablePart, setting: LineSetting) {
    this.#pages = pages;
    this.#edges = edgesOf(part);
    const header = setHeader(table, part, this.#edges, setting);
    this.#rows = setRows(table, part, this.#edges, setting);
    this.#repeatsHeader = header.height < pages.textHeight * TALL_HEADER;
    this.#header = header;
    // a header too high to be repeated, or even to stand on one page, is a row that breaks like the others
    if (!this.#repeatsHeader) this.#ahead.push(headerAsRow(table, part, this.#edges, setting));
    this.#measureAhead();
  }

  #measureAhead(): void {
    while (this.#ahead.length < 2) {
      const { value, done } = this.#rows.next();
      if (done) return;
      this.#ahead.push(value);
    }
  }

  /** What has to stand on one page for the table to begin there. */
  get leastStart(): number {
    return this.#headerHeight + this.#neededNext();
  }

  /** The next row, with the one that it must not be parted from. */
  #neededNext(): number {
    const [row, after] = this.#ahead;
    if (!row) return 0;
    return this.#startOf(row) + (row.keepsWithNext && after ? this.#startOf(after) : 0);
  }

  get #headerHeight(): number {
    return this.#repeatsHeader ? this.#header.height : 0;
  }

  get #width(): number {
    return this.#edges.at(-1) ?? 0;
  }

  #isWhole({ height }: SetRow): boolean {
    return height + this.#headerHeight + points(ABOVE_FIRST_ROW) <= this.#pages.textHeight;
  }

  #startOf(row: SetRow): number {
    return this.#isWhole(row) ? row.height : Math.min(row.height, LEAST_START);
  }

  draw(): void {
    this.#begin();
    for (let row = this.#ahead[0]; row; row = this.#ahead[0]) {
      if (this.#pages.room < this.#neededNext() && !this.#isFresh) this.#turn();
      this.#ahead.shift();
      this.#measureAhead();
      if (this.#isWhole(row)) this.#drawWhole(row);
      else this.#drawBroken(row);
      this.#pages.lineDone();
    }
    this.#rule(this.#pages.y, OUTER, FRAME.outer);
    this.#pages.y += OUTER;
  }

  #drawWhole(row: SetRow): void {
    const lines = row.cells.map((cell) => cell.lines);
    this.#drawSlice(row, lines, row.height);
  }

  #begin(): void {
    const { y } = this.#pages;
    if (this.#repeatsHeader) this.#drawHeader();
    this.#rule(y, OUTER, FRAME.outer);
    this.#isFresh = true;
  }

  #turn(): void {
    this.#rule(this.#pages.y, OUTER, FRAME.outer);
    this.#pages.turn();
    this.#begin();
  }

  #rule(y: number, width: number, color: string): void {
    this.#pages.stroke(this.#pages.x, y, this.#pages.x + this.#width, y, width, color);
  }

  #drawHeader(): void {
    const { x, y } = this.#pages;
    this.#pages.fill(x, y, this.#width, this.#header.height, FRAME.header);
    for (const box of this.#header.boxes) {
      if (box.x > 0) this.#pages.stroke(x + box.x, y + box.y, x + box.x, y + box.y + box.height, INNER, FRAME.down);
      if (box.y > 0) this.#pages.stroke(x + box.x, y + box.y, x + box.x + box.width, y + box.y, INNER, FRAME.across);
      const free = box.height - 2 * TOP - contentHeight(box);
      this.#pages.drawLines(box.lines, x + box.x + SIDE, y + box.y + TOP + Math.max(0, free / 2));
    }
    this.#pages.y += this.#header.height;
    this.#rule(this.#pages.y, OUTER, FRAME.outer);
  }

  /** Not over cells that go on from the row above. */
  #ruleAbove({ cells, continues }: SetRow): void {
    const { x, y } = this.#pages;
    if (continues.size === 0) return this.#rule(y, INNER, FRAME.across);
    cells.forEach((cell, at) => {
      if (!continues.has(at)) this.#pages.stroke(x + cell.x, y, x + cell.x + cell.width, y, INNER, FRAME.across);
    });
  }

  /** A row, or what of it stands on this page. */
  #drawSlice(row: SetRow, lines: readonly (readonly Line[])[], height: number): void {
    const { x, y } = this.#pages;
    if (row.fill !== null) this.#pages.fill(x, y, this.#width, height, row.fill.slice(1));
    row.cells.forEach((cell, at) => {
      if (cell.x > 0) this.#pages.stroke(x + cell.x, y, x + cell.x, y + height, INNER, FRAME.down);
      this.#pages.drawLines(lines[at] ?? [], x + cell.x + SIDE, y + TOP);
    });
    if (!this.#isFresh || !this.#repeatsHeader) this.#ruleAbove(row);
    this.#pages.y += height;
    this.#isFresh = false;
  }

  #drawBroken(row: SetRow): void {
    const next = row.cells.map(() => 0);
    const isOver = (): boolean => row.cells.every((cell, at) => (next[at] ?? 0) >= cell.lines.length);
    while (!isOver()) {
      const room = this.#pages.room - 2 * TOP;
      const taken = row.cells.map((cell, at) => fitting(cell.lines, next[at] ?? 0, room, this.#isFresh));
      if (taken.every((lines) => lines.length === 0)) {
        this.#turn();
        continue;
      }
      taken.forEach((lines, at) => {
        next[at] = (next[at] ?? 0) + lines.length;
      });
      const height = taken.reduce((most, lines) => Math.max(most, heightOfLines(lines)), 0) + 2 * TOP;
      this.#drawSlice(row, taken, height);
      if (!isOver()) this.#turn();
    }
  }
}

/** Lines from `first` on that fit; at least one on a fresh page, whatever its height. */
function fitting(lines: readonly Line[], first: number, room: number, isFresh: boolean): Line[] {
  const taken: Line[] = [];
  let used = 0;
  for (let at = first; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    const placed = taken.length === 0 && first > 0 ? { ...line, above: 0 } : line;
    used += placed.above + placed.height;
    if (used > room && !(isFresh && taken.length === 0)) break;
    taken.push(placed);
  }
  return taken;
}
