// Calls about what a supervisor is given to read, and what they say of it.
import { z } from 'zod';
import { anchor, nothing } from './fields.ts';
import type { FileOut } from './fields.ts';
import { returns } from './endpoint.ts';
import { sourceId } from '../domain/ids.ts';
import type { IntakePreview } from '../domain/review-intake.ts';
import { reviewChoice } from '../domain/review-pack.ts';
import type { PackMeasure, ReviewPack } from '../domain/review-pack.ts';
import { REVIEW_TARGETS, VERDICTS } from '../domain/review.ts';
import type { ReviewMark, ReviewThread } from '../domain/review.ts';

const id = z.string().min(1).max(100);
/** A file of comments, or the text that a page gives to copy. */
const comments = z.object({ text: z.string().max(30_000_000) });
const said = { verdict: z.enum(VERDICTS).nullable(), text: z.string().trim().max(20_000) };
/** A UUID, or a crossing's key. */
const targetId = z.string().min(1).max(20_000);

export const reviewContract = {
  'review.packs': returns<ReviewPack[]>().from(nothing),
  'review.measure': returns<PackMeasure>().from(reviewChoice),
  /** The page for the window to save; that it was sent is recorded. */
  'review.pack': returns<FileOut>().from(reviewChoice),
  /** A copy of the project in review mode, for the window to save. */
  'review.copy': returns<FileOut>().from(z.object({ message: z.string().trim().max(10_000) })),
  'review.threads': returns<ReviewThread[]>().from(nothing),
  'review.on': returns<ReviewThread[]>().from(z.object({ kind: z.enum(REVIEW_TARGETS), id: targetId })),
  'review.cells': returns<(ReviewMark & { readonly key: string })[]>().from(nothing),
  'review.preview': returns<IntakePreview>().from(comments),
  'review.take': returns<IntakePreview>().from(comments),
  /** Answers with the comment's id. */
  'review.comment': returns<string>().from(
    z.object({
      threadId: id.nullable(),
      place: z
        .object({
          kind: z.enum(REVIEW_TARGETS),
          id: targetId,
          range: z.object({ sourceId, start: anchor, end: anchor }).nullable().optional(),
        })
        .nullable(),
      ...said,
      author: z.string().trim().max(120).nullable(),
    }),
  ),
  'review.edit': returns<null>().from(z.object({ commentId: id, ...said })),
  'review.remove': returns<null>().from(z.object({ commentId: id })),
  'review.settle': returns<null>().from(z.object({ threadIds: z.array(id).min(1).max(5000), isResolved: z.boolean() })),
  /** Of a copy in review mode: the file of comments that goes back. */
  'review.saveComments': returns<FileOut>().from(nothing),
};
