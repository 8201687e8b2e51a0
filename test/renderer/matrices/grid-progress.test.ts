// How far the writing has come, and the next cell that calls for it.
import { describe, expect, it } from 'vitest';
import { nextCell, progressOf } from '../../../renderer/matrices/grid-progress.ts';
import type { MatrixCell } from '../../../shared/domain/matrix.ts';
import { aTable, caseEntity, categoryEntity, header } from './a-project.ts';

const rows = ['A', 'B'].map((name) => header(categoryEntity(name)));
const columns = ['1', '2', '3'].map((name) => header(caseEntity(name)));
const table = aTable(rows, columns, [
  [4, 2, null],
  [1, null, 3],
]);
const write = (changes: Record<string, Partial<MatrixCell>>) => ({
  ...table,
  cells: table.cells.map((cells, row) => cells.map((cell, column) => ({ ...cell, ...changes[`${row} ${column}`] }))),
});
const written = write({
  '0 0': { synthesis: 'x', status: 'ready' },
  '1 0': { synthesis: 'y', status: 'draft', isOutdated: true },
});

describe('the writing of a matrix', () => {
  it('counts the cells that have something to write about', () => {
    expect(progressOf(written)).toEqual({ written: 2, all: 4, outdated: 1, drafts: 1 });
  });

  it('goes on row by row, and round to the beginning', () => {
    expect(nextCell(written, { row: 0, column: 0 }, 'empty')).toEqual({ row: 0, column: 1 });
    expect(nextCell(written, { row: 1, column: 2 }, 'empty')).toEqual({ row: 0, column: 1 });
    expect(nextCell(written, { row: -1, column: 2 }, 'draft')).toEqual({ row: 1, column: 0 });
    expect(nextCell(written, { row: 0, column: 0 }, 'outdated')).toEqual({ row: 1, column: 0 });
  });

  it('comes to cells without passages once the others are written', () => {
    const all = write({ '0 0': { synthesis: 'x' }, '0 1': { synthesis: 'x' }, '1 0': { synthesis: 'x' }, '1 2': { synthesis: 'x' } });
    expect(nextCell(all, { row: 0, column: 0 }, 'empty')).toEqual({ row: 0, column: 2 });
    expect(nextCell(all, { row: 0, column: 0 }, 'outdated')).toBeNull();
  });
});
