// The matrix as a grid one walks through: heads that stay in view, arrows from cell to cell, Enter opens.
import { useMemo, useRef } from 'react';
import type { CSSProperties } from 'react';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import type { CellChoice } from './cell-choice.ts';
import type { CellLinks } from './found-list.tsx';
import { rowHeads } from './header-spans.ts';
import { MatrixHead } from './matrix-head.tsx';
import { MatrixRow } from './matrix-row.tsx';
import { onlyInOneCase } from './table-cases.ts';
import { densityOf, largestCount } from './table-density.ts';
import { useTableWalk } from './use-table-walk.ts';
import { useHeightOf, useVisibleCells } from './use-visible-cells.ts';
import { holds, isLarge, rowHeight } from './visible-range.ts';

interface MatrixTableProps {
  links: CellLinks;
  chosen: CellChoice | null;
  isShaded: boolean;
  onClose: () => void;
}

export function MatrixTable({ links, chosen, isShaded, onClose }: MatrixTableProps) {
  const words = useText(matricesText);
  const { table, cases, addressOf } = links;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const size = { rows: table.rows.length, columns: table.columns.length };
  const density = densityOf(size.rows, size.columns, useHeightOf(scroller));
  /** Null: the table is small, drawn whole, each row as high as it needs. */
  const height = useMemo(() => (isLarge(table.rows.length, table.columns.length) ? rowHeight(table) : null), [table]);
  const visible = useVisibleCells(scroller, size, density.cellWidthPx, height);
  const { at, handlers } = useTableWalk(grid, { links, chosen, onClose, reveal: visible.reveal });

  const heads = useMemo(() => rowHeads(table.rows), [table.rows]);
  const largest = useMemo(() => (isShaded ? largestCount(table) : 0), [table, isShaded]);
  const onlyCaseOf = useMemo(() => {
    const only = onlyInOneCase(table);
    return (cellKey: string, categoryId: string) => cases.get(only(cellKey, categoryId) ?? '') ?? null;
  }, [table, cases]);

  const isDrawn = holds(visible.rows, at.row) && holds(visible.columns, at.column);
  const style = { '--columns': size.columns, '--cell-width': `${density.cellWidthPx}px`, '--row-height': `${height ?? 0}px` } as CSSProperties;
  const undrawn = height === null ? {} : { paddingTop: visible.rows.first * height, paddingBottom: (size.rows - visible.rows.end) * height };
  return (
    <div ref={scroller} className="matrices-scroll">
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
        {...handlers}
      >
        <MatrixHead table={table} cases={cases} />
        <div role="rowgroup" style={undrawn}>
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
                columns={visible.columns}
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
