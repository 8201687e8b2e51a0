// A search as a rule of autocoding, so that all it finds can be coded: the same words, read the same way.
import type { RuleFind } from '../../shared/domain/coding-rule.ts';
import type { SearchSetting } from '../../shared/domain/search.ts';
import { parseQuery } from '../../shared/words/search-query.ts';
import { NEW_DRAFT, withFind } from '../autocode/rule-in-hand.ts';
import type { RuleDraft } from '../autocode/rule-in-hand.ts';

function findOf({ query, isExact, isPattern }: SearchSetting): RuleFind | null {
  const parsed = parseQuery(query, { isExact, isPattern });
  if (parsed.kind === 'pattern') return { kind: 'regex', pattern: parsed.pattern, ignoresCase: !isExact, ignoresAccents: !isExact };
  if (parsed.kind !== 'query') return null;
  return { kind: 'text', words: isExact ? `= ${query.trim()}` : query.trim(), mode: 'search' };
}

/** Null where the search says nothing. */
export function ruleOfSearch(setting: SearchSetting): RuleDraft | null {
  const find = findOf(setting);
  if (!find) return null;
  const { sourceIds, caseIds, withInterviewers } = setting.filter;
  const scope = { sourceIds: sourceIds.length > 0 ? sourceIds : null, caseIds: caseIds.length > 0 ? caseIds : null, withInterviewers };
  return { ...withFind(NEW_DRAFT, find), scope };
}

/** Filters that a rule does not know. */
export function hasOtherFilters({ filter }: SearchSetting): boolean {
  return filter.participantIds.length > 0 || filter.attributes.length > 0 || filter.coded !== 'any';
}
