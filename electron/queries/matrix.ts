// Computes matrices from the project: what falls in their cells and what is written there, in the order asked for.
import { Refusal } from '../../shared/domain/failure.ts';
import { unitsAskedFor } from '../../shared/domain/matrix.ts';
import type { MatrixCell, MatrixDefinition, MatrixHeader, MatrixTable } from '../../shared/domain/matrix.ts';
import type { AxisTitles } from '../../shared/domain/matrix-axis.ts';
import { isBlankCell } from '../../shared/domain/matrix-cell.ts';
import type { CellPreview } from '../../shared/domain/matrix-delta.ts';
import { markedPassage } from '../../shared/domain/matrix-fill.ts';
import { orderedLines } from '../../shared/domain/matrix-order.ts';
import type { LineFacts } from '../../shared/domain/matrix-order.ts';
import type { Project } from '../storage/open-project.ts';
import { MatrixReading } from './matrix-reading.ts';
import { readStudy } from './matrix-study.ts';

/** What a window shows of a cell's quotes in its table; all of them come with the one cell that is looked at. */
export const PREVIEWED_QUOTES = 2;

/** A window shows few cells of a larger matrix at once: it asks for their quotes as they come into view. */
const MOST_CELLS_PREVIEWED = 400;

/** The quotes that cells are wanted with; `null`: any will do. */
type QuoteRule = { readonly most: number; readonly upToCells: number } | null;

/** Matrices looked at last, in a window or two; each holds all its cells. */
const MOST_KEPT = 4;
const readings = new WeakMap<Project, Map<string, MatrixReading>>();

function readingOf(project: Project, definition: MatrixDefinition, titles: AxisTitles, quotes: QuoteRule): MatrixReading {
  const study = readStudy(project);
  let known = readings.get(project);
  if (!known) readings.set(project, (known = new Map()));
  for (const [key, { kept }] of known) if (kept.frame !== study.frame) known.delete(key);
  const { rows, columns, join, coderIds, where = [] } = definition;
  const units = unitsAskedFor(definition.contents);
  const crossing = JSON.stringify([rows, columns, join, coderIds, where, units, titles.language]);
  const ofCrossing = quotes ? undefined : [...known.keys()].findLast((key) => key.startsWith(crossing));
  const { most, upToCells } = quotes ?? NO_QUOTES;
  const key = ofCrossing ?? `${crossing} ${most} ${upToCells}`;
  const reading = known.get(key) ?? new MatrixReading(project, { rows, columns, join, coderIds, where }, study, titles, { units, most, upToCells });
  reading.refresh(study);
  // the one used last stands last
  known.delete(key);
  known.set(key, reading);
  const [oldest] = known.keys();
  if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
  return reading;
}

const NO_QUOTES = { most: 0, upToCells: 0 } as const;

/** What a window's table comes with. */
function windowRule(definition: MatrixDefinition): NonNullable<QuoteRule> {
  return definition.contents.includes('passages') ? { most: PREVIEWED_QUOTES, upToCells: MOST_CELLS_PREVIEWED } : NO_QUOTES;
}

/** Distinct passages of every row, or of every column. */
function countLines(reading: MatrixReading, isRow: boolean): number[] {
  const width = reading.columns.length;
  const seen = (isRow ? reading.rows : reading.columns).map(() => new Map<object, Set<number>>());
  for (const cell of reading.kept.cells()) {
    const line = seen[isRow ? Math.floor(cell / width) : cell % width];
    for (const { reading: source, contribution } of reading.kept.sharesOf(cell)) {
      const passages = line?.get(source) ?? new Set();
      line?.set(source, passages);
      for (const mark of contribution.marks) passages.add(markedPassage(mark));
    }
  }
  return seen.map((line) => [...line.values()].reduce((sum, passages) => sum + passages.size, 0));
}

/** Where a rating stands between the ends of its scale. */
function levelOf({ rating }: MatrixCell, { extents }: MatrixReading): number | null {
  const extent = rating && extents.get(rating.scaleId);
  return rating && extent ? (rating.value - extent.least) / Math.max(extent.most - extent.least, Number.EPSILON) : null;
}

function factsOf(reading: MatrixReading, isRow: boolean): LineFacts {
  const { cells, rows, columns } = reading;
  const others = isRow ? columns : rows;
  const cellAt = (line: number, other: number): MatrixCell => (isRow ? cells[line]?.[other] : cells[other]?.[line]) as MatrixCell;
  let counts: number[] | null = null;
  return {
    others,
    passages: (line, other) => (other === null ? ((counts ??= countLines(reading, isRow))[line] ?? 0) : cellAt(line, other).passages),
    rating: (line, other) => {
      if (other !== null) return levelOf(cellAt(line, other), reading);
      const levels = others.flatMap((_, index) => levelOf(cellAt(line, index), reading) ?? []);
      return levels.length === 0 ? null : levels.reduce((sum, level) => sum + level, 0) / levels.length;
    },
  };
}

