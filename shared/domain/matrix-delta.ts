// What became of a computed matrix since somebody last saw it: only cells that changed are told, all others stay the objects that they are.
import type { MatrixCell, MatrixHeader, MatrixQuote, MatrixTable } from './matrix.ts';

export interface MatrixDelta extends Pick<MatrixTable, 'totals' | 'omittedCodings'> {
  /** By number: row × number of columns + column, ascending. */
  readonly cells: readonly (readonly [number: number, cell: MatrixCell])[];
}

/** A table, or what changed in the one that was answered before. `version` names what is known now; it is asked with the next time. */
export type MatrixAnswer = { readonly version: string } & (
  | {
      readonly kind: 'whole';
      /** Cells have their first quotes; those of a large matrix are asked for as they come into view. */
      readonly hasPreviews: boolean;
      readonly table: MatrixTable;
    }
  | { readonly kind: 'changes'; readonly changes: MatrixDelta }
);

/** The first quotes of one crossing. */
export interface CellPreview {
  readonly key: string;
  readonly quotes: readonly MatrixQuote[];
}

/** Cells told one by one take several times the room they have in a table: above this number, and this share of them, all are told. */
const FEW = 200;
const MOST_TOLD = 0.1;

const areSame = <T>(one: readonly T[], other: readonly T[]): boolean => one.length === other.length && one.every((item, at) => item === other[at]);

function hasSameLines(one: MatrixTable, other: MatrixTable): boolean {
  const lines = (table: MatrixTable): readonly (readonly (string | MatrixHeader)[])[] => [table.rows, table.columns, table.rowAxes, table.columnAxes];
  const others = lines(other);
  return lines(one).every((own, at) => areSame<string | MatrixHeader>(own, others[at] ?? []));
}

/** Cells and headers that are the same objects are unchanged. Null: the lines are others, or so much changed that the table is told anew. */
export function deltaBetween(before: MatrixTable, after: MatrixTable): MatrixDelta | null {
  if (!hasSameLines(before, after)) return null;
  const width = after.columns.length;
  const cells: [number, MatrixCell][] = [];
  after.cells.forEach((line, row) => {
    const known = before.cells[row];
    if (known === line) return;
    line.forEach((cell, column) => {
      if (cell !== known?.[column]) cells.push([row * width + column, cell]);
    });
  });
  if (cells.length > Math.max(FEW, after.rows.length * width * MOST_TOLD)) return null;
  return { cells, totals: after.totals, omittedCodings: after.omittedCodings };
}

/** The table with these cells in place of its own; rows without any stay the same objects. */
export function withCells(table: MatrixTable, cells: MatrixDelta['cells']): MatrixTable {
  if (cells.length === 0) return table;
  const width = table.columns.length;
  const lines = [...table.cells];
  for (const [row, own] of Map.groupBy(cells, ([number]) => Math.floor(number / width))) {
    const line = [...(lines[row] ?? [])];
    for (const [number, cell] of own) line[number % width] = cell;
    lines[row] = line;
  }
  return { ...table, cells: lines };
}

/** The inverse of `deltaBetween`. */
export function withDelta(table: MatrixTable, { cells, totals, omittedCodings }: MatrixDelta): MatrixTable {
  return { ...withCells(table, cells), totals, omittedCodings };
}
