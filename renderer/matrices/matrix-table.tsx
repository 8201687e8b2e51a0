// The matrix as a grid one walks through: heads that stay in view, arrows from cell to cell, Enter opens.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react';
import type { MatrixTable as Table } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { cellAfterKey } from './grid-keys.ts';
import type { CellPosition } from './grid-keys.ts';
import type { CellChoice } from './cell-choice.ts';
import type { CellLinks } from './found-list.tsx';
import { EntityName, Total } from './header-name.tsx';
import { headerSpans, rowHeads } from './header-spans.ts';
import { MatrixRow } from './matrix-row.tsx';
import { densityOf, findCell, largestCount, onlyInOneCase, sumOfPassages } from './table-reading.ts';

interface MatrixTableProps {
  links: CellLinks;
  chosen: CellChoice | null;
  isShaded: boolean;
  onClose: () => void;
}

export function MatrixTable({ links, chosen, isShaded, onClose }: MatrixTableProps) {
  const words = useText(matricesText);
  const { table, cases, addressOf, onOpen } = links;
  const grid = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<CellPosition>(() => positionOf(table, chosen) ?? { row: 0, column: 0 });
  const heads = useMemo(() => headerSpans(table.columns), [table.columns]);
  const rows = useMemo(() => rowHeads(table.rows), [table.rows]);
  const largest = useMemo(() => largestCount(table), [table]);
  const onlyCaseOf = useMemo(() => {
    const only = onlyInOneCase(table);
    return (cellKey: string, categoryId: string) => cases.get(only(cellKey, categoryId) ?? '') ?? null;
  }, [table, cases]);
  const at = { row: Math.min(current.row, table.rows.length - 1), column: Math.min(current.column, table.columns.length - 1) };

  const cellElement = useCallback((position: CellPosition) => grid.current?.querySelector<HTMLElement>(`[data-cell="${position.row} ${position.column}"]`) ?? null, []);
  useEffect(() => {
    // Coming back from the reader: the cell that was left is in view, and the keyboard is on it.
    const position = positionOf(table, chosen);
    if (!position) return;
    setCurrent(position);
    const element = cellElement(position);
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (document.activeElement === document.body) element?.focus({ preventScroll: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps
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
    const next = cellAfterKey(at, event.key, event.ctrlKey || event.metaKey, { rows: table.rows.length, columns: table.columns.length });
    if (!next) return;
    event.preventDefault();
    setCurrent(next);
    const element = cellElement(next);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const position = positionFrom(target.closest<HTMLElement>('[data-cell]'));
    if (!position || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setCurrent(position);
    open(position, false, target.closest<HTMLElement>('[data-category]')?.dataset['category']);
  };

  const density = densityOf(table.rows.length, table.columns.length);
  const style = { '--columns': table.columns.length, '--cell-width': `${density.cellWidthPx}px` } as CSSProperties;
  return (
    <div className="matrices-scroll">
      {/* biome-ignore lint/a11y/useSemanticElements: a CSS table cannot leave out rows that are out of view */}
      <div
        ref={grid}
        role="grid"
        className="matrices-grid"
        style={style}
        aria-label={words.tableLabel(table.rowAxes.join(', '), table.columnAxes.join(', '))}
        aria-rowcount={table.rows.length + heads.length}
        aria-colcount={table.columns.length + 1}
        aria-describedby="matrices-keys"
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <div role="rowgroup" className="matrices-head">
          {heads.map((spans, level) => (
            <div key={level} role="row" className="matrices-row" aria-rowindex={level + 1}>
              <div role="columnheader" className="matrices-corner" aria-colindex={1}>
                {level === heads.length - 1 ? <span>{table.rowAxes.join(' · ')}</span> : null}
              </div>
              {spans.map((span) => (
                <div
                  key={span.start}
                  role="columnheader"
                  className={classes('matrices-column-head', span.entity === null && 'matrices-column-group', level < heads.length - 1 && 'matrices-column-outer')}
                  style={{ gridColumn: `span ${span.span}` }}
                  aria-colindex={span.start + 2}
                  aria-colspan={span.span}
                >
                  <EntityName entity={span.entity} label={span.label} cases={cases} />
                  {level === heads.length - 1 ? <Total count={sumOfPassages(table.cells.flatMap((cells) => cells[span.start] ?? []))} /> : null}
                </div>
              ))}
            </div>
          ))}
        </div>
        <div role="rowgroup">
          {table.rows.map((header, row) => (
            <MatrixRow
              key={header.key}
              header={header}
              head={rows[row]}
              cells={table.cells[row] ?? []}
              row={row}
              rowIndex={heads.length + row + 1}
              table={table}
              cases={cases}
              current={row === at.row ? at.column : null}
              chosenColumn={chosen?.rowKey === header.key ? chosen.columnKey : null}
              largest={isShaded ? largest : 0}
              chipLimit={density.chips}
              onlyCaseOf={onlyCaseOf}
              addressOf={addressOf}
            />
          ))}
        </div>
      </div>
      <p id="matrices-keys" className="visually-hidden">
        {words.keysHint}
      </p>
    </div>
  );
}

function positionOf(table: Table, chosen: CellChoice | null): CellPosition | null {
  return chosen && findCell(table, chosen.rowKey, chosen.columnKey);
}

function positionFrom(element: HTMLElement | null): CellPosition | null {
  const [row, column] = (element?.dataset['cell'] ?? '').split(' ').map(Number);
  return row === undefined || column === undefined || !element ? null : { row, column };
}
