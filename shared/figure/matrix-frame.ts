// What all matrix figures share: title, nested column headers, row labels under their bands, and the place of every cell.
import type { Language } from '../domain/project.ts';
import type { MatrixHeader } from '../domain/matrix.ts';
import { headerBands, headerDepth, headerSpans } from '../domain/matrix-headers.ts';
import type { HeaderSpan } from '../domain/matrix-headers.ts';
import { typeset } from '../domain/typography.ts';
import { longestWord, textWidth, wrapText } from './measure-text.ts';
import type { Palette } from './palette.ts';
import { line, rect, textLines, uprightLines } from './scene.ts';
import type { Rect, SceneNode } from './scene.ts';

/** What a matrix figure is made of besides its cells. */
export interface FrameContent {
  readonly title: string;
  readonly rowAxis: string;
  readonly columnAxis: string;
  readonly rows: readonly MatrixHeader[];
  readonly columns: readonly MatrixHeader[];
  readonly language: Language;
  readonly palette: Palette;
  /** Of the whole picture, in px: what is drawn spreads to it, and goes beyond it only where it could not be read otherwise. */
  readonly width: number;
}

export interface FrameSizes {
  readonly narrowest: number;
  readonly widest: number;
  /** Of columns whose names stand upright, when level ones find no room; not given: names are never turned. */
  readonly narrowestTurned?: number;
  /** Height in px that the cells of this row need at this column width. */
  readonly rowHeight: (row: number, columnWidth: number) => number;
  /** Drawn between the title and the table, at most this wide. */
  readonly legend: (width: number) => { readonly height: number; readonly nodes: (x: number, y: number) => readonly SceneNode[] };
  /** Below the table. */
  readonly note: string;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly SceneNode[];
  readonly cellAt: (row: number, column: number) => Rect;
}

export const MARGIN = 12;
const TITLE = { size: 16, line: 21 };
const HEAD = { size: 12, line: 15, padding: 7 };
const LABEL = { size: 12, line: 15.5, padding: 8, narrowest: 96, widest: 200 };
/** Upright names: how long their lines may be, and what stays free beside them. */
const TURNED = { longest: 132, beside: 8 };
const BAND = { size: 11.5, line: 15, padding: 5 };
const NOTE = { size: 11, line: 15 };

