// Where a sheet's focus is, and the corner opposite it when a block is selected.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { CellAt, SheetColumn } from './sheet-model.ts';

/**
 * Gives the focus to the active cell when asked to, once the cell is there and nothing is being edited; and when the row that had it
 * is no longer there.
 */
export function useCellFocus(table: RefObject<HTMLTableElement | null>, active: CellAt, isEditing: boolean) {
  const isWanted = useRef(false);
  const focused = useRef<Element | null>(null);
  const cellElement = (cell: CellAt) => table.current?.querySelector<HTMLElement>(`[data-cell="${cell.row}:${cell.column}"]`) ?? null;
  useLayoutEffect(() => {
    const isLost = focused.current?.isConnected === false && document.activeElement === document.body;
    if ((isWanted.current || isLost) && !isEditing) {
      isWanted.current = false;
      cellElement(active)?.focus();
    }
    focused.current = table.current?.contains(document.activeElement) ? document.activeElement : null;
  });
  const wantFocus = () => {
    isWanted.current = true;
  };
  return { cellElement, wantFocus };
}

/** The corner opposite the active cell, by what it belongs to; null where nothing but that cell is selected. */
export function useAnchor<Row extends { readonly id: string }>(shown: readonly Row[], columns: readonly SheetColumn<Row>[]) {
  const [anchor, setAnchor] = useState<{ readonly rowId: string; readonly columnId: string } | null>(null);
  const row = anchor === null ? -1 : shown.findIndex(({ id }) => id === anchor.rowId);
  const column = anchor === null ? -1 : columns.findIndex(({ id }) => id === anchor.columnId);
  const anchorAt: CellAt | null = row >= 0 && column >= 0 ? { row, column } : null;
  /** Keeps the corner where it is, or puts it where the selection begins. */
  const extendFrom = (cell: CellAt) => {
    const [rowId, columnId] = [shown[cell.row]?.id, columns[cell.column]?.id];
    if (!anchorAt && rowId !== undefined && columnId !== undefined) setAnchor({ rowId, columnId });
  };
  return { anchorAt, extendFrom, dropAnchor: () => setAnchor(null) };
}

/** A column that has just been added comes into view. */
export function useNewColumnInView<Row>(table: RefObject<HTMLTableElement | null>, columns: readonly SheetColumn<Row>[]): void {
  const known = useRef<ReadonlySet<string>>(new Set(columns.map(({ id }) => id)));
  useEffect(() => {
    const added = columns.findIndex(({ id }) => !known.current.has(id));
    if (added >= 0) table.current?.querySelectorAll('thead th')[added]?.scrollIntoView({ block: 'nearest', inline: 'center' });
    known.current = new Set(columns.map(({ id }) => id));
  }, [table, columns]);
}
