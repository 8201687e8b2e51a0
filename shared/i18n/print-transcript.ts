// Words of a coded transcript on paper.
import { stanceText } from './stance.ts';
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

const fr = {
  title: (sources: number): string => (sources === 1 ? 'Entretien codé' : 'Entretiens codés'),
  turn: 'Tour',
  words: 'Ce qui est dit',
  margin: 'Catégories',
  interviewer: 'Enquêteur',
  speaker: (number: number | null) => (number === null ? 'Répondant' : `Répondant ${number}`),
  facts: (words: number, passages: number) => `${plural('fr', words, 'mot', 'mots')}, ${plural('fr', passages, 'passage codé', 'passages codés')}`,
  coders: (names: readonly string[]) => `Codé par ${new Intl.ListFormat('fr-FR').format(names)}`,
  coder: (initials: string, name: string) => `${initials}\u00a0: ${name}`,
  /** Said once, before the first transcript. */
  key: (severalCoders: boolean) =>
    `Lecture\u00a0: un passage codé est souligné, entre [n et n]\u00a0; le même numéro, dans la colonne de droite, donne ses catégories. Deux passages qui se recouvrent gardent chacun leurs crochets.${severalCoders ? ' Les initiales sont celles des codeurs.' : ''}`,
  continued: (numbers: readonly number[]) => `suite de ${numbers.join(', ')}`,
  weight: (weight: number) => `poids ${formatNumber('fr', weight)}`,
  stances: stanceText.fr,
  nothing: 'Aucune source.',
};

const en: typeof fr = {
  title: (sources) => (sources === 1 ? 'Coded interview' : 'Coded interviews'),
  turn: 'Turn',
  words: 'What is said',
  margin: 'Categories',
  interviewer: 'Interviewer',
  speaker: (number) => (number === null ? 'Respondent' : `Respondent ${number}`),
  facts: (words, passages) => `${plural('en', words, 'word', 'words')}, ${plural('en', passages, 'coded passage', 'coded passages')}`,
  coders: (names) => `Coded by ${new Intl.ListFormat('en-GB').format(names)}`,
  coder: (initials, name) => `${initials}: ${name}`,
  key: (severalCoders) =>
    `How to read this: a coded passage is underlined, between [n and n]; the same number in the right-hand column gives its categories. Two passages that overlap keep their own brackets.${severalCoders ? ' Initials are the coders’.' : ''}`,
  continued: (numbers) => `${numbers.join(', ')} continued`,
  weight: (weight) => `weight ${formatNumber('en', weight)}`,
  stances: stanceText.en,
  nothing: 'No source.',
};

export const printTranscriptText: Texts<typeof fr> = { fr, en };
