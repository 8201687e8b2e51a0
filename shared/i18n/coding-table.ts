// Words of coding from a table: its file, its rows and what is wrong with them.
import { listed } from './matrix-choices.ts';
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

const fr = {
  tableTitle: 'Coder d’après un tableau',
  tableText:
    'Une ligne par codage. Colonnes : source, quote (la citation exacte) ou start et end, category (plusieurs séparées par |) ; au besoin coder, memo, weight, stance.',
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
};

const en: typeof fr = {
  tableTitle: 'Code from a table',
  tableText:
    'One row per coding. Columns: source, quote (the exact words) or start and end, category (several set apart by |); if needed coder, memo, weight, stance.',
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
};

export const codingTableText: Texts<typeof fr> = { fr, en };
