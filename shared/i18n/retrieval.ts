// Words of coded passages found by an expression: the screen, and the memo that they make.
import type { RETRIEVAL_GROUPS, RetrievalSort } from '../domain/retrieval.ts';
import { stanceText } from './stance.ts';
import { formatNumber, plural } from './text.ts';
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
  title: 'Passages codés',
  workspace: 'Recherche de passages codés',
  facetsLabel: 'Ce que l’on peut ajouter à la recherche',
  cardLabel: 'Le passage choisi',

  question: 'La recherche',
  keep: 'Trouver les passages',
  modes: { builder: 'Choisir', text: 'Écrire' },
  modesLabel: 'Façon d’écrire la recherche',
  expression: 'Expression',
  incomplete: 'Une condition n’est pas complète : elle ne compte pas encore.',
  onlyText: 'Cette expression ne se lit pas encore : elle se corrige en texte.',
  clear: 'Tout effacer',
  fold: 'Replier la recherche',
  unfold: 'Déplier la recherche',
  found: (found: number, from: number, cases: number, of: number): string =>
    `${passages(found)} sur ${formatNumber('fr', of)} · ${sources(from)} · ${formatNumber('fr', cases)} cas`,
  counting: 'Recherche…',
  everything: 'Tous les passages codés',

  unknownTitle: 'La recherche nomme ce qui n’est plus dans le projet',
  unknownText: 'Renommé, supprimé, ou écrit autrement. Remplacez chaque nom, ou retirez-le :',
  withoutIt: (name: string): string => `Retirer ${name}`,
  insteadUse: (name: string): string => `Remplacer par « ${name} »`,

  colon: ' : ',
  sort: 'Trier',
  sortBy: 'Trier par',
  ascending: 'Du premier au dernier',
  descending: 'Du dernier au premier',
  group: 'Regrouper',
  groupBy: 'Regrouper par',
  attributeOf: (name: string): string => `attribut : ${name}`,
  headingCount: (n: number): string => passages(n),

  code: 'Coder…',
  codeWith: 'Catégorie à donner aux passages trouvés',
  codeHint: 'Chaque passage trouvé la recevra, en un seul acte qui s’annule d’un coup.',
  wouldCode: (n: number, name: string): string => `${plural('fr', n, 'passage recevra', 'passages recevront')} « ${name} »`,
  known: (n: number): string => (n === 0 ? '' : ` ; ${plural('fr', n, 'l’a déjà', 'l’ont déjà')}`),
  left: (n: number): string => (n === 0 ? '' : ` ; ${plural('fr', n, 'laissé de côté', 'laissés de côté')}`),
  codeNow: (n: number): string => `Coder ${passages(n)}`,
  coded: (n: number, name: string): string => `${plural('fr', n, 'passage codé', 'passages codés')} avec « ${name} ».`,
  stop: 'Renoncer',
  tick: (ref: string): string => `Coder ${ref}`,

  toMemo: 'Mémo',
  memoTitle: 'Titre du mémo',
  memoHint: 'Chaque passage y sera cité avec son renvoi ; la recherche y est rappelée.',
  writeMemo: 'Écrire le mémo',
  memoLeft: (n: number): string => `${passages(n)} de plus que ce qu’un mémo peut citer : ils n’y sont pas.`,
  toMatrix: 'Matrice',
  asFilter: 'Une matrice de ces passages seulement',
  asQuestion: 'En faire une question de recherche…',
  questionLabel: 'La question',
  questionHint: 'Elle deviendra un axe des matrices : ces passages y répondent.',
  makeQuestion: 'Ajouter la question',
  toFile: 'Exporter',
  bookByCategory: 'Recueil par catégorie (Word, PDF, HTML…)',
  bookByRespondent: 'Recueil par répondant (Word, PDF, HTML…)',
  verbatims: 'Tableau de verbatims (Word, PDF, HTML…)',
  listXlsx: 'Liste, un passage par ligne (Excel)',
  listCsv: 'Liste, un passage par ligne (CSV)',

  saved: 'Recherches enregistrées',
  savedUnreadable: 'Cette recherche a été enregistrée par une autre version de Trame, et ne se lit pas ici.',
  removed: (name: string): string => `« ${name} » retirée.`,

  results: 'Passages trouvés',
  resultsHint: 'Flèches : passage suivant ou précédent. Entrée : l’ouvrir dans son texte.',
  open: (ref: string): string => `Ouvrir ${ref} dans son texte`,
  openShort: 'Ouvrir dans le texte',
  starred: 'Bonne citation',
  star: 'Marquer comme bonne citation',
  unstar: 'Ne plus marquer comme bonne citation',
  nothing: 'Aucun passage',
  nothingText:
    'Aucun passage codé ne répond à toute la recherche. Retirez une condition, ou remplacez « tout ce qui suit » par « l’un de ce qui suit ».',
  noCodings: 'Rien n’est encore codé',
  noCodingsText: 'Cet écran retrouve les passages codés. Codez quelques passages d’un entretien, puis revenez.',
  goCoding: 'Aller au codage',

  facets: 'Ajouter à la recherche',
  facetsHint: 'Un clic ajoute une condition ; avec Maj, elle est exclue. Une ligne se glisse aussi dans un groupe.',
  facetFilter: 'Filtrer cette liste',
  facetKinds: { categories: 'Catégories', cases: 'Cas', speakers: 'Locuteurs', attributes: 'Attributs', coders: 'Codeurs' },
  addFacet: (name: string, n: number): string => `Ajouter « ${name} » (${passages(n)})`,

  card: 'Passage',
  noCard: 'Choisissez un passage pour le lire en entier, avec ses codages.',
  codings: 'Codages',
  memos: 'Mémos',
  weightOf: (weight: number): string => `poids ${formatNumber('fr', weight)}`,
  stances: stanceText.fr,
  around: 'Autour du passage',
  words: (n: number): string => plural('fr', n, 'caractère', 'caractères'),

  help: 'Ce que la recherche renvoie',
  helpLines: [
    ['Passages', 'Les extraits de texte codés, chacun une fois : des codages sur les mêmes mots sont un seul passage.'],
    ['Catégorie', 'Les passages qui la portent, elle ou une catégorie au-dessous d’elle.'],
    ['ET, OU, SAUF', 'Toutes les conditions, l’une d’elles, aucune. SAUF se compte parmi les passages codés.'],
    [
      'Codeur, posture, poids',
      'Disent quels codages comptent : unis par ET, un même codage les remplit tous, et les catégories voisines sont cherchées parmi ces codages.',
    ],
    ['Cas, locuteur, attribut', 'Ceux de la source, du tour de parole ou de la partie où se trouve le passage.'],
    ['Relations', 'Renvoient les passages du premier côté. Les deux côtés sont dans la même source ; un passage qui est des deux côtés se suffit.'],
    ['à moins de', 'Au plus tant de caractères de texte entre les deux ; zéro s’ils se touchent ou se chevauchent.'],
    ['chevauchant', 'Au moins un caractère en commun : des passages qui se touchent seulement ne se chevauchent pas.'],
    ['à l’intérieur de', 'D’un bout à l’autre dans le second, bouts compris.'],
    ['avant', 'Terminé avant que le second commence, n’importe où dans la source.'],
    ['même tour, même question', 'Un tour de parole que les deux touchent ; une question du guide à laquelle les deux répondent.'],
  ] as readonly (readonly [string, string])[],
  sorts: frSorts,
  groups: frGroups,
  /** Over passages that belong to none of the groups. */
  without: frWithout,
  /** One row per passage, as a file. */
  table: {
    title: 'Passages retrouvés',
    columns: ['Renvoi', 'Source', 'Locuteur', 'Date', 'Cas', 'Passage', 'Catégories', 'Codeurs', 'Posture', 'Poids', '★'],
    stances: stanceText.fr,
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
  title: 'Coded passages',
  workspace: 'Retrieval of coded passages',
  facetsLabel: 'What can be added to the search',
  cardLabel: 'The chosen passage',

  question: 'The search',
  keep: 'Find passages',
  modes: { builder: 'Choose', text: 'Write' },
  modesLabel: 'Way to write the search',
  expression: 'Expression',
  incomplete: 'A condition is not complete: it does not count yet.',
  onlyText: 'This expression cannot be read yet: it is corrected as text.',
  clear: 'Clear all',
  fold: 'Fold the search',
  unfold: 'Unfold the search',
  found: (found, from, cases, of) =>
    `${formatNumber('en', found)} of ${enPassages(of)} · ${enSources(from)} · ${plural('en', cases, 'case', 'cases')}`,
  counting: 'Searching…',
  everything: 'All coded passages',

  unknownTitle: 'The search names what is no longer in the project',
  unknownText: 'Renamed, removed, or written otherwise. Replace each name, or take it out:',
  withoutIt: (name) => `Take out ${name}`,
  insteadUse: (name) => `Use “${name}” instead`,

  colon: ': ',
  sort: 'Sort',
  sortBy: 'Sort by',
  ascending: 'First to last',
  descending: 'Last to first',
  group: 'Group',
  groupBy: 'Group by',
  attributeOf: (name) => `attribute: ${name}`,
  headingCount: (n) => enPassages(n),

  code: 'Code…',
  codeWith: 'Category for the passages found',
  codeHint: 'Each passage found will get it, in one act that is undone at once.',
  wouldCode: (n, name) => `${plural('en', n, 'passage', 'passages')} will get “${name}”`,
  known: (n) => (n === 0 ? '' : `; ${plural('en', n, 'has', 'have')} it already`),
  left: (n) => (n === 0 ? '' : `; ${formatNumber('en', n)} left out`),
  codeNow: (n) => `Code ${enPassages(n)}`,
  coded: (n, name) => `${plural('en', n, 'passage', 'passages')} coded with “${name}”.`,
  stop: 'Give up',
  tick: (ref) => `Code ${ref}`,

  toMemo: 'Memo',
  memoTitle: 'Title of the memo',
  memoHint: 'Each passage is quoted in it with its reference; the search is recalled.',
  writeMemo: 'Write the memo',
  memoLeft: (n) => `${enPassages(n)} more than one memo can quote: they are not in it.`,
  toMatrix: 'Matrix',
  asFilter: 'A matrix of these passages only',
  asQuestion: 'Make it a research question…',
  questionLabel: 'The question',
  questionHint: 'It becomes an axis of matrices: these passages answer it.',
  makeQuestion: 'Add the question',
  toFile: 'Export',
  bookByCategory: 'Quote book by category (Word, PDF, HTML…)',
  bookByRespondent: 'Quote book by respondent (Word, PDF, HTML…)',
  verbatims: 'Table of quotes (Word, PDF, HTML…)',
  listXlsx: 'List, one passage a row (Excel)',
  listCsv: 'List, one passage a row (CSV)',

  saved: 'Saved searches',
  savedUnreadable: 'This search was saved by another version of Trame, and cannot be read here.',
  removed: (name) => `“${name}” removed.`,

  results: 'Passages found',
  resultsHint: 'Arrows: next or previous passage. Enter: open it in its text.',
  open: (ref) => `Open ${ref} in its text`,
  openShort: 'Open in the text',
  starred: 'Good quote',
  star: 'Mark as a good quote',
  unstar: 'No longer mark as a good quote',
  nothing: 'No passage',
  nothingText: 'No coded passage answers all of the search. Take a condition out, or replace “all of the following” with “any of the following”.',
  noCodings: 'Nothing is coded yet',
  noCodingsText: 'This screen finds coded passages. Code some passages of an interview, then come back.',
  goCoding: 'Go to coding',

  facets: 'Add to the search',
  facetsHint: 'A click adds a condition; with Shift it is excluded. A line can also be dragged into a group.',
  facetFilter: 'Filter this list',
  facetKinds: { categories: 'Categories', cases: 'Cases', speakers: 'Speakers', attributes: 'Attributes', coders: 'Coders' },
  addFacet: (name, n) => `Add “${name}” (${enPassages(n)})`,

  card: 'Passage',
  noCard: 'Choose a passage to read all of it, with its codings.',
  codings: 'Codings',
  memos: 'Memos',
  weightOf: (weight) => `weight ${formatNumber('en', weight)}`,
  stances: stanceText.en,
  around: 'Around the passage',
  words: (n) => plural('en', n, 'character', 'characters'),

  help: 'What the search returns',
  helpLines: [
    ['Passages', 'Coded stretches of text, each once: codings on the same words are one passage.'],
    ['Category', 'Passages that carry it, or a category below it.'],
    ['AND, OR, NOT', 'All conditions, any of them, none. NOT is counted among the coded passages.'],
    [
      'Coder, stance, weight',
      'Say which codings count: joined by AND, one coding must meet them all, and categories beside them are looked for among those codings.',
    ],
    ['Case, speaker, attribute', 'Those of the source, of the turn or of the part where the passage stands.'],
    ['Relations', 'Return the passages of the first side. Both sides are in the same source; a passage that is on both sides is enough.'],
    ['within n characters', 'At most so many characters of text between the two; none where they touch or overlap.'],
    ['overlapping', 'At least one character in common: passages that only touch do not overlap.'],
    ['inside', 'From end to end in the second one, its ends included.'],
    ['before', 'Over before the second one begins, anywhere in the source.'],
    ['same turn, same question', 'A speaker turn that both touch; a question of the guide that both answer.'],
  ],
  sorts: enSorts,
  groups: enGroups,
  without: enWithout,
  table: {
    title: 'Retrieved passages',
    columns: ['Reference', 'Source', 'Speaker', 'Date', 'Case', 'Passage', 'Categories', 'Coders', 'Stance', 'Weight', '★'],
    stances: stanceText.en,
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
