// What memos can be on, and their kinds, as every screen and file calls them.
import type { MemoKind, MemoTarget } from '../domain/memo.ts';
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
