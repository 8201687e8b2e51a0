// The matrix as a grid one walks through: heads that stay in view, arrows from cell to cell and up into the heads, Enter writes.
import { useCallback, useRef, useState } from 'react';
import type { CSSProperties, RefObject } from 'react';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { useListedKeys } from '../frame/use-keymap.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import type { CellChoice } from './cell-choice.ts';
import type { CellLinks } from './found-list.tsx';
import type { ProjectFrame } from './frame.ts';
import type { ParentOf } from './grid-folds.ts';
import type { CellPosition } from './grid-keys.ts';
import { HeaderMenu } from './header-menu.tsx';
import type { OpenMenu } from './header-menu.tsx';
import { HoverCard } from './hover-card.tsx';
import { MatrixHead } from './matrix-head.tsx';
import { MatrixRow } from './matrix-row.tsx';
import type { RatingLevels } from './rating-levels.ts';
import type { TableChanges } from './table-changes.ts';
import { linesActs } from './table-lines.ts';
import { useEditing } from './use-editing.ts';
import { useHoverCard } from './use-hover-card.ts';
import { useLineDrag } from './use-line-drag.ts';
import { useAskedNext, useLatest, useNextCell } from './use-next-cell.ts';
import type { AskedNext, KeyboardPlace } from './use-next-cell.ts';
import { useRowLook } from './use-row-look.ts';
import { useTableShape } from './use-table-shape.ts';
import type { TableShape } from './use-table-shape.ts';
import { useTableWalk } from './use-table-walk.ts';
import { holds } from './visible-range.ts';

export interface MatrixTableProps {
  links: CellLinks;
  frame: ProjectFrame;
  changes: TableChanges;
  parentOf: ParentOf;
  /** All lines of the matrix, before any was folded. */
  whole: CellLinks['table'];
  ratings: RatingLevels;
  chosen: CellChoice | null;
  asked: AskedNext;
  onClose: () => void;
}

export function MatrixTable(props: MatrixTableProps) {
  const { links, frame, changes, parentOf, whole, ratings } = props;
  const words = useText(gridText);
  const { table } = links;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const shape = useTableShape(scroller, links, whole, changes.layout, parentOf);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const listedKeys = useListedKeys();
  const acts = linesActs({ table, whole, changes, columns: shape.columns, headWidth: shape.headWidth, setPulled: shape.setPulled });
  const hover = useHoverCard(grid);
  const fit = (column: number | null) => acts.fit(column, grid.current);
  return (
    <div ref={scroller} className="matrices-scroll">
      <Grid {...props} {...{ grid, scroller, shape, acts, hover, fit }} onMenu={setMenu} />
      <p id="matrices-keys" className="visually-hidden">
        {words.keysHint(listedKeys)}
      </p>
      {menu ? (
        <HeaderMenu
          {...{ menu, table, whole, frame, changes, parentOf }}
          spans={shape.spans}
          heads={shape.heads}
          onFit={fit}
          onMove={(position, by) => acts.step(position, by, shape.spans)}
          onClose={() => setMenu(null)}
        />
      ) : null}
      {hover.card ? <HoverCard card={hover.card} links={links} ratings={ratings} onStay={hover.stay} onLeave={hover.close} /> : null}
    </div>
  );
}

interface GridProps extends MatrixTableProps {
  grid: RefObject<HTMLDivElement | null>;
  scroller: RefObject<HTMLDivElement | null>;
  shape: TableShape;
  acts: ReturnType<typeof linesActs>;
  hover: ReturnType<typeof useHoverCard>;
  fit: (column: number | null) => void;
  onMenu: (menu: OpenMenu) => void;
}

