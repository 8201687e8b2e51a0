// Words of autocoding: the sentence of a rule, what it finds, the rules that are kept, a table of codings.
import type { HeadingStyle, RuleExtent, RuleFind, RuleStructure, WordMode } from '../domain/coding-rule.ts';
import { listed } from './matrix-choices.ts';
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

export type FindKind = RuleFind['kind'];
/** What was found stands in the words of a turn, or is turns as a whole. */
export type FoundKind = 'words' | 'blocks';

const either = (language: 'fr' | 'en', items: readonly string[]): string =>
  new Intl.ListFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { type: 'disjunction' }).format(items);

const fr = {
  screen: 'Codage automatique',
  sentence: 'Règle de codage',
  look: 'Chercher ',
  in: ' dans ',
  then: ', et coder ',
  withCategory: ' avec ',
  end: '.',
  slots: {
    find: (text: string) => `Ce qui est cherché : ${text}`,
    scope: (text: string) => `Où chercher : ${text}`,
    interviewers: (text: string) => `Enquêteurs : ${text}`,
    extend: (text: string) => `Ce qui est codé : ${text}`,
    categories: (text: string) => `Catégories : ${text}`,
  },

  findKinds: {
    text: 'Des mots',
    regex: 'Une expression régulière',
    speaker: 'Ce que dit quelqu’un',
    question: 'Les réponses à une question',
    structure: 'Des titres, des parties, des tours',
  } satisfies Record<FindKind, string>,
  findHints: {
    text: 'Un mot, ses formes, une expression : sans tenir compte des accents ni des majuscules.',
    regex: 'Pour les habitués : « d[ée]cid(e|er|ons) », « \\b\\w+isation\\b ».',
    speaker: 'Tous les tours d’un ou de plusieurs participants.',
    question: 'Là où les questions du guide ont été confirmées.',
    structure: 'Les titres d’un document, ce qui vient dessous, ou chaque tour de parole.',
  } satisfies Record<FindKind, string>,
  findKind: 'Chercher',
  chooseFind: 'Que chercher ?',
  unsaid: {
    text: 'les mots…',
    regex: 'l’expression…',
    speaker: 'ce que dit…',
    question: 'les réponses à…',
    structure: 'les titres',
  } satisfies Record<FindKind, string>,
  words: 'Mots',
  wordsHint: 'Plusieurs mots, séparés par des virgules.',
  phraseHint: 'Tels quels, l’un après l’autre.',
  mode: 'Comment les entendre',
  modes: { words: 'ces mots', prefix: 'ce qui commence ainsi', stem: 'toutes leurs formes', phrase: 'l’expression entière' } satisfies Record<
    WordMode,
    string
  >,
  saidModes: {
    words: (terms: readonly string[]) =>
      `${terms.length > 1 ? 'les mots' : 'le mot'} ${either(
        'fr',
        terms.map((term) => `« ${term} »`),
      )}`,
    prefix: (terms: readonly string[]) =>
      `les mots qui commencent par ${either(
        'fr',
        terms.map((term) => `« ${term} »`),
      )}`,
    stem: (terms: readonly string[]) =>
      `les formes de ${either(
        'fr',
        terms.map((term) => `« ${term} »`),
      )}`,
    phrase: (terms: readonly string[]) => `l’expression « ${terms.join(' ')} »`,
  } satisfies Record<WordMode, (terms: readonly string[]) => string>,
  stemNote: 'Les formes sont reconnues à leurs terminaisons : un verbe irrégulier peut en manquer.',
  pattern: 'Expression régulière',
  saidPattern: (pattern: string) => `l’expression « ${pattern} »`,
  ignoresCase: 'Sans tenir compte des majuscules',
  ignoresAccents: 'Sans tenir compte des accents',
  people: 'Participants',
  saidBy: (names: readonly string[]) =>
    names.length > 3
      ? `ce que disent ${formatNumber('fr', names.length)} personnes`
      : `ce que ${names.length > 1 ? 'disent' : 'dit'} ${listed('fr', names)}`,
  questions: 'Questions du guide',
  noQuestions: 'Ce projet n’a pas de guide d’entretien. Écrivez-en un dans Corpus, puis repérez-y les questions.',
  saidQuestion: (question: string) => `les réponses à « ${question} »`,
  saidQuestions: (n: number) => `les réponses à ${formatNumber('fr', n)} questions`,
  structures: { heading: 'les titres', section: 'ce qui vient sous les titres', turn: 'chaque tour de parole' } satisfies Record<
    RuleStructure,
    string
  >,
  structure: 'Chercher',
  styles: { heading1: 'de niveau 1', heading2: 'de niveau 2', heading3: 'de niveau 3' } satisfies Record<HeadingStyle, string>,
  style: 'Titres',
  anyStyle: 'de tout niveau',
  headingWords: 'Titres qui contiennent',
  headingWordsHint: 'Vide : tous les titres.',
  saidHeading: (what: string, style: string, words: string) =>
    [what, style, words === '' ? '' : `contenant « ${words} »`].filter((part) => part !== '').join(' '),

  everywhere: 'tout le corpus',
  cases: 'Cas',
  sources: 'Entretiens et documents',
  saidCases: (names: readonly string[]) =>
    names.length > 3 ? `${formatNumber('fr', names.length)} cas` : `${names.length > 1 ? 'les cas' : 'le cas'} ${listed('fr', names)}`,
  saidSources: (names: readonly string[]) => (names.length > 3 ? `${formatNumber('fr', names.length)} sources` : listed('fr', names)),
  chooseScope: 'Où chercher ?',
  where: 'Où',
  whereKinds: { all: 'Tout le corpus', cases: 'Des cas', sources: 'Des sources' },
  withoutInterviewers: ', sans les enquêteurs',
  withInterviewers: ', enquêteurs compris',

  chooseExtend: 'Que coder ?',
  extents: {
    words: { hit: 'les mots trouvés', sentence: 'la phrase', paragraph: 'le paragraphe (§)', turn: 'le tour de parole' },
    blocks: { hit: 'le tout d’un seul tenant', sentence: 'chaque phrase', paragraph: 'chaque paragraphe (§)', turn: 'chaque tour de parole' },
  } satisfies Record<FoundKind, Record<RuleExtent, string>>,
  turnHint: 'Tout ce que la personne dit sans qu’une autre intervienne.',
  chooseCategories: 'Avec quelles catégories ?',
  noCategory: 'une catégorie',
  saidCategories: (names: readonly string[]) => listed('fr', names),
  noCodebook: 'Ce projet n’a pas encore de catégorie. Ajoutez une grille dans Grilles.',

  filter: 'Filtrer…',
  nothingThere: 'Rien ne correspond',
  more: (n: number) => `… et ${formatNumber('fr', n)} autres : précisez`,

  startTitle: 'Que cherchez-vous ?',
  startText: 'Trame montre chaque passage trouvé avant de coder. Décochez ce qui ne convient pas ; tout s’annule d’un coup.',
  startTable: 'Un tableau de codages',
  startTableHint: 'Un fichier csv ou xlsx fait ailleurs : source, citation, catégorie.',
  searching: 'Recherche…',
  searchingIn: (done: number, total: number) => `${formatNumber('fr', done)} sur ${formatNumber('fr', total)}`,
  cancel: 'Arrêter',
  cancelled: 'La recherche a été arrêtée.',
  again: 'Chercher de nouveau',
  nothingFound: 'Rien n’a été trouvé',
  nothingFoundTexts: {
    text: 'Essayez « toutes leurs formes », ou cherchez dans tout le corpus.',
    regex: 'Essayez l’expression sur un mot dont vous êtes sûr, ou cherchez dans tout le corpus.',
    speaker: 'Cette personne ne dit rien là où l’on cherche.',
    question: 'Les réponses se trouvent là où la question a été confirmée : voyez le guide d’entretien, dans Corpus.',
    structure: 'Les titres viennent des fichiers importés (Word, OpenDocument, Markdown, pages web) ; ces textes n’en ont pas.',
  } satisfies Record<FindKind, string>,
  found: (passages: number, sources: number) => `${plural('fr', passages, 'passage', 'passages')} dans ${plural('fr', sources, 'source', 'sources')}`,
  foundCoded: (n: number) => (n < 2 ? `${formatNumber('fr', n)} déjà codé` : `${formatNumber('fr', n)} déjà codés`),
  chosen: (n: number) => (n < 2 ? `${formatNumber('fr', n)} coché` : `${formatNumber('fr', n)} cochés`),
  hitsIn: (name: string) => `Passages trouvés dans ${name}`,
  passages: (n: number) => plural('fr', n, 'passage', 'passages'),
  all: 'Tout cocher',
  none: 'Tout décocher',
  allOf: (name: string) => `Tout cocher dans ${name}`,
  noneOf: (name: string) => `Tout décocher dans ${name}`,
  openGroup: (name: string) => `Montrer les passages de ${name}`,
  tick: 'Coder ce passage',
  coded: 'déjà codé',
  within: 'dans un passage codé',
  excluded: 'écarté',
  openTurn: (place: string) => `Lire ${place} dans l’entretien`,
  keys: 'Espace : cocher ou décocher · Entrée : lire dans l’entretien',
  toDo: (n: number) => (n === 0 ? 'Rien à coder' : `Coder ${plural('fr', n, 'passage', 'passages')}`),
  leaveOut: 'Écarter ces passages',
  leftOut: 'Les passages décochés ne seront plus proposés par cette règle.',
  keep: 'Garder comme règle',
  keepName: 'Nom de la règle',
  ruleInHand: (name: string) => `Règle « ${name} »`,
  done: (n: number, category: string) => `${plural('fr', n, 'passage codé', 'passages codés')} avec « ${category} ».`,
  nothingNew: 'Rien de nouveau : tous ces passages étaient déjà codés ainsi.',
  kept: (name: string) => `La règle « ${name} » est gardée.`,
  undo: 'Annuler',
  readOnly: 'Ce projet est en lecture seule : on peut chercher, pas coder.',

  rules: 'Règles gardées',
  noRules: 'Une règle gardée peut être relancée sur les entretiens à venir.',
  newRule: 'Nouvelle recherche',
  newHits: (n: number) => plural('fr', n, 'nouveau passage', 'nouveaux passages'),
  codings: (n: number) => plural('fr', n, 'codage', 'codages'),
  excludedOf: (n: number) => (n < 2 ? `${formatNumber('fr', n)} écarté` : `${formatNumber('fr', n)} écartés`),
  ruleActs: (name: string) => `Actions sur la règle « ${name} »`,
  rename: 'Renommer…',
  remove: 'Supprimer la règle',
  removed: (name: string) => `La règle « ${name} » est supprimée ; ses codages restent.`,
  renameField: 'Nom de la règle',
  save: 'Renommer',

  table: 'Coder d’après un tableau…',

  fromCategory: 'Coder automatiquement…',
  fromWords: (words: string) => `Chercher « ${words} » dans le corpus et coder…`,
};

