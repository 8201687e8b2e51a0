// What every figure of a matrix is told besides its data, and how its headers and numbers follow the chosen order.
import type { FigureOptions, FigureOrder } from '../domain/figure-options.ts';
import { headerBands } from '../domain/matrix-headers.ts';
import type { MatrixHeader, MatrixTable } from '../domain/matrix.ts';
import type { Language } from '../domain/project.ts';
import type { FigureLabels } from './figure-labels.ts';
import type { Palette } from './palette.ts';

export interface FigureSetting extends Pick<FigureOptions, 'showsLegend' | 'showsLabels' | 'order' | 'profile' | 'measure'> {
  readonly title: string;
  readonly labels: FigureLabels;
  readonly palette: Palette;
  readonly language: Language;
  /** Px, margins included. */
  readonly width: number;
}

export interface TableFigure extends FigureSetting {
  readonly table: MatrixTable;
}

/** Px of a browser and of svg: 96 to the inch. */
export const PX_PER_CM = 96 / 2.54;

/** Indexes of the headers in their new order. Only neighbours under the same branches change places. */
function ordered(headers: readonly MatrixHeader[], weights: readonly number[], order: FigureOrder, language: Language): number[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return headerBands(headers).flatMap(({ first, count }) => {
    const run = Array.from({ length: count }, (_, at) => first + at);
    if (order === 'most') return run.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
    return run.toSorted((a, b) => compare(headers[a]?.label ?? '', headers[b]?.label ?? '') || a - b);
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** The same table with its rows and columns in the order that the figure wants. */
export function orderedTable(table: MatrixTable, order: FigureOrder, language: Language): MatrixTable {
  if (order === 'given') return table;
  const passages = table.cells.map((line) => line.map((cell) => cell.passages));
  const rows = ordered(table.rows, passages.map(sum), order, language);
  const columns = ordered(
    table.columns,
    table.columns.map((_, column) => sum(passages.map((line) => line[column] ?? 0))),
    order,
    language,
  );
  return {
    ...table,
    rows: rows.flatMap((row) => table.rows[row] ?? []),
    columns: columns.flatMap((column) => table.columns[column] ?? []),
    cells: rows.map((row) => columns.flatMap((column) => table.cells[row]?.[column] ?? [])),
  };
}
