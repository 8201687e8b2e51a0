// Two characters crossed: what one would expect were they independent, and how far what was counted is from it.
import { chiSquareTail } from './tails.ts';
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

/** Rows of counts, all of one length. */
export type Counts = readonly (readonly number[])[];

export interface Margins {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly total: number;
}

export interface ChiSquare {
  readonly value: number;
  readonly df: number;
  readonly p: number;
}

export interface OddsRatio {
  /** ad / bc; null where bc is 0: it is infinite then. */
  readonly sample: number | null;
  /** 95 % interval on the logarithm (Woolf); null where a cell is empty. */
  readonly interval: readonly [number, number] | null;
}

export interface Association {
  readonly margins: Margins;
  /** row total × column total / total */
  readonly expected: Counts;
  /** (counted − expected) / √expected */
  readonly pearson: Counts;
  /** Haberman’s: Pearson’s over √((1 − row share)(1 − column share)); null where a line holds everything. */
  readonly adjusted: readonly (readonly (number | null)[])[];
  readonly chiSquare: ChiSquare | Undefined;
  /** With Yates’ continuity correction; only of a 2 × 2 table. */
  readonly yates: ChiSquare | null;
  readonly cramerV: number | Undefined;
  /** Only of a 2 × 2 table. */
  readonly oddsRatio: OddsRatio | null;
  /** Share of cells where fewer than 5 are expected. */
  readonly smallExpected: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export function marginsOf(counts: Counts): Margins {
  const rows = counts.map(sum);
  const columns = (counts[0] ?? []).map((_, column) => sum(counts.map((row) => row[column] ?? 0)));
  return { rows, columns, total: sum(rows) };
}

export interface Trimmed {
  readonly counts: Counts;
  /** Places in the table given. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Without the lines where nothing was counted: nothing can be expected there. */
export function withoutEmptyLines(counts: Counts): Trimmed {
  const margins = marginsOf(counts);
  const filled = (totals: readonly number[]): number[] => totals.flatMap((total, at) => (total > 0 ? [at] : []));
  const [rows, columns] = [filled(margins.rows), filled(margins.columns)];
  return { counts: rows.map((row) => columns.map((column) => counts[row]?.[column] ?? 0)), rows, columns };
}

const mapped = <T>(counts: Counts, cell: (count: number, row: number, column: number) => T): T[][] =>
  counts.map((line, row) => line.map((count, column) => cell(count, row, column)));

const at = (table: Counts, row: number, column: number): number => table[row]?.[column] ?? 0;

function chiSquareOf(counts: Counts, expected: Counts, correction: number): ChiSquare {
  const parts = mapped(counts, (count, row, column) => {
    const mean = at(expected, row, column);
    return (Math.abs(count - mean) - correction) ** 2 / mean;
  });
  const value = sum(parts.map(sum));
  const df = (counts.length - 1) * ((counts[0]?.length ?? 0) - 1);
  return { value, df, p: chiSquareTail(value, df) };
}

/** As R: never more than the smallest distance itself. */
function yatesOf(counts: Counts, expected: Counts): ChiSquare {
  const least = Math.min(...mapped(counts, (count, row, column) => Math.abs(count - at(expected, row, column))).flat());
  return chiSquareOf(counts, expected, Math.min(0.5, least));
}

const Z_95 = 1.959963984540054;

function oddsRatioOf(counts: Counts): OddsRatio {
  const [a, b, c, d] = [at(counts, 0, 0), at(counts, 0, 1), at(counts, 1, 0), at(counts, 1, 1)];
  const sample = b * c === 0 ? null : (a * d) / (b * c);
  if (a * b * c * d === 0 || sample === null) return { sample, interval: null };
  const error = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  return { sample, interval: [sample * Math.exp(-Z_95 * error), sample * Math.exp(Z_95 * error)] };
}

/**
 * Agresti, Categorical Data Analysis (2013), chapters 2 and 3.
 * @param counts without empty lines (`withoutEmptyLines`); an empty table has no association
 */
export function associationOf(counts: Counts): Association | Undefined {
  const margins = marginsOf(counts);
  const { rows, columns, total } = margins;
  if (total === 0) return undefinedFor('empty');
  const expected = mapped(counts, (_, row, column) => ((rows[row] ?? 0) * (columns[column] ?? 0)) / total);
  const pearson = mapped(counts, (count, row, column) => (count - at(expected, row, column)) / Math.sqrt(at(expected, row, column)));
  const adjusted = mapped(pearson, (residual, row, column) => {
    const rest = (1 - (rows[row] ?? 0) / total) * (1 - (columns[column] ?? 0) / total);
    return rest > 0 ? residual / Math.sqrt(rest) : null;
  });
  const isCrossed = rows.length > 1 && columns.length > 1;
  const chiSquare = isCrossed ? chiSquareOf(counts, expected, 0) : undefinedFor('oneLine');
  const isTwoByTwo = rows.length === 2 && columns.length === 2;
  return {
    margins,
    expected,
    pearson,
    adjusted,
    chiSquare,
    yates: isTwoByTwo ? yatesOf(counts, expected) : null,
    cramerV: 'kind' in chiSquare ? chiSquare : Math.sqrt(chiSquare.value / (total * (Math.min(rows.length, columns.length) - 1))),
    oddsRatio: isTwoByTwo ? oddsRatioOf(counts) : null,
    smallExpected: expected.flat().filter((mean) => mean < 5).length / (rows.length * columns.length),
  };
}
