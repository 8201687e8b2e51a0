// The rule in the sentence, kept for this window's session: coming back from the reader finds it with its ticks.
import type { CodingRule, RuleExtent, RuleFind } from '../../shared/domain/coding-rule.ts';
import type { CategoryId, CodingRuleId } from '../../shared/domain/ids.ts';
import type { FindKind, FoundKind } from '../../shared/i18n/autocode.ts';
import { ALL_TICKED } from './ticks.ts';
import type { Ticks } from './ticks.ts';

export interface RuleDraft {
  /** `find` null: nothing was said yet, the ways to begin are shown. */
  readonly find: RuleFind | null;
  readonly extend: RuleExtent;
  readonly scope: CodingRule['scope'];
  readonly categoryIds: readonly CategoryId[];
  /** The kept rule that it is. */
  readonly ruleId: CodingRuleId | null;
  readonly ticks: Ticks;
  /** Whether it is to be kept, and how it is called then. */
  readonly keepAs: string | null;
}

export const NEW_DRAFT: RuleDraft = {
  find: null,
  extend: 'sentence',
  scope: { sourceIds: null, caseIds: null, withInterviewers: false },
  categoryIds: [],
  ruleId: null,
  ticks: ALL_TICKED,
  keepAs: null,
};

export function foundKindOf(find: RuleFind): FoundKind {
  return find.kind === 'text' || find.kind === 'regex' ? 'words' : 'blocks';
}

/** What can be coded of what is found: a turn or a heading is no more than its paragraph. */
export function extentsFor(find: RuleFind): readonly RuleExtent[] {
  const isWhole = find.kind === 'question' || (find.kind === 'structure' && find.what === 'section');
  return foundKindOf(find) === 'words' || isWhole ? ['hit', 'sentence', 'paragraph', 'turn'] : ['sentence', 'paragraph', 'turn'];
}

function usualExtent(find: RuleFind): RuleExtent {
  if (foundKindOf(find) === 'words') return 'sentence';
  if (find.kind === 'question' || (find.kind === 'structure' && find.what === 'section')) return 'hit';
  return find.kind === 'structure' && find.what === 'heading' ? 'paragraph' : 'turn';
}

const EMPTY_FINDS: { readonly [K in FindKind]: Extract<RuleFind, { kind: K }> } = {
  text: { kind: 'text', words: '', mode: 'words' },
  regex: { kind: 'regex', pattern: '', ignoresCase: true, ignoresAccents: true },
  speaker: { kind: 'speaker', participantIds: [] },
  question: { kind: 'question', questionIds: [] },
  structure: { kind: 'structure', what: 'section', style: null, words: '' },
};

export function emptyFind(kind: FindKind): RuleFind {
  return EMPTY_FINDS[kind];
}

/** Something else is looked for: the ticks are of before, and what is coded follows the kind of thing that is found. */
export function withFind(draft: RuleDraft, find: RuleFind): RuleDraft {
  const before = draft.find;
  const isOther = before?.kind !== find.kind || (before.kind === 'structure' && find.kind === 'structure' && before.what !== find.what);
  return { ...draft, find, extend: isOther ? usualExtent(find) : draft.extend, ticks: ALL_TICKED };
}

/** As the core takes it; null while nothing is said. */
export function ruleOf({ find, extend, scope, categoryIds }: RuleDraft): CodingRule | null {
  return find && { find, extend, scope, categoryIds: [...categoryIds] };
}

const drafts = new Map<string, RuleDraft>();

export function keptDraft(projectId: string): RuleDraft {
  return drafts.get(projectId) ?? NEW_DRAFT;
}

export function keepDraft(projectId: string, draft: RuleDraft): void {
  drafts.set(projectId, draft);
}
