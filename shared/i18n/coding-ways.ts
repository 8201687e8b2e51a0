// Words of the ways to code: the quick list, what follows an application, dragging, and what is said of a passage as a whole.
import type { Texts } from './text.ts';
import { formatNumber, plural } from './text.ts';

const fr = {
  // Quick list
  quickList: 'Liste rapide',
  quickHide: 'Cacher la liste rapide',
  quickShow: 'Montrer la liste rapide',
  quickSlot: (digit: number, category: string) => `Touche ${digit} : ${category}`,
  quickFree: (digit: number) => `Touche ${digit} : libre`,
  quickPinned: 'fixée',
  quickRecent: 'utilisée récemment',
  quickHint: 'Faites glisser une catégorie sur une touche pour l’y fixer.',
  quickUnpin: (digit: number) => `Libérer la touche ${digit}`,
  rowMenu: (category: string) => `Actions sur « ${category} »`,
  applyHere: 'Appliquer au passage',
  showPassages: 'Montrer ses passages ici',
  putUnder: 'Fixer sous une touche',
  ownKey: 'Touche pour coder',
  noKey: 'Sans touche',
  underDigit: (digit: number, now: string | null) => (now === null ? `Touche ${digit}` : `Touche ${digit} (${now})`),
  saidPinned: (category: string, digit: number) => `${category} est sous la touche ${digit}`,
  saidUnpinned: (digit: number) => `Touche ${digit} libérée`,
  nothingUnder: (digit: number) => `Aucune catégorie sous la touche ${digit}.`,

  // After applying
  after: 'Après',
  afterChoices: { open: 'rester ouverte', stay: 'fermer', next: 'tour suivant' },
  afterTitle: 'Ce que fait la palette après avoir appliqué une catégorie (K)',
  saidAfter: {
    open: 'La palette reste ouverte après avoir codé.',
    stay: 'Coder et rester : la palette se ferme, la sélection reste.',
    next: 'Coder et avancer : la sélection passe au tour suivant.',
  },

  // Steps
  unit: 'Déplacer par',
  units: { word: 'mot', sentence: 'phrase', turn: 'tour' },
  saidUnit: { word: 'Les bornes se déplacent par mot.', sentence: 'Les bornes se déplacent par phrase.', turn: 'Les bornes se déplacent par tour.' },
  startBack: 'Commencer plus tôt',
  startForth: 'Commencer plus tard',
  endBack: 'Finir plus tôt',
  endForth: 'Finir plus tard',

  // The passage as a whole
  star: 'Marquer comme bonne citation',
  unstar: 'N’est plus une bonne citation',
  saidStarred: 'Marqué comme bonne citation',
  saidUnstarred: 'N’est plus marqué comme bonne citation',
  starFirst: 'L’étoile se pose sur un passage codé : appliquez d’abord une catégorie.',
  paraphraseFirst: 'La paraphrase se note sur un passage codé : appliquez d’abord une catégorie.',
  weightFirst: 'Le poids se donne à un codage : appliquez d’abord une catégorie.',
  paraphrase: 'Paraphrase',
  paraphrasePlaceholder: 'Ce que dit le passage, dans vos mots…',
  usedIn: (n: number) => (n === 0 ? 'Pas encore utilisé' : `Utilisé ${plural('fr', n, 'fois', 'fois')}`),
  usedHow: 'Compte les cellules où ce passage est cité ou a une posture, les mémos qui y renvoient et les catégories dont il est l’exemple.',
  inCell: 'cellule',
  inMemo: 'mémo',
  asExample: 'exemple de',

  // Weight
  weight: 'Poids',
  weightOf: (category: string, weight: string | null) =>
    weight === null ? `Donner un poids à « ${category} »` : `Poids de « ${category} » : ${weight}`,
  noWeight: 'Sans poids',
  keepWeight: (weight: string) => `Donner ${weight}`,
  freeWeight: 'nombre libre : cette catégorie n’a pas d’échelle',
  saidWeight: (category: string, weight: string | null) => (weight === null ? `${category} : sans poids` : `${category} : poids ${weight}`),
  signed: (n: number) => `${n > 0 ? '+' : ''}${formatNumber('fr', n)}`,
};

const en: typeof fr = {
  quickList: 'Quick list',
  quickHide: 'Hide the quick list',
  quickShow: 'Show the quick list',
  quickSlot: (digit, category) => `Key ${digit}: ${category}`,
  quickFree: (digit) => `Key ${digit}: free`,
  quickPinned: 'pinned',
  quickRecent: 'used recently',
  quickHint: 'Drag a category onto a key to pin it there.',
  quickUnpin: (digit) => `Free key ${digit}`,
  rowMenu: (category) => `Actions on “${category}”`,
  applyHere: 'Apply to the passage',
  showPassages: 'Show its passages here',
  putUnder: 'Pin to a key',
  ownKey: 'Key to code with',
  noKey: 'No key',
  underDigit: (digit, now) => (now === null ? `Key ${digit}` : `Key ${digit} (${now})`),
  saidPinned: (category, digit) => `${category} is on key ${digit}`,
  saidUnpinned: (digit) => `Key ${digit} freed`,
  nothingUnder: (digit) => `No category on key ${digit}.`,

  after: 'Then',
  afterChoices: { open: 'stay open', stay: 'close', next: 'next turn' },
  afterTitle: 'What the palette does once a category is applied (K)',
  saidAfter: {
    open: 'The palette stays open after coding.',
    stay: 'Code and stay: the palette closes, the selection stays.',
    next: 'Code and go on: the selection moves to the next turn.',
  },

  unit: 'Move by',
  units: { word: 'word', sentence: 'sentence', turn: 'turn' },
  saidUnit: { word: 'The ends move by word.', sentence: 'The ends move by sentence.', turn: 'The ends move by turn.' },
  startBack: 'Start earlier',
  startForth: 'Start later',
  endBack: 'End earlier',
  endForth: 'End later',

  star: 'Mark as a good quote',
  unstar: 'No longer a good quote',
  saidStarred: 'Marked as a good quote',
  saidUnstarred: 'No longer marked as a good quote',
  starFirst: 'A star belongs to a coded passage: apply a category first.',
  paraphraseFirst: 'A paraphrase belongs to a coded passage: apply a category first.',
  weightFirst: 'A weight belongs to a coding: apply a category first.',
  paraphrase: 'Paraphrase',
  paraphrasePlaceholder: 'What the passage says, in your words…',
  usedIn: (n) => (n === 0 ? 'Not used yet' : `Used ${plural('en', n, 'time', 'times')}`),
  usedHow: 'Counts the cells in which this passage is quoted or has a stance, the memos that point to it and the categories it is an example of.',
  inCell: 'cell',
  inMemo: 'memo',
  asExample: 'example of',

  weight: 'Weight',
  weightOf: (category, weight) => (weight === null ? `Give “${category}” a weight` : `Weight of “${category}”: ${weight}`),
  noWeight: 'No weight',
  keepWeight: (weight) => `Give ${weight}`,
  freeWeight: 'any number: this category has no scale',
  saidWeight: (category, weight) => (weight === null ? `${category}: no weight` : `${category}: weight ${weight}`),
  signed: (n) => `${n > 0 ? '+' : ''}${formatNumber('en', n)}`,
};

export const waysText: Texts<typeof fr> = { fr, en };
