// Cross tables: what is crossed, in which unit it is counted, and what is reckoned of it.
import { z } from 'zod';
import type { Association, ChiSquare } from '../statistics/contingency-table.ts';
import type { DrawnTest, ExactTest, TwoByTwoTest } from '../statistics/fisher.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { coderId } from './ids.ts';
import { axisSpec, joinRule } from './matrix.ts';

/** Two axes, and the passages that may fall in their crossings. */
export const crossing = z.object({
  rows: axisSpec,
  columns: axisSpec,
  join: joinRule,
  coderIds: z.array(coderId).nullable(),
  where: z.array(z.string().trim().min(1).max(4000)).max(20),
});
export type Crossing = z.infer<typeof crossing>;

/** What a cell counts: distinct passages, sources that have any, cases that have any. */
export const COUNT_UNITS = ['passages', 'sources', 'cases'] as const;
export type CountUnit = (typeof COUNT_UNITS)[number];

export const LEAST_DRAWS = 10_000;

export const crosstabSetting = crossing.extend({
  unit: z.enum(COUNT_UNITS),
  /** How tables are drawn where Fisher’s test is out of reach exactly; null: only where it is quick. */
  draws: z.number().int().min(LEAST_DRAWS).max(1_000_000).nullable(),
  seed: z.number().int().min(0).max(2_147_483_647),
});
export type CrosstabSetting = z.infer<typeof crosstabSetting>;

/** What the cells of the picture say. */
export const CELL_FACES = ['counts', 'rowShare', 'columnShare', 'expected', 'residuals'] as const;
export type CellFace = (typeof CELL_FACES)[number];

/** A table whose cells are shaded, or tiles whose areas are the counts. */
export const CROSSTAB_PICTURES = ['table', 'mosaic'] as const;
export type CrosstabPicture = (typeof CROSSTAB_PICTURES)[number];

/** As a window keeps it. */
export const crosstabView = crosstabSetting.extend({ face: z.enum(CELL_FACES), picture: z.enum(CROSSTAB_PICTURES).default('table') });
export type CrosstabView = z.infer<typeof crosstabView>;

export interface TableLine {
  /** As in matrices: `case:<uuid>`. */
  readonly key: string;
  readonly label: string;
  readonly path: readonly string[];
  readonly color: string | null;
}

export interface CountedTable {
  readonly unit: CountUnit;
  readonly rowTitle: string;
  readonly columnTitle: string;
  readonly rows: readonly TableLine[];
  readonly columns: readonly TableLine[];
  readonly counts: readonly (readonly number[])[];
  /** Distinct units in the table: fewer than its cells add up to where some are in several. */
  readonly units: number;
}

export const CROSSTAB_WARNINGS = ['notIndependent', 'severalCells', 'smallExpected', 'emptyRows', 'emptyColumns'] as const;

/** `count`: of cells or lines; of units for `severalCells`; the share of cells, in percent, for `smallExpected`. */
export interface CrosstabWarning {
  readonly kind: (typeof CROSSTAB_WARNINGS)[number];
  readonly count: number;
}

export type Fisher = (TwoByTwoTest & { readonly how: 'exact'; readonly p: number }) | ExactTest | DrawnTest;

/** A row by itself: units that have it against those that have not, by column. The test that segments do not allow. */
export interface PresenceTest {
  readonly chiSquare: ChiSquare | Undefined;
  /** Null where it takes too long to be exact, or where chi-square is as good. */
  readonly fisher: number | null;
  readonly cramerV: number | Undefined;
}

export interface Crosstab extends CountedTable {
  readonly totals: { readonly rows: readonly number[]; readonly columns: readonly number[]; readonly total: number };
  /** Null on lines without anything. */
  readonly expected: readonly (readonly (number | null)[])[];
  /** Adjusted ones. */
  readonly residuals: readonly (readonly (number | null)[])[];
  readonly chiSquare: ChiSquare | Undefined;
  readonly yates: ChiSquare | null;
  readonly fisher: Fisher | Undefined;
  readonly cramerV: number | Undefined;
  readonly oddsRatio: Association['oddsRatio'];
  /** By row; null where units are passages, or where it is not known how many units a column has. */
  readonly presence: { readonly units: readonly number[]; readonly rows: readonly PresenceTest[] } | null;
  readonly warnings: readonly CrosstabWarning[];
}