function useGridKeys({ links, changes, chosen, asked, onClose, grid, shape, acts, onMenu }: GridProps) {
  const keyboard = useRef<KeyboardPlace | null>(null);
  const editing = useEditing(links, changes.onDefinition !== null, (to) => keyboard.current?.goTo(to));
  const lead = useNextCell(links);
  const walk = useTableWalk(grid, {
    links,
    chosen,
    heads: shape.spans,
    acts: { openMenu: (at, element) => onMenu({ at, element }), widen: acts.widen, move: (at, by) => acts.step(at, by, shape.spans) },
    onNext: lead,
    onEdit: editing.edit,
    onClose,
    reveal: shape.visible.reveal,
  });
  keyboard.current = walk;
  useAskedNext(asked, (next) => lead(next, walk));
  return { walk, editing };
}

function Grid(props: GridProps) {
  const { links, changes, ratings, chosen, grid, scroller, shape, acts, hover, fit, onMenu } = props;
  const words = useText(matricesText);
  const { table, cases } = links;
  const { size, height, columns, visible, spans, heads } = shape;
  const { walk, editing } = useGridKeys(props);
  const { at, handlers } = walk;
  const { drop, onPointerDown } = useLineDrag(scroller, acts.mayDrop, acts.drop);
  const look = useRowLook(links, changes.layout, shape, ratings);
  const fold = useLatest(acts.fold);
  const pull = useLatest(acts.pull);
  const fitColumn = useLatest(fit);
  const openMenu = useCallback((position: CellPosition, element: HTMLElement) => onMenu({ at: position, element }), [onMenu]);
  const skipped = (columns.offsets[visible.columns.first] ?? 0) - (columns.offsets[columns.frozen] ?? 0);
  const isInHeads = at.row < 0 || at.column < 0;
  const isDrawn = isInHeads || (holds(visible.rows, at.row) && (at.column < columns.frozen || holds(visible.columns, at.column)));
  const undrawn = height === null ? {} : { paddingTop: visible.rows.first * height, paddingBottom: (size.rows - visible.rows.end) * height };
  return (
    <div
      ref={grid}
      role="grid"
      className={classes('matrices-grid', height !== null && 'matrices-grid-large')}
      style={gridStyle(shape)}
      tabIndex={isDrawn ? -1 : 0}
      aria-label={words.tableLabel(table.rowAxes.join(', '), table.columnAxes.join(', '))}
      aria-rowcount={size.rows + spans.length}
      aria-colcount={size.columns + 1}
      aria-describedby="matrices-keys"
      onPointerDown={onPointerDown}
      {...hover.handlers}
      {...handlers}
    >
      <MatrixHead
        {...{ table, cases, spans, columns, at, drop }}
        sums={shape.sums}
        drawn={visible.columns}
        definition={changes.definition}
        onMenu={openMenu}
        onFold={fold}
        onPull={pull}
        onFit={fitColumn}
      />
      <div role="rowgroup" style={undrawn}>
        {table.rows.slice(visible.rows.first, visible.rows.end).map((header, index) => {
          const row = visible.rows.first + index;
          return (
            <MatrixRow
              key={header.key}
              {...{ header, row, look, onMenu }}
              head={heads[row]}
              cells={table.cells[row]}
              headRows={spans.length}
              columns={visible.columns}
              skipped={skipped}
              current={row === at.row ? at.column : null}
              chosenColumn={chosen?.rowKey === header.key ? chosen.columnKey : null}
              edited={row === editing.at?.row ? editing.at.column : null}
              onEdited={editing.end}
              drop={drop?.over.startsWith(`rows ${row} `) ? (drop.isAfter ? 'after' : 'before') : null}
              order={changes.definition.columnOrder}
              onFold={fold}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Widths are custom properties of the grid, so that pulling a column draws no row anew. */
function gridStyle({ columns: { widths, offsets, frozen }, headWidth, height }: TableShape): CSSProperties {
  const style: Record<string, string> = {
    '--row-head': `${headWidth}px`,
    '--row-height': `${height ?? 0}px`,
    width: `${headWidth + (offsets.at(-1) ?? 0)}px`,
  };
  widths.forEach((width, column) => {
    style[`--w${column}`] = `${width}px`;
    if (column < frozen) style[`--l${column}`] = `${headWidth + (offsets[column] ?? 0)}px`;
  });
  return style;
}
