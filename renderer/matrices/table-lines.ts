// What can be done with lines and columns, by mouse and by keyboard alike: make wider, fit, fold, move.
import type { PointerEvent as ReactPointerEvent } from 'react';
import type { MatrixHeader, MatrixLayout, MatrixTable } from '../../shared/domain/matrix.ts';
import type { TableChanges } from './table-changes.ts';
import { fittedColumn, fittedHead } from './fit-width.ts';
import type { CellPosition } from './grid-keys.ts';
import { COLUMN, HEAD, withFold, withWidth } from './grid-layout.ts';
import type { Columns } from './grid-layout.ts';
import { canTradePlaces, movedOrder, steppedOrder } from './grid-order.ts';
import type { Moved } from './grid-order.ts';
import type { HeaderSpan } from './header-spans.ts';
import { pullWidth } from './use-line-drag.ts';
import type { Drop } from './use-line-drag.ts';

interface Lines {
  readonly table: MatrixTable;
  /** Before any line was folded. */
  readonly whole: MatrixTable;
  readonly changes: TableChanges;
  readonly columns: Columns;
  readonly headWidth: number;
  /** Shows a layout without keeping it. */
  readonly setPulled: (layout: MatrixLayout | null) => void;
}

/** `rows 3 2`: of the side's line 3, the first two entities. */
function movedBy(table: MatrixTable, line: string): { isRow: boolean; moved: Moved } {
  const [side, index, depth] = line.split(' ');
  const isRow = side === 'rows';
  return { isRow, moved: (isRow ? table.rows : table.columns)[Number(index)]?.entities.slice(0, Number(depth)) ?? [] };
}

export function linesActs({ table, whole, changes, columns, headWidth, setPulled }: Lines) {
  const { definition, onDefinition, layout, onLayout } = changes;
  const keyOf = (column: number | null): string | null => (column === null ? null : (table.columns[column]?.key ?? null));
  const widthOf = (column: number | null): number => (column === null ? headWidth : (columns.widths[column] ?? 0));
  const put = (isRow: boolean, keys: string[] | null) => {
    if (keys) onDefinition?.({ ...definition, [isRow ? 'rowOrder' : 'columnOrder']: { by: 'hand', keys } });
  };
  const headers = (isRow: boolean): readonly MatrixHeader[] => (isRow ? whole.rows : whole.columns);
  const resize = (column: number | null, width: number) => onLayout(withWidth(layout, keyOf(column), width));

  return {
    fold: (key: string, isFolded: boolean) => onLayout(withFold(layout, key, isFolded)),
    widen: (at: CellPosition, by: number) => {
      const column = at.column < 0 ? null : at.column;
      resize(column, widthOf(column) + by);
    },
    pull: (event: ReactPointerEvent, column: number | null) =>
      pullWidth(
        event,
        widthOf(column),
        (width) => setPulled(withWidth(layout, keyOf(column), width)),
        (width) => {
          setPulled(null);
          resize(column, width);
        },
      ),
    /** As wide as what it shows asks for. */
    fit: (column: number | null, grid: HTMLElement | null) => {
      const width = column === null ? fittedHead(table, grid) : fittedColumn(table, column, grid);
      resize(column, Math.min(column === null ? HEAD.most : COLUMN.most, width));
    },
    step: (at: CellPosition, by: -1 | 1, spans: readonly (readonly HeaderSpan[])[]) => {
      const isRow = at.column < 0;
      const entities = isRow ? table.rows[at.row]?.entities : spans[spans.length + at.row]?.findLast(({ start }) => start <= at.column)?.entities;
      if (entities && entities.length > 0) put(isRow, steppedOrder(headers(isRow), entities, by));
    },
    mayDrop: ({ held, over }: Drop): boolean => onDefinition !== null && canTradePlaces(movedBy(table, held).moved, movedBy(table, over).moved),
    drop: ({ held, over, isAfter }: Drop) => {
      const { isRow, moved } = movedBy(table, held);
      put(isRow, movedOrder(headers(isRow), moved, movedBy(table, over).moved, isAfter));
    },
  };
}
