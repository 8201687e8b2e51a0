// A matrix as the window keeps it: the core's last answer brought up to date by what changed since, quotes filled in as cells come into view.
// Rows and cells that did not change stay the same objects, so that only the others are drawn again.
import type { MatrixCell, MatrixTable } from '../../shared/domain/matrix.ts';
import { withCells, withDelta } from '../../shared/domain/matrix-delta.ts';
import type { CellPreview, MatrixAnswer } from '../../shared/domain/matrix-delta.ts';

/** Headers' keys of the lines that are in view. */
export interface Lines {
  readonly rowKeys: readonly string[];
  readonly columnKeys: readonly string[];
}

export interface ShownMatrix {
  readonly version: string;
  readonly table: MatrixTable;
  /** Cells whose quotes are those of now; null: all are. */
  readonly previewed: WeakSet<MatrixCell> | null;
}

const showsPassages = ({ definition }: MatrixTable): boolean => definition.contents.includes('passages');

/** The words of before stay until those of now are there. */
function withQuotesOf(before: MatrixTable, table: MatrixTable): MatrixTable {
  const known = new Map(before.cells.flatMap((line) => line.flatMap(({ key, quotes }) => (quotes.length > 0 ? [[key, quotes] as const] : []))));
  const width = table.columns.length;
  const cells = table.cells.flatMap((line, row) =>
    line.flatMap((cell, column) => {
      const quotes = cell.passages > 0 ? known.get(cell.key) : undefined;
      return quotes ? [[row * width + column, { ...cell, quotes }] as const] : [];
    }),
  );
  return withCells(table, cells);
}

/** @param before of the same definition. Null: what changed cannot be put into a table that is not there. */
export function withAnswer(before: ShownMatrix | null, answer: MatrixAnswer): ShownMatrix | null {
  const { version } = answer;
  if (answer.kind === 'whole') {
    const { table, hasPreviews } = answer;
    if (hasPreviews || !showsPassages(table)) return { version, table, previewed: null };
    return { version, table: before ? withQuotesOf(before.table, table) : table, previewed: new WeakSet() };
  }
  if (!before) return null;
  if (before.previewed === null) return { ...before, version, table: withDelta(before.table, answer.changes) };
  const width = before.table.columns.length;
  const cells = answer.changes.cells.map(([number, cell]) => {
    const quotes = before.table.cells[Math.floor(number / width)]?.[number % width]?.quotes ?? [];
    return [number, cell.passages === 0 ? cell : { ...cell, quotes }] as const;
  });
  return { ...before, version, table: withDelta(before.table, { ...answer.changes, cells }) };
}

/** Lines of a side that are asked for at once. */
const MOST_AT_ONCE = 100;

/** Of the lines in view, the first where quotes are missing; null where none is. */
export function missingIn({ table, previewed }: ShownMatrix, { rowKeys, columnKeys }: Lines): Lines | null {
  if (previewed === null) return null;
  const [rowsInView, columnsInView] = [new Set(rowKeys), new Set(columnKeys)];
  const columns = table.columns.flatMap(({ key }, column) => (columnsInView.has(key) ? [column] : []));
  const missing = { rows: new Set<string>(), columns: new Set<string>() };
  table.rows.forEach(({ key }, row) => {
    if (!rowsInView.has(key)) return;
    for (const column of columns) {
      const cell = table.cells[row]?.[column];
      if (!cell || cell.passages === 0 || previewed.has(cell)) continue;
      if (missing.rows.size === MOST_AT_ONCE && !missing.rows.has(key)) return;
      if (missing.columns.size === MOST_AT_ONCE && !missing.columns.has(table.columns[column]?.key ?? '')) continue;
      missing.rows.add(key);
      missing.columns.add(table.columns[column]?.key ?? '');
    }
  });
  return missing.rows.size === 0 ? null : { rowKeys: [...missing.rows], columnKeys: [...missing.columns] };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export function withPreviews(before: ShownMatrix, lines: Lines, previews: readonly CellPreview[]): ShownMatrix {
  const { table, previewed } = before;
  if (previewed === null) return before;
  const quotes = new Map(previews.map((preview) => [preview.key, preview.quotes]));
  const [rowKeys, columnKeys] = [new Set(lines.rowKeys), new Set(lines.columnKeys)];
  const cells: [number, MatrixCell][] = [];
  table.cells.forEach((line, row) => {
    if (!rowKeys.has(table.rows[row]?.key ?? '')) return;
    line.forEach((cell, column) => {
      if (!columnKeys.has(table.columns[column]?.key ?? '')) return;
      // a line that the core no longer has keeps what it shows until the table without it comes
      const own = quotes.get(cell.key) ?? cell.quotes;
      const shown = isSame(own, cell.quotes) ? cell : { ...cell, quotes: own };
      previewed.add(shown);
      if (shown !== cell) cells.push([row * table.columns.length + column, shown]);
    });
  });
  return cells.length === 0 ? before : { ...before, table: withCells(table, cells) };
}
