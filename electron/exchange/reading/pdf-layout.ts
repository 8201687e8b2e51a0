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
/** What may run across the gutter (titles, footers), as a part of the lines of the shorter column. */
const MOST_ACROSS = 0.35;
/** The gutter is looked for between these parts of the page's width. */
const GUTTER_FROM = 0.3;
const GUTTER_TO = 0.7;
const GUTTER_STEPS = 200;

/** The page's lines in the order they are read. */
export function linesInReadingOrder(items: readonly PdfItem[], pageWidth: number): PdfLine[] {
  const visible = items.filter(({ text, height }) => text.trim() !== '' && height > 0);
  const gutter = gutterOf(visible, pageWidth);
  if (gutter === null) return linesOf(visible).flatMap((line) => finished(line, 0));
  // What crosses the gutter parts the page: above it, both columns; then itself; then what is below.
  const lines: PdfLine[] = [];
  let below = visible.filter((item) => !crosses(item, gutter));
  for (const across of linesOf(visible.filter((item) => crosses(item, gutter)))) {
    lines.push(
      ...columns(
        below.filter(({ y }) => y > across.y),
        gutter,
      ),
      ...finished(across, 0),
    );
    below = below.filter(({ y }) => y <= across.y);
  }
  return [...lines, ...columns(below, gutter)];
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

/** The middle of the white between two columns of running text, if the page has them. */
function gutterOf(items: readonly PdfItem[], pageWidth: number): number | null {
  const step = pageWidth / GUTTER_STEPS;
  let run = { from: 0, to: 0, across: Number.POSITIVE_INFINITY };
  let best = run;
  for (let x = GUTTER_FROM * pageWidth; x <= GUTTER_TO * pageWidth; x += step) {
    const across = items.filter((item) => crosses(item, x)).length;
    run = run.across === across ? { ...run, to: x } : { from: x, to: x, across };
    if (across < best.across || (across === best.across && run.to - run.from > best.to - best.from)) best = run;
  }
  const gutter = (best.from + best.to) / 2;
  const sides = [items.filter((item) => item.x + item.width <= gutter), items.filter((item) => item.x >= gutter)].map(linesOf);
  const fewest = Math.min(...sides.map(({ length }) => length));
  return best.across <= MOST_ACROSS * fewest && sides.every((lines) => isRunningText(lines, pageWidth)) ? gutter : null;
}

function crosses(item: PdfItem, x: number): boolean {
  return item.x < x && item.x + item.width > x;
}

function isRunningText(lines: readonly Line[], pageWidth: number): boolean {
  if (lines.length < LEAST_LINES_IN_COLUMN) return false;
  const extents = lines.map(({ items }) => ({ from: items[0]?.x ?? 0, to: Math.max(...items.map(({ x, width }) => x + width)) }));
  const width = Math.max(...extents.map(({ to }) => to)) - Math.min(...extents.map(({ from }) => from));
  const widths = extents.map(({ from, to }) => to - from).sort((a, b) => a - b);
  return width >= LEAST_COLUMN_SHARE * pageWidth && (widths[widths.length >> 1] ?? 0) >= LEAST_FILL * width;
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
