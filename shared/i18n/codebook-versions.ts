// Words of the kept states of a grid: the list, what changed between two, bringing one back.
import type { ComparedFact } from '../domain/grid-version.ts';
import { plural } from './text.ts';
import type { Texts } from './text.ts';

const factsFr: Record<ComparedFact, string> = { color: 'couleur', origin: 'origine', stage: 'étape', status: 'statut', scale: 'échelle de poids' };
const factsEn: Record<ComparedFact, string> = { color: 'colour', origin: 'origin', stage: 'stage', status: 'status', scale: 'scale of weights' };

const fr = {
  setAsideName: 'Retirées',
  versions: 'Versions',
  versionsOf: (title: string) => `Versions de « ${title} »`,
  keep: 'Garder cette version…',
  keepAction: 'Garder',
  reason: 'Pourquoi maintenant ?',
  reasonPlaceholder: 'Après le codage des six premiers entretiens',
  none: 'Aucune version gardée. Gardez-en une avant de remanier la grille : vous pourrez comparer, et revenir.',
  version: (n: number) => `Version ${n}`,
  now: 'Grille actuelle',
  noReason: 'Sans raison notée',
  by: (name: string, date: string, categories: number) => `${name}, ${date} · ${plural('fr', categories, 'catégorie', 'catégories')}`,
  compare: 'Comparer',
  from: 'De',
  to: 'À',
  same: 'Ces deux états sont les mêmes.',
  summary: (added: number, removed: number, changed: number, unchanged: number) =>
    `${plural('fr', added, 'ajoutée', 'ajoutées')}, ${plural('fr', removed, 'retirée', 'retirées')}, ${plural('fr', changed, 'modifiée', 'modifiées')}, ${plural('fr', unchanged, 'inchangée', 'inchangées')}`,
  added: 'Ajoutées',
  removed: 'Retirées',
  changed: 'Modifiées',
  renamed: (former: string) => `s’appelait « ${former} »`,
  moved: (from: string, to: string) => `déplacée de « ${from} » vers « ${to} »`,
  top: 'haut de la grille',
  facts: factsFr,
  places: 'autres places',
  otherwise: (what: string) => `Change aussi : ${what}`,
  inserted: 'ajouté',
  deleted: 'retiré',
  restore: 'Revenir à cette version…',
  restoreTitle: (n: number) => `Revenir à la version ${n} ?`,
  restoreText: (back: number, changed: number, going: number) =>
    [
      back > 0 ? `${plural('fr', back, 'catégorie revient, sans ses anciens codages', 'catégories reviennent, sans leurs anciens codages')}.` : '',
      changed > 0
        ? `${plural('fr', changed, 'catégorie reprend sa place, son nom ou ses textes', 'catégories reprennent leur place, leur nom ou leurs textes')} d’alors.`
        : '',
      going > 0 ? `${plural('fr', going, 'catégorie faite depuis, et vide, disparaît', 'catégories faites depuis, et vides, disparaissent')}.` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  restoreAside: (names: readonly string[]) =>
    `${plural('fr', names.length, 'catégorie faite depuis porte', 'catégories faites depuis portent')} des codages ou des écrits : ${names.length > 1 ? 'elles restent' : 'elle reste'}, sous « Retirées » (${names.join(', ')}). Aucun codage n’est perdu.`,
  restoreNothing: 'La grille est déjà comme dans cette version.',
  restoreAction: 'Revenir à cette version',
  restored: (n: number) => `La grille est revenue à sa version ${n}. Ctrl+Z annule.`,
  remove: (n: number) => `Supprimer la version ${n}`,
  kept: (n: number) => `Version ${n} gardée.`,
  cancel: 'Annuler',
  back: 'Retour à la fiche',
};

const en: typeof fr = {
  setAsideName: 'Retired',
  versions: 'Versions',
  versionsOf: (title: string) => `Versions of “${title}”`,
  keep: 'Keep this version…',
  keepAction: 'Keep',
  reason: 'Why now?',
  reasonPlaceholder: 'After coding the first six interviews',
  none: 'No version is kept. Keep one before reworking the grid: you can then compare, and go back.',
  version: (n: number) => `Version ${n}`,
  now: 'Grid as it is now',
  noReason: 'No reason noted',
  by: (name: string, date: string, categories: number) => `${name}, ${date} · ${plural('en', categories, 'category', 'categories')}`,
  compare: 'Compare',
  from: 'From',
  to: 'To',
  same: 'These two states are the same.',
  summary: (added: number, removed: number, changed: number, unchanged: number) =>
    `${added} added, ${removed} removed, ${changed} changed, ${unchanged} unchanged`,
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  renamed: (former: string) => `was called “${former}”`,
  moved: (from: string, to: string) => `moved from “${from}” to “${to}”`,
  top: 'top of the grid',
  facts: factsEn,
  places: 'other places',
  otherwise: (what: string) => `Also changed: ${what}`,
  inserted: 'inserted',
  deleted: 'deleted',
  restore: 'Go back to this version…',
  restoreTitle: (n: number) => `Go back to version ${n}?`,
  restoreText: (back: number, changed: number, going: number) =>
    [
      back > 0 ? `${plural('en', back, 'category comes', 'categories come')} back, without former codings.` : '',
      changed > 0 ? `${plural('en', changed, 'category takes', 'categories take')} the place, name or texts of then.` : '',
      going > 0 ? `${plural('en', going, 'category made since, and empty, disappears', 'categories made since, and empty, disappear')}.` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  restoreAside: (names: readonly string[]) =>
    `${plural('en', names.length, 'category made since carries', 'categories made since carry')} codings or writing: kept under “Retired” (${names.join(', ')}). No coding is lost.`,
  restoreNothing: 'The grid is already as it was in this version.',
  restoreAction: 'Go back to this version',
  restored: (n: number) => `The grid is back to version ${n}. Ctrl+Z undoes this.`,
  remove: (n: number) => `Remove version ${n}`,
  kept: (n: number) => `Version ${n} is kept.`,
  cancel: 'Cancel',
  back: 'Back to the card',
};

export const codebookVersionsText: Texts<typeof fr> = { fr, en };
