// Words of the tables that a guide is printed as: in the project's language, wherever they go.
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

const fr = {
  sheet: 'Guide',
  defaultTitle: 'Guide d’entretien',
  linksTitle: (guide: string) => `${guide} : lien thèmes, questions et catégories`,
  coverageTitle: (guide: string) => `${guide} : questions couvertes par les entretiens`,
  number: 'N°',
  theme: 'Thème',
  question: 'Question',
  categories: 'Catégories visées',
  interviews: 'Entretiens',
  asked: 'Posée dans',
  words: 'Mots',
  fed: 'Dimensions nourries',
  covered: (count: number, of: number) => `${formatNumber('fr', count)} sur ${formatNumber('fr', of)}`,
  fedBy: (name: string, codings: number) => `${name} (${formatNumber('fr', codings)})`,
  others: (n: number) => `${formatNumber('fr', n)} autres`,
  and: ' ; ',
  linksNote: (themes: number, questions: number) =>
    `${plural('fr', themes, 'thème', 'thèmes')}, ${plural('fr', questions, 'question', 'questions')}.`,
  coverageNote: (covering: number, interviews: number) =>
    `Une question est couverte par un entretien quand le tour où elle est posée a été confirmé. Mots : ceux des réponses, jusqu’à la question suivante du guide, sans les enquêteurs. Dimensions nourries : catégories codées dans ces réponses, entre parenthèses le nombre de codages. Questions repérées dans ${formatNumber('fr', covering)} des ${plural('fr', interviews, 'source', 'sources')} du corpus.`,
  source: 'Source\u00a0: élaboration personnelle.',
};

const en: typeof fr = {
  sheet: 'Guide',
  defaultTitle: 'Interview guide',
  linksTitle: (guide) => `${guide}: themes, questions and categories`,
  coverageTitle: (guide) => `${guide}: questions covered by the interviews`,
  number: 'No.',
  theme: 'Theme',
  question: 'Question',
  categories: 'Categories meant',
  interviews: 'Interviews',
  asked: 'Asked in',
  words: 'Words',
  fed: 'Dimensions fed',
  covered: (count, of) => `${formatNumber('en', count)} of ${formatNumber('en', of)}`,
  fedBy: (name, codings) => `${name} (${formatNumber('en', codings)})`,
  others: (n) => `${formatNumber('en', n)} others`,
  and: '; ',
  linksNote: (themes, questions) => `${plural('en', themes, 'theme', 'themes')}, ${plural('en', questions, 'question', 'questions')}.`,
  coverageNote: (covering, interviews) =>
    `An interview covers a question when the turn in which it is asked has been confirmed. Words: those of the answers, up to the guide’s next question, interviewers left out. Dimensions fed: categories coded in these answers, with the number of codings in brackets. Questions found in ${formatNumber('en', covering)} of the corpus’s ${plural('en', interviews, 'source', 'sources')}.`,
  source: 'Source: own elaboration.',
};

export const guideTableText: Texts<typeof fr> = { fr, en };
