// A matrix read for its cases: turned so that they can be compared, and what only one of them has.
import { comparableCases, compareCases } from '../../shared/domain/compare-cases.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { MatrixHeader, MatrixTable } from '../../shared/domain/matrix.ts';
import { caseOf } from './table-cells.ts';

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

/**
 * Which categories of a cell only its case has, among the cases that the matrix shows for the same row and family.
 * Answers `null` when the category is shared or nothing is compared, else the case's key.
 */
export function onlyInOneCase(given: MatrixTable): (cellKey: string, categoryId: string) => string | null {
  const only = new Map<string, string>();
  const table = withCasesInColumns(given)?.table ?? given;
  const cases = comparableCases(table);
  if (cases.length > 1) {
    const comparison = compareCases(
      table,
      cases.map(({ key }) => key),
    );
    for (const compared of comparison.cells.flat()) {
      compared.only.forEach((categories, index) => {
        const cell = compared.cells[index];
        const entity = comparison.cases[index];
        if (cell && entity) for (const { id } of categories) only.set(`${cell.key} ${id}`, entity.key);
      });
    }
  }
  return (cellKey, categoryId) => only.get(`${cellKey} ${categoryId}`) ?? null;
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
