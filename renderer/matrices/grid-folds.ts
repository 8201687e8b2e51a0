// Nested heads folded: all lines under a head drawn as one. What it counts, and what is written there, is the head's own.
import type {
  AxisEntity,
  AxisSpec,
  CellUnit,
  FoundCategory,
  MatrixCell,
  MatrixDefinition,
  MatrixHeader,
  MatrixTable,
} from '../../shared/domain/matrix.ts';
import { crossingKey } from '../../shared/domain/matrix.ts';
import { unwrittenCell } from '../../shared/domain/matrix-cell.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';

/** The category above one in its tree; null at the top, and for what is no category. */
export type ParentOf = (entity: AxisEntity) => AxisEntity | null;

/** A head that lines can be folded under. */
export interface FoldPoint {
  /** Its entities' keys, as a header's. */
  readonly key: string;
  /** Outermost first; the last one is what the folded line stands for. */
  readonly entities: readonly AxisEntity[];
  /** The axis that the last entity belongs to. */
  readonly axis: number;
  /** The last entity stands above the axis' own things in their tree. */
  readonly isTree: boolean;
}

export interface Fold extends FoldPoint {
  /** How many lines it stands for. */
  readonly lines: number;
}

/** A line of the table as it is drawn: one of the matrix, or several folded into one. */
export interface GridHeader extends MatrixHeader {
  readonly fold?: Fold;
}

export function foldOf(header: MatrixHeader): Fold | null {
  return (header as GridHeader).fold ?? null;
}

const keyOf = (entities: readonly AxisEntity[]): string => entities.map(({ key }) => key).join('|');

/** From the outermost inwards. */
export function foldPoints(header: MatrixHeader, parentOf: ParentOf): FoldPoint[] {
  const fold = foldOf(header);
  const points = header.entities.flatMap((entity, axis): FoldPoint[] => {
    const above = header.entities.slice(0, axis);
    const isOfTree = fold?.isTree === true && axis === fold.axis;
    const parent = isOfTree ? null : parentOf(entity);
    const isOuter = axis < header.entities.length - 1;
    const own = [...above, entity];
    return [
      ...(parent ? [{ key: keyOf([...above, parent]), entities: [...above, parent], axis, isTree: true }] : []),
      ...(isOuter ? [{ key: keyOf(own), entities: own, axis, isTree: false }] : []),
    ];
  });
  return fold ? [...points, fold] : points;
}

interface Line {
  readonly header: GridHeader;
  /** Indexes in the whole table. */
  readonly members: number[];
}

/** Lines in order; folded ones stand where their first one stood. */
function linesOf(headers: readonly MatrixHeader[], collapsed: ReadonlySet<string>, parentOf: ParentOf): Line[] {
  const lines = new Map<string, Line>();
  headers.forEach((header, index) => {
    const point = collapsed.size === 0 ? undefined : foldPoints(header, parentOf).find(({ key }) => collapsed.has(key));
    const key = point ? `fold ${point.key}` : header.key;
    const known = lines.get(key);
    if (known) known.members.push(index);
    else lines.set(key, { header: point ? headerOf(point) : header, members: [index] });
  });
  return [...lines.values()].map(({ header, members }) => ({
    header: header.fold ? { ...header, fold: { ...header.fold, lines: members.length } } : header,
    members,
  }));
}

function headerOf(point: FoldPoint): GridHeader {
  const labels = point.entities.map(({ label }) => label);
  return { key: point.key, label: labels.at(-1) ?? '', path: labels, entities: point.entities, fold: { ...point, lines: 0 } };
}

/**
 * The head's own cell where it is known: it counts a passage once, however many of the folded lines hold it, as its panel does. Until then the
 * sums of theirs; `sources` and `cases` are those of the member that has most, since how many there are together cannot be told from cells.
 */
