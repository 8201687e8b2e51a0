// Saturation as a study has it: what each interview adds, the average over orders, what may be missing, and what readers judge of meanings.
import type { ExpectedStep, RunsOfLittle } from '../statistics/accumulation.ts';
import type { InterviewRichness } from '../statistics/richness.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { z } from 'zod';
import { gridId } from './ids.ts';
import type { CategoryId, SourceId } from './ids.ts';

export const SATURATION_ORDERS = ['date', 'import'] as const;
export type SaturationOrder = (typeof SATURATION_ORDERS)[number];

export const saturationSetting = z.object({
  /** Null: all grids. */
  gridIds: z.array(gridId).min(1).max(200).nullable(),
  order: z.enum(SATURATION_ORDERS),
  /** Of Guest, Namey & Chen: interviews of the base, of a run, and the share at which a run adds little. */
  baseSize: z.number().int().min(1).max(100),
  runLength: z.number().int().min(1).max(20),
  threshold: z.number().min(0).max(1),
});
export type SaturationSetting = z.infer<typeof saturationSetting>;

export const USUAL_RUNS = { baseSize: 4, runLength: 2, threshold: 0.05 } as const;

export interface SaturationStep {
  readonly sourceId: SourceId;
  readonly name: string;
  readonly date: string | null;
  readonly codings: number;
  /** Categories applied in it. */
  readonly categories: number;
  /** Those applied in no source before it, in codebook order. */
  readonly added: readonly { readonly id: CategoryId; readonly name: string }[];
  /** Categories applied up to here. */
  readonly cumulative: number;
}

export interface Saturation {
  readonly steps: readonly SaturationStep[];
  /** Categories of the grids; those that no source brings are among them. */
  readonly categories: number;
  /** Sources without a coding of these grids: they are no step. */
  readonly uncoded: number;
}

export interface SaturationStudy extends Saturation {
  /** One per step. */
  readonly expected: readonly ExpectedStep[];
  readonly runs: RunsOfLittle | Undefined;
  readonly richness: InterviewRichness | Undefined;
}

/** What an interview adds to a category's meaning: nothing new, a nuance, a dimension. */
export const MEANING_LEVELS = ['nothing', 'nuance', 'dimension'] as const;
export type MeaningLevel = (typeof MEANING_LEVELS)[number];

export interface MeaningMark {
  readonly categoryId: CategoryId;
  readonly sourceId: SourceId;
  readonly level: MeaningLevel;
  readonly note: string;
}

/** Categories × interviews, to be filled in by whoever reads them. */
export interface MeaningGrid {
  readonly sources: readonly { readonly id: SourceId; readonly name: string; readonly date: string | null }[];
  readonly categories: readonly { readonly id: CategoryId; readonly name: string; readonly path: readonly string[]; readonly color: string }[];
  /** Where the category was applied: category → source → passages. */
  readonly passages: readonly { readonly categoryId: CategoryId; readonly sourceId: SourceId; readonly passages: number }[];
  readonly marks: readonly MeaningMark[];
}
