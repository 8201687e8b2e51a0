// What a sheet remembers and does: its order, the cell that has the focus, the cell being edited.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react';
import { useLanguage } from '../ui/language.tsx';
import { blockBetween, isOneCell } from './sheet-block.ts';
import { actionIn, cellAfter, filteredRows, nextSorting, sortedRows } from './sheet-model.ts';
import type { CellAt, CellLink, SheetColumn, Sorting } from './sheet-model.ts';
import { useSheetBlock } from './use-sheet-block.ts';

export interface SheetInput<Row extends { readonly id: string }> {
  readonly rows: readonly Row[];
  readonly columns: readonly SheetColumn<Row>[];
  readonly query: string;
  readonly isReadOnly: boolean;
}

/** A cell by what it belongs to, so that it is still the same one when the order changes. */
interface Editing {
  readonly rowId: string;
  readonly columnId: string;
  /** The letter that began it. */
  readonly typed: string | null;
}

function cellUnder(event: MouseEvent | FocusEvent): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
}

function cellOf(event: MouseEvent | FocusEvent): CellAt | null {
  const [row, column] = cellUnder(event)?.dataset['cell']?.split(':') ?? [];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

/** Follows, toggles or edits the cell it is told to. */
function useEditing<Row extends { readonly id: string }>(shown: readonly Row[], columns: readonly SheetColumn<Row>[], isReadOnly: boolean) {
  const [editing, setEditing] = useState<Editing | null>(null);

  const followLink = (rowId: string, link: CellLink) => {
    if ('go' in link) link.go();
    else setEditing({ rowId, columnId: link.edits, typed: null });
  };
  const act = (cell: CellAt, byEditKey: boolean, typed: string | null = null) => {
    const row = shown[cell.row];
    const column = columns[cell.column];
    if (!row || !column) return;
    const action = actionIn(column, row, byEditKey);
    const [first, ...others] = column.links?.(row) ?? [];
    if (action === 'follow' && first && others.length === 0 && !column.isMenu) followLink(row.id, first);
    else if (action === 'follow') setEditing({ rowId: row.id, columnId: column.id, typed: null });
    else if (isReadOnly) return;
    else if (action === 'toggle' && column.edit?.kind === 'check') column.edit.commit(row, column.value(row) !== true);
    else if (action === 'edit') setEditing({ rowId: row.id, columnId: column.id, typed });
  };
  const row = editing ? shown.findIndex(({ id }) => id === editing.rowId) : -1;
  const column = editing ? columns.findIndex(({ id }) => id === editing.columnId) : -1;
  const edited = editing && row >= 0 && column >= 0 ? { ...editing, at: { row, column } } : null;
  return { edited, act, followLink, stop: () => setEditing(null) };
}

/** Gives the focus to the active cell when asked to, once the cell is there and nothing is being edited. */
function useCellFocus(table: RefObject<HTMLTableElement | null>, active: CellAt, isEditing: boolean) {
  const isWanted = useRef(false);
  const cellElement = (cell: CellAt) => table.current?.querySelector<HTMLElement>(`[data-cell="${cell.row}:${cell.column}"]`) ?? null;
  useLayoutEffect(() => {
    if (!isWanted.current || isEditing) return;
    isWanted.current = false;
    cellElement(active)?.focus();
  });
  const wantFocus = () => {
    isWanted.current = true;
  };
  return { cellElement, wantFocus };
}

/** The corner opposite the active cell, by what it belongs to; null where nothing but that cell is selected. */
function useAnchor<Row extends { readonly id: string }>(shown: readonly Row[], columns: readonly SheetColumn<Row>[]) {
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
function useNewColumnInView(table: RefObject<HTMLTableElement | null>, count: number): void {
  const known = useRef(count);
  useEffect(() => {
    if (count > known.current) table.current?.parentElement?.scrollTo({ left: table.current.offsetWidth });
    known.current = count;
  }, [table, count]);
}

/** The rows that the filter leaves, in the order chosen. */
function useShownRows<Row extends { readonly id: string }>(rows: readonly Row[], columns: readonly SheetColumn<Row>[], query: string) {
  const { language } = useLanguage();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const shown = useMemo(() => sortedRows(filteredRows(rows, columns, query), columns, sorting, language), [rows, columns, query, sorting, language]);
  return { shown, sorting, sortBy: (columnId: string) => setSorting(nextSorting(sorting, columnId)) };
}

export function useSheet<Row extends { readonly id: string }>({ rows, columns, query, isReadOnly }: SheetInput<Row>) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<CellAt>({ row: 0, column: columns[0]?.isMenu ? 1 : 0 });
  const wasInCell = useRef(false);

  const { shown, sorting, sortBy } = useShownRows(rows, columns, query);
  const last = { row: Math.max(0, shown.length - 1), column: columns.length - 1 };
  const active = { row: Math.min(at.row, last.row), column: Math.min(at.column, last.column) };
  const { edited, act, followLink, stop } = useEditing(shown, columns, isReadOnly);
  const { cellElement, wantFocus } = useCellFocus(table, active, edited !== null);
  useNewColumnInView(table, columns.length);
  const { anchorAt, extendFrom, dropAnchor } = useAnchor(shown, columns);
  const block = blockBetween(anchorAt ?? active, active);
  const { onBlockKey } = useSheetBlock(table, shown, columns, block, isReadOnly);

  const goTo = (cell: CellAt, isExtending: boolean) => {
    if (isExtending) extendFrom(active);
    else dropAnchor();
    wantFocus();
    setAt(cell);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (edited || event.altKey || event.metaKey || !(event.target instanceof HTMLElement) || !event.target.dataset['cell']) return;
    const next = cellAfter(event.key, event.ctrlKey, active, shown.length, columns.length);
    const isLetter = event.key.length === 1 && !event.ctrlKey && event.key !== ' ' && event.key !== '?';
    if (next) goTo(next, event.shiftKey);
    else if (event.key === 'Escape' && anchorAt) dropAnchor();
    else if (event.key === 'Enter' || event.key === ' ') act(active, false);
    else if (event.key === 'F2') act(active, true);
    else if (isLetter && columns[active.column]?.edit?.kind === 'text') act(active, true, event.key);
    else if (!onBlockKey(event)) return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const cell = cellOf(event);
    const column = cell && columns[cell.column];
    if (!cell || !column) return;
    if (event.shiftKey) return goTo(cell, true);
    const isLink = event.target instanceof Element && event.target.closest('.sheet-link') !== null;
    const kind = column.edit?.kind;
    if (isLink || column.isMenu || kind === 'check' || kind === 'choice' || kind === 'choices') act(cell, false);
    // A text or a date waits for a second click, so that the first can just point at it.
    else if (wasInCell.current) act(cell, true);
  };
  const onMouseDown = (event: MouseEvent) => {
    wasInCell.current = document.activeElement === cellUnder(event);
    // a click that extends the selection must not select the words between
    if (event.shiftKey) event.preventDefault();
    else dropAnchor();
  };
  const onFocus = (event: FocusEvent) => {
    const cell = cellOf(event);
    if (cell) setAt(cell);
    // a heading, which may put the rows in another order
    else dropAnchor();
  };
  /** `step` goes on from the cell (Enter down, Tab right); null stays. */
  const finishEditing = (step: CellAt | null) => {
    stop();
    wantFocus();
    if (step) setAt({ row: Math.min(last.row, active.row + step.row), column: Math.min(last.column, active.column + step.column) });
  };
  return {
    table,
    shown,
    active,
    selected: isOneCell(block) ? null : block,
    sorting,
    sortBy,
    edited,
    cellElement,
    followLink,
    finishEditing,
    handlers: { onKeyDown, onMouseDown, onClick, onFocus },
  };
}
