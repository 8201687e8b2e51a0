// Rules of autocoding on the study of the tests.
import { carryOutRule, previewRule, readRuleHits } from '../../electron/exchange/rule-preview.ts';
import type { RuleChoice } from '../../electron/exchange/rule-preview.ts';
import type { Session } from '../../electron/commands/run-command.ts';
import type { CodingRule, RuleHit } from '../../shared/domain/coding-rule.ts';
import type { AppliedRule } from '../../shared/domain/coding-rule.ts';
import type { TestProject } from './project.ts';

/** Looks for words in all interviews, interviewers left out, and codes the words themselves. */
export function ruleFor(project: TestProject, words: string, category: string, change: Partial<CodingRule> = {}): CodingRule {
  return {
    find: { kind: 'text', words, mode: 'words' },
    extend: 'hit',
    scope: { sourceIds: null, caseIds: null, withInterviewers: false },
    categoryIds: [project.category(category)],
    ...change,
  };
}

export const CHOOSING_NOTHING: Omit<RuleChoice, 'rule'> = {
  ruleId: null,
  print: null,
  excluded: { sourceIds: [], keys: [] },
  included: [],
  keepAs: null,
};

export function apply(session: Session, rule: CodingRule, choice: Partial<RuleChoice> = {}): Promise<AppliedRule> {
  return carryOutRule(session, { ...CHOOSING_NOTHING, rule, ...choice });
}

/** All hits, whatever their number. */
export async function hitsOf(session: Session, rule: CodingRule, ruleId: RuleChoice['ruleId'] = null): Promise<RuleHit[]> {
  const { sources } = await previewRule(session, { rule, ruleId });
  return (await Promise.all(sources.map(({ sourceId }) => readRuleHits(session, { rule, ruleId, sourceId })))).flat();
}

export async function quotesOf(session: Session, rule: CodingRule): Promise<string[]> {
  return (await hitsOf(session, rule)).map(({ quote }) => quote);
}
