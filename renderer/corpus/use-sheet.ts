// What a sheet remembers and does: its order, the cell that has the focus, the cell being edited.
import { useCallback, useMemo, useRef, useState } from 'react';
import type { FocusEvent } from 'react';
import { useLanguage } from '../ui/language.tsx';
import { blockBetween, isOneCell } from './sheet-block.ts';
import { actionIn, filteredRows, nextSorting, sortedRows } from './sheet-model.ts';
import type { CellAt, CellLink, SheetColumn, Sorting } from './sheet-model.ts';
import { useAnchor, useCellFocus, useNewColumnInView } from './use-cell-focus.ts';
import { useRefusals } from './use-refusals.ts';
import { useSheetBlock } from './use-sheet-block.ts';
import { useSheetKeys } from './use-sheet-keys.ts';
import { cellOf, useSheetMouse } from './use-sheet-mouse.ts';

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
    else if (isReadOnly && column.edit?.kind !== 'panel') return;
    else if (action === 'toggle' && column.edit?.kind === 'check') column.edit.commit(row, column.value(row) !== true);
    else if (action === 'edit') setEditing({ rowId: row.id, columnId: column.id, typed });
  };
  /** A letter typed in a cell: it begins the text, narrows the list, or answers yes or no. False where it means nothing. */
  const type = (cell: CellAt, letter: string): boolean => {
    const row = shown[cell.row];
    const edit = columns[cell.column]?.edit;
    if (!row || !edit || isReadOnly) return false;
    if (edit.kind === 'text' || edit.kind === 'pick') {
      act(cell, true, letter);
      return true;
    }
    const answer = edit.kind === 'check' ? (edit.typedAs?.(letter) ?? null) : null;
    if (edit.kind === 'check' && answer !== null) edit.commit(row, answer);
    return answer !== null;
  };
  const row = editing ? shown.findIndex(({ id }) => id === editing.rowId) : -1;
  const column = editing ? columns.findIndex(({ id }) => id === editing.columnId) : -1;
  const edited = editing && row >= 0 && column >= 0 ? { ...editing, at: { row, column } } : null;
  return { edited, act, type, followLink, stop: () => setEditing(null) };
}

/** The rows that the filter leaves, in the order chosen. */
function useShownRows<Row extends { readonly id: string }>(rows: readonly Row[], columns: readonly SheetColumn<Row>[], query: string) {
  const { language } = useLanguage();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const shown = useMemo(() => sortedRows(filteredRows(rows, columns, query), columns, sorting, language), [rows, columns, query, sorting, language]);
  const sortBy = useCallback((columnId: string) => setSorting((before) => nextSorting(before, columnId)), []);
  return { shown, sorting, setSorting, sortBy };
}

/** The cell that the keyboard is on. It stays with its row when the order changes, and in its place when the row goes. */
function useActiveCell<Row extends { readonly id: string }>(shown: readonly Row[], columns: readonly SheetColumn<Row>[]) {
  const [at, setCell] = useState<CellAt & { readonly rowId?: string | undefined }>({ row: 0, column: columns[0]?.isMenu ? 1 : 0 });
  const last = { row: Math.max(0, shown.length - 1), column: columns.length - 1 };
  const within = (cell: CellAt): CellAt => ({
    row: Math.max(0, Math.min(last.row, cell.row)),
    column: Math.max(0, Math.min(last.column, cell.column)),
  });
  const moved = at.rowId === undefined || shown[at.row]?.id === at.rowId ? -1 : shown.findIndex(({ id }) => id === at.rowId);
  const setAt = (cell: CellAt) => setCell({ row: cell.row, column: cell.column, rowId: shown[cell.row]?.id });
  return { active: within(moved < 0 ? at : { row: moved, column: at.column }), setAt, within };
}

export function useSheet<Row extends { readonly id: string }>({ rows, columns, query, isReadOnly }: SheetInput<Row>) {
  const table = useRef<HTMLTableElement>(null);
  const { shown, ...order } = useShownRows(rows, columns, query);
  const { active, setAt, within } = useActiveCell(shown, columns);
  const { edited, act, type, followLink, stop } = useEditing(shown, columns, isReadOnly);
  const { cellElement, wantFocus } = useCellFocus(table, active, edited !== null);
  useNewColumnInView(table, columns);
  const { anchorAt, extendFrom, dropAnchor } = useAnchor(shown, columns);
  const block = blockBetween(anchorAt ?? active, active);
  const { refusals, refuse, letGo, settle, undoLatest } = useRefusals();
  const { onBlockKey } = useSheetBlock({ table, shown, columns, block, isReadOnly, onWritten: settle });
  const activeKey = { rowId: shown[active.row]?.id ?? '', columnId: columns[active.column]?.id ?? '' };
  const refusedHere = refusals.get(activeKey.rowId)?.get(activeKey.columnId);

  const goTo = (cell: CellAt, isExtending: boolean) => {
    if (isExtending) extendFrom(active);
    else dropAnchor();
    wantFocus();
    setAt(cell);
  };
  const onKeyDown = useSheetKeys({
    table,
    active,
    size: { rows: shown.length, columns: columns.length },
    isEditing: edited !== null,
    goTo: (cell, isExtending) => goTo(within(cell), isExtending),
    act,
    type,
    onBlockKey,
    // Escape lets go of what waits in the cell, then of the selection
    onEscape: () => {
      if (refusedHere) letGo(activeKey);
      else if (anchorAt) dropAnchor();
      else return false;
      return true;
    },
    undoLatest,
  });
  const mouse = useSheetMouse({ columns, act, extendTo: (cell) => goTo(cell, true), dropAnchor });
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
    if (step) setAt(within({ row: active.row + step.row, column: active.column + step.column }));
  };
  return {
    table,
    shown,
    active,
    selected: isOneCell(block) ? null : block,
    ...order,
    refusals,
    refusedHere,
    refuse,
    letGo,
    edited,
    cellElement,
    followLink,
    finishEditing,
    handlers: { onKeyDown, onFocus, ...mouse },
  };
}
