// Words of the import of a table of attributes: what it describes, what it brings.
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

const fr = {
  title: 'Importer un tableau d’attributs',
  size: (rows: number, columns: number) => `${plural('fr', rows, 'ligne', 'lignes')}, ${plural('fr', columns, 'colonne', 'colonnes')}`,
  describes: 'Une ligne décrit',
  scopes: { case: 'un cas', source: 'une source', participant: 'un participant' },
  nameColumn: { case: 'Colonne du cas', source: 'Colonne de la source', participant: 'Colonne du participant' },
  sourceColumn: 'Colonne de la source',
  noSource: 'aucune : le nom suffit',
  matched: (n: number, rows: number) => `${plural('fr', n, 'ligne reconnue', 'lignes reconnues')} sur ${formatNumber('fr', rows)}`,
  noneMatched: 'Aucune ligne n’est reconnue. Choisissez ce que décrit une ligne et la colonne qui le nomme.',
  unmatched: (n: number) => `${plural('fr', n, 'ligne restera', 'lignes resteront')} de côté`,
  unmatchedRow: (line: number, name: string, because: 'unknown' | 'ambiguous') => {
    const shown = name === '' ? 'sans nom' : `« ${name} »`;
    return `ligne ${formatNumber('fr', line)} : ${shown}${because === 'unknown' ? '' : ', plusieurs portent ce nom'}`;
  },
  andMore: (n: number) => `et ${plural('fr', n, 'autre', 'autres')}`,
  attributes: 'Colonnes à reprendre',
  take: (column: string) => `Reprendre « ${column} »`,
  attributeName: (column: string) => `Nom de l’attribut pour « ${column} »`,
  attributeType: (column: string) => `Type de l’attribut pour « ${column} »`,
  known: 'existe déjà',
  filled: (n: number) => plural('fr', n, 'valeur', 'valeurs'),
  nameTwice: 'Deux colonnes iraient dans le même attribut.',
  emptyCells: 'Une cellule vide du tableau n’efface rien.',
  reading: 'Lecture du tableau…',
  cancel: 'Annuler',
  bring: (attributes: number, rows: number) =>
    `Reprendre ${plural('fr', attributes, 'attribut', 'attributs')} (${plural('fr', rows, 'ligne', 'lignes')})`,
  fileTitle: { case: 'Attributs des cas', source: 'Attributs des sources', participant: 'Attributs des participants' },
  invalid: (n: number) =>
    `${plural('fr', n, 'valeur n’est pas du type de son attribut et restera', 'valeurs ne sont pas du type de leur attribut et resteront')} de côté`,
  invalidValue: (line: number, column: string, value: string) => `ligne ${formatNumber('fr', line)}, ${column} : « ${value} »`,
  brought: (rows: number, invalid: number) =>
    [
      `Attributs repris pour ${plural('fr', rows, 'ligne', 'lignes')} du tableau.`,
      ...(invalid > 0 ? [`${plural('fr', invalid, 'valeur est restée', 'valeurs sont restées')} de côté.`] : []),
    ].join(' '),
  undo: 'Annuler',
};

const en: typeof fr = {
  title: 'Import a table of attributes',
  size: (rows: number, columns: number) => `${plural('en', rows, 'row', 'rows')}, ${plural('en', columns, 'column', 'columns')}`,
  describes: 'A row describes',
  scopes: { case: 'a case', source: 'a source', participant: 'a participant' },
  nameColumn: { case: 'Column of the case', source: 'Column of the source', participant: 'Column of the participant' },
  sourceColumn: 'Column of the source',
  noSource: 'none: the name is enough',
  matched: (n: number, rows: number) => `${plural('en', n, 'row', 'rows')} recognised out of ${formatNumber('en', rows)}`,
  noneMatched: 'No row is recognised. Choose what a row describes and the column that names it.',
  unmatched: (n: number) => `${plural('en', n, 'row', 'rows')} will be left out`,
  unmatchedRow: (line: number, name: string, because: 'unknown' | 'ambiguous') => {
    const shown = name === '' ? 'no name' : `“${name}”`;
    return `row ${formatNumber('en', line)}: ${shown}${because === 'unknown' ? '' : ', several have this name'}`;
  },
  andMore: (n: number) => `and ${plural('en', n, 'more', 'more')}`,
  attributes: 'Columns to bring in',
  take: (column: string) => `Bring in “${column}”`,
  attributeName: (column: string) => `Name of the attribute for “${column}”`,
  attributeType: (column: string) => `Type of the attribute for “${column}”`,
  known: 'exists already',
  filled: (n: number) => plural('en', n, 'value', 'values'),
  nameTwice: 'Two columns would go into the same attribute.',
  emptyCells: 'An empty cell of the table removes nothing.',
  reading: 'Reading the table…',
  cancel: 'Cancel',
  bring: (attributes: number, rows: number) =>
    `Bring in ${plural('en', attributes, 'attribute', 'attributes')} (${plural('en', rows, 'row', 'rows')})`,
  fileTitle: { case: 'Attributes of cases', source: 'Attributes of sources', participant: 'Attributes of participants' },
  invalid: (n: number) =>
    `${plural('en', n, 'value is not of the type of its attribute and will be', 'values are not of the type of their attribute and will be')} left out`,
  invalidValue: (line: number, column: string, value: string) => `row ${formatNumber('en', line)}, ${column}: “${value}”`,
  brought: (rows: number, invalid: number) =>
    [
      `Attributes brought in for ${plural('en', rows, 'row', 'rows')} of the table.`,
      ...(invalid > 0 ? [`${plural('en', invalid, 'value was', 'values were')} left out.`] : []),
    ].join(' '),
  undo: 'Undo',
};

export const attributeTableText: Texts<typeof fr> = { fr, en };
