// Follows the scrolling of a large table and says which of its cells to draw.
import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import type { RefObject } from 'react';
import type { Columns } from './grid-layout.ts';
import type { CellPosition } from './grid-keys.ts';
import { scrolledTo, visibleAmong, visibleRange } from './visible-range.ts';
import type { Range } from './visible-range.ts';

/** The table as it is laid out, in pixels. */
export interface Geometry {
  readonly rows: number;
  readonly columns: Columns;
  readonly headWidth: number;
  /** Of every row; null: the table is small and drawn whole. */
  readonly rowHeight: number | null;
}

export interface VisibleCells {
  readonly rows: Range;
  /** Of the columns that scroll; frozen ones are always drawn. */
  readonly columns: Range;
  /** Brings a cell into view, drawn or not. */
  readonly reveal: (cell: CellPosition) => void;
}

const headHeightOf = (scroller: HTMLElement): number => scroller.querySelector<HTMLElement>('.matrices-head')?.offsetHeight ?? 0;

const same = (a: Range, b: Range): boolean => a.first === b.first && a.end === b.end;

const NOTHING_YET: Pick<VisibleCells, 'rows' | 'columns'> = { rows: { first: 0, end: 0 }, columns: { first: 0, end: 0 } };

export function useVisibleCells(scroller: RefObject<HTMLElement | null>, geometry: Geometry): VisibleCells {
  const { rows, columns, headWidth, rowHeight } = geometry;
  const { offsets, frozen } = columns;
  const whole = useMemo(() => ({ rows: { first: 0, end: rows }, columns: { first: frozen, end: offsets.length - 1 } }), [rows, frozen, offsets]);
  const [shown, setShown] = useState(NOTHING_YET);
  const beside = headWidth + (offsets[frozen] ?? 0);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || rowHeight === null) return undefined;
    const look = () => {
      const next = {
        rows: visibleRange(element.scrollTop, element.clientHeight, rowHeight, rows),
        columns: visibleAmong(element.scrollLeft, element.clientWidth - beside, offsets, frozen),
      };
      setShown((before) => (same(before.rows, next.rows) && same(before.columns, next.columns) ? before : next));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [scroller, rows, offsets, frozen, beside, rowHeight]);

  const reveal = useCallback(
    (cell: CellPosition) => {
      const element = scroller.current;
      if (!element) return;
      const [start, end] = [(offsets[cell.column] ?? 0) - (offsets[frozen] ?? 0), (offsets[cell.column + 1] ?? 0) - (offsets[frozen] ?? 0)];
      const left = cell.column < frozen ? element.scrollLeft : scrolledTo(start, end, element.scrollLeft, element.clientWidth - beside);
      const room = element.clientHeight - headHeightOf(element);
      const top =
        cell.row < 0 || rowHeight === null
          ? element.scrollTop
          : scrolledTo(cell.row * rowHeight, (cell.row + 1) * rowHeight, element.scrollTop, room);
      if (left !== element.scrollLeft || top !== element.scrollTop) element.scrollTo({ top, left });
    },
    [scroller, offsets, frozen, beside, rowHeight],
  );

  return { ...(rowHeight === null ? whole : shown), reveal };
}

/** CSS pixels of the element's inside; the window's until it is known. */
export function useRoomOf(element: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [room, setRoom] = useState({ width: innerWidth, height: innerHeight });
  useLayoutEffect(() => {
    const place = element.current;
    if (!place) return undefined;
    const look = () =>
      setRoom((before) =>
        before.width === place.clientWidth && before.height === place.clientHeight
          ? before
          : { width: place.clientWidth, height: place.clientHeight },
      );
    const observer = new ResizeObserver(look);
    look();
    observer.observe(place);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
