// What the mouse does in a sheet: points at cells, draws blocks over them, opens and toggles.
import { useRef } from 'react';
import type { FocusEvent, MouseEvent } from 'react';
import type { CellAt, SheetColumn } from './sheet-model.ts';

export function cellUnder(event: MouseEvent | FocusEvent): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
}

export function cellOf(event: MouseEvent | FocusEvent): CellAt | null {
  const [row, column] = cellUnder(event)?.dataset['cell']?.split(':') ?? [];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

interface MouseActs<Row> {
  readonly columns: readonly SheetColumn<Row>[];
  readonly act: (cell: CellAt, byEditKey: boolean) => void;
  readonly extendTo: (cell: CellAt) => void;
  readonly dropAnchor: () => void;
}

function isOn(event: MouseEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

export function useSheetMouse<Row>({ columns, act, extendTo, dropAnchor }: MouseActs<Row>) {
  const wasInCell = useRef(false);
  const isDrawing = useRef(false);

  const onMouseDown = (event: MouseEvent) => {
    wasInCell.current = document.activeElement === cellUnder(event);
    isDrawing.current = cellOf(event) !== null && event.button === 0;
    // a click that extends the selection must not select the words between
    if (event.shiftKey) event.preventDefault();
    else dropAnchor();
  };
  const onMouseOver = (event: MouseEvent) => {
    const cell = cellOf(event);
    if (event.buttons !== 1) isDrawing.current = false;
    else if (cell && isDrawing.current && document.activeElement !== cellUnder(event)) extendTo(cell);
  };
  const onClick = (event: MouseEvent) => {
    const cell = cellOf(event);
    const column = cell && columns[cell.column];
    if (!cell || !column) return;
    if (event.shiftKey) return extendTo(cell);
    const kind = column.edit?.kind;
    // pointing at a value must not change it: an attribute's mark is clicked itself, or its cell a second time
    const isTicked = kind === 'check' && (!column.attribute || isOn(event, '.sheet-yes-no'));
    if (isOn(event, '.sheet-link') || column.isMenu || kind === 'panel' || isTicked) act(cell, false);
    else if (wasInCell.current) act(cell, true);
  };
  return { onMouseDown, onMouseOver, onClick };
}
