// What the keys do in a sheet: they move, open, type, and act on blocks, as in a spreadsheet.
import type { KeyboardEvent, RefObject } from 'react';
import { headButton, moveInHead } from './sheet-head-keys.ts';
import { cellAfter } from './sheet-model.ts';
import type { CellAt } from './sheet-model.ts';

interface KeyActs {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly active: CellAt;
  readonly size: { readonly rows: number; readonly columns: number };
  readonly isEditing: boolean;
  readonly goTo: (cell: CellAt, isExtending: boolean) => void;
  readonly act: (cell: CellAt, byEditKey: boolean) => void;
  /** These answer whether the key meant something. */
  readonly type: (cell: CellAt, letter: string) => boolean;
  readonly onBlockKey: (event: KeyboardEvent) => boolean;
  readonly onEscape: () => boolean;
  readonly undoLatest: () => boolean;
}

export function useSheetKeys({ table, active, size, isEditing, goTo, act, type, onBlockKey, onEscape, undoLatest }: KeyActs) {
  const onCellKey = (event: KeyboardEvent): boolean => {
    const { key, ctrlKey, shiftKey } = event;
    const next = cellAfter(key, ctrlKey, active, size.rows, size.columns);
    const isLetter = key.length === 1 && !ctrlKey && key !== ' ' && key !== '?';
    if (key === 'ArrowUp' && active.row === 0 && !shiftKey) headButton(table.current, active.column)?.focus();
    else if (next) goTo(next, shiftKey);
    else if (key === 'Enter' || key === ' ') act(active, false);
    else if (key === 'F2') act(active, true);
    else if (key === 'Escape') return onEscape();
    // the rest of the undo is the window's
    else if (ctrlKey && key.toLowerCase() === 'z' && !shiftKey) return undoLatest();
    else return (isLetter && type(active, key)) || onBlockKey(event);
    return true;
  };
  return (event: KeyboardEvent): void => {
    if (moveInHead(event, (column) => goTo({ row: 0, column }, false)) || isEditing || event.altKey || event.metaKey) return;
    const isCell = event.target instanceof HTMLElement && event.target.dataset['cell'] !== undefined;
    if (isCell && onCellKey(event)) event.preventDefault();
  };
}
