// Nested headers: neighbouring columns that share their outer things share a header cell.
import type { AxisEntity, MatrixHeader } from '../../shared/domain/matrix.ts';
import { foldOf, foldPoints } from './grid-folds.ts';
import type { FoldPoint, ParentOf } from './grid-folds.ts';

/** One cell of the column head. */
export interface HeaderSpan {
  readonly key: string;
  readonly label: string;
  /** First column and number of columns, 0-based. */
  readonly start: number;
  readonly span: number;
  /** What the cell stands for; null for the categories above it in its tree. */
  readonly entity: AxisEntity | null;
  /** What its columns can be folded under; null where there is nothing to fold. */
  readonly fold: FoldPoint | null;
  /** Entities that all its columns begin with, up to itself; empty for the categories above. */
  readonly entities: readonly AxisEntity[];
}

const NO_PARENT: ParentOf = () => null;

/** What stands above an entity in its own tree: `Processus / Fonctionnement`; empty at the top. */
export function treeAbove(entity: AxisEntity): string {
  return entity.path.slice(0, -1).join(' › ');
}

interface Level {
  readonly axis: number;
  readonly isTree: boolean;
  readonly keyOf: (header: MatrixHeader) => string;
  readonly labelOf: (header: MatrixHeader) => string;
  readonly entityOf: (header: MatrixHeader) => AxisEntity | null;
}

/** What a line says at an axis: nothing below what it is folded under. */
function entityAt(header: MatrixHeader, axis: number): AxisEntity | null {
  const fold = foldOf(header);
  return fold?.isTree && axis >= fold.axis ? null : (header.entities[axis] ?? null);
}

function wordsAbove(header: MatrixHeader, axis: number): string {
  const fold = foldOf(header);
  if (fold?.isTree && axis === fold.axis) return header.entities[axis]?.path.join(' › ') ?? '';
  const entity = entityAt(header, axis);
  return entity ? treeAbove(entity) : '';
}

/** From the outermost head row to the innermost: per axis one row, and one above it where its tree has something to say. */
function levelsOf(headers: readonly MatrixHeader[]): Level[] {
  const axes = Math.max(0, ...headers.map((header) => header.entities.length));
  const levels: Level[] = [];
  const outerKey = (header: MatrixHeader, axis: number) =>
    header.entities
      .slice(0, axis)
      .map(({ key }) => key)
      .join('|');
  for (let axis = 0; axis < axes; axis += 1) {
    const above = (header: MatrixHeader) => wordsAbove(header, axis);
    if (headers.some((header) => above(header) !== '')) {
      const keyOf = (header: MatrixHeader) => `${outerKey(header, axis)}|^${above(header)}`;
      levels.push({ axis, isTree: true, keyOf, labelOf: above, entityOf: () => null });
    }
    const isInnermost = axis === axes - 1;
    levels.push({
      axis,
      isTree: false,
      keyOf: (header) => (isInnermost || foldOf(header) ? header.key : outerKey(header, axis + 1)),
      labelOf: (header) => entityAt(header, axis)?.label ?? '',
      entityOf: (header) => entityAt(header, axis),
    });
  }
  return levels;
}

/** The rows of a column head, outermost first; the last one has a cell per column. `splitAt`: no cell spans this column's left edge. */
export function headerSpans(headers: readonly MatrixHeader[], parentOf: ParentOf = NO_PARENT, splitAt = 0): HeaderSpan[][] {
  return levelsOf(headers).map((level) => {
    const row: HeaderSpan[] = [];
    headers.forEach((header, start) => {
      const key = level.keyOf(header);
      const last = row.at(-1);
      if (last?.key === key && start !== splitAt) {
        row[row.length - 1] = { ...last, span: last.span + 1 };
        return;
      }
      const entity = level.entityOf(header);
      const fold = foldPoints(header, parentOf).find(({ axis, isTree }) => axis === level.axis && isTree === level.isTree) ?? null;
      row.push({ key, label: level.labelOf(header), start, span: 1, entity, fold, entities: entity ? header.entities.slice(0, level.axis + 1) : [] });
    });
    return row;
  });
}

/** What a row's header cell says besides its own label. */
export interface RowHead {
  /** Outer entities, always shown: without them the label would not tell rows apart. */
  readonly outer: readonly AxisEntity[];
  /** The categories above, shown where they change; empty elsewhere. */
  readonly group: string;
  readonly startsGroup: boolean;
  /** What begins here and can be folded: at the first of its rows. Outermost first. */
  readonly folds: readonly FoldPoint[];
}

export function rowHeads(headers: readonly MatrixHeader[], parentOf: ParentOf = NO_PARENT): RowHead[] {
  let before: string | null = null;
  const begun = new Set<string>();
  return headers.map((header) => {
    const inner = header.entities.at(-1);
    const outer = header.entities.slice(0, -1);
    const group = inner ? treeAbove(inner) : '';
    const identity: string = [...outer.map(({ key }) => key), group].join('|');
    const startsGroup = before !== null && identity !== before;
    const isFirst = identity !== before;
    before = identity;
    const folds = foldPoints(header, parentOf).filter(({ key }) => !begun.has(key));
    for (const { key } of folds) begun.add(key);
    return { outer, group: isFirst ? group : '', startsGroup, folds };
  });
}
