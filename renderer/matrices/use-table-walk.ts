// Walking through the table: which cell or head the keyboard is on, what keys and clicks do, and where the focus is kept.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import type { CellChoice } from './cell-choice.ts';
import type { CellLinks } from './found-list.tsx';
import { cellAfterKey, isHead } from './grid-keys.ts';
import type { CellPosition } from './grid-keys.ts';
import type { Next } from './grid-progress.ts';
import type { HeaderSpan } from './header-spans.ts';
import type { KeyboardPlace } from './use-next-cell.ts';
import { findCell } from './table-cells.ts';

export interface TableWalk {
  /** The cell or head that Tab reaches. */
  readonly at: CellPosition;
  readonly goTo: (cell: CellPosition) => void;
  /** For the grid element. */
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onClick: (event: MouseEvent) => void;
    readonly onDoubleClick: (event: MouseEvent) => void;
    readonly onContextMenu: (event: MouseEvent) => void;
    readonly onFocus: (event: { target: EventTarget }) => void;
    readonly onBlur: () => void;
  };
}

/** What can be done on a head by its keys. */
export interface HeadActs {
  readonly openMenu: (at: CellPosition, element: HTMLElement) => void;
  /** Pixels. */
  readonly widen: (at: CellPosition, by: number) => void;
  /** One place earlier or later. */
  readonly move: (at: CellPosition, by: -1 | 1) => void;
}

interface Walk {
  readonly links: CellLinks;
  readonly chosen: CellChoice | null;
  /** The rows of the column heads, outermost first. */
  readonly heads: readonly (readonly HeaderSpan[])[];
  readonly acts: HeadActs;
  readonly onNext: (next: Next, keyboard: KeyboardPlace) => void;
  /** Writes in the cell itself. */
  readonly onEdit: (cell: CellPosition) => void;
  readonly onClose: () => void;
  /** Brings a cell into view that may not be drawn yet. */
  readonly reveal: (cell: CellPosition) => void;
}

const NEXT_KEYS: Partial<Record<string, Next>> = { n: 'empty', r: 'outdated', b: 'draft' };
const WIDEN_PX = 16;
const STEPS: Partial<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
const isWriting = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input, textarea, [contenteditable="true"], [role="menu"], .cell-in-place') !== null;

export function useTableWalk(grid: RefObject<HTMLDivElement | null>, walk: Walk): TableWalk {
  const { links, chosen, heads, acts, onNext, onEdit, onClose, reveal } = walk;
  const { table, onOpen } = links;
  const size = { rows: table.rows.length, columns: table.columns.length, heads: heads.length };
  const [current, setCurrent] = useState<CellPosition>(() => positionOf(table, chosen) ?? { row: 0, column: 0 });
  const at = landing({ row: Math.min(current.row, size.rows - 1), column: Math.min(current.column, size.columns - 1) }, heads);
  const { go, onFocus, onBlur } = useFocusOnCell(grid, at, reveal);

  // Coming back from the reader: the cell that was left is in view, and the keyboard is on it. A newer table alone moves nothing.
  const latest = useRef({ table, chosen, go });
  latest.current = { table, chosen, go };
  const chosenKey = chosen && `${chosen.rowKey} ${chosen.columnKey}`;
  useEffect(() => {
    const position = chosenKey === null ? null : positionOf(latest.current.table, latest.current.chosen);
    if (!position) return;
    setCurrent(position);
    latest.current.go(position, document.activeElement === document.body);
  }, [chosenKey]);

  const goTo = useCallback(
    (cell: CellPosition) => {
      setCurrent(cell);
      go(cell, true);
    },
    [go],
  );
  const open = (position: CellPosition, byKeyboard: boolean, within: Within = {}) => {
    const rowKey = table.rows[position.row]?.key;
    const columnKey = table.columns[position.column]?.key;
    if (rowKey !== undefined && columnKey !== undefined) onOpen({ rowKey, columnKey, ...within }, byKeyboard);
  };
  const onHeadKey = (event: KeyboardEvent): boolean => {
    const step = STEPS[event.key];
    const opensMenu = event.key === 'Enter' || event.key === ' ' || event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
    if (opensMenu) acts.openMenu(at, elementAt(grid, at) ?? (event.target as HTMLElement));
    else if (step && event.shiftKey && (event.ctrlKey || event.metaKey)) acts.move(at, step);
    else if (step && event.shiftKey) acts.widen(at, step * WIDEN_PX);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isWriting(event.target)) return;
    if (isHead(at) && !event.altKey && onHeadKey(event)) return event.preventDefault();
    if (event.altKey || event.shiftKey) return undefined;
    const isFar = event.ctrlKey || event.metaKey;
    const next = isFar ? undefined : NEXT_KEYS[event.key];
    if (next) {
      event.preventDefault();
      onNext(next, { at, goTo });
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      onEdit(focused(event) ?? at);
    } else if (event.key === ' ') {
      event.preventDefault();
      open(focused(event) ?? at, true);
    } else if (event.key === 'Escape') onClose();
    const to = cellAfterKey(leaving(at, event.key, heads), event.key, isFar, size);
    if (!to) return undefined;
    event.preventDefault();
    return goTo(landing(to, heads));
  };
  const mouse = mouseHandlers({ setCurrent, open, onEdit, openMenu: acts.openMenu });
  /** However the focus came to a cell or a head, the keyboard goes on from there. */
  const onFocusIn = ({ target }: { target: EventTarget }) => {
    onFocus();
    const position = target instanceof HTMLElement && target.dataset['cell'] !== undefined ? positionFrom(target) : null;
    if (position && (position.row !== at.row || position.column !== at.column)) setCurrent(position);
  };
  return { at, goTo, handlers: { onKeyDown, ...mouse, onFocus: onFocusIn, onBlur } };
}

