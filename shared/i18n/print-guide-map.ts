// Words of the map of an interview guide: what each question is for, what it fed, where it was answered.
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

const fr = {
  title: (guide: string) => `${guide}\u00a0: thèmes, questions, catégories, réponses`,
  documentTitle: 'Carte du guide d’entretien',
  sheet: 'Guide',
  theme: 'Thème',
  number: 'N°',
  question: 'Question',
  meant: 'Catégories visées',
  fed: 'Catégories nourries',
  answered: 'Répondue dans',
  words: 'Mots',
  fedBy: (name: string, codings: number) => `${name} (${formatNumber('fr', codings)})`,
  and: ' ; ',
  unnamed: 'Sans thème',
  nowhere: '–',
  summary: (themes: number, questions: number) => `${plural('fr', themes, 'thème', 'thèmes')}, ${plural('fr', questions, 'question', 'questions')}.`,
  note: (covering: number, interviews: number) =>
    `Catégories visées\u00a0: celles que la question doit nourrir. Catégories nourries\u00a0: celles qui sont codées dans les réponses, avec le nombre de codages. Répondue dans\u00a0: le tour où la question est posée, quand ce repérage a été confirmé\u00a0; la réponse va jusqu’à la question suivante du guide. Mots\u00a0: ceux des réponses, sans les enquêteurs. Questions repérées dans ${formatNumber('fr', covering)} des ${plural('fr', interviews, 'source', 'sources')} du corpus.`,
  source: 'Source\u00a0: élaboration personnelle.',
  nothing: 'Aucun guide d’entretien.',
};

const en: typeof fr = {
  title: (guide) => `${guide}: themes, questions, categories, answers`,
  documentTitle: 'Map of the interview guide',
  sheet: 'Guide',
  theme: 'Theme',
  number: 'No.',
  question: 'Question',
  meant: 'Categories meant',
  fed: 'Categories fed',
  answered: 'Answered in',
  words: 'Words',
  fedBy: (name, codings) => `${name} (${formatNumber('en', codings)})`,
  and: '; ',
  unnamed: 'No theme',
  nowhere: '–',
  summary: (themes, questions) => `${plural('en', themes, 'theme', 'themes')}, ${plural('en', questions, 'question', 'questions')}.`,
  note: (covering, interviews) =>
    `Categories meant: those that the question is to feed. Categories fed: those coded in the answers, with the number of codings. Answered in: the turn in which the question is asked, where that was confirmed; the answer goes up to the guide’s next question. Words: those of the answers, interviewers left out. Questions found in ${formatNumber('en', covering)} of the corpus’s ${plural('en', interviews, 'source', 'sources')}.`,
  source: 'Source: own elaboration.',
  nothing: 'No interview guide.',
};

export const printGuideMapText: Texts<typeof fr> = { fr, en };
