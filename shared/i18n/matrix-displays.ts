// Words of the ready-made displays: their gallery, what each is for and how it is read, where it comes from, what a project lacks for it.
import type { AttributeScope } from '../domain/corpus.ts';
import type { Gap, OptionWord } from '../domain/display-choices.ts';
import type { ChoiceId, DisplayFamily, Reference } from '../domain/display.ts';
import { enDisplays, frDisplays } from './display-words.ts';
import { plural } from './text.ts';
import type { Texts } from './text.ts';

const references: Record<Reference, string> = {
  milesHubermanSaldana2014: 'Miles, Huberman & Saldaña (2014), Qualitative Data Analysis: A Methods Sourcebook, 3rd ed., Sage.',
  ritchieSpencer1994:
    'Ritchie & Spencer (1994), “Qualitative data analysis for applied policy research”, in Bryman & Burgess (eds), Analyzing Qualitative Data, Routledge, pp. 173–194.',
  gale2013:
    'Gale, Heath, Cameron, Rashid & Redwood (2013), “Using the framework method for the analysis of qualitative data in multi-disciplinary health research”, BMC Medical Research Methodology, 13:117.',
  eisenhardtGraebner2007:
    'Eisenhardt & Graebner (2007), “Theory building from cases: Opportunities and challenges”, Academy of Management Journal, 50(1), pp. 25–32.',
  gioia2013:
    'Gioia, Corley & Hamilton (2013), “Seeking qualitative rigor in inductive research: Notes on the Gioia methodology”, Organizational Research Methods, 16(1), pp. 15–31.',
  pratt2009:
    'Pratt (2009), “For the lack of a boilerplate: Tips on writing up (and reviewing) qualitative research”, Academy of Management Journal, 52(5), pp. 856–862.',
  peres2021: 'Peres (2017), thèse de doctorat, Aix-Marseille Université ; Entreprendre & Innover, n° 46, 2021, p. 8-18.',
  ballon2022: 'Ballon (2021/2022), « La coopération interorganisationnelle en innovation sociale », LabCom DESTINS.',
  mira2021: 'Mira (2021), « Étude de cas : l’innovation dans les partenariats numériques inter-organisationnels », Doctoriales, Rabat.',
  rameau2019: 'Le RAMEAU et Opus 3 (2019), « Apprendre à faire alliances », webinaire.',
};

/** The same, where the French ones hold French words of their own. */
const enReferences: Record<Reference, string> = {
  ...references,
  peres2021: 'Peres (2017), doctoral thesis, Aix-Marseille Université; Entreprendre & Innover, no. 46, 2021, pp. 8–18.',
  ballon2022: 'Ballon (2021/2022), “La coopération interorganisationnelle en innovation sociale”, LabCom DESTINS.',
  mira2021: 'Mira (2021), “Étude de cas : l’innovation dans les partenariats numériques inter-organisationnels”, Doctoriales, Rabat.',
  rameau2019: 'Le RAMEAU and Opus 3 (2019), “Apprendre à faire alliances”, webinar.',
};

const frChoices: Record<ChoiceId, string> = {
  dimensions: 'Dimensions',
  tools: 'Familles d’outils',
  themes: 'Thèmes',
  theme: 'Thème',
  condition: 'Condition',
  constructs: 'Construits',
  predictors: 'Prédicteurs',
  outcome: 'Résultat',
  levers: 'Leviers',
  guardrails: 'Garde-fous',
  brakes: 'Freins',
  steps: 'Étapes',
  needs: 'Besoins',
  resources: 'Ressources',
  when: 'Temps',
  cases: 'Cas',
  people: 'Lignes',
  units: 'Unités',
  roles: 'Rôles',
  actors: 'Acteurs',
  order: 'Ordre',
  first: 'Première variable',
  second: 'Seconde variable',
};
const enChoices: Record<ChoiceId, string> = {
  dimensions: 'Dimensions',
  tools: 'Families of tools',
  themes: 'Themes',
  theme: 'Theme',
  condition: 'Condition',
  constructs: 'Constructs',
  predictors: 'Predictors',
  outcome: 'Outcome',
  levers: 'Levers',
  guardrails: 'Guard-rails',
  brakes: 'Obstacles',
  steps: 'Steps',
  needs: 'Needs',
  resources: 'Resources',
  when: 'Time',
  cases: 'Cases',
  people: 'Rows',
  units: 'Units',
  roles: 'Roles',
  actors: 'Actors',
  order: 'Order',
  first: 'First variable',
  second: 'Second variable',
};

