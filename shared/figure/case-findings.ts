// What is found in each case over a whole matrix, and which cases share it.
import { comparableCases } from '../domain/compare-cases.ts';
import type { AxisEntity, MatrixCell, MatrixHeader, MatrixTable } from '../domain/matrix.ts';
import type { Behind } from './scene.ts';

/** A thing found: a category, or a row where the matrix has no categories. */
export interface Finding {
  readonly id: string;
  readonly name: string;
  /** Indexes of the cases that have it, ascending. */
  readonly cases: readonly number[];
  readonly passages: number;
  readonly behind: readonly Behind[];
}

/** A set of cases, and what is found in all of them and in no other. */
export interface Combination {
  readonly cases: readonly number[];
  readonly findings: readonly Finding[];
}

/** Categories below the crossing; else the innermost category of the column or the row; else what the row lists. */
function thingsIn(cell: MatrixCell, row: MatrixHeader, column: MatrixHeader): { id: string; name: string; passages: number; category?: string }[] {
  if (cell.passages === 0) return [];
  if (cell.categories.length > 0) return cell.categories.map(({ id, name, passages }) => ({ id: `category:${id}`, name, passages, category: id }));
  const isCategory = ({ kind }: AxisEntity): boolean => kind === 'category';
  const thing = column.entities.find(isCategory) ?? row.entities.findLast(isCategory) ?? row.entities.at(-1);
  return thing ? [{ id: thing.key, name: thing.label, passages: cell.passages }] : [];
}

/** @param table with its cases among the columns @param cases those that are compared */
export function findingsOf(table: MatrixTable, cases: readonly AxisEntity[]): Finding[] {
  const indexOf = new Map(cases.map(({ key }, index) => [key, index]));
  const found = new Map<string, { name: string; cases: Set<number>; passages: number; behind: Behind[] }>();
  table.rows.forEach((row, r) =>
    table.columns.forEach((column, c) => {
      const cell = table.cells[r]?.[c];
      const at = column.entities.map(({ key }) => indexOf.get(key)).find((index) => index !== undefined);
      if (!cell || at === undefined) return;
      for (const { id, name, passages, category } of thingsIn(cell, row, column)) {
        const known = found.get(id) ?? { name, cases: new Set(), passages: 0, behind: [] };
        known.cases.add(at);
        known.passages += passages;
        known.behind.push({ cell: cell.key, ...(category === undefined ? {} : { category }) });
        found.set(id, known);
      }
    }),
  );
  return [...found].map(([id, { name, cases: holders, passages, behind }]) => ({
    id,
    name,
    cases: [...holders].sort((a, b) => a - b),
    passages,
    behind,
  }));
}

/** From what all the cases share to what a single one has; of as many cases, the richer combination first. */
export function combinationsOf(findings: readonly Finding[]): Combination[] {
  const sets = new Map<string, { cases: readonly number[]; findings: Finding[] }>();
  for (const finding of findings) {
    const key = finding.cases.join(' ');
    const known = sets.get(key) ?? { cases: finding.cases, findings: [] };
    known.findings.push(finding);
    sets.set(key, known);
  }
  return [...sets.values()].toSorted(
    (a, b) => b.cases.length - a.cases.length || b.findings.length - a.findings.length || (a.cases[0] ?? 0) - (b.cases[0] ?? 0),
  );
}

/** The cases of a table whose cases stand among the columns; null keys: all of them. */
export function chosenCases(table: MatrixTable, keys: readonly string[] | null): AxisEntity[] {
  return comparableCases(table).filter(({ key }) => keys === null || keys.includes(key));
}
