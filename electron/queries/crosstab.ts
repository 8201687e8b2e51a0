// Computes cross tables: counts, what one would expect, the tests, and where they do not apply.
import type { CrosstabSetting, Crosstab, CrosstabWarning, CountedTable, Crossing, Fisher, PresenceTest } from '../../shared/domain/crosstab.ts';
import type { PassageId } from '../../shared/domain/ids.ts';
import type { AxisTitles } from '../../shared/domain/matrix-axis.ts';
import { associationOf, marginsOf, withoutEmptyLines } from '../../shared/statistics/contingency-table.ts';
import type { Association, Counts, Trimmed } from '../../shared/statistics/contingency-table.ts';
import { drawingSteps, fisherDrawn, fisherExact, fisherTwoByTwo } from '../../shared/statistics/fisher.ts';
import { isUndefined, undefinedFor } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { Project } from '../storage/open-project.ts';
import { CrossedCounts } from './crossed-counts.ts';

/** Steps that nobody waits for, of the exact test and of drawing; and those of somebody who asked for it. */
const QUICK_STEPS = 200_000;
const MOST_QUICK_CELLS = 40;
const ASKED_STEPS = 12_000_000;
const QUICK_DRAWING = 1_500_000;
const MOST_DRAWING = 2_000_000_000;
/** Of each row's own test: there may be many rows. */
const ROW_STEPS = 6_000;
/** With more, and enough expected in every cell, chi-square says the same. */
const FEW_UNITS = 100;
/** Columns that a row's own test compares. */
const MOST_COMPARED = 30;
/** Cells that expect fewer than five, beyond which chi-square is no guide (Cochran 1954). */
const MOST_SMALL = 0.2;

function fisherOf(counts: Counts, { draws, seed }: Pick<CrosstabSetting, 'draws' | 'seed'>): Fisher | Undefined {
  if (counts.length < 2 || (counts[0]?.length ?? 0) < 2) return undefinedFor('oneLine');
  if (counts.length === 2 && counts[0]?.length === 2) {
    const test = fisherTwoByTwo(counts);
    return { ...test, p: test.twoSided, how: 'exact' };
  }
  const isSmall = counts.length * (counts[0]?.length ?? 0) <= MOST_QUICK_CELLS;
  const exact = draws === null && !isSmall ? null : fisherExact(counts, draws === null ? QUICK_STEPS : ASKED_STEPS);
  if (exact) return exact;
  const times = draws ?? 10_000;
  if (drawingSteps(counts, times) > (draws === null ? QUICK_DRAWING : MOST_DRAWING)) return undefinedFor('tooLarge');
  return fisherDrawn(counts, { draws: times, seed });
}

/** A trimmed table's numbers put back where its lines stand in the whole one. */
function spread(values: readonly (readonly (number | null)[])[], { rows, columns }: Trimmed, table: CountedTable): (number | null)[][] {
  const places = (kept: readonly number[]): Map<number, number> => new Map(kept.map((line, at) => [line, at]));
  const [rowPlaces, columnPlaces] = [places(rows), places(columns)];
  return table.rows.map((_, row) => table.columns.map((__, column) => values[rowPlaces.get(row) ?? -1]?.[columnPlaces.get(column) ?? -1] ?? null));
}

function presenceOf(table: CountedTable, units: readonly number[] | null): Crosstab['presence'] {
  // of columns that hold one unit each, or of very many, nothing can be said row by row
  if (!units || units.length > MOST_COMPARED || units.every((count) => count <= 1)) return null;
  if (table.counts.some((line) => line.some((count, column) => count > (units[column] ?? 0)))) return null;
  const rows = table.counts.map((line): PresenceTest => {
    const { counts } = withoutEmptyLines([line, line.map((count, column) => (units[column] ?? 0) - count)]);
    const association = associationOf(counts);
    if (isUndefined(association)) return { chiSquare: association, fisher: null, cramerV: association };
    const isTested = !isUndefined(association.chiSquare) && (association.smallExpected > 0 || association.margins.total <= FEW_UNITS);
    const fisher = isTested ? (fisherExact(counts, ROW_STEPS)?.p ?? null) : null;
    return { chiSquare: association.chiSquare, fisher, cramerV: association.cramerV };
  });
  return { units, rows };
}

function warningsOf(table: CountedTable, trimmed: Trimmed, { margins, smallExpected }: Association): CrosstabWarning[] {
  const warnings: (CrosstabWarning | false)[] = [
    table.unit === 'passages' && { kind: 'notIndependent', count: margins.total },
    table.units < margins.total && { kind: 'severalCells', count: table.units },
    smallExpected > MOST_SMALL && { kind: 'smallExpected', count: Math.round(smallExpected * 100) },
    trimmed.rows.length < table.rows.length && { kind: 'emptyRows', count: table.rows.length - trimmed.rows.length },
    trimmed.columns.length < table.columns.length && { kind: 'emptyColumns', count: table.columns.length - trimmed.columns.length },
  ];
  return warnings.filter((warning) => warning !== false);
}

/** Refuses axes and filters that name nothing (`matrix.…`, `expression.…`); undefined where nothing falls in the table. */
export function readCrosstab(project: Project, setting: CrosstabSetting, titles: AxisTitles): Crosstab | Undefined {
  const crossed = new CrossedCounts(project, setting, titles);
  const table = crossed.table(setting.unit);
  const trimmed = withoutEmptyLines(table.counts);
  const association = associationOf(trimmed.counts);
  if (isUndefined(association)) return association;
  return {
    ...table,
    totals: marginsOf(table.counts),
    expected: spread(association.expected, trimmed, table),
    residuals: spread(association.adjusted, trimmed, table),
    chiSquare: association.chiSquare,
    yates: association.yates,
    fisher: fisherOf(trimmed.counts, setting),
    cramerV: association.cramerV,
    oddsRatio: association.oddsRatio,
    presence: presenceOf(table, crossed.unitsOfColumns(setting.unit)),
    warnings: warningsOf(table, trimmed, association),
  };
}

/** Behind a cell, a line (the other key null), or the whole table. */
export function readCrossedPassages(
  project: Project,
  crossing: Crossing,
  titles: AxisTitles,
  { rowKey, columnKey }: { readonly rowKey: string | null; readonly columnKey: string | null },
): PassageId[] {
  return new CrossedCounts(project, crossing, titles).passagesAt(rowKey, columnKey);
}