export function mergedCell(key: string, cells: readonly MatrixCell[], own: MatrixCell | null): MatrixCell {
  const quotes = cells.flatMap((cell) => cell.quotes).slice(0, 2);
  if (own) return { ...own, quotes };
  const sum = (value: (cell: MatrixCell) => number) => cells.reduce((total, cell) => total + value(cell), 0);
  const most = (value: (cell: MatrixCell) => number) => Math.max(0, ...cells.map(value));
  const found = new Map<string, FoundCategory>();
  for (const category of cells.flatMap(({ categories }) => categories))
    found.set(category.id, { ...category, passages: category.passages + (found.get(category.id)?.passages ?? 0) });
  const units = new Map<string, CellUnit>();
  for (const unit of cells.flatMap((cell) => cell.units))
    units.set(unit.key, { ...unit, passageIds: [...new Set([...(units.get(unit.key)?.passageIds ?? []), ...unit.passageIds])] });
  return unwrittenCell(key, {
    codings: sum((cell) => cell.codings),
    passages: sum((cell) => cell.passages),
    sources: most((cell) => cell.sources),
    cases: most((cell) => cell.cases),
    categories: [...found.values()],
    units: [...units.values()],
    stance: {
      supports: sum((cell) => cell.stance.supports),
      contrasts: sum((cell) => cell.stance.contrasts),
      mentions: sum((cell) => cell.stance.mentions),
    },
    quotes,
  });
}

/** @param ownCell the cell where these two heads cross; null while nobody knows */
export function foldedTable(
  table: MatrixTable,
  collapsed: ReadonlySet<string>,
  parentOf: ParentOf,
  ownCell: (row: GridHeader, column: GridHeader) => MatrixCell | null,
): MatrixTable {
  const rows = linesOf(table.rows, collapsed, parentOf);
  const columns = linesOf(table.columns, collapsed, parentOf);
  if (rows.length === table.rows.length && columns.length === table.columns.length && ![...rows, ...columns].some(({ header }) => header.fold))
    return table;
  const cells = rows.map((row) =>
    columns.map((column) => {
      const inside = row.members.flatMap((r) => column.members.flatMap((c) => table.cells[r]?.[c] ?? []));
      const [only] = inside;
      if (!row.header.fold && !column.header.fold && only) return only;
      const key = crossingKey([...row.header.entities, ...column.header.entities].map((entity) => entity.key));
      return mergedCell(key, inside, ownCell(row.header, column.header));
    }),
  );
  return { ...table, rows: rows.map(({ header }) => header), columns: columns.map(({ header }) => header), cells };
}

/** The axes of the matrix in which a folded line is a line of its own; an unfolded line's are the side's own. */
function axesOf(header: MatrixHeader, specs: readonly AxisSpec[]): AxisSpec[] {
  const fold = foldOf(header);
  if (!fold) return [...specs];
  if (!fold.isTree) return specs.slice(0, fold.axis + 1);
  const parent = fold.entities.at(-1)?.key.slice('category:'.length) as CategoryId;
  return [...specs.slice(0, fold.axis), { kind: 'picked', name: '', of: { kind: 'category', ids: [parent] } }];
}

/** The matrix that a cell with a folded head belongs to: without what is folded, in no order, nothing hidden. */
export function definitionBehind(definition: MatrixDefinition, row: MatrixHeader, column: MatrixHeader): MatrixDefinition {
  const { join, coderIds, contents, where } = definition;
  return {
    rows: axesOf(row, definition.rows),
    columns: axesOf(column, definition.columns),
    join,
    coderIds,
    contents: contents.filter((content) => content !== 'passages').concat(contents.every((content) => content === 'passages') ? ['counts'] : []),
    hidesEmpty: false,
    ...(where ? { where } : {}),
  };
}

/** Keys of all the lines of the whole table that a drawn line stands for. */
export function keysUnder(header: MatrixHeader, headers: readonly MatrixHeader[], parentOf: ParentOf): string[] {
  const fold = foldOf(header);
  return fold ? keysAt(fold, headers, parentOf) : [header.key];
}

export function keysAt(point: Pick<FoldPoint, 'key'>, headers: readonly MatrixHeader[], parentOf: ParentOf): string[] {
  return headers.filter((each) => foldPoints(each, parentOf).some(({ key }) => key === point.key)).map(({ key }) => key);
}
