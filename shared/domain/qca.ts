// Qualitative comparative analysis: which cases, conditions and outcome, how they are calibrated, and what comes out.
import { z } from 'zod';
import type { Expectation } from '../statistics/boolean-minimisation.ts';
import { areInOrder } from '../statistics/calibration.ts';
import type { Solutions } from '../statistics/qca-solutions.ts';
import type { Necessity } from '../statistics/set-fit.ts';
import type { TruthRow } from '../statistics/truth-table.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { attributeId, categoryId, coderId, ratingScaleId } from './ids.ts';
import { axisSpec } from './matrix.ts';

const measure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('attribute'), attributeId }),
  /** How many passages of the case carry the category, or one below it. */
  z.object({ kind: z.literal('category'), categoryId }),
  /** How the cell of the case and the category was rated; null: on whatever scale. */
  z.object({ kind: z.literal('rating'), categoryId, scaleId: ratingScaleId.nullable() }),
]);
export type Measure = z.infer<typeof measure>;

const calibration = z.discriminatedUnion('kind', [
  /** In from here on. */
  z.object({ kind: z.literal('threshold'), from: z.number() }),
  z.object({ kind: z.literal('anchors'), out: z.number(), crossover: z.number(), in: z.number() }).refine(areInOrder),
  /** In with one of these values. */
  z.object({ kind: z.literal('oneOf'), values: z.array(z.string().max(2000)).max(500) }),
]);
export type Calibration = z.infer<typeof calibration>;

const qcaSet = z.object({ name: z.string().trim().min(1).max(60), measure, calibration });
export type QcaSet = z.infer<typeof qcaSet>;

export const EXPECTATIONS = ['present', 'absent', 'either'] as const satisfies readonly Expectation[];

const qcaCondition = qcaSet.extend({ expects: z.enum(EXPECTATIONS) });
export type QcaCondition = z.infer<typeof qcaCondition>;

export const qcaSetting = z.object({
  /** Cases, sources, participants, or some of them. */
  cases: axisSpec,
  conditions: z.array(qcaCondition).max(40),
  outcome: qcaSet.nullable(),
  /** What explains that the outcome is not there. */
  negates: z.boolean(),
  consistency: z.number().min(0).max(1),
  pri: z.number().min(0).max(1),
  /** With fewer cases a configuration counts as not seen. */
  leastCases: z.number().int().min(1).max(1000),
  coderIds: z.array(coderId).nullable(),
  where: z.array(z.string().trim().min(1).max(4000)).max(20),
});
export type QcaSetting = z.infer<typeof qcaSetting>;

export interface CalibratedCase {
  readonly key: string;
  readonly label: string;
  /** Conditions in order, the outcome last. */
  readonly raw: readonly (string | number)[];
  readonly memberships: readonly number[];
}

export interface DroppedCase {
  readonly key: string;
  readonly label: string;
  /** Names of the sets it has no value for. */
  readonly missing: readonly string[];
}

export interface QcaSets {
  /** Conditions in order. */
  readonly names: readonly string[];
  readonly outcome: string;
  readonly negates: boolean;
  readonly cases: readonly CalibratedCase[];
  readonly dropped: readonly DroppedCase[];
}

export interface QcaTable {
  readonly rows: readonly TruthRow[];
  readonly isCrisp: boolean;
  /** Of all there could be, those nobody has. */
  readonly remainders: number;
  readonly necessities: readonly { readonly present: Necessity; readonly absent: Necessity }[];
  readonly solutions: Solutions | Undefined;
}

export interface QcaHalf {
  readonly caseLabel: string;
  readonly set: string;
}

export interface Qca {
  readonly sets: QcaSets;
  readonly table: QcaTable | Undefined;
  /** Cases that are neither in nor out, which is why there is no table. */
  readonly halves: readonly QcaHalf[];
}
