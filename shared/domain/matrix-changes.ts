// What differs between two states of one matrix, cell by cell. Rows and columns are the same where their keys are, wherever they stand.
import type { MatrixCell, MatrixHeader, MatrixTable } from './matrix.ts';
import { isBlankCell } from './matrix-cell.ts';

/** One side of a changed cell. */
export interface CellState {
  readonly passages: number;
  readonly rating: string | null;
  readonly synthesis: string | null;
  readonly status: MatrixCell['status'];
}

/** `null`: the cell said nothing then, or its row or column was not there. */
export interface MatrixChange {
  readonly row: Pick<MatrixHeader, 'key' | 'label' | 'path'>;
  readonly column: Pick<MatrixHeader, 'key' | 'label' | 'path'>;
  readonly before: CellState | null;
  readonly after: CellState | null;
}

function stateOf(cell: MatrixCell | undefined): CellState | null {
  if (!cell || isBlankCell(cell)) return null;
  return { passages: cell.passages, rating: cell.rating?.label ?? null, synthesis: cell.synthesis, status: cell.status };
}

function isSame(a: CellState | null, b: CellState | null): boolean {
  if (a === null || b === null) return a === b;
  return a.passages === b.passages && a.rating === b.rating && a.synthesis === b.synthesis && a.status === b.status;
}

const named = ({ key, label, path }: MatrixHeader): MatrixChange['row'] => ({ key, label, path });

/** Headers of both, those of `after` first, each once. */
function headersOfBoth(after: readonly MatrixHeader[], before: readonly MatrixHeader[]): MatrixHeader[] {
  const known = new Set(after.map(({ key }) => key));
  return [...after, ...before.filter(({ key }) => !known.has(key))];
}

function cellFinder(table: MatrixTable): (row: string, column: string) => MatrixCell | undefined {
  const rows = new Map(table.rows.map(({ key }, index) => [key, index]));
  const columns = new Map(table.columns.map(({ key }, index) => [key, index]));
  return (row, column) => table.cells[rows.get(row) ?? -1]?.[columns.get(column) ?? -1];
}

/** In the order of `after`; what only `before` has comes last. */
export function changesBetween(before: MatrixTable, after: MatrixTable): MatrixChange[] {
  const was = cellFinder(before);
  const is = cellFinder(after);
  const columns = headersOfBoth(after.columns, before.columns);
  return headersOfBoth(after.rows, before.rows).flatMap((row) =>
    columns.flatMap((column): MatrixChange[] => {
      const change = { before: stateOf(was(row.key, column.key)), after: stateOf(is(row.key, column.key)) };
      return isSame(change.before, change.after) ? [] : [{ row: named(row), column: named(column), ...change }];
    }),
  );
}
