// Cells of a computed matrix: found by their heads, by their crossing, or in another case.
import type { AxisEntity, MatrixCell, MatrixHeader, MatrixTable } from '../../shared/domain/matrix.ts';
import type { CellPosition } from './grid-keys.ts';

export interface FoundCell extends CellPosition {
  readonly cell: MatrixCell;
  readonly rowHeader: MatrixHeader;
  readonly columnHeader: MatrixHeader;
}

function cellAt(table: MatrixTable, row: number, column: number): FoundCell | null {
  const cell = table.cells[row]?.[column];
  const rowHeader = table.rows[row];
  const columnHeader = table.columns[column];
  return cell && rowHeader && columnHeader ? { row, column, cell, rowHeader, columnHeader } : null;
}

export function findCell(table: MatrixTable, rowKey: string, columnKey: string): FoundCell | null {
  return cellAt(
    table,
    table.rows.findIndex(({ key }) => key === rowKey),
    table.columns.findIndex(({ key }) => key === columnKey),
  );
}

/** By the crossing's own key, whichever side its things stand on. */
export function findCellByKey(table: MatrixTable, key: string): FoundCell | null {
  for (const [row, cells] of table.cells.entries()) {
    const column = cells.findIndex((cell) => cell.key === key);
    if (column >= 0) return cellAt(table, row, column);
  }
  return null;
}

/** `Régulation × Pôle 1` */
export function headerTitle(header: MatrixHeader): string {
  return header.entities.map(({ label }) => label).join(' × ');
}

/** `Gouvernance × Régulation × Pôle 1` */
export function crossingTitle(row: MatrixHeader, column: MatrixHeader): string {
  return `${headerTitle(row)} × ${headerTitle(column)}`;
}

/** The things that a synthesis or a stance is stored under. */
export function crossingKeys(row: MatrixHeader, column: MatrixHeader): string[] {
  return [...new Set([...row.entities, ...column.entities].map(({ key }) => key))];
}

export interface CellOfCase {
  /** The case. */
  readonly entity: AxisEntity;
  readonly found: FoundCell;
}

function keyWithoutCase(header: MatrixHeader): string {
  return header.entities
    .filter(({ kind }) => kind !== 'case')
    .map(({ key }) => key)
    .join('|');
}

/** The case among a header’s things. */
export const caseOf = (header: MatrixHeader): AxisEntity | undefined => header.entities.find(({ kind }) => kind === 'case');

/** The same crossing in every case that the matrix shows, this one included; empty without a case axis. */
export function sameCellInCases(table: MatrixTable, here: FoundCell): CellOfCase[] {
  const isInColumns = caseOf(here.columnHeader) !== undefined;
  const header = isInColumns ? here.columnHeader : here.rowHeader;
  if (!caseOf(header)) return [];
  return (isInColumns ? table.columns : table.rows).flatMap((other, index) => {
    const entity = caseOf(other);
    const found = isInColumns ? cellAt(table, here.row, index) : cellAt(table, index, here.column);
    return entity && found && keyWithoutCase(other) === keyWithoutCase(header) ? [{ entity, found }] : [];
  });
}
