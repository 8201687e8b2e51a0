// What two or more cases have in common in a matrix, and what only one of them has.
import type { AxisEntity, FoundCategory, MatrixCell, MatrixHeader, MatrixTable } from './matrix.ts';

/** One cell of a comparison: what every compared case has, and per case what no other has. */
export interface ComparedCell {
  readonly common: readonly FoundCategory[];
  /** Same order as `CaseComparison.cases`: found in this case and in no other compared case. */
  readonly only: readonly (readonly FoundCategory[])[];
  /** Found in some, but not all, of three or more cases; empty for two. */
  readonly partly: readonly FoundCategory[];
  /** The matrix cell of each case, same order; null where the matrix has no such column. */
  readonly cells: readonly (MatrixCell | null)[];
}

/** A matrix with its case axis turned inside out: `cells[row][column]`, columns without the case. */
export interface CaseComparison {
  readonly cases: readonly AxisEntity[];
  readonly rows: readonly MatrixHeader[];
  readonly columns: readonly MatrixHeader[];
  readonly cells: readonly (readonly ComparedCell[])[];
}

/** Keys of the cases that can be compared: the entities of the case axis among the columns, in order. */
export function comparableCases(table: MatrixTable): AxisEntity[] {
  const cases = new Map<string, AxisEntity>();
  for (const column of table.columns) for (const entity of column.entities) if (entity.kind === 'case') cases.set(entity.key, entity);
  return [...cases.values()];
}

function withoutCase(header: MatrixHeader): MatrixHeader {
  const entities = header.entities.filter((entity) => entity.kind !== 'case');
  const labels = entities.map((entity) => entity.label);
  return {
    key: entities.map((entity) => entity.key).join('|'),
    label: labels.at(-1) ?? '',
    path: entities.length === 1 ? (entities[0]?.path ?? labels) : labels,
    entities,
  };
}

/**
 * What a cell holds for a comparison: the categories found below its column or row or, where these are themselves leaves, the
 * column's category (the row's where no column is a category).
 */
function thingsFound(cell: MatrixCell | null, row: MatrixHeader, column: MatrixHeader): readonly FoundCategory[] {
  if (!cell || cell.passages === 0) return [];
  if (cell.categories.length > 0) return cell.categories;
  const isCategory = (entity: AxisEntity): boolean => entity.kind === 'category';
  const leaf = column.entities.find(isCategory) ?? row.entities.findLast(isCategory);
  if (!leaf) return [];
  return [
    { id: leaf.key.slice('category:'.length) as FoundCategory['id'], name: leaf.label, color: leaf.color ?? '#808080', passages: cell.passages },
  ];
}

function compareCell(cells: readonly (MatrixCell | null)[], row: MatrixHeader, column: MatrixHeader): ComparedCell {
  const found = cells.map((cell) => thingsFound(cell, row, column));
  const holders = new Map<string, { category: FoundCategory; passages: number; holders: number[] }>();
  found.forEach((categories, index) => {
    for (const category of categories) {
      const known = holders.get(category.id);
      if (known) {
        known.holders.push(index);
        known.passages += category.passages;
      } else holders.set(category.id, { category, passages: category.passages, holders: [index] });
    }
  });
  const all = [...holders.values()].map(({ category, passages, holders: who }) => ({ category: { ...category, passages }, who }));
  return {
    common: all.filter(({ who }) => who.length === cells.length).map(({ category }) => category),
    only: cells.map((_, index) => all.filter(({ who }) => who.length === 1 && who[0] === index).map(({ category }) => category)),
    partly: all.filter(({ who }) => who.length > 1 && who.length < cells.length).map(({ category }) => category),
    cells,
  };
}

/**
 * Compares cases of a matrix that has a case axis among its columns.
 * @param caseKeys two or more keys out of `comparableCases(table)`, in the order wanted; a key that is none of them counts for nothing
 */
export function compareCases(table: MatrixTable, caseKeys: readonly string[]): CaseComparison {
  const known = new Map(comparableCases(table).map((entity) => [entity.key, entity]));
  const cases = [...new Set(caseKeys)].flatMap((key) => known.get(key) ?? []);
  const columns = new Map<string, { header: MatrixHeader; indexes: Map<string, number> }>();
  table.columns.forEach((column, index) => {
    const caseEntity = column.entities.find((entity) => entity.kind === 'case');
    if (!caseEntity) return;
    const header = withoutCase(column);
    const group = columns.get(header.key) ?? { header, indexes: new Map<string, number>() };
    group.indexes.set(caseEntity.key, index);
    columns.set(header.key, group);
  });
  const groups = [...columns.values()];
  const cells = table.rows.map((rowHeader, row) =>
    groups.map(({ header, indexes }) => {
      const own = cases.map((entity) => {
        const column = indexes.get(entity.key);
        return column === undefined ? null : (table.cells[row]?.[column] ?? null);
      });
      return compareCell(own, rowHeader, header);
    }),
  );
  return { cases, rows: table.rows, columns: groups.map(({ header }) => header), cells };
}