const frOptions: Record<OptionWord, string> = {
  cases: 'tous les cas',
  participants: 'tous les participants',
  sources: 'toutes les sources',
  meanRating: 'la cote moyenne',
  day: 'les jours',
  month: 'les mois',
  quarter: 'les trimestres',
  year: 'les années',
};
const enOptions: Record<OptionWord, string> = {
  cases: 'all cases',
  participants: 'all participants',
  sources: 'all sources',
  meanRating: 'mean rating',
  day: 'days',
  month: 'months',
  quarter: 'quarters',
  year: 'years',
};
const frScopes: Record<AttributeScope, string> = {
  case: 'attribut des cas',
  source: 'attribut des sources',
  participant: 'attribut des participants',
};
const enScopes: Record<AttributeScope, string> = {
  case: 'attribute of cases',
  source: 'attribute of sources',
  participant: 'attribute of participants',
};

interface GapWords {
  readonly lacks: string;
  readonly act: string;
}
const frGaps: Record<Gap, GapWords> = {
  grid: { lacks: 'Il manque une grille d’analyse avec des catégories.', act: 'Choisir une grille' },
  codings: { lacks: 'Il manque des codages : aucun passage n’est encore codé.', act: 'Aller coder' },
  secondGrid: { lacks: 'Il manque une seconde grille codée, à croiser avec la première.', act: 'Ajouter une grille' },
  theme: { lacks: 'Il manque un thème codé avec au moins deux sous-catégories.', act: 'Ouvrir les grilles' },
  cases: { lacks: 'Il manque des cas : il en faut au moins deux.', act: 'Ouvrir le corpus' },
  people: { lacks: 'Il manque des entretiens et leurs locuteurs.', act: 'Ouvrir le corpus' },
  roles: {
    lacks: 'Il manque un attribut de participants ou de sources qui les range en quelques rôles (de deux à huit valeurs).',
    act: 'Ouvrir les attributs',
  },
  orderedAttribute: {
    lacks: 'Il manque un attribut ordonné des cas (nombre, date ou choix ordonné) avec des valeurs différentes, ou des cellules cotées.',
    act: 'Ouvrir les attributs',
  },
  twoAttributes: {
    lacks: 'Il manque deux attributs qui rangent les cas, les sources ou les participants (de deux à huit valeurs chacun).',
    act: 'Ouvrir les attributs',
  },
  dates: { lacks: 'Il manque des dates aux sources, ou une catégorie « Étapes » avec ses sous-catégories.', act: 'Ouvrir le corpus' },
  scale: {
    lacks: 'Cette présentation en dira plus une fois les cellules cotées ; il n’y a pas encore de cote.',
    act: 'Créer l’échelle fort / moyen / faible',
  },
};
const enGaps: Record<Gap, GapWords> = {
  grid: { lacks: 'An analysis grid with categories is missing.', act: 'Choose a grid' },
  codings: { lacks: 'Codings are missing: no passage is coded yet.', act: 'Go and code' },
  secondGrid: { lacks: 'A second coded grid is missing, to cross with the first.', act: 'Add a grid' },
  theme: { lacks: 'A coded theme with at least two subcategories is missing.', act: 'Open the grids' },
  cases: { lacks: 'Cases are missing: at least two are needed.', act: 'Open the corpus' },
  people: { lacks: 'Interviews and their speakers are missing.', act: 'Open the corpus' },
  roles: {
    lacks: 'An attribute of participants or sources that sorts them into a few roles (two to eight values) is missing.',
    act: 'Open the attributes',
  },
  orderedAttribute: {
    lacks: 'An ordered attribute of cases (number, date or ordered choice) with different values is missing, or rated cells.',
    act: 'Open the attributes',
  },
  twoAttributes: {
    lacks: 'Two attributes that sort cases, sources or participants (two to eight values each) are missing.',
    act: 'Open the attributes',
  },
  dates: { lacks: 'Dates of sources are missing, or a category “Steps” with its subcategories.', act: 'Open the corpus' },
  scale: { lacks: 'This display says more once cells are rated; there is no rating yet.', act: 'Create the scale strong / medium / weak' },
};

const frFamilies: Record<DisplayFamily, string> = {
  compare: 'Comparer des cas',
  describe: 'Décrire',
  order: 'Ordonner',
  explain: 'Expliquer',
  evidence: 'Prouver',
};
const enFamilies: Record<DisplayFamily, string> = {
  compare: 'Compare cases',
  describe: 'Describe',
  order: 'Order',
  explain: 'Explain',
  evidence: 'Give evidence',
};

