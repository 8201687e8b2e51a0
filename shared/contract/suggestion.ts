// Calls about what is proposed: passages like a passage, passages that a category may be meant for, and what is decided of them.
import { z } from 'zod';
import type { Undefined } from '../statistics/undefined.ts';
import { categoryId, passageId, sourceId } from '../domain/ids.ts';
import type { PassageId } from '../domain/ids.ts';
import { DECISIONS, LIKENESSES, SUGGESTION_METHODS, suggestionReason } from '../domain/suggestion.ts';
import type { SimilarPassages, SuggestionPrecision, SuggestionTally, Suggestions } from '../domain/suggestion.ts';
import { returns } from './endpoint.ts';
import { anchor } from './fields.ts';

const job = z.string().min(1).max(80);
const MOST_REASONS = 40;
const by = z.enum(LIKENESSES);

export const suggestionContract = {
  /** Nothing is written: proposals come from the project's own codings, on this machine. */
  'suggestion.list': returns<Suggestions | Undefined>().from(z.object({ categoryId, by, job })),
  /** How often such proposals would have been right, one source hidden after the other. */
  'suggestion.precision': returns<SuggestionPrecision | Undefined>().from(z.object({ categoryId, by, job })),
  'suggestion.tally': returns<SuggestionTally>().from(z.object({ categoryId })),
  'suggestion.similar': returns<SimilarPassages | Undefined>().from(z.object({ passageId, categoryId: categoryId.nullable(), by, job })),
  /** One decision about one proposal. Accepting codes its words. */
  'suggestion.decide': returns<PassageId | null>().from(
    z.object({
      categoryId,
      sourceId,
      start: anchor,
      end: anchor,
      words: z.string().min(1).max(100_000),
      decision: z.enum(DECISIONS),
      method: z.enum(SUGGESTION_METHODS),
      score: z.number(),
      reasons: z.array(suggestionReason).max(MOST_REASONS),
    }),
  ),
};
