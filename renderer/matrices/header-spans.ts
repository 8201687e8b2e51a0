// Nested headers: neighbouring columns that share their outer things share a header cell.
import type { AxisEntity, MatrixHeader } from '../../shared/domain/matrix.ts';

/** One cell of the column head. */
export interface HeaderSpan {
  readonly key: string;
  readonly label: string;
  /** First column and number of columns, 0-based. */
  readonly start: number;
  readonly span: number;
  /** What the cell stands for; null for the categories above it in its tree. */
  readonly entity: AxisEntity | null;
}

/** What stands above an entity in its own tree: `Processus / Fonctionnement`; empty at the top. */
export function treeAbove(entity: AxisEntity): string {
  return entity.path.slice(0, -1).join(' › ');
}

interface Level {
  readonly keyOf: (header: MatrixHeader) => string;
  readonly labelOf: (header: MatrixHeader) => string;
  readonly entityOf: (header: MatrixHeader) => AxisEntity | null;
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
    const at = (header: MatrixHeader) => header.entities[axis] ?? null;
    const above = (header: MatrixHeader) => {
      const entity = at(header);
      return entity ? treeAbove(entity) : '';
    };
    if (headers.some((header) => above(header) !== '')) {
      levels.push({ keyOf: (header) => `${outerKey(header, axis)}|^${above(header)}`, labelOf: above, entityOf: () => null });
    }
    const isInnermost = axis === axes - 1;
    levels.push({
      keyOf: (header) => (isInnermost ? header.key : outerKey(header, axis + 1)),
      labelOf: (header) => at(header)?.label ?? header.label,
      entityOf: at,
    });
  }
  return levels;
}

/** The rows of a column head, outermost first; the last one has a cell per column. */
export function headerSpans(headers: readonly MatrixHeader[]): HeaderSpan[][] {
  return levelsOf(headers).map((level) => {
    const row: HeaderSpan[] = [];
    headers.forEach((header, start) => {
      const key = level.keyOf(header);
      const last = row.at(-1);
      if (last?.key === key) row[row.length - 1] = { ...last, span: last.span + 1 };
      else row.push({ key, label: level.labelOf(header), start, span: 1, entity: level.entityOf(header) });
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
}

export function rowHeads(headers: readonly MatrixHeader[]): RowHead[] {
  let before: string | null = null;
  return headers.map((header) => {
    const inner = header.entities.at(-1);
    const outer = header.entities.slice(0, -1);
    const group = inner ? treeAbove(inner) : '';
    const identity: string = [...outer.map(({ key }) => key), group].join('|');
    const startsGroup = before !== null && identity !== before;
    const isFirst = identity !== before;
    before = identity;
    return { outer, group: isFirst ? group : '', startsGroup };
  });
}
