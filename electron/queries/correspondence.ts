// Computes the map of a cross table, with supplementary axes placed on it.
import type { CorrespondenceMap, CorrespondenceSetting, MapPoint } from '../../shared/domain/correspondence.ts';
import type { CountedTable, TableLine } from '../../shared/domain/crosstab.ts';
import type { AxisTitles } from '../../shared/domain/matrix-axis.ts';
import { marginsOf, withoutEmptyLines } from '../../shared/statistics/contingency-table.ts';
import { correspondenceOf } from '../../shared/statistics/correspondence-analysis.ts';
import type { CorrespondencePoint } from '../../shared/statistics/correspondence-analysis.ts';
import { isUndefined } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { Project } from '../storage/open-project.ts';
import { CrossedCounts } from './crossed-counts.ts';

/** The columns of a supplementary table over the rows that made the map. */
function columnsOver(rows: readonly number[], { counts, columns }: CountedTable): number[][] {
  return columns.map((_, column) => rows.map((row) => counts[row]?.[column] ?? 0));
}

const point = (line: TableLine, count: number, found: CorrespondencePoint): MapPoint => ({ ...line, ...found, count });

export function readCorrespondence(project: Project, setting: CorrespondenceSetting, titles: AxisTitles): CorrespondenceMap | Undefined {
  const table = new CrossedCounts(project, setting, titles).table(setting.unit);
  const trimmed = withoutEmptyLines(table.counts);
  const also = setting.also.map((columns) => new CrossedCounts(project, { ...setting, columns }, titles).table(setting.unit));
  const placed = also.flatMap((each, axis) =>
    columnsOver(trimmed.rows, each).map((counts, column) => ({ axis, counts, line: each.columns[column] as TableLine })),
  );
  // lists by column, as `correspondenceOf` takes them
  const found = correspondenceOf(trimmed.counts, { columns: placed.map(({ counts }) => counts) });
  if (isUndefined(found)) return found;
  const margins = marginsOf(trimmed.counts);
  const points = (
    lines: readonly TableLine[],
    kept: readonly number[],
    totals: readonly number[],
    active: readonly CorrespondencePoint[],
  ): MapPoint[] => kept.map((line, at) => point(lines[line] as TableLine, totals[at] ?? 0, active[at] as CorrespondencePoint));
  return {
    unit: setting.unit,
    rowTitle: table.rowTitle,
    columnTitle: table.columnTitle,
    alsoTitles: also.map(({ columnTitle }) => columnTitle),
    total: margins.total,
    totalInertia: found.totalInertia,
    axes: found.axes,
    rows: points(table.rows, trimmed.rows, margins.rows, found.rows),
    columns: points(table.columns, trimmed.columns, margins.columns, found.columns),
    also: placed.flatMap(({ axis, counts, line }, at) => {
      const own = found.supplementaryColumns[at];
      return own
        ? [
            {
              ...point(
                line,
                counts.reduce((sum, count) => sum + count, 0),
                own,
              ),
              axis,
            },
          ]
        : [];
    }),
    emptyRows: table.rows.length - trimmed.rows.length,
    emptyColumns: table.columns.length - trimmed.columns.length,
  };
}