/** First baseline of lines that stand in the middle of a box. */
function centredBaseline(top: number, height: number, lines: number, style: { readonly size: number; readonly line: number }): number {
  return top + (height - (lines - 1) * style.line) / 2 + style.size * 0.36;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

interface Columns {
  readonly label: number;
  readonly each: number;
  /** Of the picture. */
  readonly width: number;
  /** Of the table in it, which may need less. */
  readonly table: number;
  readonly isTurned: boolean;
  readonly xOf: (column: number) => number;
}

const turnedLines = (label: string): string[] => wrapText(label, TURNED.longest, HEAD.size, true);

/** What the widest of the upright names takes. */
function turnedWidth(columns: readonly MatrixHeader[]): number {
  const spans = headerSpans(columns).flat();
  return Math.max(0, ...spans.map(({ label, count }) => (turnedLines(label).length * HEAD.line + TURNED.beside) / count));
}

function columnsOf({ rows, columns, rowAxis, width }: FrameContent, sizes: FrameSizes): Columns {
  const { narrowest, widest, narrowestTurned } = sizes;
  const room = width - 2 * MARGIN;
  const words = Math.max(longestWord(rowAxis, HEAD.size, true), ...rows.map((row) => longestWord(row.label, LABEL.size)));
  const count = Math.max(1, columns.length);
  const wanted = Math.max(
    0,
    ...headerSpans(columns)
      .flat()
      .map((span) => (longestWord(span.label, HEAD.size, true) + 2 * HEAD.padding) / span.count),
  );
  const level = clamp(wanted, narrowest, widest);
  const most = clamp(room * 0.34, LABEL.narrowest, LABEL.widest);
  const least = clamp(words + 2 * LABEL.padding, LABEL.narrowest, most);
  const isTurned = narrowestTurned !== undefined && least + level * count > room;
  const narrow = isTurned ? Math.max(narrowestTurned, turnedWidth(columns)) : level;
  const spread = Math.min(widest * 1.6, (room - least) / count);
  const each = Math.max(narrow, isTurned ? Math.min(level, spread) : spread);
  // what the columns leave goes to the rows' names
  const label = Math.max(least, Math.min(most * 1.5, room - each * count));
  const table = label + each * count;
  return { label, each, width: Math.max(room, table), table, isTurned, xOf: (column) => MARGIN + label + column * each };
}

interface Head {
  readonly span: HeaderSpan;
  readonly lines: readonly string[];
  readonly isUpright: boolean;
}

/** Names level where they fit; where columns are narrow, the innermost upright, and those above that would have to be cut. */
function headsOf(columns: readonly MatrixHeader[], { each, isTurned }: Columns): Head[] {
  const depth = headerDepth(columns);
  return headerSpans(columns).flatMap((spans) => {
    const isCut = spans.some(({ label, count }) => longestWord(label, HEAD.size, true) > each * count - 2 * HEAD.padding);
    return spans.map((span) => {
      const isUpright = isTurned && (isCut || span.level + span.levels === depth);
      const lines = isUpright ? turnedLines(span.label) : wrapText(span.label, each * span.count - 2 * HEAD.padding, HEAD.size, true);
      return { span, lines, isUpright };
    });
  });
}

function headHeight({ lines, isUpright }: Head): number {
  const extent = isUpright ? Math.max(...lines.map((each) => textWidth(each, HEAD.size, true))) : lines.length * HEAD.line;
  return extent + 2 * HEAD.padding;
}

/** The header lines; `height` is theirs together. */
function headNodes(content: FrameContent, sized: Columns, top: number): { readonly height: number; readonly nodes: SceneNode[] } {
  const { label, each, xOf } = sized;
  const { palette, columns } = content;
  const heads = headsOf(columns, sized);
  const heights = Array.from({ length: headerDepth(columns) }, (_, level) =>
    Math.max(HEAD.line, ...heads.filter(({ span }) => span.level + span.levels - 1 === level).map(headHeight)),
  );
  const axis = wrapText(content.columnAxis, each * columns.length - 2 * HEAD.padding, HEAD.size, true);
  const corner = wrapText(content.rowAxis, label - 2 * HEAD.padding, HEAD.size, true);
  const axisHeight = content.columnAxis === '' ? 0 : axis.length * HEAD.line + HEAD.padding;
  const beside = Math.max(0, corner.length * HEAD.line + 2 * HEAD.padding - heights.reduce((sum, height) => sum + height, 0));
  const levelTop = top + axisHeight + beside;
  const topOf = (level: number): number => levelTop + heights.slice(0, level).reduce((sum, height) => sum + height, 0);
  const bottom = topOf(heights.length);
  const head = { size: HEAD.size, fill: palette.ink, bold: true };
  const middle = { ...head, anchor: 'middle' as const };
  const nodes = heads.flatMap(({ span, lines, isUpright }) => {
    const y = topOf(span.level);
    const end = topOf(span.level + span.levels);
    const [x, width] = [xOf(span.first), span.count * each];
    const under = span.level + span.levels < heights.length ? [line(x + 4, end, x + width - 4, end, palette.lineStrong)] : [];
    if (isUpright) {
      const first = x + (width - (lines.length - 1) * HEAD.line) / 2 + HEAD.size * 0.36;
      return [...uprightLines(lines, first, end - HEAD.padding, head, HEAD.line), ...under];
    }
    return [...textLines(lines, x + width / 2, centredBaseline(y, end - y, lines.length, HEAD), middle, HEAD.line), ...under];
  });
  return {
    height: bottom - top,
    nodes: [
      ...(axisHeight === 0
        ? []
        : textLines(axis, xOf(0) + (each * columns.length) / 2, top + HEAD.size, { ...middle, fill: palette.ink2, bold: false }, HEAD.line)),
      ...textLines(
        corner,
        MARGIN,
        bottom - HEAD.padding - (corner.length - 1) * HEAD.line - 2,
        { size: HEAD.size, fill: palette.ink2, bold: true },
        HEAD.line,
      ),
      ...nodes,
    ],
  };
}

interface Body {
  readonly bottom: number;
  readonly nodes: readonly SceneNode[];
  readonly rows: readonly { readonly y: number; readonly height: number }[];
}

function bodyOf(content: FrameContent, sizes: FrameSizes, columns: Columns, top: number): Body {
  const { palette } = content;
  const right = MARGIN + columns.table;
  const nodes: SceneNode[] = [line(MARGIN, top, right, top, palette.ink2, { 'stroke-width': 1.2 })];
  const rows: { y: number; height: number }[] = [];
  let y = top;
  for (const band of headerBands(content.rows)) {
    if (band.label !== null) {
      const lines = wrapText(band.label, columns.table - 2 * LABEL.padding, BAND.size, true);
      const height = lines.length * BAND.line + 2 * BAND.padding;
      nodes.push(rect({ x: MARGIN, y, width: columns.table, height }, { fill: palette.band }));
      nodes.push(
        ...textLines(
          lines,
          MARGIN + LABEL.padding,
          centredBaseline(y, height, lines.length, BAND),
          { size: BAND.size, fill: palette.ink2, bold: true },
          BAND.line,
        ),
      );
      y += height;
    }
    for (let row = band.first; row < band.first + band.count; row += 1) {
      const lines = wrapText(content.rows[row]?.label ?? '', columns.label - 2 * LABEL.padding, LABEL.size);
      const height = Math.max(lines.length * LABEL.line + 2 * LABEL.padding, sizes.rowHeight(row, columns.each));
      nodes.push(
        ...textLines(
          lines,
          MARGIN + LABEL.padding,
          centredBaseline(y, height, lines.length, LABEL),
          { size: LABEL.size, fill: palette.ink },
          LABEL.line,
        ),
      );
      rows.push({ y, height });
      y += height;
      nodes.push(line(MARGIN, y, right, y, palette.line));
    }
  }
  nodes.push(line(MARGIN, y, right, y, palette.ink2, { 'stroke-width': 1.2 }));
  return { bottom: y, nodes, rows };
}

/** Lays out everything but the cells' own marks. Words are typeset here. */
export function matrixFrame(content: FrameContent, sizes: FrameSizes): Frame {
  const words = (text: string): string => typeset(text, content.language);
  const typed = (header: MatrixHeader): MatrixHeader => ({
    ...header,
    label: words(header.label),
    path: header.path.map(words),
    entities: header.entities.map((entity) => ({ ...entity, label: words(entity.label), path: entity.path.map(words) })),
  });
  const printed = {
    ...content,
    rowAxis: words(content.rowAxis),
    columnAxis: words(content.columnAxis),
    rows: content.rows.map(typed),
    columns: content.columns.map(typed),
  };
  const columns = columnsOf(printed, sizes);
  const { palette } = content;

  const title = content.title === '' ? [] : wrapText(words(content.title), columns.width, TITLE.size, true);
  const legendTop = MARGIN + title.length * TITLE.line + (title.length > 0 ? 8 : 0);
  const legend = sizes.legend(columns.width);
  const headTop = legendTop + legend.height + (legend.height > 0 ? 14 : 0);
  const head = headNodes(printed, columns, headTop);
  const body = bodyOf(printed, sizes, columns, headTop + head.height);
  const note = sizes.note === '' ? [] : wrapText(words(sizes.note), columns.width, NOTE.size);

  return {
    width: columns.width + 2 * MARGIN,
    height: body.bottom + note.length * NOTE.line + (note.length > 0 ? 8 : 0) + MARGIN,
    nodes: [
      ...textLines(title, MARGIN, MARGIN + TITLE.size * 0.85, { size: TITLE.size, fill: palette.ink, bold: true }, TITLE.line),
      ...legend.nodes(MARGIN, legendTop),
      ...head.nodes,
      ...body.nodes,
      ...textLines(note, MARGIN, body.bottom + 8 + NOTE.size, { size: NOTE.size, fill: palette.ink3 }, NOTE.line),
    ],
    cellAt: (row, column) => {
      const place = body.rows[row] ?? { y: 0, height: 0 };
      return { x: columns.xOf(column), y: place.y, width: columns.each, height: place.height };
    },
  };
}

/** Boxes set side by side from the left, going on below where the line is full. Positions from 0, 0. */
export function flow(
  boxes: readonly { readonly width: number; readonly height: number }[],
  width: number,
  gap: number,
): { readonly places: readonly Rect[]; readonly height: number } {
  const places: Rect[] = [];
  let x = 0;
  let y = 0;
  let lineHeight = 0;
  for (const box of boxes) {
    if (x > 0 && x + box.width > width) {
      x = 0;
      y += lineHeight + gap;
      lineHeight = 0;
    }
    places.push({ x, y, ...box });
    x += box.width + gap;
    lineHeight = Math.max(lineHeight, box.height);
  }
  return { places, height: y + lineHeight };
}
