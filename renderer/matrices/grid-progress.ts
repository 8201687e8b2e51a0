// How far the writing has come, and where it goes on: the next cell to write, to look at again, to finish.
import type { MatrixCell, MatrixTable } from '../../shared/domain/matrix.ts';
import type { CellPosition } from './grid-keys.ts';

export const NEXT = ['empty', 'outdated', 'draft'] as const;
export type Next = (typeof NEXT)[number];

export interface Progress {
  readonly written: number;
  /** Cells that call for words: those with passages, or all where none has any. */
  readonly all: number;
  readonly outdated: number;
  readonly drafts: number;
}

const isWritten = (cell: MatrixCell): boolean => cell.synthesis !== null;
const hasMaterial = (cell: MatrixCell): boolean => cell.passages > 0 || cell.pinned.length > 0 || isWritten(cell);

function matcher(table: MatrixTable, next: Next): (cell: MatrixCell) => boolean {
  if (next === 'outdated') return (cell) => cell.isOutdated;
  if (next === 'draft') return (cell) => isWritten(cell) && cell.status === 'draft';
  const calls = table.cells.some((row) => row.some((cell) => hasMaterial(cell) && !isWritten(cell)));
  return (cell) => !isWritten(cell) && (hasMaterial(cell) || !calls);
}

export function progressOf(table: MatrixTable): Progress {
  let [written, material, outdated, drafts, cells] = [0, 0, 0, 0, 0];
  for (const cell of table.cells.flat()) {
    cells += 1;
    if (hasMaterial(cell)) material += 1;
    if (isWritten(cell)) written += 1;
    if (cell.isOutdated) outdated += 1;
    if (isWritten(cell) && cell.status === 'draft') drafts += 1;
  }
  return { written, all: material > 0 ? material : cells, outdated, drafts };
}

/** Row by row from the cell after `from`, and round to it; null where there is none. */
export function nextCell(table: MatrixTable, from: CellPosition, next: Next): CellPosition | null {
  const width = table.columns.length;
  const count = table.rows.length * width;
  const matches = matcher(table, next);
  const start = from.row < 0 || from.column < 0 ? -1 : from.row * width + from.column;
  for (let step = 1; step <= count; step += 1) {
    const at = (start + step) % count;
    const cell = table.cells[Math.floor(at / width)]?.[at % width];
    if (cell && matches(cell)) return { row: Math.floor(at / width), column: at % width };
  }
  return null;
}
