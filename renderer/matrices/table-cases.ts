// A matrix read for its cases: what only one of them has.
import { withCasesInColumns } from '../../shared/domain/case-columns.ts';
import { comparableCases, compareCases } from '../../shared/domain/compare-cases.ts';
import type { MatrixTable } from '../../shared/domain/matrix.ts';

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
