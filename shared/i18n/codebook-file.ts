// Words of grids and codebooks as files: headings of a grid's workbook, and of the printed codebook.
import type { CategoryStatus, Origin, Stage } from '../domain/category.ts';
import type { QdcFact } from '../domain/qdc-losses.ts';
import { plural } from './text.ts';
import type { Texts } from './text.ts';

const originsFr: Record<Origin, string> = { 'a-priori': 'a priori', 'in-vivo': 'in vivo', emergent: 'émergente' };
const originsEn: Record<Origin, string> = { 'a-priori': 'a priori', 'in-vivo': 'in vivo', emergent: 'emergent' };
const stagesFr: Record<Stage, string> = { open: 'ouverte', axial: 'axiale', selective: 'sélective' };
const stagesEn: Record<Stage, string> = { open: 'open', axial: 'axial', selective: 'selective' };
const statusesFr: Record<CategoryStatus, string> = { draft: 'à l’essai', stable: 'stable', retired: 'retirée' };
const statusesEn: Record<CategoryStatus, string> = { draft: 'draft', stable: 'stable', retired: 'retired' };

const qdcFr: Record<QdcFact, (n: number) => string> = {
  origin: (n) => `l’origine in vivo ou émergente (${plural('fr', n, 'catégorie', 'catégories')})`,
  stage: (n) => `l’étape (${plural('fr', n, 'catégorie', 'catégories')})`,
  status: (n) => `le statut (${plural('fr', n, 'catégorie', 'catégories')})`,
  scale: (n) => `l’échelle de poids (${plural('fr', n, 'catégorie', 'catégories')})`,
  alsoUnder: (n) => `les autres places, « voir aussi sous » (${plural('fr', n, 'catégorie', 'catégories')})`,
  card: () => 'la source et la description de la grille',
};
const qdcEn: Record<QdcFact, (n: number) => string> = {
  origin: (n) => `the in vivo or emergent origin (${plural('en', n, 'category', 'categories')})`,
  stage: (n) => `the stage (${plural('en', n, 'category', 'categories')})`,
  status: (n) => `the status (${plural('en', n, 'category', 'categories')})`,
  scale: (n) => `the scale of weights (${plural('en', n, 'category', 'categories')})`,
  alsoUnder: (n) => `the other places, “see also under” (${plural('en', n, 'category', 'categories')})`,
  card: () => 'the grid’s source and description',
};

interface Lost {
  readonly fact: QdcFact;
  readonly count: number;
}

const fr = {
  level: (n: number) => `Niveau ${n}`,
  definition: 'Définition',
  inclusion: 'Inclure',
  exclusion: 'Exclure',
  example: 'Exemple',
  color: 'Couleur',
  origin: 'Origine',
  stage: 'Étape',
  status: 'Statut',
  min: 'Poids minimum',
  max: 'Poids maximum',
  step: 'Pas du poids',
  alsoUnder: 'Voir aussi sous',
  key: 'Identifiant',
  title: 'Titre',
  source: 'Source',
  description: 'Description',
  version: 'Version',
  categoriesSheet: 'Catégories',
  gridSheet: 'Grille',
  origins: originsFr,
  stages: stagesFr,
  statuses: statusesFr,

  codebook: 'Dictionnaire des thèmes',
  theme: 'Thème',
  category: 'Catégorie',
  rule: 'Règle de codage',
  sources: 'Sources',
  codings: 'Codages',
  byCase: (name: string) => `Codages\u00a0: ${name}`,
  perCase: (name: string, n: number) => `${name}\u00a0: ${n}`,
  facts: 'Nature',
  noRule: 'Règle à écrire',
  noGrid: 'Aucune grille\u00a0: le projet n’a pas encore de catégories.',
  notInQdc: (lost: readonly Lost[]) =>
    `Le format qdc n’a pas de place pour : ${lost.map(({ fact, count }) => qdcFr[fact](count)).join(' ; ')}. Le fichier ne le contient pas ; pour tout garder, exportez aussi la grille en json.`,
  gridLine: (categories: number, codings: number) =>
    `${plural('fr', categories, 'catégorie', 'catégories')}, ${plural('fr', codings, 'codage', 'codages')}`,
  seeAlso: (places: readonly string[]) => `Voir aussi sous ${places.join(' ; ')}`,
  note: (byCase: boolean) =>
    `Note\u00a0: les effectifs d’une catégorie comprennent ceux de ses sous-catégories.${byCase ? ' Un passage compte dans chaque cas auquel sa source ou ses locuteurs appartiennent.' : ''}`,
  sourceLine: 'Source\u00a0: élaboration personnelle.',

  structure: 'Structure des données',
  concepts: 'Concepts de premier ordre',
  themes: 'Thèmes de second ordre',
  dimensions: 'Dimensions agrégées',
};

const en: typeof fr = {
  level: (n: number) => `Level ${n}`,
  definition: 'Definition',
  inclusion: 'Include',
  exclusion: 'Exclude',
  example: 'Example',
  color: 'Colour',
  origin: 'Origin',
  stage: 'Stage',
  status: 'Status',
  min: 'Lowest weight',
  max: 'Highest weight',
  step: 'Step of the weight',
  alsoUnder: 'See also under',
  key: 'Identifier',
  title: 'Title',
  source: 'Source',
  description: 'Description',
  version: 'Version',
  categoriesSheet: 'Categories',
  gridSheet: 'Grid',
  origins: originsEn,
  stages: stagesEn,
  statuses: statusesEn,

  codebook: 'Codebook',
  theme: 'Theme',
  category: 'Category',
  rule: 'Coding rule',
  sources: 'Sources',
  codings: 'Codings',
  byCase: (name: string) => `Codings: ${name}`,
  perCase: (name: string, n: number) => `${name}: ${n}`,
  facts: 'Kind',
  noRule: 'Rule to be written',
  noGrid: 'No grid: the project has no categories yet.',
  notInQdc: (lost: readonly Lost[]) =>
    `The qdc format has no place for: ${lost.map(({ fact, count }) => qdcEn[fact](count)).join('; ')}. The file does not hold it; to keep everything, export the grid as json too.`,
  gridLine: (categories: number, codings: number) =>
    `${plural('en', categories, 'category', 'categories')}, ${plural('en', codings, 'coding', 'codings')}`,
  seeAlso: (places: readonly string[]) => `See also under ${places.join('; ')}`,
  note: (byCase: boolean) =>
    `Note: the counts of a category include those of its subcategories.${byCase ? ' A passage counts in every case to which its source or its speakers belong.' : ''}`,
  sourceLine: 'Source: own elaboration.',

  structure: 'Data structure',
  concepts: 'First-order concepts',
  themes: 'Second-order themes',
  dimensions: 'Aggregate dimensions',
};

export type CodebookFileWords = typeof fr;
export const codebookFileText: Texts<typeof fr> = { fr, en };