/** The rows and columns to show, in their order. */
function linesOf(reading: MatrixReading, definition: MatrixDefinition): { readonly rows: number[]; readonly columns: number[] } {
  const { frame } = reading.kept;
  const shown = (headers: readonly MatrixHeader[], lines: number[], hidden: readonly string[] = []): number[] => {
    const keys = new Set(hidden);
    return keys.size === 0 ? lines : lines.filter((line) => !keys.has(headers[line]?.key ?? ''));
  };
  const rows = shown(reading.rows, orderedLines(reading.rows, definition.rowOrder, factsOf(reading, true), frame), definition.hiddenRows);
  const columns = shown(
    reading.columns,
    orderedLines(reading.columns, definition.columnOrder, factsOf(reading, false), frame),
    definition.hiddenColumns,
  );
  if (!definition.hidesEmpty) return { rows, columns };
  const says = (row: number, column: number): boolean => !isBlankCell(reading.cells[row]?.[column] as MatrixCell);
  return {
    rows: rows.filter((row) => columns.some((column) => says(row, column))),
    columns: columns.filter((column) => rows.some((row) => says(row, column))),
  };
}

const isInOrder = (lines: readonly number[], count: number): boolean => lines.length === count && lines.every((line, at) => line === at);

function cellsOf(reading: MatrixReading, rows: readonly number[], columns: readonly number[], withMembers: boolean): (readonly MatrixCell[])[] {
  const isWhole = isInOrder(columns, reading.columns.length);
  return rows.map((row) => {
    const line = reading.cells[row] ?? [];
    if (isWhole && !withMembers) return line;
    return columns.map((column) => {
      const cell = line[column] as MatrixCell;
      return withMembers ? { ...cell, members: reading.membersOf(row, column) } : cell;
    });
  });
}

/**
 * Computes a matrix. Quotes come with it only where its contents ask for passages, or `withQuotes` says so: all of them, and what the cells
 * of members hold, or the first of each cell (`mostQuotes`);
 * `isForWindow`: none at all in a large matrix, `readPreviews` has them.
 */
export function computeMatrix(
  project: Project,
  definition: MatrixDefinition,
  titles: AxisTitles,
  options: { title: string; withQuotes?: boolean; mostQuotes?: number; isForWindow?: boolean },
): MatrixTable {
  const withQuotes = options.withQuotes ?? definition.contents.includes('passages');
  const most = options.mostQuotes ?? Number.POSITIVE_INFINITY;
  const rule = withQuotes ? { most, upToCells: Number.POSITIVE_INFINITY } : NO_QUOTES;
  const reading = readingOf(project, definition, titles, options.isForWindow ? windowRule(definition) : rule);
  const { rows, columns } = linesOf(reading, definition);
  const { omittedCodings, ...totals } = reading.kept.totals();
  return {
    title: options.title,
    definition,
    rowAxes: reading.kept.rowAxes.map((axis) => axis.title),
    columnAxes: reading.kept.columnAxes.map((axis) => axis.title),
    rows: rows.map((row) => reading.rows[row] as MatrixHeader),
    columns: columns.map((column) => reading.columns[column] as MatrixHeader),
    cells: cellsOf(reading, rows, columns, withQuotes && most === Number.POSITIVE_INFINITY && reading.hasMembers),
    totals,
    omittedCodings,
  };
}

/** One cell with all its quotes, and what the cells of its members hold. */
export function readCell(project: Project, definition: MatrixDefinition, titles: AxisTitles, rowKey: string, columnKey: string): MatrixCell {
  const reading = readingOf(project, definition, titles, null);
  const row = reading.rows.findIndex((header) => header.key === rowKey);
  const column = reading.columns.findIndex((header) => header.key === columnKey);
  if (row < 0 || column < 0) throw new Refusal('matrix.cellUnknown', { key: `${rowKey} × ${columnKey}` });
  return reading.whole(row, column);
}

/** Whether a window's table comes with its quotes. */
export function hasPreviews(project: Project, definition: MatrixDefinition, titles: AxisTitles): boolean {
  return readingOf(project, definition, titles, windowRule(definition)).hasQuotes;
}

/** The first quotes of the cells where these lines cross. Lines that are no longer there have none. */
export function readPreviews(
  project: Project,
  definition: MatrixDefinition,
  titles: AxisTitles,
  lines: { readonly rowKeys: readonly string[]; readonly columnKeys: readonly string[] },
): CellPreview[] {
  const reading = readingOf(project, definition, titles, null);
  const placesOf = (headers: readonly MatrixHeader[], keys: readonly string[]): number[] => {
    const places = new Map(headers.map((header, place) => [header.key, place]));
    return keys.flatMap((key) => places.get(key) ?? []);
  };
  return reading.previews(placesOf(reading.rows, lines.rowKeys), placesOf(reading.columns, lines.columnKeys), PREVIEWED_QUOTES);
}