const en: typeof fr = {
  screen: 'Autocoding',
  sentence: 'Coding rule',
  look: 'Look for ',
  in: ' in ',
  then: ', and code ',
  withCategory: ' with ',
  end: '.',
  slots: {
    find: (text) => `What to find: ${text}`,
    scope: (text) => `Where: ${text}`,
    interviewers: (text) => `Interviewers: ${text}`,
    extend: (text) => `What is coded: ${text}`,
    categories: (text) => `Categories: ${text}`,
  },

  findKinds: {
    text: 'Words',
    regex: 'A regular expression',
    speaker: 'What somebody says',
    question: 'The answers to a question',
    structure: 'Headings, sections, turns',
  },
  findHints: {
    text: 'A word, its forms, a phrase: accents and capitals do not matter.',
    regex: 'For those who know them: “decid(e|ed|ing)”, “\\b\\w+isation\\b”.',
    speaker: 'All turns of one or several participants.',
    question: 'Where the questions of the guide have been confirmed.',
    structure: 'The headings of a document, what comes under them, or every turn.',
  },
  findKind: 'Look for',
  chooseFind: 'What do you look for?',
  unsaid: { text: 'the words…', regex: 'the expression…', speaker: 'what is said by…', question: 'the answers to…', structure: 'the headings' },
  words: 'Words',
  wordsHint: 'Several words, separated by commas.',
  phraseHint: 'Exactly as written, one after the other.',
  mode: 'How they are meant',
  modes: { words: 'these words', prefix: 'words that begin so', stem: 'all their forms', phrase: 'the exact phrase' },
  saidModes: {
    words: (terms) =>
      `the ${terms.length > 1 ? 'words' : 'word'} ${either(
        'en',
        terms.map((term) => `“${term}”`),
      )}`,
    prefix: (terms) =>
      `words that begin with ${either(
        'en',
        terms.map((term) => `“${term}”`),
      )}`,
    stem: (terms) =>
      `the forms of ${either(
        'en',
        terms.map((term) => `“${term}”`),
      )}`,
    phrase: (terms) => `the phrase “${terms.join(' ')}”`,
  },
  stemNote: 'Forms are recognised by their endings: some of an irregular verb may be missing.',
  pattern: 'Regular expression',
  saidPattern: (pattern) => `the expression “${pattern}”`,
  ignoresCase: 'Ignore capitals',
  ignoresAccents: 'Ignore accents',
  people: 'Participants',
  saidBy: (names) =>
    names.length > 3 ? `what ${formatNumber('en', names.length)} people say` : `what ${listed('en', names)} ${names.length > 1 ? 'say' : 'says'}`,
  questions: 'Questions of the guide',
  noQuestions: 'This project has no interview guide. Write one in Corpus, then find its questions.',
  saidQuestion: (question) => `the answers to “${question}”`,
  saidQuestions: (n) => `the answers to ${formatNumber('en', n)} questions`,
  structures: { heading: 'the headings', section: 'what comes under the headings', turn: 'every turn' },
  structure: 'Look for',
  styles: { heading1: 'of level 1', heading2: 'of level 2', heading3: 'of level 3' },
  style: 'Headings',
  anyStyle: 'of any level',
  headingWords: 'Headings that contain',
  headingWordsHint: 'Empty: all headings.',
  saidHeading: (what, style, words) => [what, style, words === '' ? '' : `containing “${words}”`].filter((part) => part !== '').join(' '),

  everywhere: 'the whole corpus',
  cases: 'Cases',
  sources: 'Interviews and documents',
  saidCases: (names) =>
    names.length > 3 ? `${formatNumber('en', names.length)} cases` : `the ${names.length > 1 ? 'cases' : 'case'} ${listed('en', names)}`,
  saidSources: (names) => (names.length > 3 ? `${formatNumber('en', names.length)} sources` : listed('en', names)),
  chooseScope: 'Where to look?',
  where: 'Where',
  whereKinds: { all: 'The whole corpus', cases: 'Cases', sources: 'Sources' },
  withoutInterviewers: ', without interviewers',
  withInterviewers: ', interviewers included',

  chooseExtend: 'How much to code?',
  extents: {
    words: { hit: 'the words found', sentence: 'the sentence', paragraph: 'the paragraph (§)', turn: 'the turn' },
    blocks: { hit: 'all of it in one piece', sentence: 'each sentence', paragraph: 'each paragraph (§)', turn: 'each turn' },
  },
  turnHint: 'All that the person says until somebody else speaks.',
  chooseCategories: 'With which categories?',
  noCategory: 'a category',
  saidCategories: (names) => listed('en', names),
  noCodebook: 'This project has no category yet. Add a grid in Grids.',

  filter: 'Filter…',
  nothingThere: 'Nothing matches',
  more: (n) => `… and ${formatNumber('en', n)} more: type to narrow`,

  startTitle: 'What are you looking for?',
  startText: 'Trame shows every passage that it finds before it codes. Untick what does not fit; one undo takes everything back.',
  startTable: 'A table of codings',
  startTableHint: 'A csv or xlsx file made elsewhere: source, quote, category.',
  searching: 'Searching…',
  searchingIn: (done, total) => `${formatNumber('en', done)} of ${formatNumber('en', total)}`,
  cancel: 'Stop',
  cancelled: 'The search was stopped.',
  again: 'Search again',
  nothingFound: 'Nothing was found',
  nothingFoundTexts: {
    text: 'Try “all their forms”, or look in the whole corpus.',
    regex: 'Try the expression on a word that you are sure of, or look in the whole corpus.',
    speaker: 'This person says nothing where you look.',
    question: 'Answers are found where the question has been confirmed: see the interview guide, in Corpus.',
    structure: 'Headings come from imported files (Word, OpenDocument, Markdown, web pages); these texts have none.',
  },
  found: (passages, sources) => `${plural('en', passages, 'passage', 'passages')} in ${plural('en', sources, 'source', 'sources')}`,
  foundCoded: (n) => `${formatNumber('en', n)} already coded`,
  chosen: (n) => `${formatNumber('en', n)} ticked`,
  hitsIn: (name) => `Passages found in ${name}`,
  passages: (n) => plural('en', n, 'passage', 'passages'),
  all: 'Tick all',
  none: 'Untick all',
  allOf: (name) => `Tick all in ${name}`,
  noneOf: (name) => `Untick all in ${name}`,
  openGroup: (name) => `Show the passages of ${name}`,
  tick: 'Code this passage',
  coded: 'already coded',
  within: 'inside a coded passage',
  excluded: 'left out',
  openTurn: (place) => `Read ${place} in the interview`,
  keys: 'Space: tick or untick · Enter: read in the interview',
  toDo: (n) => (n === 0 ? 'Nothing to code' : `Code ${plural('en', n, 'passage', 'passages')}`),
  leaveOut: 'Leave these passages out',
  leftOut: 'The unticked passages will no longer be proposed by this rule.',
  keep: 'Keep as a rule',
  keepName: 'Name of the rule',
  ruleInHand: (name) => `Rule “${name}”`,
  done: (n, category) => `${plural('en', n, 'passage coded', 'passages coded')} with “${category}”.`,
  nothingNew: 'Nothing new: all these passages were already coded that way.',
  kept: (name) => `The rule “${name}” is kept.`,
  undo: 'Undo',
  readOnly: 'This project is read only: you can search, not code.',

  rules: 'Kept rules',
  noRules: 'A kept rule can be run again on later interviews.',
  newRule: 'New search',
  newHits: (n) => plural('en', n, 'new passage', 'new passages'),
  codings: (n) => plural('en', n, 'coding', 'codings'),
  excludedOf: (n) => `${formatNumber('en', n)} left out`,
  ruleActs: (name) => `Actions on the rule “${name}”`,
  rename: 'Rename…',
  remove: 'Remove the rule',
  removed: (name) => `The rule “${name}” is removed; its codings stay.`,
  renameField: 'Name of the rule',
  save: 'Rename',

  table: 'Code from a table…',

  fromCategory: 'Code automatically…',
  fromWords: (words) => `Look for “${words}” in the corpus and code…`,
};

export type AutocodeWords = typeof fr;
export const autocodeText: Texts<AutocodeWords> = { fr, en };
