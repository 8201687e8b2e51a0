// Words of coded passages found by an expression: the screen, and the memo that they make.
import type { RETRIEVAL_GROUPS, RetrievalSort } from '../domain/retrieval.ts';
import type { Stance } from '../domain/source.ts';
import { plural } from './text.ts';
import type { Texts } from './text.ts';

type Group = (typeof RETRIEVAL_GROUPS)[number];

const frSorts: Record<RetrievalSort, string> = {
  corpus: 'ordre du corpus',
  date: 'date',
  speaker: 'locuteur',
  category: 'catégorie',
  length: 'longueur',
  weight: 'poids',
};
const enSorts: Record<RetrievalSort, string> = {
  corpus: 'corpus order',
  date: 'date',
  speaker: 'speaker',
  category: 'category',
  length: 'length',
  weight: 'weight',
};
const frGroups: Record<Group, string> = {
  none: 'sans regrouper',
  source: 'source',
  case: 'cas',
  category: 'catégorie',
  participant: 'participant',
  attribute: 'attribut',
};
const enGroups: Record<Group, string> = {
  none: 'no groups',
  source: 'source',
  case: 'case',
  category: 'category',
  participant: 'participant',
  attribute: 'attribute',
};
const frWithout: Record<Group, string> = {
  none: '',
  source: 'Sans source',
  case: 'Sans cas',
  category: 'Sans catégorie',
  participant: 'Sans participant',
  attribute: 'Sans valeur',
};
const enWithout: Record<Group, string> = {
  none: '',
  source: 'No source',
  case: 'No case',
  category: 'No category',
  participant: 'No participant',
  attribute: 'No value',
};

const passages = (n: number) => plural('fr', n, 'passage', 'passages');
const sources = (n: number) => plural('fr', n, 'source', 'sources');

const fr = {
  sorts: frSorts,
  groups: frGroups,
  /** Over passages that belong to none of the groups. */
  without: frWithout,
  /** One row per passage, as a file. */
  table: {
    title: 'Passages retrouvés',
    columns: ['Renvoi', 'Source', 'Locuteur', 'Date', 'Cas', 'Passage', 'Catégories', 'Codeurs', 'Posture', 'Poids', '★'],
    stances: { supports: 'soutient', contrasts: 'contredit', mentions: 'mentionne' } as Record<Stance, string>,
  },
  memo: {
    asked: (expression: string, found: number, from: number): string =>
      `${expression === '' ? 'Tous les passages codés' : expression} : ${passages(found)} dans ${sources(from)}.`,
    quoted: (words: string): string => `« ${words} »`,
    cited: (ref: string, speaker: string | null): string => `(${ref}${speaker === null ? '' : `, ${speaker}`})`,
    left: (n: number): string => `${plural('fr', n, 'autre passage ne tient pas', 'autres passages ne tiennent pas')} dans ce mémo.`,
  },
};

const enPassages = (n: number) => plural('en', n, 'passage', 'passages');
const enSources = (n: number) => plural('en', n, 'source', 'sources');

const en: typeof fr = {
  sorts: enSorts,
  groups: enGroups,
  without: enWithout,
  table: {
    title: 'Retrieved passages',
    columns: ['Reference', 'Source', 'Speaker', 'Date', 'Case', 'Passage', 'Categories', 'Coders', 'Stance', 'Weight', '★'],
    stances: { supports: 'supports', contrasts: 'contrasts', mentions: 'mentions' },
  },
  memo: {
    asked: (expression, found, from) => `${expression === '' ? 'All coded passages' : expression}: ${enPassages(found)} in ${enSources(from)}.`,
    quoted: (words) => `“${words}”`,
    cited: (ref, speaker) => `(${ref}${speaker === null ? '' : `, ${speaker}`})`,
    left: (n) => `${plural('en', n, 'other passage does', 'other passages do')} not fit into this memo.`,
  },
};

export type RetrievalWords = typeof fr;
export const retrievalText: Texts<RetrievalWords> = { fr, en };
