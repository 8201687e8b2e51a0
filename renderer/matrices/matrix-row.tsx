// One row of the table. It renders again only when its own cells, or where the keyboard is on it, change.
import { memo } from 'react';
import type { MatrixCell, MatrixHeader, MatrixTable } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import type { MatricesWords } from '../../shared/i18n/matrices.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import type { CellChoice } from './cell-choice.ts';
import { EntityName, Total } from './header-name.tsx';
import type { CaseTint } from './header-name.tsx';
import type { RowHead } from './header-spans.ts';
import { MatrixCellView } from './matrix-cell-view.tsx';
import { crossingTitle } from './table-cells.ts';
import { shadeOf, sumOfPassages } from './table-density.ts';
import type { Range } from './visible-range.ts';

interface MatrixRowProps {
  header: MatrixHeader;
  head: RowHead | undefined;
  cells: readonly MatrixCell[] | undefined;
  row: number;
  table: MatrixTable;
  cases: ReadonlyMap<string, CaseTint>;
  /** Columns to draw. */
  columns: Range;
  /** The column that the keyboard is on, when it is on this row. */
  current: number | null;
  /** Key of the open cell's column, when it is on this row. */
  chosenColumn: string | null;
  /** The table's largest number of passages; 0: not shaded. */
  largest: number;
  chipLimit: number;
  onlyCaseOf: (cellKey: string, categoryId: string) => CaseTint | null;
  addressOf: (choice: CellChoice) => string;
}

export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { header, head, cells = [], row, table, cases, columns, current, chosenColumn, largest, chipLimit, onlyCaseOf, addressOf } = props;
  const words = useText(matricesText);
  return (
    <div role="row" className={classes('matrices-row matrices-body-row', head?.startsGroup && 'matrices-row-starts')} aria-rowindex={row + 2}>
      <RowHeader header={header} head={head} count={sumOfPassages(cells)} cases={cases} />
      {cells.slice(columns.first, columns.end).map((cell, index) => {
        const column = columns.first + index;
        const columnHeader = table.columns[column];
        if (!columnHeader) return null;
        return (
          <div
            key={columnHeader.key}
            role="gridcell"
            className={classes('matrices-cell', largest > 0 && `matrices-shade-${shadeOf(cell.passages, largest)}`)}
            style={index === 0 && columns.first > 0 ? { gridColumnStart: columns.first + 2 } : undefined}
            data-cell={`${row} ${column}`}
            tabIndex={column === current ? 0 : -1}
            aria-colindex={column + 2}
            aria-selected={columnHeader.key === chosenColumn}
            aria-label={cellInWords(crossingTitle(header, columnHeader), cell, words)}
          >
            <MatrixCellView
              cell={cell}
              contents={table.definition.contents}
              chipLimit={chipLimit}
              onlyCaseOf={onlyCaseOf}
              href={addressOf({ rowKey: header.key, columnKey: columnHeader.key })}
            />
          </div>
        );
      })}
    </div>
  );
});

interface RowHeaderProps {
  header: MatrixHeader;
  head: RowHead | undefined;
  count: number;
  cases: ReadonlyMap<string, CaseTint>;
}

function RowHeader({ header, head, count, cases }: RowHeaderProps) {
  const inner = header.entities.at(-1) ?? null;
  return (
    <div role="rowheader" className="matrices-row-head" aria-colindex={1}>
      {head?.outer.map((entity) => (
        <span key={entity.key} className="matrices-row-outer">
          <EntityName entity={entity} label={entity.label} cases={cases} />
        </span>
      ))}
      {head?.group ? <span className="matrices-row-group">{head.group}</span> : null}
      <span className="matrices-row-name">
        <EntityName entity={inner} label={inner?.label ?? header.label} cases={cases} />
        <Total count={count} />
      </span>
    </div>
  );
}

/** Everything that the eye reads in the cell, in one breath. */
function cellInWords(title: string, cell: MatrixCell, words: MatricesWords): string {
  const categories = cell.categories.map(({ name }) => name).join(', ');
  return [words.cellLabel(title, cell.passages), categories, cell.synthesis ?? '', words.balance(cell.stance)]
    .filter((part) => part !== '')
    .join('. ');
}
