// Calls about interview guides and what interviews answer to them.
import { z } from 'zod';
import { CORPUS_TABLE_FORMATS } from '../domain/corpus-table.ts';
import { GUIDE_TABLES, guideDraft, MATCH_STATUSES } from '../domain/guide.ts';
import type { AskingTurn, Guide, GuideCoverage, GuideDraft, QuestionMatch } from '../domain/guide.ts';
import { guideId, guideQuestionId, sourceId, turnId } from '../domain/ids.ts';
import type { GuideId } from '../domain/ids.ts';
import { returns } from './endpoint.ts';
import { fileIn, nothing } from './fields.ts';
import type { FileOut } from './fields.ts';

export const guideContract = {
  'guide.list': returns<Guide[]>().from(nothing),
  /** Writes the guide as it is to be (a new one where `guideId` is null); questions that go take their matches with them. */
  'guide.write': returns<GuideId>().from(z.object({ guideId: guideId.nullable(), guide: guideDraft })),
  'guide.remove': returns<null>().from(z.object({ guideId })),
  /** A guide out of a file of any readable format, nothing written. */
  'guide.readFile': returns<GuideDraft>().from(z.object({ file: fileIn })),
  /** The turns of a source in which something may be asked, in the text's order. */
  'guide.asking': returns<AskingTurn[]>().from(z.object({ sourceId })),
  /** Where the questions may be asked in this source, and what was said of it: confirmed, rejected. In the text's order. */
  'guide.matches': returns<QuestionMatch[]>().from(z.object({ guideId, sourceId })),
  /** Confirms or rejects matches, or (null) leaves them open again: one act. */
  'guide.settle': returns<null>().from(
    z.object({
      matches: z
        .array(z.object({ questionId: guideQuestionId, turnId, status: z.enum(MATCH_STATUSES).nullable() }))
        .min(1)
        .max(5000),
    }),
  ),
  'guide.coverage': returns<GuideCoverage>().from(z.object({ guideId })),
  /** For the thesis: which question is meant to feed what, or which interview answered it. */
  'guide.table': returns<FileOut>().from(z.object({ guideId, what: z.enum(GUIDE_TABLES), format: z.enum(CORPUS_TABLE_FORMATS) })),
};