const fr = {
  displays: frDisplays,
  families: frFamilies,
  references,
  choices: frChoices,
  options: frOptions,
  scopes: frScopes,
  gaps: frGaps,
  level: (level: number) => `niveau ${level}`,
  title: 'Que voulez-vous montrer ?',
  intro: 'Chaque présentation se remplit avec ce que contient le projet ; la phrase de la matrice se change ensuite, mot par mot.',
  search: 'Chercher une présentation : comparer, temps, rôle, Gioia…',
  noneFound: 'Aucune présentation ne répond à ces mots.',
  gallery: 'Présentations prêtes à remplir',
  found: (count: number) => plural('fr', count, 'présentation', 'présentations'),
  whenTitle: 'Quand l’utiliser',
  fillTitle: 'La remplir',
  sourceTitle: 'Source',
  lackTitle: 'Ce qui manque',
  openNamed: 'Ouvrir la matrice',
  toChoose: 'à choisir',
  lacksBriefly: 'À compléter',
  own: 'Composer librement',
  ownText: 'Partir d’une phrase simple et changer ses mots.',
  saved: 'Matrices enregistrées',
  chooseOne: 'Choisissez une présentation pour voir à quoi elle sert et ce qu’elle demande.',
  detail: 'La présentation choisie',
  back: 'Revenir à la matrice',
  sheets: 'Feuilles : un thème par feuille',
  printAllSheets: (themes: number) => `Toutes les feuilles (${themes}), un tableau par thème…`,
  printThisSheet: 'Seulement cette feuille…',
  matrixName: (display: string, crossed: string) => `${display} : ${crossed}`,
  notesWithSource: (notes: string, sources: readonly string[]) => `${notes}\n\nSource : ${sources.join(' ')}`,
  usualScale: {
    name: 'Fort / moyen / faible',
    steps: [
      { value: 1, label: 'faible', rule: 'Rien, ou une mention isolée que personne d’autre ne reprend.' },
      { value: 2, label: 'moyen', rule: 'Plusieurs passages concordants, ou des passages forts que d’autres contredisent.' },
      { value: 3, label: 'fort', rule: 'Des passages concordants d’au moins deux personnes, avec un fait précis, sans contradiction sérieuse.' },
    ],
  },
};

const en: typeof fr = {
  displays: enDisplays,
  families: enFamilies,
  references: enReferences,
  choices: enChoices,
  options: enOptions,
  scopes: enScopes,
  gaps: enGaps,
  level: (level: number) => `level ${level}`,
  title: 'What would you like to show?',
  intro: 'Each display fills itself with what the project holds; every word of the matrix’s sentence can be changed afterwards.',
  search: 'Find a display: compare, time, role, Gioia…',
  noneFound: 'No display answers these words.',
  gallery: 'Displays ready to fill',
  found: (count: number) => plural('en', count, 'display', 'displays'),
  whenTitle: 'When to use it',
  fillTitle: 'Fill it',
  sourceTitle: 'Source',
  lackTitle: 'What is missing',
  openNamed: 'Open the matrix',
  toChoose: 'to be chosen',
  lacksBriefly: 'To complete',
  own: 'Compose freely',
  ownText: 'Start from a simple sentence and change its words.',
  saved: 'Saved matrices',
  chooseOne: 'Choose a display to see what it is for and what it needs.',
  detail: 'The chosen display',
  back: 'Back to the matrix',
  sheets: 'Sheets: one theme per sheet',
  printAllSheets: (themes: number) => `All sheets (${themes}), one table per theme…`,
  printThisSheet: 'Only this sheet…',
  matrixName: (display: string, crossed: string) => `${display}: ${crossed}`,
  notesWithSource: (notes: string, sources: readonly string[]) => `${notes}\n\nSource: ${sources.join(' ')}`,
  usualScale: {
    name: 'Strong / medium / weak',
    steps: [
      { value: 1, label: 'weak', rule: 'Nothing, or a single mention that nobody else takes up.' },
      { value: 2, label: 'medium', rule: 'Several passages that agree, or strong ones that others contradict.' },
      { value: 3, label: 'strong', rule: 'Passages of at least two people that agree, with a precise fact and no serious contradiction.' },
    ],
  },
};

export type DisplaysWords = typeof fr;
export const matrixDisplaysText: Texts<DisplaysWords> = { fr, en };
