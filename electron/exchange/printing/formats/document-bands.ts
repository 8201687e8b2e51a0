// Rows of a printed table in the groups that their bands begin, and cells that go over several of them.
import type { TableRow } from './printed-document.ts';

export interface RowBand {
  /** Null for rows before the first band. */
  readonly label: string | null;
  readonly rows: readonly TableRow[];
}

export function rowBands(rows: readonly TableRow[]): RowBand[] {
  const bands: { label: string | null; rows: TableRow[] }[] = [];
  for (const row of rows) {
    if (row.band !== null || bands.length === 0) bands.push({ label: row.band, rows: [row] });
    else bands.at(-1)?.rows.push(row);
  }
  return bands;
}

/** Over how many rows a column's cell goes, this one included; 0 where the row above holds it. */
export function rowsOver(rows: readonly TableRow[], at: number, column: number): number {
  const goesOn = (row: TableRow | undefined): boolean => row?.band === null && row.continues?.includes(column) === true;
  if (at > 0 && goesOn(rows[at])) return 0;
  let count = 1;
  while (goesOn(rows[at + count])) count += 1;
  return count;
}
