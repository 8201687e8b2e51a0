// A rule read as a sentence: words, and the underlined words that open pickers.
import { isEmptyFind } from '../../shared/domain/coding-rule.ts';
import type { RuleFind } from '../../shared/domain/coding-rule.ts';
import type { Codebook } from '../../shared/domain/category.ts';
import type { CorpusFrame } from '../../shared/domain/corpus.ts';
import { termsOf } from '../../shared/words/find-words.ts';
import type { Guide } from '../../shared/domain/guide.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import type { AutocodeWords } from '../../shared/i18n/autocode.ts';
import { foundKindOf } from './rule-in-hand.ts';
import type { RuleDraft } from './rule-in-hand.ts';

/** What the sentence's words name. */
export interface Frame {
  readonly corpus: Pick<CorpusFrame, 'cases' | 'participants'> & { readonly sources: readonly Pick<SourceSummary, 'id' | 'name'>[] };
  readonly codebook: Codebook;
  readonly guides: readonly Guide[];
}

export const SLOTS = ['find', 'scope', 'interviewers', 'extend', 'categories'] as const;
export type Slot = (typeof SLOTS)[number];
export type SentencePart = { readonly kind: 'words'; readonly text: string } | { readonly kind: 'slot'; readonly slot: Slot; readonly text: string };

const QUESTION_SHOWN = 60;

const shortened = (text: string): string => (text.length > QUESTION_SHOWN ? `${text.slice(0, QUESTION_SHOWN).trimEnd()}…` : text);

function namesOf(items: readonly { readonly id: string; readonly name: string }[], ids: readonly string[]): string[] {
  const chosen = new Set(ids);
  return items.filter(({ id }) => chosen.has(id)).map(({ name }) => name);
}

export function findText(find: RuleFind, { corpus, guides }: Frame, words: AutocodeWords): string {
  if (isEmptyFind(find)) return words.unsaid[find.kind];
  switch (find.kind) {
    case 'text':
      return words.saidModes[find.mode](termsOf(find));
    case 'regex':
      return words.saidPattern(find.pattern);
    case 'speaker':
      return words.saidBy(namesOf(corpus.participants, find.participantIds));
    case 'question': {
      const chosen = new Set<string>(find.questionIds);
      const questions = guides.flatMap(({ themes }) => themes.flatMap((theme) => theme.questions)).filter(({ id }) => chosen.has(id));
      const [only] = questions;
      return only && questions.length === 1 ? words.saidQuestion(shortened(only.text)) : words.saidQuestions(questions.length);
    }
    case 'structure':
      if (find.what === 'turn') return words.structures.turn;
      return words.saidHeading(words.structures[find.what], find.style === null ? '' : words.styles[find.style], find.words.trim());
  }
}

function scopeText({ scope }: RuleDraft, { corpus }: Frame, words: AutocodeWords): string {
  if (scope.caseIds !== null) return words.saidCases(namesOf(corpus.cases, scope.caseIds));
  return scope.sourceIds === null ? words.everywhere : words.saidSources(namesOf(corpus.sources, scope.sourceIds));
}

export function categoryNames(draft: Pick<RuleDraft, 'categoryIds'>, { codebook }: Frame): string[] {
  return namesOf(
    codebook.flatMap(({ categories }) => categories),
    draft.categoryIds,
  );
}

export function sentenceOf(draft: RuleDraft & { find: RuleFind }, frame: Frame, words: AutocodeWords): SentencePart[] {
  const say = (text: string): SentencePart => ({ kind: 'words', text });
  const slot = (name: Slot, text: string): SentencePart => ({ kind: 'slot', slot: name, text });
  const names = categoryNames(draft, frame);
  return [
    say(words.look),
    slot('find', findText(draft.find, frame, words)),
    say(words.in),
    slot('scope', scopeText(draft, frame, words)),
    slot('interviewers', draft.scope.withInterviewers ? words.withInterviewers : words.withoutInterviewers),
    say(words.then),
    slot('extend', words.extents[foundKindOf(draft.find)][draft.extend]),
    say(words.withCategory),
    slot('categories', names.length === 0 ? words.noCategory : words.saidCategories(names)),
    say(words.end),
  ];
}

/** The sentence as plain text: what a kept rule is, in a list. */
export function plainSentence(draft: RuleDraft & { find: RuleFind }, frame: Frame, words: AutocodeWords): string {
  return sentenceOf(draft, frame, words)
    .map(({ text }) => text)
    .join('');
}
