// From the pieces of text that a PDF puts on its pages to lines in reading order: a PDF says where ink goes, not what follows
// what. Columns are read one after the other, a table by its rows.

/** A stretch of text as the page places it; lengths in points, `y` growing upwards from the page's foot. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Of the type. */
  readonly height: number;
}

export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
  /** The column that it stands in: lines of other columns are no neighbours. */
  readonly column: number;
  /** It begins with a raised number, as footnotes do. */
  readonly isNumberedNote: boolean;
}

export interface PdfPage {
  /** 1-based. */
  readonly number: number;
  readonly lines: readonly PdfLine[];
}

interface Line {
  readonly items: PdfItem[];
  y: number;
  height: number;
}

/** A gap wider than this part of the type's height is a space, if the text has none there. */
const SPACE_GAP = 0.15;
/** A gap as wide as this is a column of a table, or a tab. */
const TAB_GAP = 1.6;
/** Baselines closer than this part of the type's height are one line: raised note marks among them. */
const SAME_LINE = 0.45;
/** Raised type is smaller than its line's. */
const RAISED_SIZE = 0.75;
const LEAST_LINES_IN_COLUMN = 6;
/** Running text fills its column; labels beside it, or figures in a table, do not. */
const LEAST_FILL = 0.55;
const LEAST_COLUMN_SHARE = 0.25;
/** Lines that may run across the gutter (titles, footers) as a part of all. */
const MOST_ACROSS = 0.35;

/** The page's lines in the order they are read. */
export function linesInReadingOrder(items: readonly PdfItem[], pageWidth: number): PdfLine[] {
  const visible = items.filter(({ text, height }) => text.trim() !== '' && height > 0);
  const gutter = gutterOf(linesOf(visible), pageWidth);
  if (gutter === null) return linesOf(visible).flatMap((line) => finished(line, 0));
  // What crosses the gutter parts the page: above it, both columns; then itself; then what is below.
  const crossing = linesOf(visible.filter((item) => item.x < gutter && item.x + item.width > gutter));
  const lines: PdfLine[] = [];
  let above = visible.filter((item) => !(item.x < gutter && item.x + item.width > gutter));
  for (const across of crossing) {
    const upper = above.filter(({ y }) => y > across.y);
    above = above.filter(({ y }) => y <= across.y);
    lines.push(...columns(upper, gutter), ...finished(across, 0));
  }
  return [...lines, ...columns(above, gutter)];
}

function columns(items: readonly PdfItem[], gutter: number): PdfLine[] {
  const left = linesOf(items.filter((item) => item.x < gutter));
  const right = linesOf(items.filter((item) => item.x >= gutter));
  return [...left.flatMap((line) => finished(line, 1)), ...right.flatMap((line) => finished(line, 2))];
}

/** Items by baseline, top line first, each line's items from left to right. */
function linesOf(items: readonly PdfItem[]): Line[] {
  const lines: Line[] = [];
  for (const item of items.toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && line.y - item.y < SAME_LINE * Math.max(line.height, item.height)) {
      line.items.push(item);
      // The line is where its tallest type stands, not where a raised mark does.
      if (item.height > line.height) Object.assign(line, { y: item.y, height: item.height });
    } else lines.push({ items: [item], y: item.y, height: item.height });
  }
  for (const line of lines) line.items.sort((a, b) => a.x - b.x);
  return lines;
}

/** Where the white between two columns of running text is, if the page has them. */
function gutterOf(lines: readonly Line[], pageWidth: number): number | null {
  const middle = pageWidth / 2;
  const split = lines.map(({ items }) => {
    const left = items.filter((item) => item.x + item.width <= middle + pageWidth * 0.1 && item.x < middle);
    const right = items.filter((item) => !left.includes(item));
    return { left: extent(left), right: extent(right) };
  });
  const both = split.flatMap(({ left, right }) => (left && right && right.from - left.to > pageWidth * 0.015 ? [{ left, right }] : []));
  const lefts = split.flatMap(({ left, right }) => (left && (!right || right.from > left.to) ? [left] : []));
  const rights = split.flatMap(({ left, right }) => (right && (!left || right.from > left.to) && right.from > middle * 0.7 ? [right] : []));
  if (both.length < LEAST_LINES_IN_COLUMN || both.length < (1 - MOST_ACROSS) * Math.max(lefts.length, rights.length) * 0.5) return null;
  const leftEdge = percentile(both.map(({ left }) => left.to), 0.95);
  const rightEdge = percentile(both.map(({ right }) => right.from), 0.05);
  if (rightEdge <= leftEdge) return null;
  const isText = (parts: readonly Extent[]): boolean => {
    const width = Math.max(...parts.map(({ to }) => to)) - Math.min(...parts.map(({ from }) => from));
    return width >= LEAST_COLUMN_SHARE * pageWidth && percentile(parts.map(({ from, to }) => to - from), 0.5) >= LEAST_FILL * width;
  };
  return isText(both.map(({ left }) => left)) && isText(both.map(({ right }) => right)) ? (leftEdge + rightEdge) / 2 : null;
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

function extent(items: readonly PdfItem[]): Extent | null {
  if (items.length === 0) return null;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    from = Math.min(from, item.x);
    to = Math.max(to, item.x + item.width);
  }
  return { from, to };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** The line's text, its gaps turned into spaces and tabs; none when it is blank. */
function finished({ items, y, height }: Line, column: number): PdfLine[] {
  let text = '';
  let end = items[0]?.x ?? 0;
  for (const item of items) {
    const gap = item.x - end;
    if (gap > TAB_GAP * height) text = `${text.trimEnd()}\t${item.text.trimStart()}`;
    else if (gap > SPACE_GAP * height && !/\s$/.test(text) && !/^\s/.test(item.text) && text !== '') text += ` ${item.text}`;
    else text += item.text;
    end = Math.max(end, item.x + item.width);
  }
  const trimmed = text.trim();
  const [first] = items;
  if (!first || trimmed === '') return [];
  const isNumberedNote = first.height < RAISED_SIZE * height && /^\s*\d{1,3}\s*$/.test(first.text);
  return [{ text: trimmed, left: first.x, right: end, y, height, column, isNumberedNote }];
}
