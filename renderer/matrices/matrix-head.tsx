// The column heads: one row per nested axis, sums at the innermost; folded, moved, made wider and sorted from there.
import { ChevronDown, ChevronRight, MoreVertical } from 'lucide-react';
import { memo } from 'react';
import type { PointerEvent as ReactPointerEvent } from 'react';
import { Button } from 'react-aria-components';
import type { MatrixDefinition, MatrixTable } from '../../shared/domain/matrix.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { foldOf } from './grid-folds.ts';
import type { CellPosition } from './grid-keys.ts';
import type { Columns } from './grid-layout.ts';
import { EntityName, SortMark, Total } from './header-name.tsx';
import type { CaseTint } from './header-name.tsx';
import type { HeaderSpan } from './header-spans.ts';
import type { Drop } from './use-line-drag.ts';
import type { Range } from './visible-range.ts';

interface MatrixHeadProps {
  table: MatrixTable;
  /** By entity key. */
  cases: ReadonlyMap<string, CaseTint>;
  spans: readonly (readonly HeaderSpan[])[];
  /** Per column. */
  sums: readonly number[];
  columns: Columns;
  /** Of the columns that scroll. */
  drawn: Range;
  at: CellPosition;
  drop: Drop | null;
  definition: MatrixDefinition;
  onMenu: (at: CellPosition, element: HTMLElement) => void;
  onFold: (key: string, isFolded: boolean) => void;
  /** @param column null: the row heads */
  onPull: (event: ReactPointerEvent, column: number | null) => void;
  onFit: (column: number | null) => void;
}

/** Heads of the first row lie in row 1 for a screen reader. */
export const MatrixHead = memo(function MatrixHead(props: MatrixHeadProps) {
  const { table, spans, columns, drawn, at, definition, onMenu, onPull, onFit } = props;
  const words = useText(gridText);
  const innermost = spans.length - 1;
  return (
    <div role="rowgroup" className="matrices-head">
      {spans.map((row, level) => {
        const isCorner = level === innermost;
        const skipped = (columns.offsets[firstDrawn(row, drawn, columns.frozen)] ?? 0) - (columns.offsets[columns.frozen] ?? 0);
        return (
          <div key={level} role="row" className="matrices-row" aria-rowindex={level + 1}>
            <div
              role="columnheader"
              className="matrices-corner"
              aria-colindex={1}
              {...(isCorner ? { 'data-cell': '-1 -1', tabIndex: at.row === -1 && at.column === -1 ? 0 : -1 } : {})}
            >
              {isCorner ? (
                <>
                  <span>{table.rowAxes.join(' · ')}</span>
                  <SortMark order={definition.rowOrder} of={null} />
                  <HeadButton label={words.cornerMenu} onOpen={(element) => onMenu({ row: -1, column: -1 }, element)} />
                  <Handle onPull={(event) => onPull(event, null)} onFit={() => onFit(null)} />
                </>
              ) : (
                <span className="visually-hidden">{table.columnAxes.join(' · ')}</span>
              )}
            </div>
            {row
              .filter(({ start }) => start < columns.frozen)
              .map((span) => (
                <SpanHead key={span.start} {...spanProps(span, level, props)} />
              ))}
            {skipped > 0 ? <div style={{ width: skipped, flex: 'none' }} aria-hidden /> : null}
            {row
              .filter(({ start, span }) => start >= columns.frozen && start + span > drawn.first && start < drawn.end)
              .map((span) => (
                <SpanHead key={span.start} {...spanProps(span, level, props)} />
              ))}
          </div>
        );
      })}
    </div>
  );
});

function firstDrawn(row: readonly HeaderSpan[], drawn: Range, frozen: number): number {
  return row.find(({ start, span }) => start >= frozen && start + span > drawn.first)?.start ?? frozen;
}

/** What of the whole head concerns one of its cells: while this is the same, the cell is not drawn again. */
function spanProps(span: HeaderSpan, level: number, props: MatrixHeadProps) {
  const { table, cases, spans, sums, columns, at, drop, definition, onMenu, onFold, onPull, onFit } = props;
  const isLine = level === spans.length - 1;
  const row = level - spans.length;
  const line = span.entities.length > 0 ? `columns ${span.start} ${span.entities.length}` : undefined;
  const width = (columns.offsets[span.start + span.span] ?? 0) - (columns.offsets[span.start] ?? 0);
  return {
    span,
    row,
    isLine,
    line,
    cases,
    definition,
    onMenu,
    onFold,
    onPull,
    onFit,
    header: table.columns[span.start],
    sum: sums[span.start] ?? 0,
    /** Pixels; null: as wide as its column. */
    width: isLine ? null : width,
    frozen: columns.frozen,
    isCurrent: at.row === row && at.column === span.start,
    isHeld: line !== undefined && drop?.held === line,
    dropped: line !== undefined && drop?.over === line ? (drop.isAfter ? ('after' as const) : ('before' as const)) : null,
  };
}

