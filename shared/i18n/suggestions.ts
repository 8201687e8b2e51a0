// Words of the help with coding: passages proposed for a category, and passages like a passage.
import { plural } from './text.ts';
import type { Texts } from './text.ts';

const fr = {
  name: 'Propositions',
  before: 'Proposer des passages pour',
  category: 'Catégorie',
  chooseCategory: 'une catégorie',
  choose: 'Choisissez une catégorie : les passages déjà codés servent d’exemples, sur cet ordinateur, sans réseau. Rien n’est codé sans vous.',
  noExamples: 'Cette catégorie n’a encore aucun passage dont apprendre.',
  methods: {
    centroid: 'ressemblance au centre des exemples',
    logistic: 'régression logistique',
    similar: 'mots communs (BM25)',
    embedding: 'modèle local',
  },
  methodHint: {
    centroid: 'Moins de dix exemples : les passages proposés sont les plus proches de leur centre.',
    logistic: 'Dix exemples ou plus : une frontière est apprise entre les passages codés et les autres.',
  },
  learned: (examples: number, others: number) =>
    `Appris de ${plural('fr', examples, 'passage codé', 'passages codés')}${others > 0 ? ` et de ${plural('fr', others, 'extrait', 'extraits')} sans la catégorie` : ''}.`,
  learnedWords: 'Mots qui parlent pour la catégorie',
  precision: 'Ce que valent ces propositions',
  precisionAsk: 'Essayer sur les entretiens déjà codés',
  precisionText: (right: number, proposed: number, sources: number) =>
    `Essai en cachant chaque entretien à son tour (${plural('fr', sources, 'entretien', 'entretiens')}) : sur les ${proposed} premières propositions, ${right} étaient bien codées ainsi.`,
  precisionChance: (percent: string) => `Au hasard, ${percent} % l’auraient été.`,
  precisionNone: 'L’essai demande des exemples dans deux entretiens au moins.',
  triedOf: (tried: number, all: number) => `Essayé sur ${tried} des ${all} entretiens qui ont des exemples.`,
  tally: (accepted: number, refused: number) =>
    `Jusqu’ici : ${plural('fr', accepted, 'acceptée', 'acceptées')}, ${plural('fr', refused, 'refusée', 'refusées')}.`,
  tallyLast: (accepted: number, last: number) => `Des ${last} dernières, ${accepted} acceptées.`,
  none: 'Plus rien à proposer : aucun passage n’est assez proche, ou vous avez décidé de tous.',
  list: 'Passages proposés',
  count: (n: number) => plural('fr', n, 'passage proposé', 'passages proposés'),
  accept: 'Accepter',
  refuse: 'Refuser',
  accepted: 'acceptée',
  refused: 'refusée',
  keys: 'A accepter · R refuser · J suivant · K précédent · Entrée lire dans le texte',
  because: 'Mots décisifs',
  against: 'contre',
  score: {
    centroid: (n: string) => `proche à ${n}`,
    logistic: (n: string) => `probable à ${n} %`,
    similar: (n: string) => `score ${n}`,
    embedding: (n: string) => `proche à ${n}`,
  },
  again: (n: number) => `Apprendre de ${plural('fr', n, 'décision', 'décisions')} et proposer à nouveau`,
  already: 'Déjà codé',
  readIn: (ref: string) => `Lire ${ref} dans le texte`,
  learning: 'Apprentissage',
  trying: 'Essai sur les entretiens codés',
  fromCategory: 'Propositions pour cette catégorie…',

  similarName: 'Passages semblables',
  similarLink: 'Passages semblables',
  similarBefore: 'Trouver les passages qui partagent les mots rares de',
  similarTo: 'Passage',
  thisPassage: 'ce passage',
  codeWith: ', et coder ce qui est accepté avec',
  noCategory: 'rien',
  similarChoose: 'Choisissez un passage dans le texte, puis « Passages semblables ».',
  terms: 'Mots cherchés, du plus rare au plus courant',
  similarHint: 'BM25 : un mot compte d’autant plus qu’il est rare dans le corpus. Aucun réseau, aucun modèle.',
  acceptNeeds: 'Choisissez une catégorie pour pouvoir accepter.',
};

const en: typeof fr = {
  name: 'Proposals',
  before: 'Propose passages for',
  category: 'Category',
  chooseCategory: 'a category',
  choose: 'Choose a category: passages coded so far serve as examples, on this computer, without a network. Nothing is coded without you.',
  noExamples: 'This category has no passage yet to learn from.',
  methods: {
    centroid: 'likeness to the middle of the examples',
    logistic: 'logistic regression',
    similar: 'words in common (BM25)',
    embedding: 'local model',
  },
  methodHint: {
    centroid: 'Fewer than ten examples: the passages nearest to their middle are proposed.',
    logistic: 'Ten examples or more: a boundary is learned between coded passages and the others.',
  },
  learned: (examples, others) =>
    `Learned from ${plural('en', examples, 'coded passage', 'coded passages')}${others > 0 ? ` and ${plural('en', others, 'stretch', 'stretches')} without the category` : ''}.`,
  learnedWords: 'Words that speak for the category',
  precision: 'What these proposals are worth',
  precisionAsk: 'Try on the interviews coded so far',
  precisionText: (right, proposed, sources) =>
    `Tried by hiding each interview in turn (${plural('en', sources, 'interview', 'interviews')}): of the first ${proposed} proposals, ${right} were coded so indeed.`,
  precisionChance: (percent) => `At random, ${percent}% would have been.`,
  precisionNone: 'Trying takes examples in two interviews at least.',
  triedOf: (tried, all) => `Tried on ${tried} of the ${all} interviews that have examples.`,
  tally: (accepted, refused) => `So far: ${formatted(accepted)} accepted, ${formatted(refused)} refused.`,
  tallyLast: (accepted, last) => `Of the last ${last}, ${accepted} accepted.`,
  none: 'Nothing left to propose: no passage is near enough, or you have decided about all.',
  list: 'Passages proposed',
  count: (n) => plural('en', n, 'passage proposed', 'passages proposed'),
  accept: 'Accept',
  refuse: 'Refuse',
  accepted: 'accepted',
  refused: 'refused',
  keys: 'A accept · R refuse · J next · K previous · Enter read in the text',
  because: 'Deciding words',
  against: 'against',
  score: { centroid: (n) => `near by ${n}`, logistic: (n) => `probable at ${n}%`, similar: (n) => `score ${n}`, embedding: (n) => `near by ${n}` },
  again: (n) => `Learn from ${plural('en', n, 'decision', 'decisions')} and propose again`,
  already: 'Coded already',
  readIn: (ref) => `Read ${ref} in the text`,
  learning: 'Learning',
  trying: 'Trying on coded interviews',
  fromCategory: 'Proposals for this category…',

  similarName: 'Similar passages',
  similarLink: 'Similar passages',
  similarBefore: 'Find the passages that share the rare words of',
  similarTo: 'Passage',
  thisPassage: 'this passage',
  codeWith: ', and code what is accepted with',
  noCategory: 'nothing',
  similarChoose: 'Choose a passage in the text, then “Similar passages”.',
  terms: 'Words looked for, rarest first',
  similarHint: 'BM25: the rarer a word is in the corpus, the more it counts. No network, no model.',
  acceptNeeds: 'Choose a category to be able to accept.',
};

function formatted(n: number): string {
  return n.toLocaleString('en-GB');
}

export const suggestionsText: Texts<typeof fr> = { fr, en };
