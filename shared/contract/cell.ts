// Calls about what is written where a row meets a column, and about what it is written with: scales, questions of the study.
import { z } from 'zod';
import { CELL_STATUSES, quoteCuts, ratingSteps } from '../domain/cell.ts';
import type { RatingScale } from '../domain/cell.ts';
import { passageId, ratingScaleId, researchQuestionId } from '../domain/ids.ts';
import type { RatingScaleId, ResearchQuestionId } from '../domain/ids.ts';
import { MOST_COLUMN_AXES, MOST_ROW_AXES, headerKey, matrixDefinition, stance } from '../domain/matrix.ts';
import type { ResearchQuestion } from '../domain/research-question.ts';
import { writtenTextJson } from '../domain/written-text.ts';
import { returns } from './endpoint.ts';
import { longText, nothing, title } from './fields.ts';

/** `attribute:<uuid>=<value>` is the longest: values go up to 2,000. */
const entityKey = z.string().min(1).max(2100);
const entityKeys = z
  .array(entityKey)
  .min(1)
  .max(MOST_ROW_AXES + MOST_COLUMN_AXES);

/** Where the words were written: its passages are what the synthesis rests on, and are remembered. */
const seenIn = z.object({ definition: matrixDefinition, rowKey: headerKey, columnKey: headerKey });

export const cellContract = {
  /** The synthesis of a crossing, shared by every matrix that shows it; empty words remove it. `document` null: plain words. */
  'cell.writeSynthesis': returns<null>().from(
    z.object({
      entityKeys,
      text: longText,
      document: writtenTextJson.nullable().default(null),
      status: z.enum(CELL_STATUSES),
      seenIn: seenIn.nullable().default(null),
    }),
  ),
  'cell.setStatus': returns<null>().from(z.object({ entityKeys, status: z.enum(CELL_STATUSES) })),
  /** The synthesis still holds with the passages as they are now. */
  'cell.confirm': returns<null>().from(z.object({ entityKeys, seenIn })),
  'cell.rate': returns<null>().from(z.object({ entityKeys, rating: z.object({ scaleId: ratingScaleId, value: z.number() }).nullable() })),
  'cell.remark': returns<null>().from(z.object({ entityKeys, text: longText })),
  /** What this passage does to the cell's claim; null goes back to the codings' own stance. */
  'cell.setStance': returns<null>().from(z.object({ entityKeys, passageId, stance: stance.nullable() })),
  /** Pins a verbatim at a place among those pinned (null: last); one already pinned moves there. */
  'cell.pin': returns<null>().from(z.object({ entityKeys, passageId, position: z.number().int().min(0).max(10_000).nullable() })),
  'cell.unpin': returns<null>().from(z.object({ entityKeys, passageId })),
  /** What of a pinned verbatim is left out; an empty list shows it in full. */
  'cell.cut': returns<null>().from(z.object({ entityKeys, passageId, cuts: quoteCuts })),
  'scale.list': returns<RatingScale[]>().from(nothing),
  /** `scaleId` null makes a new one. A value that cells have cannot go. */
  'scale.save': returns<RatingScaleId>().from(z.object({ scaleId: ratingScaleId.nullable(), name: title, steps: ratingSteps })),
  /** Takes the ratings on it away too. */
  'scale.remove': returns<null>().from(z.object({ scaleId: ratingScaleId })),
  'researchQuestion.list': returns<ResearchQuestion[]>().from(nothing),
  /** `questionId` null makes a new one; `expression` as in a matrix' `where`. */
  'researchQuestion.save': returns<ResearchQuestionId>().from(
    z.object({
      questionId: researchQuestionId.nullable(),
      text: z.string().trim().min(1).max(2000),
      expression: z.string().trim().min(1).max(4000).nullable(),
      position: z.number().int().min(0).max(10_000).nullable(),
    }),
  ),
  'researchQuestion.remove': returns<null>().from(z.object({ questionId: researchQuestionId })),
};
