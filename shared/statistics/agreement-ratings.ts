// What coders said of units: the one shape that every coefficient of agreement over given units looks at.

export interface RatedUnits {
  /** By coder, the number of the category; null where the coder did not judge these units. */
  readonly values: readonly (number | null)[];
  /** How many units were judged so; characters are counted, never listed. */
  readonly count: number;
}

export interface Ratings {
  /** How many categories were offered, used or not: S and AC1 depend on it. */
  readonly categories: number;
  readonly coders: number;
  readonly rows: readonly RatedUnits[];
}

/** Coder 1 by rows, coder 2 by columns: how many units, or which share of them. */
export type AgreementTable = readonly (readonly number[])[];

type Value = string | number;

const inOrder = (a: Value, b: Value): number => (typeof a === 'number' && typeof b === 'number' ? a - b : a < b ? -1 : a > b ? 1 : 0);

/**
 * One row per unit, one column per coder. Without `offered`, the categories are those that somebody used, in order.
 * @returns with the values that the numbers of categories stand for
 */
export function ratingsOfUnits<V extends Value>(
  units: readonly (readonly (V | null)[])[],
  offered?: readonly V[],
): { ratings: Ratings; values: readonly V[] } {
  const used = new Set(units.flatMap((unit) => unit.filter((value) => value !== null)));
  const values = offered ?? [...used].sort(inOrder);
  const numbers = new Map(values.map((value, number) => [value, number]));
  const numberOf = (value: V | null): number | null => {
    if (value === null) return null;
    const number = numbers.get(value);
    if (number === undefined) throw new RangeError('a value that was not offered');
    return number;
  };
  const coders = units.reduce((most, unit) => Math.max(most, unit.length), 0);
  const rows = units.map((unit) => ({ values: Array.from({ length: coders }, (_, coder) => numberOf(unit[coder] ?? null)), count: 1 }));
  return { ratings: { categories: values.length, coders, rows }, values };
}

export function ratingsOfTable(table: AgreementTable): Ratings {
  const rows = table.flatMap((row, first) => row.map((count, second) => ({ values: [first, second], count })));
  return { categories: table.length, coders: 2, rows: rows.filter(({ count }) => count > 0) };
}

/** By unit and category, how many coders chose it; who they were is not known, so coefficients by coder mean nothing here. */
export function ratingsOfCounts(counts: readonly (readonly number[])[]): Ratings {
  const rows = counts.map((unit) => ({ values: unit.flatMap((chosen, category) => Array.from({ length: chosen }, () => category)), count: 1 }));
  const coders = rows.reduce((most, { values }) => Math.max(most, values.length), 0);
  return { categories: counts[0]?.length ?? 0, coders, rows };
}

/** Units that both coders judged. */
export function tableOf({ categories, rows }: Ratings, first: number, second: number): AgreementTable {
  const table = Array.from({ length: categories }, () => Array.from({ length: categories }, () => 0));
  for (const { values, count } of rows) {
    const [a, b] = [values[first] ?? null, values[second] ?? null];
    const row = a === null ? undefined : table[a];
    if (row && b !== null) row[b] = (row[b] ?? 0) + count;
  }
  return table;
}

/** The category against all others: 1 and 0. */
export function dichotomised({ coders, rows }: Ratings, category: number): Ratings {
  const binary = (value: number | null): number | null => (value === null ? null : Number(value === category));
  return { categories: 2, coders, rows: rows.map(({ values, count }) => ({ values: values.map(binary), count })) };
}

/** By category, how many coders chose it for these units. */
export function chosenBy({ values }: RatedUnits, categories: number): number[] {
  const chosen = Array.from({ length: categories }, () => 0);
  for (const value of values) if (value !== null) chosen[value] = (chosen[value] ?? 0) + 1;
  return chosen;
}

/** Every two coders, each pair once. */
export function coderPairs(coders: number): (readonly [number, number])[] {
  return Array.from({ length: coders }, (_, first) =>
    Array.from({ length: coders - first - 1 }, (__, at) => [first, first + at + 1] as const),
  ).flat();
}
