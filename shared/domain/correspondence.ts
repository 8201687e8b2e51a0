// Correspondence analysis of a cross table: rows and columns on one map.
import { z } from 'zod';
import type { CorrespondenceAxis, CorrespondencePoint } from '../statistics/correspondence-analysis.ts';
import { COUNT_UNITS, crossing } from './crosstab.ts';
import type { CountUnit, TableLine } from './crosstab.ts';
import { axisSpec } from './matrix.ts';

export const correspondenceSetting = crossing.extend({
  unit: z.enum(COUNT_UNITS),
  /** Axes placed on the map without having made it, crossed with the rows. */
  also: z.array(axisSpec).max(4),
});
export type CorrespondenceSetting = z.infer<typeof correspondenceSetting>;

/** Beyond the tenth nobody looks. */
const MOST_AXES = 10;
export const MOST_NAMES = 400;

/** As a window keeps it: which axes are across and up, from 0, and how many points have their names. */
export const correspondenceView = correspondenceSetting.extend({
  across: z.number().int().min(0).max(MOST_AXES),
  up: z.number().int().min(0).max(MOST_AXES),
  names: z.number().int().min(1).max(MOST_NAMES),
});
export type CorrespondenceView = z.infer<typeof correspondenceView>;

export type MapPoint = TableLine & CorrespondencePoint & { readonly count: number };

export interface CorrespondenceMap {
  readonly unit: CountUnit;
  readonly rowTitle: string;
  readonly columnTitle: string;
  readonly alsoTitles: readonly string[];
  readonly total: number;
  readonly totalInertia: number;
  readonly axes: readonly CorrespondenceAxis[];
  readonly rows: readonly MapPoint[];
  readonly columns: readonly MapPoint[];
  /** `axis`: which of `also`. */
  readonly also: readonly (MapPoint & { readonly axis: number })[];
  /** Lines without anything, left out: how many. */
  readonly emptyRows: number;
  readonly emptyColumns: number;
}
