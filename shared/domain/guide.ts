// The interview guide: themes and questions, the categories that each question is meant to feed, where interviews answer it.
import { z } from 'zod';
import { categoryId, guideQuestionId, guideThemeId } from './ids.ts';
import type { CategoryId, GuideId, GuideQuestionId, GuideThemeId, SourceId, TurnId } from './ids.ts';

export interface GuideQuestion {
  readonly id: GuideQuestionId;
  readonly text: string;
  /** What its answers are expected to feed. */
  readonly categoryIds: readonly CategoryId[];
}

export interface GuideTheme {
  readonly id: GuideThemeId;
  readonly name: string;
  readonly questions: readonly GuideQuestion[];
}

export interface Guide {
  readonly id: GuideId;
  readonly title: string;
  readonly themes: readonly GuideTheme[];
}

/**
 * A guide as it is to be: themes and questions in their order. Those with an id of the guide's stay themselves; another id, or none, is
 * new (who writes may name what is new, to speak of it again before the answer is there); those left out go.
 */
export const guideDraft = z.object({
  title: z.string().trim().min(1).max(300),
  themes: z
    .array(
      z.object({
        id: guideThemeId.optional(),
        name: z.string().trim().max(300),
        questions: z
          .array(z.object({ id: guideQuestionId.optional(), text: z.string().trim().min(1).max(2000), categoryIds: z.array(categoryId).max(200) }))
          .max(500),
      }),
    )
    .max(200),
});
export type GuideDraft = z.infer<typeof guideDraft>;

export const MATCH_STATUSES = ['confirmed', 'rejected'] as const;
export type MatchStatus = (typeof MATCH_STATUSES)[number];

/** A turn of an interviewer in which a question may be asked. */
export interface QuestionMatch {
  readonly questionId: GuideQuestionId;
  readonly turnId: TurnId;
  /** §34 */
  readonly number: number | null;
  readonly words: string;
  /** How much of the question the turn holds, 0 … 1. */
  readonly score: number;
  /** Null while it is only proposed. */
  readonly status: MatchStatus | null;
}

/** A turn in which somebody may ask: an interviewer's, or one that ends in a question mark where nobody is known to be one. */
export interface AskingTurn {
  readonly turnId: TurnId;
  readonly number: number | null;
  readonly words: string;
}

/** What one interview says to one question: the stretch from a confirmed turn to the next confirmed one. */
export interface Coverage {
  readonly sourceId: SourceId;
  readonly questionId: GuideQuestionId;
  /** Where it is asked, in the text's order. */
  readonly asked: readonly { readonly turnId: TurnId; readonly number: number | null }[];
  /** Words of the answers, interviewers left out. */
  readonly words: number;
  /** Categories coded in the answers, the most frequent first. */
  readonly fed: readonly { readonly categoryId: CategoryId; readonly codings: number }[];
}

export const GUIDE_TABLES = ['links', 'coverage'] as const;
/** What of a guide is printed: its questions with the categories they are meant to feed, or what interviews answered. */
export type GuideTableKind = (typeof GUIDE_TABLES)[number];

/** Pairs without a confirmed turn are left out. */
export interface GuideCoverage {
  readonly coverage: readonly Coverage[];
  /** By source: proposals that wait for a word of the researcher. */
  readonly waiting: readonly { readonly sourceId: SourceId; readonly proposals: number }[];
}
