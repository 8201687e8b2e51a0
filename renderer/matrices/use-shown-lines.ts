// Tells whoever keeps the matrix which of its lines are in view, folded ones by what they stand for.
import { useEffect, useRef } from 'react';
import type { MatrixHeader } from '../../shared/domain/matrix.ts';
import type { CellLinks } from './found-list.tsx';
import { foldOf, keysUnder } from './grid-folds.ts';
import type { ParentOf } from './grid-folds.ts';
import type { VisibleCells } from './use-visible-cells.ts';

/** Quotes are asked for where the scrolling rests: those that fly by nobody reads. */
const RESTS_MS = 90;
/** A folded line shows the first quotes of the first of its lines. */
const MOST_UNDER = 20;

export function useShownLines(
  { table, onShown }: CellLinks,
  whole: CellLinks['table'],
  visible: VisibleCells,
  frozen: number,
  parentOf: ParentOf,
): void {
  const { rows, columns } = visible;
  const [firstRow, endRow, firstColumn, endColumn] = [rows.first, rows.end, columns.first, columns.end];
  /** Which table's lines were told. */
  const told = useRef<readonly MatrixHeader[] | null>(null);
  useEffect(() => {
    if (!onShown) return undefined;
    const keysOf = (shown: readonly MatrixHeader[], all: readonly MatrixHeader[]): string[] =>
      shown.flatMap((header) => (foldOf(header) ? keysUnder(header, all, parentOf).slice(0, MOST_UNDER) : [header.key]));
    const tell = () =>
      onShown({
        rowKeys: keysOf(table.rows.slice(firstRow, endRow), whole.rows),
        columnKeys: keysOf([...table.columns.slice(0, frozen), ...table.columns.slice(Math.max(frozen, firstColumn), endColumn)], whole.columns),
      });
    const isNew = told.current !== table.rows;
    told.current = endRow > firstRow ? table.rows : null;
    if (isNew) {
      tell();
      return undefined;
    }
    const timer = setTimeout(tell, RESTS_MS);
    return () => clearTimeout(timer);
  }, [onShown, table.rows, table.columns, whole.rows, whole.columns, firstRow, endRow, firstColumn, endColumn, frozen, parentOf]);
}
