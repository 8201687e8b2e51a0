// Which cell of the table is being written in, and where Tab leads from it: along the row, then on to the next one.
import { useCallback, useRef, useState } from 'react';
import type { CellLinks } from './found-list.tsx';
import { foldOf } from './grid-folds.ts';
import type { CellPosition } from './grid-keys.ts';

/** The cell after or before this one, line by line; null beyond either end. */
export function cellBeside(from: CellPosition, step: -1 | 1, size: { readonly rows: number; readonly columns: number }): CellPosition | null {
  const at = from.row * size.columns + from.column + step;
  return at < 0 || at >= size.rows * size.columns ? null : { row: Math.floor(at / size.columns), column: at % size.columns };
}

interface Editing {
  readonly at: CellPosition | null;
  readonly edit: (cell: CellPosition) => void;
  readonly end: (step: -1 | 0 | 1 | null) => void;
}

/** `isPresent`: nothing is written in a state of the past. Folded lines have no crossing of their own. */
export function useEditing({ table }: CellLinks, isPresent: boolean, goTo: (cell: CellPosition) => void): Editing {
  const [at, setAt] = useState<CellPosition | null>(null);
  const canWrite = ({ row, column }: CellPosition): boolean => {
    const [rowHeader, columnHeader] = [table.rows[row], table.columns[column]];
    return isPresent && rowHeader !== undefined && columnHeader !== undefined && !foldOf(rowHeader) && !foldOf(columnHeader);
  };
  const begin = (cell: CellPosition): void => {
    if (!canWrite(cell)) return;
    goTo(cell);
    setAt(cell);
  };
  const finish = (step: -1 | 0 | 1 | null): void => {
    setAt(null);
    if (!at || step === null) return;
    if (step === 0) return goTo(at);
    let next = cellBeside(at, step, { rows: table.rows.length, columns: table.columns.length });
    while (next && !canWrite(next)) next = cellBeside(next, step, { rows: table.rows.length, columns: table.columns.length });
    if (next) begin(next);
    else goTo(at);
  };
  const latest = useRef({ begin, finish });
  latest.current = { begin, finish };
  return {
    at,
    edit: useCallback((cell) => latest.current.begin(cell), []),
    end: useCallback((step) => latest.current.finish(step), []),
  };
}
