// Words of the analyses: their names, what each shows, and the frame around them.
import { plural } from './text.ts';
import type { Texts } from './text.ts';

interface AnalysisName {
  readonly name: string;
  /** What it shows, in one sentence. */
  readonly what: string;
}

const namesFr = {
  cooccurrence: { name: 'Cooccurrences', what: 'Quelles catégories vont ensemble, et à quel point.' },
  sequence: { name: 'Enchaînements', what: 'Quelle catégorie suit quelle autre dans les textes.' },
  overlap: { name: 'Recoupements', what: 'Comment les passages de deux catégories se placent l’un par rapport à l’autre.' },
  conceptmap: { name: 'Carte conceptuelle', what: 'Les catégories placées à la main, et les liens qui les unissent avec leurs passages.' },
  overview: { name: 'Vue d’ensemble', what: 'L’étude d’un coup d’œil : nombres, dimensions par source, avancement.' },
  portrait: { name: 'Portraits', what: 'Chaque source comme une ligne : ce qui est codé, et où.' },
  timeline: { name: 'Calendrier', what: 'Les sources à leur date, le codage semaine par semaine.' },
  saturation: { name: 'Saturation', what: 'Ce que chaque entretien ajoute, et ce que cela ne prouve pas.' },
  meaning: { name: 'Saturation du sens', what: 'Une grille à remplir : ce que chaque entretien ajoute au sens de chaque catégorie.' },
  coverage: { name: 'Couverture', what: 'Cellules vides, catégories rares, voix trop citées, cas négatifs.' },
  agreement: { name: 'Accord entre codeurs', what: 'Jusqu’où plusieurs codeurs codent de même, et les passages où ils diffèrent.' },
  crosstab: { name: 'Tableau croisé', what: 'Catégories par attribut ou par cas : écarts à l’attendu et tests.' },
  correspondence: { name: 'Correspondances', what: 'Lignes et colonnes d’un tableau sur un même plan.' },
  clustering: { name: 'Classification hiérarchique', what: 'Catégories ou cas réunis en groupes selon ce qui les rapproche.' },
  qca: { name: 'AQQC / QCA', what: 'Quelles combinaisons de conditions mènent à un résultat.' },
  frequencies: { name: 'Fréquences et nuage', what: 'Les mots les plus dits, par partie du corpus.' },
  wordTree: { name: 'Arbre de mots', what: 'Ce qui suit ou précède un mot.' },
  specificities: { name: 'Spécificités', what: 'Les mots propres à chaque cas ou valeur d’attribut.' },
  classification: { name: 'Classification', what: 'Les mondes lexicaux du corpus (Reinert).' },
  suggestions: { name: 'Propositions', what: 'Des passages à coder, appris de vos codages.' },
  similar: { name: 'Passages semblables', what: 'Ce qui ressemble à un passage.' },
} satisfies Record<string, AnalysisName>;

const namesEn: Record<keyof typeof namesFr, AnalysisName> = {
  cooccurrence: { name: 'Co-occurrence', what: 'Which categories go together, and how strongly.' },
  sequence: { name: 'Sequences', what: 'Which category follows which in the texts.' },
  overlap: { name: 'Overlaps', what: 'How the passages of two categories lie to each other.' },
  conceptmap: { name: 'Concept map', what: 'Categories placed by hand, and the links between them with their passages.' },
  overview: { name: 'Overview', what: 'The study at a glance: numbers, dimensions by source, progress.' },
  portrait: { name: 'Portraits', what: 'Each source as a line: what is coded, and where.' },
  timeline: { name: 'Calendar', what: 'The sources at their dates, the coding week by week.' },
  saturation: { name: 'Saturation', what: 'What each interview adds, and what that does not prove.' },
  meaning: { name: 'Meaning saturation', what: 'A grid to fill in: what each interview adds to each category’s meaning.' },
  coverage: { name: 'Coverage', what: 'Empty cells, rare categories, voices quoted too often, negative cases.' },
  agreement: { name: 'Agreement between coders', what: 'How far several coders code alike, and the passages where they differ.' },
  crosstab: { name: 'Cross table', what: 'Categories by attribute or case: departures from what is expected, and tests.' },
  correspondence: { name: 'Correspondence', what: 'Rows and columns of a table on one map.' },
  clustering: { name: 'Hierarchical clustering', what: 'Categories or cases joined into groups by what they have in common.' },
  qca: { name: 'QCA', what: 'Which combinations of conditions lead to an outcome.' },
  frequencies: { name: 'Frequencies and cloud', what: 'The words said most, by part of the corpus.' },
  wordTree: { name: 'Word tree', what: 'What follows or precedes a word.' },
  specificities: { name: 'Specificities', what: 'The words particular to each case or attribute value.' },
  classification: { name: 'Classification', what: 'The lexical worlds of the corpus (Reinert).' },
  suggestions: { name: 'Proposals', what: 'Passages to code, learned from your codings.' },
  similar: { name: 'Similar passages', what: 'What is like a passage.' },
};

