// Calls about coded passages found by an expression: how many, which, and what is done with them.
import { z } from 'zod';
import { categoryId, passageId } from '../domain/ids.ts';
import type { MemoId } from '../domain/ids.ts';
import { SHEET_FORMATS } from '../domain/print.ts';
import { LANGUAGES } from '../domain/project.ts';
import { LONGEST_EXPRESSION, MOST_CODED, MOST_ROWS, retrievalQuery } from '../domain/retrieval.ts';
import type { RetrievalAnswer, RetrievalCoding, RetrievalFacets, RetrievedPassage } from '../domain/retrieval.ts';
import { returns } from './endpoint.ts';
import { title } from './fields.ts';
import type { FileOut } from './fields.ts';

const expression = z.string().trim().max(LONGEST_EXPRESSION);
/** All that is found, but those that were left out by hand. */
const toCode = z.object({ expression, categoryId, excluded: z.array(passageId).max(MOST_CODED) });

export const retrievalContract = {
  'retrieval.read': returns<RetrievalAnswer>().from(retrievalQuery),
  'retrieval.facets': returns<RetrievalFacets>().from(z.object({ expression })),
  /** Rows of the results, counted from 0, as they are sorted and grouped. */
  'retrieval.page': returns<RetrievedPassage[]>().from(
    z.object({ query: retrievalQuery, from: z.number().int().min(0), count: z.number().int().min(1).max(MOST_ROWS) }),
  ),
  /** One row per passage, sorted as asked. */
  'retrieval.write': returns<FileOut>().from(z.object({ query: retrievalQuery, format: z.enum(SHEET_FORMATS), language: z.enum(LANGUAGES) })),
  /** What giving all that is found a category would do. */
  'retrieval.previewCoding': returns<RetrievalCoding>().from(toCode),
  /** One act. */
  'retrieval.code': returns<RetrievalCoding>().from(toCode),
  /** A memo of what is found, each passage a link; answers with how many it holds, and how many were too many for it. */
  'retrieval.toMemo': returns<{ memoId: MemoId; written: number; left: number }>().from(
    z.object({ query: retrievalQuery, title, language: z.enum(LANGUAGES) }),
  ),
};
