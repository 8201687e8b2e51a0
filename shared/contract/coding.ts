// Calls about passages and codings.
import { z } from 'zod';
import type { Memo } from '../domain/memo.ts';
import { categoryId, codingId, gridId, passageId, sourceId } from '../domain/ids.ts';
import type { CategoryId, CodingId, PassageId, SourceId } from '../domain/ids.ts';
import type { PassageUses } from '../domain/passage-use.ts';
import { STANCES } from '../domain/source.ts';
import type { SourceCoding } from '../domain/source.ts';
import type { Anchor } from '../domain/text-offset.ts';
import { returns } from './endpoint.ts';
import { anchor, longText } from './fields.ts';

/** A passage with all that was said of it. */
export interface PassageCard {
  readonly passageId: PassageId;
  readonly sourceId: SourceId;
  readonly sourceName: string;
  readonly start: Anchor;
  readonly end: Anchor;
  readonly quote: string;
  /** `E12 §34` */
  readonly ref: string;
  readonly speaker: string | null;
  readonly startMs: number | null;
  /** When it was marked as a good quote; null where it is not. */
  readonly starredAt: string | null;
  /** What it says, in the researcher's words; empty where nobody wrote it. */
  readonly paraphrase: string;
  /** Everybody's codings on exactly this passage. */
  readonly codings: readonly SourceCoding[];
  /** Memos on the passage and on its codings. */
  readonly memos: readonly Memo[];
}

export interface AppliedCodings {
  readonly passageId: PassageId;
  /** The codings made; one that was there already is not made twice. */
  readonly codingIds: readonly CodingId[];
  readonly categoryIds: readonly CategoryId[];
}

const range = { sourceId, start: anchor, end: anchor };

export const codingContract = {
  'coding.apply': returns<AppliedCodings>().from(z.object({ ...range, categoryIds: z.array(categoryId).min(1).max(50) })),
  /** Makes a category under a parent (or on top of a grid) and applies it: one act. */
  'coding.applyNew': returns<AppliedCodings>().from(
    z.object({ ...range, gridId, parentId: categoryId.nullable(), name: z.string().trim().min(1).max(300), origin: z.enum(['in-vivo', 'emergent']) }),
  ),
  'coding.remove': returns<null>().from(z.object({ codingId })),
  'coding.update': returns<null>().from(
    z.object({ codingId, stance: z.enum(STANCES).nullable().optional(), weight: z.number().min(-1_000_000).max(1_000_000).nullable().optional() }),
  ),
  'passage.read': returns<PassageCard>().from(z.object({ passageId })),
  'passage.star': returns<null>().from(z.object({ passageId, isStarred: z.boolean() })),
  /** Typing that goes on is one entry of the history. */
  'passage.paraphrase': returns<null>().from(z.object({ passageId, text: longText })),
  'passage.uses': returns<PassageUses>().from(z.object({ passageId })),
  /** Moves the ends of the acting coder's codings on this passage; other coders' codings stay. Answers with where they are now. */
  'passage.resize': returns<PassageId>().from(z.object({ passageId, start: anchor, end: anchor })),
};
