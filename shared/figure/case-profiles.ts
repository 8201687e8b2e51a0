// How much each case says of each theme: the numbers behind profiles, whichever way they are drawn.
import type { ProfileMeasure } from '../domain/figure-options.ts';
import type { AxisEntity, MatrixHeader, MatrixTable } from '../domain/matrix.ts';
import type { Behind } from './scene.ts';

export interface ProfileValue {
  readonly passages: number;
  /** Passages, or their share (0 … 1) of the case's. */
  readonly value: number;
  readonly behind: readonly Behind[];
}

export interface CaseProfile {
  readonly entity: AxisEntity;
  /** One per theme. */
  readonly values: readonly ProfileValue[];
}

/** @param table with its cases among the columns: its rows are the themes. A theme's columns of one case are added up. */
export function profilesOf(table: MatrixTable, cases: readonly AxisEntity[], measure: ProfileMeasure): CaseProfile[] {
  return cases.map((entity) => {
    const columns = table.columns.flatMap(({ entities }, column) => (entities.some(({ key }) => key === entity.key) ? [column] : []));
    const lines = table.rows.map((_, row) => columns.flatMap((column) => table.cells[row]?.[column] ?? []).filter(({ passages }) => passages > 0));
    const sums = lines.map((cells) => cells.reduce((sum, { passages }) => sum + passages, 0));
    const total = sums.reduce((sum, each) => sum + each, 0);
    return {
      entity,
      values: lines.map((cells, row) => {
        const passages = sums[row] ?? 0;
        const value = measure === 'passages' ? passages : total === 0 ? 0 : passages / total;
        return { passages, value, behind: cells.map(({ key }) => ({ cell: key })) };
      }),
    };
  });
}

/** `Gouvernance`, or `Coordination › Régulation` where axes nest. */
export function themeName(row: MatrixHeader): string {
  return row.entities.length > 1 ? row.entities.map(({ label }) => label).join(' › ') : row.label;
}