const fr = {
  names: namesFr as Readonly<Record<string, AnalysisName>>,
  list: 'Analyses',
  groups: { relations: 'Relations', tables: 'Tableaux', words: 'Mots', coverage: 'Couverture', help: 'Aide au codage' },
  picture: 'Figure',
  table: 'Tableau',
  show: 'Montrer',
  files: 'Exporter',
  writeAs: { svg: 'Image SVG', png: 'Image PNG (300 ppp)', pdf: 'PDF', xlsx: 'Tableau Excel', csv: 'Tableau CSV' },
  saved: (file: string) => `Enregistré : ${file}`,
  passages: (n: number) => plural('fr', n, 'passage', 'passages'),
  noPassages: 'Aucun passage derrière ce nombre.',
  more: (n: number) => `Voir ${plural('fr', n, 'passage de plus', 'passages de plus')}`,
  openInReader: (ref: string) => `Lire ${ref} dans le texte`,
  close: 'Fermer',
  keys: 'Flèches : d’une marque à l’autre · Entrée : les passages',
  tableLabel: (name: string) => `Tableau : ${name}`,
  savedSettings: 'Réglages enregistrés',
  keepAs: 'Enregistrer ces réglages…',
  keep: 'Enregistrer',
  rename: 'Nom et note…',
  remove: 'Retirer',
  name: 'Nom',
  note: 'Note',
  unnamed: 'Sans nom',
  grids: 'Grilles',
  allGrids: 'toutes les grilles',
  severalGrids: (n: number) => plural('fr', n, 'grille', 'grilles'),
};

const en: typeof fr = {
  names: namesEn,
  list: 'Analyses',
  groups: { relations: 'Relations', tables: 'Tables', words: 'Words', coverage: 'Coverage', help: 'Help with coding' },
  picture: 'Figure',
  table: 'Table',
  show: 'Show',
  files: 'Export',
  writeAs: { svg: 'SVG image', png: 'PNG image (300 dpi)', pdf: 'PDF', xlsx: 'Excel table', csv: 'CSV table' },
  saved: (file: string) => `Saved: ${file}`,
  passages: (n: number) => plural('en', n, 'passage', 'passages'),
  noPassages: 'No passage behind this number.',
  more: (n: number) => `Show ${plural('en', n, 'more passage', 'more passages')}`,
  openInReader: (ref: string) => `Read ${ref} in the text`,
  close: 'Close',
  keys: 'Arrows: from mark to mark · Enter: the passages',
  tableLabel: (name: string) => `Table: ${name}`,
  savedSettings: 'Saved settings',
  keepAs: 'Save these settings…',
  keep: 'Save',
  rename: 'Name and note…',
  remove: 'Remove',
  name: 'Name',
  note: 'Note',
  unnamed: 'Untitled',
  grids: 'Grids',
  allGrids: 'all grids',
  severalGrids: (n: number) => plural('en', n, 'grid', 'grids'),
};

export const analysesText: Texts<typeof fr> = { fr, en };
