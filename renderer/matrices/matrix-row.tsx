// One row of the table. It renders again only when its own cells, or where the keyboard is on it, change.
import { memo } from 'react';
import type { CSSProperties } from 'react';
import type { MatrixCell, MatrixDefinition, MatrixHeader, OrderKey } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { CellReview } from '../review/review-mark.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import type { CellChoice } from './cell-choice.ts';
import { CellInPlace } from './cell-in-place.tsx';
import { cellInWords } from './cell-words.ts';
import { foldOf } from './grid-folds.ts';
import type { OpenMenu } from './header-menu.tsx';
import { EntityName, SortMark, Total } from './header-name.tsx';
import type { CaseTint } from './header-name.tsx';
import type { RowHead } from './header-spans.ts';
import { MatrixCellView } from './matrix-cell-view.tsx';
import { FoldButton, HeadButton } from './matrix-head.tsx';
import type { RatingLevels } from './rating-levels.ts';
import { Sparkline } from './row-sparkline.tsx';
import { crossingKeys, crossingTitle } from './table-cells.ts';
import { shadeOf, sumOfPassages } from './table-density.ts';
import type { Range } from './visible-range.ts';

/** What all rows share; another one draws them all anew. */
export interface RowLook {
  readonly definition: MatrixDefinition;
  /** All of the table's. */
  readonly columns: readonly MatrixHeader[];
  readonly cases: ReadonlyMap<string, CaseTint>;
  /** Columns that stay in view, from the left. */
  readonly frozen: number;
  /** The table's largest number of passages; 0: not shaded, no sparklines. */
  readonly shadedBy: number;
  readonly sparkBy: number;
  readonly chipLimit: number;
  /** Lines that a synthesis or a verbatim may take. */
  readonly prose: number;
  readonly ratings: RatingLevels;
  readonly onlyCaseOf: (cellKey: string, categoryId: string) => CaseTint | null;
  readonly addressOf: (choice: CellChoice) => string;
}

interface MatrixRowProps {
  header: MatrixHeader;
  head: RowHead | undefined;
  cells: readonly MatrixCell[] | undefined;
  row: number;
  /** Rows of column heads above. */
  headRows: number;
  look: RowLook;
  /** Columns to draw, of those that scroll. */
  columns: Range;
  /** Pixels that the columns take which are left out before them. */
  skipped: number;
  /** The column that the keyboard is on, when it is on this row; -1: its head. */
  current: number | null;
  /** Key of the open cell's column, when it is on this row. */
  chosenColumn: string | null;
  /** The column that is written in, when it is on this row. */
  edited: number | null;
  onEdited: (step: -1 | 0 | 1 | null) => void;
  /** Where a row that is held would be dropped. */
  drop: 'before' | 'after' | null;
  /** Of the columns. */
  order: OrderKey | undefined;
  onMenu: (menu: OpenMenu) => void;
  onFold: (key: string, isFolded: boolean) => void;
}

export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { header, head, cells = [], row, headRows, look, columns, skipped, current, chosenColumn, edited, onEdited, drop } = props;
  const { frozen } = look;
  const crossing = (cell: MatrixCell, column: number) => {
    const columnHeader = look.columns[column];
    if (!columnHeader) return null;
    const isChosen = columnHeader.key === chosenColumn;
    return (
      <Crossing
        key={columnHeader.key}
        {...{ header, columnHeader, cell, row, column, look, isChosen }}
        isCurrent={column === current}
        onEdited={column === edited ? onEdited : null}
      />
    );
  };
  return (
    <div
      role="row"
      className={classes(
        'matrices-row matrices-body-row',
        head?.startsGroup && 'matrices-row-starts',
        edited !== null && 'matrices-row-edited',
        drop && `matrices-row-drop-${drop}`,
      )}
      aria-rowindex={row + headRows + 1}
    >
      <RowHeader {...props} />
      {cells.slice(0, frozen).map(crossing)}
      {skipped > 0 ? <div style={{ width: skipped }} aria-hidden /> : null}
      {cells.slice(columns.first, columns.end).map((cell, index) => crossing(cell, columns.first + index))}
    </div>
  );
});

/** Objects that React finds unchanged. */
const WIDTHS: CSSProperties[] = [];
function widthOf(column: number, isFrozen: boolean): CSSProperties {
  if (isFrozen) return { width: `var(--w${column})`, left: `var(--l${column})` };
  return (WIDTHS[column] ??= { width: `var(--w${column})` });
}

