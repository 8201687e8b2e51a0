// From a mark of a figure back to the matrix: a chip stands for a thing within one cell, or within one cell per case.
import type { MatrixCell, MatrixTable } from '../domain/matrix.ts';

/**
 * The cells that a mark's key leads to, in table order: those whose row and column stand in the key. Where the key names no case
 * (what cases have in common), the cells of every case.
 */
export function cellsOfMark(table: MatrixTable, key: string): MatrixCell[] {
  const named = new Set(key.split('|'));
  const namesCase = [...named].some((entityKey) => entityKey.startsWith('case:'));
  return table.rows.flatMap((row, r) =>
    table.columns.flatMap((column, c) => {
      const isMeant = [...row.entities, ...column.entities].every((entity) => named.has(entity.key) || (!namesCase && entity.kind === 'case'));
      const cell = table.cells[r]?.[c];
      return isMeant && cell ? [cell] : [];
    }),
  );
}