const SpanHead = memo(function SpanHead(props: ReturnType<typeof spanProps>) {
  const { span, row, isLine, line, cases, definition, onMenu, onFold, onPull, onFit, header, sum, width, frozen, isCurrent, isHeld, dropped } = props;
  const words = useText(gridText);
  const fold = header ? foldOf(header) : null;
  const isFolded = fold !== null && span.fold?.key === fold.key;
  const isFrozen = span.start < frozen;
  return (
    <div
      role="columnheader"
      className={classes(
        'matrices-column-head',
        span.entity === null && 'matrices-column-group',
        !isLine && 'matrices-column-outer',
        isFrozen && 'matrices-frozen',
        isFrozen && span.start + span.span === frozen && 'matrices-frozen-last',
        dropped && `matrices-drop-${dropped}`,
        isHeld && 'matrices-held',
      )}
      style={{ width: width ?? `var(--w${span.start})`, ...(isFrozen ? { left: `var(--l${span.start})` } : {}) }}
      data-cell={`${row} ${span.start}`}
      data-line={line}
      tabIndex={isCurrent ? 0 : -1}
      aria-colindex={span.start + 2}
      aria-colspan={span.span}
      aria-sort={isLine ? sortOf(definition, header?.key) : undefined}
    >
      {span.fold ? (
        <FoldButton label={span.fold.entities.at(-1)?.label ?? ''} isFolded={isFolded} onFold={() => onFold(span.fold?.key ?? '', !isFolded)} />
      ) : null}
      {span.label === '' && isLine && fold ? (
        <span className="matrices-folded">{words.foldedColumns(fold.lines)}</span>
      ) : (
        <EntityName entity={span.entity} label={span.label} cases={cases} />
      )}
      {isLine ? (
        <>
          <SortMark order={definition.rowOrder} of={header?.key ?? null} />
          <Total count={sum} />
        </>
      ) : null}
      {isLine || span.entity || span.fold ? (
        <HeadButton
          label={words.columnMenu(span.label || (header?.label ?? ''))}
          onOpen={(element) => onMenu({ row, column: span.start }, element)}
        />
      ) : null}
      {isLine ? <Handle onPull={(event) => onPull(event, span.start)} onFit={() => onFit(span.start)} /> : null}
    </div>
  );
});

function sortOf({ rowOrder }: MatrixDefinition, key: string | undefined): 'ascending' | 'descending' | undefined {
  if (rowOrder?.by !== 'count' && rowOrder?.by !== 'rating') return undefined;
  if (rowOrder.of !== key) return undefined;
  return rowOrder.descending ? 'descending' : 'ascending';
}

/** Seen on hovering over its head, or with the keyboard on it; the head's own Enter does the same. Bare: every row that comes into view has one. */
export function HeadButton({ label, onOpen }: { label: string; onOpen: (head: HTMLElement) => void }) {
  return (
    <button
      type="button"
      className="matrices-head-button"
      aria-label={label}
      tabIndex={-1}
      onClick={({ currentTarget }) => onOpen(currentTarget.closest<HTMLElement>('[data-cell]') ?? currentTarget)}
    >
      <MoreVertical size={13} aria-hidden />
    </button>
  );
}

export function FoldButton({ label, isFolded, onFold }: { label: string; isFolded: boolean; onFold: () => void }) {
  const words = useText(gridText);
  const Icon = isFolded ? ChevronRight : ChevronDown;
  return (
    <Button
      className="matrices-fold"
      aria-label={isFolded ? words.unfold(label) : words.fold(label)}
      aria-expanded={!isFolded}
      excludeFromTabOrder
      onPress={onFold}
    >
      <Icon size={13} aria-hidden />
    </Button>
  );
}

function Handle({ onPull, onFit }: { onPull: (event: ReactPointerEvent) => void; onFit: () => void }) {
  const words = useText(gridText);
  return <span className="matrices-handle" data-resize title={words.resizeHint} aria-hidden onPointerDown={onPull} onDoubleClick={onFit} />;
}
