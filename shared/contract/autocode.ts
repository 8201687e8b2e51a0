// Calls about autocoding: what a rule finds, applied as one act; rules kept to be run again; a table of codings.
import { z } from 'zod';
import { codingRule } from '../domain/coding-rule.ts';
import type { AppliedRule, RuleCard, RuleHit, RulePreview } from '../domain/coding-rule.ts';
import { tableMapping } from '../domain/coding-table.ts';
import type { CodingTableFile } from '../domain/coding-table.ts';
import { codingRuleId, sourceId } from '../domain/ids.ts';
import { LANGUAGES } from '../domain/project.ts';
import { returns } from './endpoint.ts';
import { fileIn, nothing, title } from './fields.ts';

const MOST_KEYS = 20_000;
const keys = z.array(z.string().max(200)).max(MOST_KEYS);
/** The rule in hand; `ruleId` is the kept one that it is, to know what was left out before. */
const inHand = { rule: codingRule, ruleId: codingRuleId.nullable() };
/** Named by the window, for progress and `job.cancel`. */
const job = z.string().min(1).max(80);

export const autocodeContract = {
  /** Looking through a large corpus takes its time: it reports its progress and can be cancelled. */
  'autocode.preview': returns<RulePreview>().from(z.object({ ...inHand, job })),
  /** All that the rule finds in one source. */
  'autocode.hits': returns<RuleHit[]>().from(z.object({ ...inHand, sourceId })),
  /**
   * Codes what the preview of this `print` showed, but for what is excluded; hits left out before stay so unless they are `included`.
   * With `keepAs` the rule is kept; with `ruleId` the kept one becomes what it is now. One act.
   */
  'autocode.apply': returns<AppliedRule>().from(
    z.object({
      ...inHand,
      print: z.string().max(100),
      excluded: z.object({ sourceIds: z.array(sourceId).max(MOST_KEYS), keys }),
      included: keys,
      keepAs: title.nullable(),
    }),
  ),

  'autocode.rules': returns<RuleCard[]>().from(nothing),
  /** How many places a kept rule finds that are neither coded so nor were left out. */
  'autocode.newHits': returns<number>().from(z.object({ ruleId: codingRuleId })),
  'autocode.renameRule': returns<null>().from(z.object({ ruleId: codingRuleId, name: title })),
  /** Its codings stay. */
  'autocode.removeRule': returns<null>().from(z.object({ ruleId: codingRuleId })),

  /** Reads a table of codings, or annotations of Hypothes.is, and says what is wrong with which row; nothing is written. What is not settled is proposed. */
  'autocode.planTable': returns<CodingTableFile>().from(
    z.object({ file: fileIn, createsCategories: z.boolean(), language: z.enum(LANGUAGES), mapping: tableMapping.optional() }),
  ),
  /** Applies the table that was planned last; answers with how many codings were made. */
  'autocode.applyTable': returns<{ readonly codings: number }>().from(z.object({ plan: z.string().max(100) })),
};
