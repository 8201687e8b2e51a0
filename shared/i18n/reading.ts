// Words of reading: finding in the text, how the margin and the numbers are shown, two sources side by side, paper.
import type { Texts } from './text.ts';
import { formatNumber } from './text.ts';

const fr = {
  find: 'Chercher dans le texte',
  findPlaceholder: 'Chercher…',
  wholeWords: 'Mots entiers',
  found: (at: number | null, of: number) =>
    of === 0 ? 'introuvable' : `${at === null ? '–' : formatNumber('fr', at)} sur ${formatNumber('fr', of)}`,
  foundAloud: (at: number, of: number, ref: string, words: string) => `${formatNumber('fr', at)} sur ${formatNumber('fr', of)}, ${ref} : ${words}`,
  previous: 'Occurrence précédente',
  next: 'Occurrence suivante',
  closeFind: 'Fermer la recherche',

  display: 'Affichage du texte et de la marge',
  colors: 'Couleurs et ordre de la marge',
  colorBy: { category: 'Catégorie', coder: 'Codeur', grid: 'Grille' },
  show: 'Codages montrés',
  showAll: 'Tous',
  onlyGrid: (title: string) => `Grille : ${title}`,
  onlyCoder: (name: string) => `Codeur : ${name}`,
  onlyCategory: (name: string) => `« ${name} » et ce qu’elle contient`,
  filtered: (what: string) => `Marge : ${what}`,
  hideOthers: 'Cacher les autres',
  numbers: 'Numéros des tours',
  numbersOf: { all: 'Tous', fives: 'De 5 en 5', none: 'Aucun' },
  lines: 'Numéroter les lignes de chaque tour',

  handleStart: 'Début du passage : glisser pour le déplacer',
  handleEnd: 'Fin du passage : glisser pour la déplacer',

  beside: 'Lire une autre source à côté',
  closeBeside: 'Fermer la source d’à côté',
  besideSource: 'Source d’à côté',
  firstPane: 'Première source',
  secondPane: 'Source d’à côté',
  noOther: 'Ce projet n’a pas d’autre source.',

  saidInside: (categories: string) => `Codé : ${categories}`,
  saidOutside: 'Sans codage',

  print: 'Imprimer…',
};

const en: typeof fr = {
  find: 'Find in the text',
  findPlaceholder: 'Find…',
  wholeWords: 'Whole words',
  found: (at, of) => (of === 0 ? 'not found' : `${at === null ? '–' : formatNumber('en', at)} of ${formatNumber('en', of)}`),
  foundAloud: (at, of, ref, words) => `${formatNumber('en', at)} of ${formatNumber('en', of)}, ${ref}: ${words}`,
  previous: 'Previous match',
  next: 'Next match',
  closeFind: 'Close find',

  display: 'How the text and the margin are shown',
  colors: 'Colours and order of the margin',
  colorBy: { category: 'Category', coder: 'Coder', grid: 'Grid' },
  show: 'Codings shown',
  showAll: 'All',
  onlyGrid: (title) => `Grid: ${title}`,
  onlyCoder: (name) => `Coder: ${name}`,
  onlyCategory: (name) => `“${name}” and what it contains`,
  filtered: (what) => `Margin: ${what}`,
  hideOthers: 'Hide the others',
  numbers: 'Turn numbers',
  numbersOf: { all: 'All', fives: 'Every 5', none: 'None' },
  lines: 'Number the lines of each turn',

  handleStart: 'Start of the passage: drag to move it',
  handleEnd: 'End of the passage: drag to move it',

  beside: 'Read another source beside',
  closeBeside: 'Close the source beside',
  besideSource: 'Source beside',
  firstPane: 'First source',
  secondPane: 'Source beside',
  noOther: 'This project has no other source.',

  saidInside: (categories) => `Coded: ${categories}`,
  saidOutside: 'Not coded',

  print: 'Print…',
};

export const readingText: Texts<typeof fr> = { fr, en };