/** What of the cell was pressed. */
type Within = Pick<CellChoice, 'categoryId' | 'unitKey'>;

interface MouseActs {
  readonly setCurrent: (cell: CellPosition) => void;
  readonly open: (cell: CellPosition, byKeyboard: boolean, within?: Within) => void;
  readonly onEdit: (cell: CellPosition) => void;
  readonly openMenu: HeadActs['openMenu'];
}

function mouseHandlers({ setCurrent, open, onEdit, openMenu }: MouseActs) {
  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const position = positionFrom(target.closest<HTMLElement>('[data-cell]'));
    if (!position || event.ctrlKey || event.metaKey || isWriting(target)) return;
    if (isHead(position)) return setCurrent(position);
    event.preventDefault();
    setCurrent(position);
    const { category: categoryId, unit: unitKey } = target.closest<HTMLElement>('[data-category], [data-unit]')?.dataset ?? {};
    open(position, false, { categoryId, unitKey });
  };
  const onDoubleClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const position = positionFrom(target.closest<HTMLElement>('[data-cell]'));
    if (!position || isHead(position) || isWriting(target) || target.closest('a, button')) return;
    event.preventDefault();
    onEdit(position);
  };
  const onContextMenu = (event: MouseEvent) => {
    const element = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
    const position = positionFrom(element);
    if (!element || !position || !isHead(position)) return;
    event.preventDefault();
    setCurrent(position);
    openMenu(position, element);
  };
  return { onClick, onDoubleClick, onContextMenu };
}

function elementAt(grid: RefObject<HTMLDivElement | null>, cell: CellPosition): HTMLElement | null {
  return grid.current?.querySelector<HTMLElement>(`[data-cell="${cell.row} ${cell.column}"]`) ?? null;
}

function spanAt({ row, column }: CellPosition, heads: readonly (readonly HeaderSpan[])[]): HeaderSpan | undefined {
  return heads[heads.length + row]?.findLast(({ start }) => start <= column);
}

/** A head over several columns is reached as a whole, by its first one. */
function landing(to: CellPosition, heads: readonly (readonly HeaderSpan[])[]): CellPosition {
  if (to.row >= 0 || to.column < 0) return to;
  return { row: to.row, column: spanAt(to, heads)?.start ?? to.column };
}

/** From a head over several columns the way right goes on from its last one. */
function leaving(from: CellPosition, key: string, heads: readonly (readonly HeaderSpan[])[]): CellPosition {
  const span = from.row < 0 && from.column >= 0 && key === 'ArrowRight' ? spanAt(from, heads) : undefined;
  return span ? { ...from, column: span.start + span.span - 1 } : from;
}

/** Keeps the focus on the current cell, even when the cell has yet to be drawn, or was scrolled out of what is drawn. */
function useFocusOnCell(grid: RefObject<HTMLDivElement | null>, at: CellPosition, reveal: (cell: CellPosition) => void) {
  const isInside = useRef(false);
  const isWanted = useRef(false);
  const elementOf = useCallback((cell: CellPosition) => elementAt(grid, cell), [grid]);
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

/** The cell that has the focus: others than this walk may have put it there. */
function focused({ target }: KeyboardEvent): CellPosition | null {
  return positionFrom((target as HTMLElement).closest<HTMLElement>('[data-cell]'));
}

function positionOf(table: MatrixTable, chosen: CellChoice | null): CellPosition | null {
  return chosen && findCell(table, chosen.rowKey, chosen.columnKey);
}

function positionFrom(element: HTMLElement | null): CellPosition | null {
  const [row, column] = (element?.dataset['cell'] ?? '').split(' ').map(Number);
  return row === undefined || column === undefined || !element ? null : { row, column };
}
