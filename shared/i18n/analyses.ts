// Words of the analyses: their names, what each shows, and the frame around them.
import { plural } from './text.ts';
import type { Texts } from './text.ts';

interface AnalysisName {
  readonly name: string;
  /** What it shows, in one sentence. */
  readonly what: string;
}

const namesFr = {} satisfies Record<string, AnalysisName>;

const namesEn: Record<keyof typeof namesFr, AnalysisName> = {};

const fr = {
  names: namesFr as Readonly<Record<string, AnalysisName>>,
  list: 'Analyses',
  groups: { relations: 'Relations', tables: 'Tableaux', words: 'Mots', coverage: 'Couverture', help: 'Aide au codage' },
  picture: 'Figure',
  table: 'Tableau',
  show: 'Montrer',
  files: 'Exporter',
  writeAs: { svg: 'Image SVG', png: 'Image PNG (300 ppp)', pdf: 'PDF', xlsx: 'Tableau Excel', csv: 'Tableau CSV' },
  saved: (file: string) => `Enregistré : ${file}`,
  passages: (n: number) => plural('fr', n, 'passage', 'passages'),
  noPassages: 'Aucun passage derrière ce nombre.',
  more: (n: number) => `Voir ${plural('fr', n, 'passage de plus', 'passages de plus')}`,
  openInReader: (ref: string) => `Lire ${ref} dans le texte`,
  close: 'Fermer',
  keys: 'Flèches : d’une marque à l’autre · Entrée : les passages',
  tableLabel: (name: string) => `Tableau : ${name}`,
  savedSettings: 'Réglages enregistrés',
  keepAs: 'Enregistrer ces réglages…',
  keep: 'Enregistrer',
  rename: 'Nom et note…',
  remove: 'Retirer',
  name: 'Nom',
  note: 'Note',
  unnamed: 'Sans nom',
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
};

export const analysesText: Texts<typeof fr> = { fr, en };
