// Calls that correct a source's text after it was coded, and that look at what it was before.
import { z } from 'zod';
import { entryId, sourceId, turnId } from '../domain/ids.ts';
import type { TurnId } from '../domain/ids.ts';
import { turnPatternChoice } from '../domain/incoming.ts';
import type { ReplacedText, ReplacementPlan, Revision, RevisionComparison } from '../domain/revision.ts';
import type { EditedText, EditedTurn, OrphanedPassage } from '../domain/source.ts';
import { returns } from './endpoint.ts';
import { fileIn } from './fields.ts';

const offsetUtf16 = z.number().int().min(0);

export const textContract = {
  /**
   * Corrects the words of one turn; edits apply one after the other, offsets count in the turn's whole text. With `continues` the
   * edits go into the entry that the last call gave, as long as nothing else was done since: one burst of typing is one act.
   */
  'source.editTurn': returns<EditedTurn>().from(
    z.object({
      turnId,
      edits: z
        .array(z.object({ at: offsetUtf16, removed: z.number().int().min(0), inserted: z.string().max(1_000_000) }))
        .min(1)
        .max(1000),
      continues: entryId.nullable().optional(),
    }),
  ),
  /** A new turn, of the same speaker, begins at this offset of the words; passages across it go on across it. Answers with the new turn. */
  'source.splitTurn': returns<TurnId>().from(z.object({ turnId, offsetUtf16 })),
  /** The turn's words go to the end of the turn before it, after a space; its label goes. */
  'source.joinTurn': returns<EditedText>().from(z.object({ turnId })),
  /** Who speaks in these turns: a label that the source has, or a new one; null for nobody. A label that the text shows changes there too. */
  'source.setSpeaker': returns<null>().from(
    z.object({ turnIds: z.array(turnId).min(1).max(5000), label: z.string().trim().min(1).max(300).nullable() }),
  ),
  /** What was said here, was said at this time of the recording (null: nobody knows). At the words' beginning it is the turn's time, inside a mark. */
  'source.setTime': returns<null>().from(z.object({ turnId, offsetUtf16, timeMs: z.number().int().min(0).max(360_000_000).nullable() })),
  /** Passages whose words a correction took away, with what they said and what they were coded. */
  'source.orphans': returns<OrphanedPassage[]>().from(z.object({ sourceId })),
  /** What replacing the transcript by this file would do; nothing is written. The plan is forgotten when another one is made. */
  'source.planReplacement': returns<ReplacementPlan>().from(z.object({ sourceId, file: fileIn, pattern: turnPatternChoice.optional() })),
  /** Carries the plan out, as one act. Refuses (`source.changedSince`) when the text is no longer the one that was planned for. */
  'source.replaceText': returns<ReplacedText>().from(z.object({ sourceId, plan: z.string().max(80) })),
  /** Newest first. */
  'source.revisions': returns<Revision[]>().from(z.object({ sourceId })),
  /** `from` and `to` are revisions; null is the text as imported for `from`, the present text for `to`. */
  'source.compareRevisions': returns<RevisionComparison>().from(z.object({ sourceId, from: entryId.nullable(), to: entryId.nullable() })),
};