interface CrossingProps {
  header: MatrixHeader;
  columnHeader: MatrixHeader;
  cell: MatrixCell;
  row: number;
  column: number;
  look: RowLook;
  isCurrent: boolean;
  isChosen: boolean;
  /** While it is written in. */
  onEdited: MatrixRowProps['onEdited'] | null;
}

/** Cells that stay in view are not rendered again while the table is scrolled. */
const Crossing = memo(function Crossing({ header, columnHeader, cell, row, column, look, isCurrent, isChosen, onEdited }: CrossingProps) {
  const words = useText(matricesText);
  const grid = useText(gridText);
  const { definition, frozen, shadedBy } = look;
  const isFrozen = column < frozen;
  return (
    <div
      role="gridcell"
      className={classes(
        'matrices-cell',
        shadedBy > 0 && `matrices-shade-${shadeOf(cell.passages, shadedBy)}`,
        isFrozen && 'matrices-frozen',
        column === frozen - 1 && 'matrices-frozen-last',
        (foldOf(header) ?? foldOf(columnHeader)) && 'matrices-cell-folded',
        onEdited && 'matrices-cell-edited',
      )}
      style={widthOf(column, isFrozen)}
      data-cell={`${row} ${column}`}
      tabIndex={isCurrent ? 0 : -1}
      aria-colindex={column + 2}
      aria-selected={isChosen}
      aria-label={cellInWords(crossingTitle(header, columnHeader), cell, words, grid)}
    >
      <CellReview cellKey={cell.key} />
      <MatrixCellView
        cell={cell}
        contents={definition.contents}
        chipLimit={look.chipLimit}
        prose={look.prose}
        ratings={look.ratings}
        onlyCaseOf={look.onlyCaseOf}
        cases={look.cases}
        href={look.addressOf({ rowKey: header.key, columnKey: columnHeader.key })}
      />
      {onEdited ? (
        <CellInPlace
          key={cell.key}
          cellKey={cell.key}
          place={{
            definition,
            rowKey: header.key,
            columnKey: columnHeader.key,
            entityKeys: crossingKeys(header, columnHeader),
            title: crossingTitle(header, columnHeader),
          }}
          onEnd={onEdited}
        />
      ) : null}
    </div>
  );
});

function RowHeader({ header, head, cells = [], row, look, current, order, onMenu, onFold }: MatrixRowProps) {
  const words = useText(gridText);
  const { cases, sparkBy } = look;
  const inner = header.entities.at(-1) ?? null;
  const fold = foldOf(header);
  const position = { row, column: -1 };
  const above = head?.folds.filter(({ key }) => key !== fold?.key) ?? [];
  return (
    <div
      role="rowheader"
      className="matrices-row-head"
      data-cell={`${row} -1`}
      data-line={`rows ${row} ${header.entities.length}`}
      tabIndex={current === -1 ? 0 : -1}
      aria-colindex={1}
    >
      {head?.outer.map((entity) => (
        <span key={entity.key} className="matrices-row-outer">
          <FoldOf entityKey={entity.key} points={above} onFold={onFold} />
          <EntityName entity={entity} label={entity.label} cases={cases} />
        </span>
      ))}
      {head?.group ? (
        <span className="matrices-row-group">
          <FoldOf entityKey={null} points={above} onFold={onFold} />
          {head.group}
        </span>
      ) : null}
      <span className="matrices-row-name">
        {fold ? <FoldButton label={header.label} isFolded onFold={() => onFold(fold.key, false)} /> : null}
        <EntityName entity={inner} label={inner?.label ?? header.label} cases={cases} />
        <SortMark order={order} of={header.key} />
        <Total count={sumOfPassages(cells)} />
      </span>
      {fold ? <span className="matrices-folded">{words.foldedRows(fold.lines)}</span> : null}
      {sparkBy > 0 ? <Sparkline cells={cells} columns={look.columns} most={sparkBy} /> : null}
      <HeadButton label={words.rowMenu(header.label)} onOpen={(element) => onMenu({ at: position, element })} />
    </div>
  );
}

/** The button that folds what begins on this row; null: the categories above the row's own. */
function FoldOf({ entityKey, points, onFold }: { entityKey: string | null; points: RowHead['folds']; onFold: MatrixRowProps['onFold'] }) {
  const point = points.find(({ isTree, entities }) => (entityKey === null ? isTree : !isTree && entities.at(-1)?.key === entityKey));
  return point ? <FoldButton label={point.entities.at(-1)?.label ?? ''} isFolded={false} onFold={() => onFold(point.key, true)} /> : null;
}
