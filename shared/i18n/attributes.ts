// Words of attributes in the sheets: their types and choices, the values that are not understood, what is done with a column.
import type { AttributeType } from '../domain/corpus.ts';
import { plural } from './text.ts';
import type { Texts } from './text.ts';

const CHOICES_NAMED = 8;

function listed(choices: readonly string[]): string {
  const named = choices.slice(0, CHOICES_NAMED).join(', ');
  return choices.length > CHOICES_NAMED ? `${named}…` : named;
}

const frTypes: Record<AttributeType, string> = {
  text: 'Texte',
  number: 'Nombre',
  date: 'Date',
  choice: 'Choix',
  yesNo: 'Oui / non',
  ordered: 'Choix ordonné',
};
const enTypes: Record<AttributeType, string> = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  choice: 'Choice',
  yesNo: 'Yes / no',
  ordered: 'Ordered choice',
};
const frHints: Record<AttributeType, string> = {
  text: 'des mots, tels qu’ils sont saisis',
  number: 'se trie par grandeur : 1 250,5',
  date: '12 mars 2019, 12/03/2019, mars 2019, 2019',
  choice: 'une valeur d’une liste',
  yesNo: 'Espace pour cocher',
  ordered: 'une valeur d’une liste, du moins au plus',
};
const enHints: Record<AttributeType, string> = {
  text: 'words, as they are typed',
  number: 'sorted by size: 1,250.5',
  date: '12 March 2019, 12/03/2019, March 2019, 2019',
  choice: 'one value of a list',
  yesNo: 'Space to tick',
  ordered: 'one value of a list, from the least to the most',
};

const fr = {
  add: 'Attribut',
  addTitle: 'Ajouter un attribut',
  settingsTitle: (name: string) => `Réglages de « ${name} »`,
  name: 'Nom de l’attribut',
  namePlaceholder: 'Secteur, taille, ancienneté…',
  type: 'Type',
  types: frTypes,
  typeHints: frHints,
  choices: { choice: 'Choix', ordered: 'Choix, du moins au plus' },
  choiceName: (n: number) => `Choix ${n}`,
  addChoice: 'Ajouter un choix',
  removeChoice: (name: string) => `Retirer « ${name} »`,
  moveChoice: (name: string) => `Déplacer « ${name} »`,
  choicesHint: 'Entrée : ajouter · Alt + ↑ ↓ : déplacer · une liste collée donne un choix par ligne',
  choiceTwice: 'Un même choix est donné deux fois.',
  noChoice: 'Donnez au moins un choix.',
  create: 'Ajouter',
  keep: 'Enregistrer',
  cancel: 'Annuler',

  columnMenu: (column: string) => `Colonne « ${column} »`,
  sortBy: (column: string) => `Trier par ${column}`,
  sortUp: 'Trier dans l’ordre croissant',
  sortDown: 'Trier dans l’ordre décroissant',
  sortNone: 'Revenir à l’ordre du corpus',
  settings: 'Nom, type et choix…',
  remove: 'Supprimer cet attribut',
  removed: (name: string) => `L’attribut « ${name} » est supprimé avec ses valeurs.`,
  undo: 'Annuler',

  notNumber: (typed: string) => `« ${typed} » n’est pas un nombre. Exemple : 1 250,5.`,
  notDate: (typed: string) => `« ${typed} » n’est pas une date. Exemples : 12 mars 2019, 12/03/2019, mars 2019.`,
  notDay: (typed: string) => `« ${typed} » n’est pas un jour. Exemples : 12 mars 2019, 12/03/2019.`,
  notYesNo: (typed: string) => `« ${typed} » n’est ni oui ni non.`,
  notChoice: (typed: string, choices: readonly string[]) => `« ${typed} » n’est pas un des choix : ${listed(choices)}.`,
  dateExample: '12 mars 2019',
  noValue: 'Sans valeur',
  yes: 'oui',
  no: 'non',

  tables: 'Tableaux',
  tablesOf: { source: 'Attributs des sources', participant: 'Attributs des participants', case: 'Attributs des cas' },
  importTable: 'Importer un tableau…',
  exportXlsx: 'Exporter en Excel',
  exportCsv: 'Exporter en CSV',
  refusedCell: (row: string, column: string, typed: string) => `${row}, ${column} : « ${typed} »`,
  refusedCells: (n: number, named: readonly string[]) => {
    const rest = n > named.length ? ` ; et ${plural('fr', n - named.length, 'autre', 'autres')}` : '';
    return `${plural('fr', n, 'valeur ne convient pas et attend, soulignée, dans sa cellule', 'valeurs ne conviennent pas et attendent, soulignées, dans leurs cellules')}. ${named.join(' ; ')}${rest}.`;
  },
};

const en: typeof fr = {
  add: 'Attribute',
  addTitle: 'Add an attribute',
  settingsTitle: (name: string) => `Settings of “${name}”`,
  name: 'Name of the attribute',
  namePlaceholder: 'Sector, size, seniority…',
  type: 'Type',
  types: enTypes,
  typeHints: enHints,
  choices: { choice: 'Choices', ordered: 'Choices, from the least to the most' },
  choiceName: (n: number) => `Choice ${n}`,
  addChoice: 'Add a choice',
  removeChoice: (name: string) => `Remove “${name}”`,
  moveChoice: (name: string) => `Move “${name}”`,
  choicesHint: 'Enter: add · Alt + ↑ ↓: move · a pasted list gives one choice per line',
  choiceTwice: 'One choice is given twice.',
  noChoice: 'Give at least one choice.',
  create: 'Add',
  keep: 'Save',
  cancel: 'Cancel',

  columnMenu: (column: string) => `Column “${column}”`,
  sortBy: (column: string) => `Sort by ${column}`,
  sortUp: 'Sort ascending',
  sortDown: 'Sort descending',
  sortNone: 'Back to the order of the corpus',
  settings: 'Name, type and choices…',
  remove: 'Remove this attribute',
  removed: (name: string) => `The attribute “${name}” is removed with its values.`,
  undo: 'Undo',

  notNumber: (typed: string) => `“${typed}” is not a number. Example: 1,250.5.`,
  notDate: (typed: string) => `“${typed}” is not a date. Examples: 12 March 2019, 12/03/2019, March 2019.`,
  notDay: (typed: string) => `“${typed}” is not a day. Examples: 12 March 2019, 12/03/2019.`,
  notYesNo: (typed: string) => `“${typed}” is neither yes nor no.`,
  notChoice: (typed: string, choices: readonly string[]) => `“${typed}” is not one of the choices: ${listed(choices)}.`,
  dateExample: '12 March 2019',
  noValue: 'No value',
  yes: 'yes',
  no: 'no',

  tables: 'Tables',
  tablesOf: { source: 'Attributes of sources', participant: 'Attributes of participants', case: 'Attributes of cases' },
  importTable: 'Import a table…',
  exportXlsx: 'Export to Excel',
  exportCsv: 'Export to CSV',
  refusedCell: (row: string, column: string, typed: string) => `${row}, ${column}: “${typed}”`,
  refusedCells: (n: number, named: readonly string[]) => {
    const rest = n > named.length ? `; and ${plural('en', n - named.length, 'other', 'others')}` : '';
    return `${plural('en', n, 'value does not fit and waits, underlined, in its cell', 'values do not fit and wait, underlined, in their cells')}. ${named.join('; ')}${rest}.`;
  },
};

export const attributesText: Texts<typeof fr> = { fr, en };
