// Follows the scrolling of a large table and says which of its cells to draw.
import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import type { RefObject } from 'react';
import type { CellPosition, GridSize } from './grid-keys.ts';
import { scrolledTo, visibleRange } from './visible-range.ts';
import type { Range } from './visible-range.ts';

interface Measures {
  /** Heads that stay in view: their width and height cover the cells behind them. */
  readonly headWidth: number;
  readonly headHeight: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

export interface VisibleCells {
  readonly rows: Range;
  readonly columns: Range;
  /** Brings a cell into view, drawn or not. */
  readonly reveal: (cell: CellPosition) => void;
}

function measure(scroller: HTMLElement, size: GridSize, leastWidth: number, cellHeight: number): Measures {
  const head = scroller.querySelector<HTMLElement>('.matrices-head');
  const headWidth = scroller.querySelector<HTMLElement>('.matrices-corner')?.offsetWidth ?? 0;
  return {
    headWidth,
    headHeight: head?.offsetHeight ?? 0,
    cellWidth: Math.max(leastWidth, (scroller.clientWidth - headWidth) / size.columns),
    cellHeight,
  };
}

const same = (a: Range, b: Range): boolean => a.first === b.first && a.end === b.end;

const NOTHING_YET: Pick<VisibleCells, 'rows' | 'columns'> = { rows: { first: 0, end: 0 }, columns: { first: 0, end: 0 } };

/** @param cellHeight CSS pixels; null: the table is small and drawn whole */
export function useVisibleCells(
  scroller: RefObject<HTMLElement | null>,
  size: GridSize,
  leastWidth: number,
  cellHeight: number | null,
): VisibleCells {
  const { rows, columns } = size;
  const whole = useMemo(() => ({ rows: { first: 0, end: rows }, columns: { first: 0, end: columns } }), [rows, columns]);
  const [shown, setShown] = useState(NOTHING_YET);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || cellHeight === null) return undefined;
    const look = () => {
      const measures = measure(element, { rows, columns }, leastWidth, cellHeight);
      const next = {
        rows: visibleRange(element.scrollTop, element.clientHeight, cellHeight, rows),
        columns: visibleRange(element.scrollLeft, element.clientWidth - measures.headWidth, measures.cellWidth, columns),
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
  }, [scroller, rows, columns, leastWidth, cellHeight]);

  const reveal = useCallback(
    (cell: CellPosition) => {
      const element = scroller.current;
      if (!element || cellHeight === null) return;
      const { headWidth, headHeight, cellWidth } = measure(element, { rows, columns }, leastWidth, cellHeight);
      element.scrollTo({
        top: scrolledTo(cell.row, cellHeight, element.scrollTop, element.clientHeight - headHeight),
        left: scrolledTo(cell.column, cellWidth, element.scrollLeft, element.clientWidth - headWidth),
      });
    },
    [scroller, rows, columns, leastWidth, cellHeight],
  );

  return { ...(cellHeight === null ? whole : shown), reveal };
}

/** CSS pixels; as high as the window until it is known. */
export function useHeightOf(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(innerHeight);
  useLayoutEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setHeight(entry.contentRect.height));
    setHeight(element.current.clientHeight);
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return height;
}
