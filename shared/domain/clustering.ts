// Groups of categories, of cases, of whatever an axis lists, by how alike they are.
import { z } from 'zod';
import { LINKAGES } from '../statistics/clustering.ts';
import type { Linkage, Merge } from '../statistics/clustering.ts';
import { COUNT_UNITS } from './crosstab.ts';
import type { TableLine } from './crosstab.ts';
import { coderId } from './ids.ts';
import { axisSpec } from './matrix.ts';

export const DISTANCES = ['jaccard', 'chiSquare'] as const;
export type DistanceKind = (typeof DISTANCES)[number];

/** By what things are alike: the passages or the turns they share, or what they have of another axis. */
export const described = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passages') }),
  z.object({ kind: z.literal('turns') }),
  z.object({ kind: z.literal('axis'), axis: axisSpec, unit: z.enum(COUNT_UNITS) }),
]);
export type Described = z.infer<typeof described>;

export const MOST_CLUSTERED = 2000;

export const clusteringSetting = z.object({
  of: axisSpec,
  by: described,
  distance: z.enum(DISTANCES),
  linkage: z.enum(LINKAGES),
  /** Null: the tree is not cut. */
  groups: z.number().int().min(1).max(200).nullable(),
  coderIds: z.array(coderId).nullable(),
  where: z.array(z.string().trim().min(1).max(4000)).max(20),
});
export type ClusteringSetting = z.infer<typeof clusteringSetting>;

export interface ClusterItem extends TableLine {
  /** What it has: shared units, or what it counts over the other axis. */
  readonly count: number;
  /** From 1, as the tree shows them; 1 everywhere where it is not cut. */
  readonly group: number;
}

export interface Clusters {
  readonly title: string;
  /** Title of the axis that describes; null: passages or turns. */
  readonly byTitle: string | null;
  readonly distance: DistanceKind;
  readonly linkage: Linkage;
  readonly items: readonly ClusterItem[];
  readonly merges: readonly Merge[];
  /** Items as the tree shows them. */
  readonly order: readonly number[];
  /** As many as there are, which is fewer than asked where there are fewer items. */
  readonly groups: number;
  /** Items that have nothing: alike to none, so left out. */
  readonly without: readonly TableLine[];
}
