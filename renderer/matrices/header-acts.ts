// The acts that a head offers, by where it stands: the corner, a column, a head over columns, a row.
import {
  ArrowDownWideNarrow,
  ArrowUpNarrowWide,
  ChevronsLeftRight,
  EyeOff,
  Focus,
  FoldHorizontal,
  MoveLeft,
  MoveRight,
  Pin,
  PinOff,
  UnfoldHorizontal,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { AttributeId } from '../../shared/domain/ids.ts';
import type { AxisEntity, MatrixDefinition, MatrixHeader, MatrixTable, OrderKey } from '../../shared/domain/matrix.ts';
import type { GridWords } from '../../shared/i18n/matrix-grid.ts';
import { withHidden, withOnly } from './definition.ts';
import type { Side } from './definition.ts';
import type { ProjectFrame } from './frame.ts';
import { foldOf, keysAt } from './grid-folds.ts';
import type { FoldPoint, ParentOf } from './grid-folds.ts';
import type { CellPosition } from './grid-keys.ts';
import { withFold } from './grid-layout.ts';
import { steppedOrder } from './grid-order.ts';
import type { HeaderSpan, RowHead } from './header-spans.ts';
import type { TableChanges } from './table-changes.ts';

export interface HeadAct {
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly isChosen?: boolean;
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly act: () => void;
}

export interface ActSection {
  readonly title: string;
  readonly items: readonly HeadAct[];
}

interface Asked {
  readonly menu: { readonly at: CellPosition };
  readonly table: MatrixTable;
  readonly whole: MatrixTable;
  readonly frame: ProjectFrame;
  readonly changes: TableChanges;
  readonly spans: readonly (readonly HeaderSpan[])[];
  readonly heads: readonly RowHead[];
  readonly parentOf: ParentOf;
  readonly onFit: (column: number | null) => void;
  readonly onMove: (at: CellPosition, by: -1 | 1) => void;
}

const ORDER: Readonly<Record<Side, 'rowOrder' | 'columnOrder'>> = { rows: 'rowOrder', columns: 'columnOrder' };

function withOrder(definition: MatrixDefinition, side: Side, order: OrderKey | null): MatrixDefinition {
  const { [ORDER[side]]: _, ...rest } = definition;
  return order ? { ...rest, [ORDER[side]]: order } : rest;
}

const sameOrder = (a: OrderKey | undefined, b: OrderKey | null): boolean => JSON.stringify(a ?? null) === JSON.stringify(b);

export function menuSections(asked: Asked, words: GridWords): ActSection[] {
  const { row, column } = asked.menu.at;
  const sections = row < 0 && column < 0 ? cornerSections(asked, words) : row < 0 ? columnSections(asked, words) : rowSections(asked, words);
  return sections.filter(({ items }) => items.length > 0);
}

/** Choices between orders of a side; none where the table is a state of the past. */
function orderActs({ changes }: Asked, side: Side, orders: readonly (readonly [string, OrderKey | null])[]): HeadAct[] {
  const { definition, onDefinition } = changes;
  if (!onDefinition) return [];
  return orders.map(([label, order]) => ({
    label,
    ...(order && 'descending' in order ? { icon: order.descending ? ArrowDownWideNarrow : ArrowUpNarrowWide } : {}),
    isChosen: sameOrder(definition[ORDER[side]], order),
    act: () => onDefinition(withOrder(definition, side, order)),
  }));
}

/** By the numbers and ratings in one line of the other side. */
function acrossActs(asked: Asked, side: Side, of: string, words: GridWords): HeadAct[] {
  const { contents } = asked.changes.definition;
  const rates = contents.includes('rating') || asked.whole.cells.some((cells) => cells.some(({ rating }) => rating !== null));
  return orderActs(asked, side, [
    [words.mostFirst, { by: 'count', of, descending: true }],
    [words.leastFirst, { by: 'count', of, descending: false }],
    ...(rates
      ? ([
          [words.bestFirst, { by: 'rating', of, descending: true }],
          [words.worstFirst, { by: 'rating', of, descending: false }],
        ] as const)
      : []),
  ]);
}

/** By what the lines are themselves. */
function ownActs(asked: Asked, side: Side, words: GridWords): HeadAct[] {
  const { whole, frame, changes } = asked;
  const order = changes.definition[ORDER[side]];
  return orderActs(asked, side, [
    [words.axisOrder, null],
    [words.byName, { by: 'label', descending: false }],
    [words.byNameBack, { by: 'label', descending: true }],
    [words.mostFirst, { by: 'count', of: null, descending: true }],
    [words.leastFirst, { by: 'count', of: null, descending: false }],
    [words.bestFirst, { by: 'rating', of: null, descending: true }],
    [words.worstFirst, { by: 'rating', of: null, descending: false }],
    ...attributesFor(whole[side], frame).flatMap(({ id, name }) => [
      [words.byAttribute(name), { by: 'attribute', attributeId: id, descending: false }] as const,
      [words.byAttributeBack(name), { by: 'attribute', attributeId: id, descending: true }] as const,
    ]),
    ...(order?.by === 'hand' ? [[words.byHand, order] as const] : []),
  ]);
}

/** Attributes of what a side lists; those of cases also sort what belongs to one case. */
function attributesFor(headers: readonly MatrixHeader[], { corpus }: ProjectFrame): { id: AttributeId; name: string }[] {
  const kinds = new Set(headers[0]?.entities.map(({ kind }) => kind));
  const ofCases = kinds.has('case') || kinds.has('source') || kinds.has('participant');
  return corpus.attributes.filter(({ scope }) => (scope === 'case' ? ofCases : kinds.has(scope)));
}

function cornerSections(asked: Asked, words: GridWords): ActSection[] {
  const { changes, onFit } = asked;
  const { definition, onDefinition, layout, onLayout } = changes;
  const hidden = [...(definition.hiddenRows ?? []), ...(definition.hiddenColumns ?? [])];
  const { hiddenRows: _rows, hiddenColumns: _columns, ...unhidden } = definition;
  return [
    { title: words.sortRows, items: ownActs(asked, 'rows', words) },
    { title: words.sortColumns, items: ownActs(asked, 'columns', words) },
    {
      title: words.layout,
      items: [
        { label: words.fit, icon: ChevronsLeftRight, act: () => onFit(null) },
        {
          label: words.unfoldAll,
          icon: UnfoldHorizontal,
          isDisabled: layout.collapsed.length === 0,
          act: () => onLayout({ ...layout, collapsed: [] }),
        },
        {
          label: words.evenWidths,
          icon: ChevronsLeftRight,
          isDisabled: Object.keys(layout.widths).length === 0,
          act: () => onLayout({ ...layout, widths: {} }),
        },
        ...(onDefinition && hidden.length > 0 ? [{ label: words.showHidden(hidden.length), icon: EyeOff, act: () => onDefinition(unhidden) }] : []),
      ],
    },
  ];
}

function foldAct({ changes }: Asked, point: FoldPoint, isFolded: boolean, words: GridWords): HeadAct {
  const { layout, onLayout } = changes;
  const label = point.entities.at(-1)?.label ?? '';
  return {
    label: isFolded ? words.unfold(label) : words.fold(label),
    icon: isFolded ? UnfoldHorizontal : FoldHorizontal,
    act: () => onLayout(withFold(layout, point.key, !isFolded)),
  };
}

/** Hides lines, or all the others. */
function hideActs({ changes, whole }: Asked, side: Side, keys: readonly string[], words: GridWords): HeadAct[] {
  const { definition, onDefinition } = changes;
  if (!onDefinition || keys.length === 0 || keys.length >= whole[side].length) return [];
  const all = whole[side].map(({ key }) => key);
  return [
    { label: words.hide(keys.length), icon: EyeOff, act: () => onDefinition(withHidden(definition, side, keys)) },
    { label: words.onlyThese(keys.length), icon: Focus, act: () => onDefinition(withOnly(definition, side, keys, all)) },
  ];
}

function moveActs({ changes, whole, menu, onMove }: Asked, side: Side, entities: readonly AxisEntity[], words: GridWords): HeadAct[] {
  if (!changes.onDefinition || entities.length === 0) return [];
  const steps = [
    [-1, side === 'rows' ? words.moveUp : words.moveLeft, MoveLeft, side === 'rows' ? 'Ctrl+Shift+↑' : 'Ctrl+Shift+←'],
    [1, side === 'rows' ? words.moveDown : words.moveRight, MoveRight, side === 'rows' ? 'Ctrl+Shift+↓' : 'Ctrl+Shift+→'],
  ] as const;
  return steps.map(([by, label, icon, keys]) => ({
    label,
    keys,
    ...(side === 'rows' ? {} : { icon }),
    isDisabled: steppedOrder(whole[side], entities, by) === null,
    act: () => onMove(menu.at, by),
  }));
}

function columnSections(asked: Asked, words: GridWords): ActSection[] {
  const { menu, table, whole, spans, changes, parentOf, onFit } = asked;
  const { layout, onLayout } = changes;
  const span = spans[spans.length + menu.at.row]?.find(({ start }) => start === menu.at.column);
  const header = table.columns[menu.at.column];
  if (!span || !header) return [];
  const fold = foldOf(header);
  const isLine = menu.at.row === -1;
  const isFolded = fold !== null && (isLine || span.fold?.key === fold.key);
  const keys = isFolded && fold ? keysAt(fold, whole.columns, parentOf) : isLine ? [header.key] : keysInSpan(span, table, whole, parentOf);
  const end = span.start + span.span;
  const isFrozenHere = layout.frozenColumns === end;
  return [
    { title: words.sortRowsBy(span.label || header.label), items: isLine && !fold ? acrossActs(asked, 'rows', header.key, words) : [] },
    {
      title: isLine ? words.thisColumn : words.theseColumns,
      items: [
        ...(isFolded && fold ? [foldAct(asked, fold, true, words)] : span.fold ? [foldAct(asked, span.fold, false, words)] : []),
        ...(isLine ? [{ label: words.fit, icon: ChevronsLeftRight, act: () => onFit(span.start) }] : []),
        isFrozenHere
          ? { label: words.unfreeze, icon: PinOff, act: () => onLayout({ ...layout, frozenColumns: 0 }) }
          : {
              label: words.freeze,
              icon: Pin,
              isDisabled: end > MOST_FROZEN || end >= table.columns.length,
              act: () => onLayout({ ...layout, frozenColumns: end }),
            },
        ...moveActs(asked, 'columns', span.entities, words),
        ...hideActs(asked, 'columns', keys, words),
      ],
    },
    { title: words.sortColumns, items: isLine ? ownActs(asked, 'columns', words) : [] },
  ];
}

const MOST_FROZEN = 10;

/** Keys of the matrix' own columns under a head over several. */
function keysInSpan(span: HeaderSpan, table: MatrixTable, whole: MatrixTable, parentOf: ParentOf): string[] {
  return table.columns.slice(span.start, span.start + span.span).flatMap((header) => {
    const fold = foldOf(header);
    return fold ? keysAt(fold, whole.columns, parentOf) : [header.key];
  });
}

function rowSections(asked: Asked, words: GridWords): ActSection[] {
  const { menu, table, whole, heads, parentOf, onFit } = asked;
  const header = table.rows[menu.at.row];
  if (!header) return [];
  const fold = foldOf(header);
  const keys = fold ? keysAt(fold, whole.rows, parentOf) : [header.key];
  const folds = heads.findLast(({ folds: begun }, at) => at <= menu.at.row && begun.length > 0)?.folds ?? [];
  return [
    { title: words.sortColumnsBy(header.label), items: fold ? [] : acrossActs(asked, 'columns', header.key, words) },
    {
      title: words.thisRow,
      items: [
        ...(fold ? [foldAct(asked, fold, true, words)] : folds.map((point) => foldAct(asked, point, false, words))),
        ...moveActs(asked, 'rows', header.entities, words),
        ...hideActs(asked, 'rows', keys, words),
        { label: words.fit, icon: ChevronsLeftRight, act: () => onFit(null) },
      ],
    },
    { title: words.sortRows, items: ownActs(asked, 'rows', words) },
  ];
}
