// Groups what an axis lists by what it has in common.
import type { ClusterItem, Clusters, ClusteringSetting } from '../../shared/domain/clustering.ts';
import { MOST_CLUSTERED } from '../../shared/domain/clustering.ts';
import type { Crossing, TableLine } from '../../shared/domain/crosstab.ts';
import type { PassageId } from '../../shared/domain/ids.ts';
import type { AxisTitles } from '../../shared/domain/matrix-axis.ts';
import { markedPassage } from '../../shared/domain/matrix-fill.ts';
import { chiSquareDistances, chiSquareSetDistances, clusterOf, cutInto, jaccardDistances } from '../../shared/statistics/clustering.ts';
import type { Distances } from '../../shared/statistics/clustering.ts';
import { isUndefined, undefinedFor } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { Project } from '../storage/open-project.ts';
import { CrossedCounts } from './crossed-counts.ts';

const SOURCES = { kind: 'source' } as const;

function crossingOf({ of, by, coderIds, where }: ClusteringSetting): Crossing {
  return { rows: of, columns: by.kind === 'axis' ? by.axis : SOURCES, join: { kind: 'overlap' }, coderIds, where };
}

interface DescribedItem {
  readonly line: TableLine;
  /** What it has: units shared or not, or one number per column. */
  readonly units: ReadonlySet<number>;
  readonly counts: readonly number[];
}

/** Passages or turns of one source are fewer. */
const MOST_IN_SOURCE = 1_000_000;

/** The passages or turns of a row, source after source. */
function unitsOf(crossed: CrossedCounts, row: number, kind: 'passages' | 'turns'): Set<number> {
  const units = new Set<number>();
  crossed.columnAxis.entities.forEach((_, column) => {
    for (const { order, reading, contribution } of crossed.sharesAt(row, column))
      for (const mark of contribution.marks) {
        const at = markedPassage(mark);
        const passage = reading.passages[at];
        if (kind === 'passages') units.add(order * MOST_IN_SOURCE + at);
        else for (let turn = passage?.firstTurn ?? 0; turn <= (passage?.lastTurn ?? -1); turn += 1) units.add(order * MOST_IN_SOURCE + turn);
      }
  });
  return units;
}

function itemsOf(crossed: CrossedCounts, { by }: ClusteringSetting): DescribedItem[] {
  if (by.kind !== 'axis') return crossed.rowLines.map((line, row) => ({ line, units: unitsOf(crossed, row, by.kind), counts: [] }));
  const table = crossed.table(by.unit);
  return table.rows.map((line, row) => {
    const counts = table.counts[row] ?? [];
    return { line, units: new Set(counts.flatMap((count, column) => (count > 0 ? [column] : []))), counts };
  });
}

function distancesOf(items: readonly DescribedItem[], { by, distance }: ClusteringSetting): Distances {
  if (distance === 'jaccard') return jaccardDistances(items.map(({ units }) => units));
  return by.kind === 'axis' ? chiSquareDistances(items.map(({ counts }) => counts)) : chiSquareSetDistances(items.map(({ units }) => units));
}

export function readClusters(project: Project, setting: ClusteringSetting, titles: AxisTitles): Clusters | Undefined {
  if (setting.linkage === 'ward' && setting.distance !== 'chiSquare') return undefinedFor('wardNotEuclidean');
  const crossed = new CrossedCounts(project, crossingOf(setting), titles);
  const all = itemsOf(crossed, setting);
  const items = all.filter(({ units }) => units.size > 0);
  if (items.length > MOST_CLUSTERED) return undefinedFor('tooLarge');
  const clustering = clusterOf(distancesOf(items, setting), setting.linkage);
  if (isUndefined(clustering)) return clustering;
  const groups = Math.min(setting.groups ?? 1, items.length);
  const groupOf = cutInto(clustering, groups);
  const counted = ({ units, counts }: DescribedItem): number =>
    setting.by.kind === 'axis' ? counts.reduce((sum, count) => sum + count, 0) : units.size;
  return {
    title: crossed.rowAxis.title,
    byTitle: setting.by.kind === 'axis' ? crossed.columnAxis.title : null,
    distance: setting.distance,
    linkage: setting.linkage,
    items: items.map((item, at): ClusterItem => ({ ...item.line, count: counted(item), group: groupOf[at] ?? 1 })),
    ...clustering,
    groups,
    without: all.filter(({ units }) => units.size === 0).map(({ line }) => line),
  };
}

/** Of these items, by their keys. */
export function readClusterPassages(project: Project, setting: ClusteringSetting, titles: AxisTitles, keys: readonly string[]): PassageId[] {
  const crossed = new CrossedCounts(project, crossingOf(setting), titles);
  return [...new Set(keys.flatMap((key) => crossed.passagesAt(key, null)))];
}
