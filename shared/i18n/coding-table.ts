// Words of coding from a table: its file, its rows and what is wrong with them.
import type { TableField } from '../domain/coding-table.ts';
import { listed } from './matrix-choices.ts';
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

const fr = {
  tableTitle: 'Coder d’après un tableau',
  tableText:
    'Un tableau de n’importe quel programme (NVivo, MAXQDA, ATLAS.ti, un tableur…), une ligne par codage : le document, la citation, le code. Ou les annotations exportées de Hypothes.is. Rien n’est écrit avant que vous ayez vu ce qui serait codé.',
  chooseTable: 'Choisir un fichier…',
  createsCategories: 'Créer les catégories qui manquent',
  tableReady: (n: number) => `${plural('fr', n, 'ligne', 'lignes')} prêtes`,
  tableOneReady: '1 ligne prête',
  tableRefused: (bad: number, total: number) =>
    `${plural('fr', bad, 'ligne refusée', 'lignes refusées')} sur ${formatNumber('fr', total)} : rien ne sera codé tant qu’elles ne sont pas corrigées.`,
  tableEmpty: 'Ce tableau n’a pas de ligne.',
  newCategories: (names: readonly string[]) => `Catégories créées : ${listed('fr', names)}`,
  newCoders: (names: readonly string[]) => `Codeurs ajoutés : ${listed('fr', names)}`,
  columns: { line: 'Ligne', source: 'Source', quote: 'Citation', categories: 'Catégorie', coder: 'Codeur', problem: 'Problème' },
  tableShown: (n: number) => `Les ${formatNumber('fr', n)} premières lignes sont montrées.`,
  applyTable: (n: number) => `Coder ${plural('fr', n, 'ligne', 'lignes')}`,
  tableDone: (n: number) => `${plural('fr', n, 'codage repris', 'codages repris')} du tableau.`,
  tableNothingNew: 'Rien de nouveau : ces codages étaient déjà là.',
  undo: 'Annuler',
  back: 'Retour à la recherche',

  /** Title of the grid in which categories of other programs’ tables are made. */
  broughtGrid: 'Codages repris',
  /** What words are coded as that somebody only marked in Hypothes.is. */
  marked: 'Surligné',
  atLine: (line: number) => `ligne ${line} :`,
  hypothesis: 'Annotations Hypothes.is : les étiquettes deviennent des catégories de la grille « Hypothes.is », les notes des mémos.',
  columnsTitle: 'Colonnes',
  columnsHint: 'Dites quelle colonne contient quoi ; ce qui est reconnu est déjà proposé.',
  noColumn: 'Aucune',
  fields: {
    source: 'Source',
    quote: 'Citation',
    start: 'Début (caractère)',
    end: 'Fin (caractère)',
    category: 'Catégorie',
    coder: 'Codeur',
    memo: 'Mémo',
    weight: 'Poids',
    stance: 'Position',
    createdAt: 'Date',
  } satisfies Record<TableField, string>,
  columnExample: (name: string, example: string) => (example === '' ? name : `${name} (${example})`),
  documentsTitle: 'Documents',
  documentsHint: 'La source que désigne chaque nom du fichier.',
  documentOf: (name: string) => `Source pour « ${name} »`,
  leftOut: 'Laisser de côté',
  notFound: 'À choisir…',
  rowCount: (n: number) => plural('fr', n, 'ligne', 'lignes'),
  moreDocuments: (n: number) => `et ${plural('fr', n, 'autre document reconnu', 'autres documents reconnus')}`,
  leavesRefused: 'Laisser de côté les lignes refusées',
  refusedLeft: (bad: number, total: number) => `${plural('fr', bad, 'ligne laissée', 'lignes laissées')} de côté sur ${formatNumber('fr', total)}.`,
  bring: 'Reprendre des codages…',
};

const en: typeof fr = {
  tableTitle: 'Code from a table',
  tableText:
    'A table of any program (NVivo, MAXQDA, ATLAS.ti, a spreadsheet…), one row per coding: the document, the quote, the code. Or annotations exported from Hypothes.is. You will see what would be coded before anything is written.',
  chooseTable: 'Choose a file…',
  createsCategories: 'Make the categories that are missing',
  tableReady: (n) => `${plural('en', n, 'row', 'rows')} ready`,
  tableOneReady: '1 row ready',
  tableRefused: (bad, total) =>
    `${plural('en', bad, 'row refused', 'rows refused')} of ${formatNumber('en', total)}: nothing will be coded until they are put right.`,
  tableEmpty: 'This table has no row.',
  newCategories: (names) => `Categories made: ${listed('en', names)}`,
  newCoders: (names) => `Coders added: ${listed('en', names)}`,
  columns: { line: 'Row', source: 'Source', quote: 'Quote', categories: 'Category', coder: 'Coder', problem: 'Problem' },
  tableShown: (n) => `The first ${formatNumber('en', n)} rows are shown.`,
  applyTable: (n) => `Code ${plural('en', n, 'row', 'rows')}`,
  tableDone: (n) => `${plural('en', n, 'coding taken', 'codings taken')} from the table.`,
  tableNothingNew: 'Nothing new: these codings were there already.',
  undo: 'Undo',
  back: 'Back to the search',

  broughtGrid: 'Codings taken over',
  marked: 'Highlighted',
  atLine: (line) => `row ${line}:`,
  hypothesis: 'Annotations of Hypothes.is: tags become categories of the grid “Hypothes.is”, notes become memos.',
  columnsTitle: 'Columns',
  columnsHint: 'Say which column holds what; what is recognised is proposed already.',
  noColumn: 'None',
  fields: {
    source: 'Source',
    quote: 'Quote',
    start: 'Start (character)',
    end: 'End (character)',
    category: 'Category',
    coder: 'Coder',
    memo: 'Memo',
    weight: 'Weight',
    stance: 'Stance',
    createdAt: 'Date',
  },
  columnExample: (name, example) => (example === '' ? name : `${name} (${example})`),
  documentsTitle: 'Documents',
  documentsHint: 'The source that each name in the file means.',
  documentOf: (name) => `Source for “${name}”`,
  leftOut: 'Leave out',
  notFound: 'To be chosen…',
  rowCount: (n) => plural('en', n, 'row', 'rows'),
  moreDocuments: (n) => `and ${plural('en', n, 'other document recognised', 'other documents recognised')}`,
  leavesRefused: 'Leave out refused rows',
  refusedLeft: (bad, total) => `${plural('en', bad, 'row', 'rows')} left out of ${formatNumber('en', total)}.`,
  bring: 'Take over codings…',
};

export const codingTableText: Texts<typeof fr> = { fr, en };
