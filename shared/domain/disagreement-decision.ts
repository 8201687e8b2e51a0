// What becomes of a place where coders differed: talked over, one side taken, both joined, settled otherwise; and who decided so, when, and why.
import { z } from 'zod';
import { MOST_CODERS } from '../statistics/agreement-spans.ts';
import { categoryId, coderId, sourceId } from './ids.ts';
import type { CategoryId, CoderId, DecisionId, PassageId, SourceId } from './ids.ts';

/**
 * `discussed`: open, with what was said; `adopted`: all have what one of them had; `merged`: all have the category on all of the words; `withdrawn`: nobody has
 * it there; `recoded`: all have another category on all of the words; `kept`: everybody's coding stays, they agree to differ.
 */
export const DECISIONS = ['discussed', 'adopted', 'merged', 'withdrawn', 'recoded', 'kept'] as const;
export type Decision = (typeof DECISIONS)[number];

/** After these coders go on differing there. */
export const STANDING: ReadonlySet<Decision> = new Set(['discussed', 'kept']);

const LONGEST_WHY = 10_000;

/** One place: a category on a stretch of a source, in whole-document UTF-16 offsets, and whose codings are compared. */
export const disagreementPlace = z.object({
  sourceId,
  categoryId,
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  coderIds: z.array(coderId).min(2).max(MOST_CODERS),
});

export const decisionInput = disagreementPlace.extend({
  decision: z.enum(DECISIONS),
  adoptedId: coderId.nullable(),
  otherCategoryId: categoryId.nullable(),
  why: z.string().max(LONGEST_WHY),
});
export type DecisionInput = z.infer<typeof decisionInput>;

/** What one coder had marked before, from the start of the place. */
export interface DecidedSide {
  readonly coderId: CoderId;
  readonly name: string;
  readonly marked: readonly { readonly start: number; readonly end: number }[];
}

export interface DisagreementDecision {
  readonly id: DecisionId;
  readonly passageId: PassageId;
  readonly sourceId: SourceId;
  readonly source: string;
  /** §number of the turn in which it begins. */
  readonly turn: number | null;
  readonly categoryId: CategoryId;
  readonly category: string;
  /** Whole-document UTF-16 offsets as the text stands today. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly decision: Decision;
  readonly adopted: string | null;
  readonly otherCategory: string | null;
  readonly why: string;
  readonly sides: readonly DecidedSide[];
  /** What was said of it, in memos on its passage, the first one first. */
  readonly thread: readonly { readonly by: string; readonly at: string; readonly text: string }[];
  readonly by: string;
  readonly decidedAt: string;
}
