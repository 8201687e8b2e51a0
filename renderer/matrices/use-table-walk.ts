// Walking through the table: which cell the keyboard is on, what keys and clicks do, and where the focus is kept.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import type { CellChoice } from './cell-choice.ts';
import type { CellLinks } from './found-list.tsx';
import { cellAfterKey } from './grid-keys.ts';
import type { CellPosition } from './grid-keys.ts';
import { findCell } from './table-cells.ts';

export interface TableWalk {
  /** The cell that Tab reaches. */
  readonly at: CellPosition;
  /** For the grid element. */
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onClick: (event: MouseEvent) => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
}

interface Walk {
  readonly links: CellLinks;
  readonly chosen: CellChoice | null;
  readonly onClose: () => void;
  /** Brings a cell into view that may not be drawn yet. */
  readonly reveal: (cell: CellPosition) => void;
}

export function useTableWalk(grid: RefObject<HTMLDivElement | null>, { links, chosen, onClose, reveal }: Walk): TableWalk {
  const { table, onOpen } = links;
  const size = { rows: table.rows.length, columns: table.columns.length };
  const [current, setCurrent] = useState<CellPosition>(() => positionOf(table, chosen) ?? { row: 0, column: 0 });
  const at = { row: Math.min(current.row, size.rows - 1), column: Math.min(current.column, size.columns - 1) };
  const { go, onFocus, onBlur } = useFocusOnCell(grid, at, reveal);

  // Coming back from the reader: the cell that was left is in view, and the keyboard is on it. A newer table alone moves nothing.
  const latest = useRef({ table, chosen });
  latest.current = { table, chosen };
  const chosenKey = chosen && `${chosen.rowKey} ${chosen.columnKey}`;
  useEffect(() => {
    const position = chosenKey === null ? null : positionOf(latest.current.table, latest.current.chosen);
    if (!position) return;
    setCurrent(position);
    go(position, document.activeElement === document.body);
  }, [chosenKey, go]);

  const open = (position: CellPosition, byKeyboard: boolean, categoryId?: string) => {
    const rowKey = table.rows[position.row]?.key;
    const columnKey = table.columns[position.column]?.key;
    if (rowKey !== undefined && columnKey !== undefined) onOpen({ rowKey, columnKey, categoryId }, byKeyboard);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.shiftKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(at, true);
    } else if (event.key === 'Escape') onClose();
    const next = cellAfterKey(at, event.key, event.ctrlKey || event.metaKey, size);
    if (!next) return;
    event.preventDefault();
    setCurrent(next);
    go(next, true);
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const position = positionFrom(target.closest<HTMLElement>('[data-cell]'));
    if (!position || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setCurrent(position);
    open(position, false, target.closest<HTMLElement>('[data-category]')?.dataset['category']);
  };
  return { at, handlers: { onKeyDown, onClick, onFocus, onBlur } };
}

/** Keeps the focus on the current cell, even when the cell has yet to be drawn, or was scrolled out of what is drawn. */
function useFocusOnCell(grid: RefObject<HTMLDivElement | null>, at: CellPosition, reveal: (cell: CellPosition) => void) {
  const isInside = useRef(false);
  const isWanted = useRef(false);
  const elementOf = useCallback(
    (cell: CellPosition) => grid.current?.querySelector<HTMLElement>(`[data-cell="${cell.row} ${cell.column}"]`) ?? null,
    [grid],
  );
  const go = useCallback(
    (cell: CellPosition, takesFocus: boolean) => {
      reveal(cell);
      const element = elementOf(cell);
      element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      if (!takesFocus) return;
      isWanted.current = element === null;
      element?.focus({ preventScroll: true });
    },
    [elementOf, reveal],
  );
  useLayoutEffect(() => {
    const element = elementOf(at);
    if (isWanted.current && element) {
      isWanted.current = false;
      element.focus({ preventScroll: true });
    } else if (isInside.current && document.activeElement === document.body) {
      // The focused cell is no longer drawn: the grid holds its place, and arrows go on from there.
      (element ?? grid.current)?.focus({ preventScroll: true });
    }
  });
  const onFocus = () => {
    isInside.current = true;
  };
  const onBlur = () => {
    isInside.current = false;
  };
  return { go, onFocus, onBlur };
}

function positionOf(table: MatrixTable, chosen: CellChoice | null): CellPosition | null {
  return chosen && findCell(table, chosen.rowKey, chosen.columnKey);
}

function positionFrom(element: HTMLElement | null): CellPosition | null {
  const [row, column] = (element?.dataset['cell'] ?? '').split(' ').map(Number);
  return row === undefined || column === undefined || !element ? null : { row, column };
}
