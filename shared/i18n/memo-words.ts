// What memos can be on, their kinds, and the words each is known by, as every screen and file calls them.
import type { Memo, MemoKind, MemoTarget } from '../domain/memo.ts';
import type { Language } from '../domain/project.ts';
import type { Texts } from './text.ts';

export const MEMO_TARGET_WORDS: Texts<Readonly<Record<MemoTarget, string>>> = {
  fr: {
    project: 'Projet',
    source: 'Source',
    passage: 'Passage',
    coding: 'Codage',
    category: 'Catégorie',
    case: 'Cas',
    participant: 'Participant',
    matrix: 'Matrice',
    cell: 'Cellule',
    question: 'Question du guide',
  },
  en: {
    project: 'Project',
    source: 'Source',
    passage: 'Passage',
    coding: 'Coding',
    category: 'Category',
    case: 'Case',
    participant: 'Participant',
    matrix: 'Matrix',
    cell: 'Cell',
    question: 'Question of the guide',
  },
};

export const MEMO_KIND_WORDS: Texts<Readonly<Record<MemoKind, string>>> = {
  fr: { analytic: 'Analytique', methodological: 'Méthodologique', theoretical: 'Théorique', diary: 'Journal' },
  en: { analytic: 'Analytic', methodological: 'Methodological', theoretical: 'Theoretical', diary: 'Diary' },
};

interface TitleWords {
  readonly on: (what: string) => string;
  readonly quote: (words: string) => string;
  readonly untitled: string;
}

const TITLE_WORDS: Texts<TitleWords> = {
  fr: { on: (what) => `Sur ${what}`, quote: (words) => `«\u00a0${words}\u00a0»`, untitled: 'Sans titre' },
  en: { on: (what) => `On ${what}`, quote: (words) => `“${words}”`, untitled: 'Untitled' },
};

/** What is known by words of others. */
const QUOTED: ReadonlySet<MemoTarget> = new Set(['passage', 'coding', 'question']);

const HEAD_LENGTH = 60;

/** Cut between two words where there is a space to cut at. */
function beginningOf(text: string, length = HEAD_LENGTH): string {
  const words = text.replace(/\s+/gu, ' ').trim();
  if (words.length <= length) return words;
  const cut = words.slice(0, length + 1);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : length).replace(/[\s,;:.…]+$/u, '')}…`;
}

type Titled = Pick<Memo, 'title' | 'text' | 'targetKind' | 'targetLabel' | 'targetRef'>;

/** What a memo is on, as a sentence goes on with it: a quotation with its citation, a name. Empty for the project and for what is gone. */
export function targetWords(language: Language, { targetKind, targetLabel, targetRef }: Omit<Titled, 'title' | 'text'>, length?: number): string {
  if (targetKind === 'project' || targetLabel === '') return '';
  if (!QUOTED.has(targetKind)) return targetLabel;
  const quote = TITLE_WORDS[language].quote(beginningOf(targetLabel, length));
  return targetRef === '' ? quote : `${quote} (${targetRef})`;
}

/** The words a memo is known by: its title; without one what it stands on, or on the whole project its own first words. */
export function memoTitle(language: Language, memo: Titled): string {
  const title = memo.title.trim();
  if (title !== '') return title;
  const { on, untitled } = TITLE_WORDS[language];
  const target = targetWords(language, memo);
  return target === '' ? beginningOf(memo.text) || untitled : on(target);
}

/** What a memo without a title says first, beside what it stands on. */
export function firstWords({ text }: Pick<Memo, 'text'>): string {
  return beginningOf(text);
}
