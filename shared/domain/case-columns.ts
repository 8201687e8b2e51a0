// A matrix read for its cases: turned so that they stand among the columns, its own rows as what is found where nothing lies below them.
import type { CategoryId } from './ids.ts';
import type { AxisEntity, MatrixHeader, MatrixTable } from './matrix.ts';

/** The case among a header’s things. */
const caseOf = (header: MatrixHeader): AxisEntity | undefined => header.entities.find(({ kind }) => kind === 'case');

/** The table with its sides exchanged; cells keep their keys, which do not depend on the side. */
export function transposedTable(table: MatrixTable): MatrixTable {
  return {
    ...table,
    definition: { ...table.definition, rows: table.definition.columns, columns: table.definition.rows },
    rowAxes: table.columnAxes,
    columnAxes: table.rowAxes,
    rows: table.columns,
    columns: table.rows,
    cells: table.columns.map((_, column) => table.cells.flatMap((cells) => cells[column] ?? [])),
  };
}

/** The table with its cases among the columns, as comparing wants it; null when no axis lists cases. */
export function withCasesInColumns(table: MatrixTable): { readonly table: MatrixTable; readonly isTransposed: boolean } | null {
  const has = (headers: readonly MatrixHeader[]) => headers.some((header) => caseOf(header) !== undefined);
  if (has(table.columns)) return { table, isTransposed: false };
  return has(table.rows) ? { table: transposedTable(table), isTransposed: true } : null;
}

/** A crossing without categories below it still finds something: its row. Comparing a grid with cases needs that. */
export function withRowsAsFindings(table: MatrixTable): MatrixTable {
  if (table.columns.some(({ entities }) => entities.some(({ kind }) => kind === 'category'))) return table;
  const cells = table.cells.map((cells, row) => {
    const category = table.rows[row]?.entities.findLast(({ kind }) => kind === 'category');
    if (!category) return cells;
    const found = { id: category.key.slice('category:'.length) as CategoryId, name: category.label, color: category.color ?? '' };
    return cells.map((cell) =>
      cell.passages > 0 && cell.categories.length === 0 ? { ...cell, categories: [{ ...found, passages: cell.passages }] } : cell,
    );
  });
  return { ...table, cells };
}
