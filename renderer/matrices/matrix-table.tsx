// The matrix as a grid one walks through: heads that stay in view, arrows from cell to cell, Enter opens.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react';
import type { MatrixTable as Table } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import type { CellChoice } from './cell-choice.ts';
import type { CellLinks } from './found-list.tsx';
import { cellAfterKey } from './grid-keys.ts';
import type { CellPosition } from './grid-keys.ts';
import { rowHeads } from './header-spans.ts';
import { MatrixHead } from './matrix-head.tsx';
import { MatrixRow } from './matrix-row.tsx';
import { densityOf, findCell, largestCount, onlyInOneCase } from './table-reading.ts';
import { useHeightOf, useVisibleCells } from './use-visible-cells.ts';
import { isLarge, rowHeight } from './visible-range.ts';

interface MatrixTableProps {
  links: CellLinks;
  chosen: CellChoice | null;
  isShaded: boolean;
  onClose: () => void;
}

export function MatrixTable({ links, chosen, isShaded, onClose }: MatrixTableProps) {
  const words = useText(matricesText);
  const { table, cases, addressOf, onOpen } = links;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const size = { rows: table.rows.length, columns: table.columns.length };
  const density = densityOf(size.rows, size.columns, useHeightOf(scroller));
  const height = useMemo(() => (isLarge(table.rows.length, table.columns.length) ? rowHeight(table) : null), [table]);
  const visible = useVisibleCells(scroller, size, density.cellWidthPx, height);
  const [current, setCurrent] = useState<CellPosition>(() => positionOf(table, chosen) ?? { row: 0, column: 0 });
  const at = { row: Math.min(current.row, size.rows - 1), column: Math.min(current.column, size.columns - 1) };
  const focus = useFocusOnCell(grid, at, visible.reveal);

  const heads = useMemo(() => rowHeads(table.rows), [table.rows]);
  const largest = useMemo(() => (isShaded ? largestCount(table) : 0), [table, isShaded]);
  const onlyCaseOf = useMemo(() => {
    const only = onlyInOneCase(table);
    return (cellKey: string, categoryId: string) => cases.get(only(cellKey, categoryId) ?? '') ?? null;
  }, [table, cases]);

  useEffect(() => {
    // Coming back from the reader: the cell that was left is in view, and the keyboard is on it.
    const position = positionOf(table, chosen);
    if (!position) return;
    setCurrent(position);
    focus.go(position, document.activeElement === document.body);
  }, [chosen?.rowKey, chosen?.columnKey]);

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
    focus.go(next, true);
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const position = positionFrom(target.closest<HTMLElement>('[data-cell]'));
    if (!position || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setCurrent(position);
    open(position, false, target.closest<HTMLElement>('[data-category]')?.dataset['category']);
  };

  const isDrawn = at.row >= visible.rows.first && at.row < visible.rows.end && at.column >= visible.columns.first && at.column < visible.columns.end;
  const style = { '--columns': size.columns, '--cell-width': `${density.cellWidthPx}px`, '--row-height': `${height ?? 0}px` } as CSSProperties;
  return (
    <div ref={scroller} className="matrices-scroll">
      {/* biome-ignore lint/a11y/useSemanticElements: a CSS table cannot leave out rows that are out of view */}
      <div
        ref={grid}
        role="grid"
        className={classes('matrices-grid', height !== null && 'matrices-grid-large')}
        style={style}
        tabIndex={isDrawn ? -1 : 0}
        aria-label={words.tableLabel(table.rowAxes.join(', '), table.columnAxes.join(', '))}
        aria-rowcount={size.rows + 1}
        aria-colcount={size.columns + 1}
        aria-describedby="matrices-keys"
        onFocus={focus.onFocus}
        onBlur={focus.onBlur}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <MatrixHead table={table} cases={cases} />
        <div
          role="rowgroup"
          style={height === null ? {} : { paddingTop: visible.rows.first * height, paddingBottom: (size.rows - visible.rows.end) * height }}
        >
          {table.rows.slice(visible.rows.first, visible.rows.end).map((header, index) => {
            const row = visible.rows.first + index;
            return (
              <MatrixRow
                key={header.key}
                header={header}
                head={heads[row]}
                cells={table.cells[row]}
                row={row}
                table={table}
                cases={cases}
                firstColumn={visible.columns.first}
                endColumn={visible.columns.end}
                current={row === at.row ? at.column : null}
                chosenColumn={chosen?.rowKey === header.key ? chosen.columnKey : null}
                largest={largest}
                chipLimit={density.chips}
                onlyCaseOf={onlyCaseOf}
                addressOf={addressOf}
              />
            );
          })}
        </div>
      </div>
      <p id="matrices-keys" className="visually-hidden">
        {words.keysHint}
      </p>
    </div>
  );
}

/** Keeps the focus on the current cell, even when the cell has yet to be drawn, or was scrolled out of what is drawn. */
function useFocusOnCell(grid: React.RefObject<HTMLDivElement | null>, at: CellPosition, reveal: (cell: CellPosition) => void) {
  const isInside = useRef(false);
  const isWanted = useRef(false);
  const elementOf = (cell: CellPosition) => grid.current?.querySelector<HTMLElement>(`[data-cell="${cell.row} ${cell.column}"]`) ?? null;
  const go = (cell: CellPosition, takesFocus: boolean) => {
    reveal(cell);
    const element = elementOf(cell);
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (!takesFocus) return;
    isWanted.current = element === null;
    element?.focus({ preventScroll: true });
  };
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
  return {
    go,
    onFocus: () => {
      isInside.current = true;
    },
    onBlur: () => {
      isInside.current = false;
    },
  };
}

function positionOf(table: Table, chosen: CellChoice | null): CellPosition | null {
  return chosen && findCell(table, chosen.rowKey, chosen.columnKey);
}

function positionFrom(element: HTMLElement | null): CellPosition | null {
  const [row, column] = (element?.dataset['cell'] ?? '').split(' ').map(Number);
  return row === undefined || column === undefined || !element ? null : { row, column };
}
