// Words of the history screen.
import { plural } from './text.ts';
import type { Texts } from './text.ts';

const fr = {
  title: 'Historique',
  what: 'Tout ce qui a changé dans le projet, du plus récent au plus ancien. Annuler reste possible après avoir fermé le programme.',
  undo: 'Annuler',
  redo: 'Rétablir',
  undoes: (what: string) => `Annuler : ${what}`,
  redoes: (what: string) => `Rétablir : ${what}`,
  kinds: { do: '', undo: 'annulation : ', redo: 'rétablissement : ' },
  isUndone: 'annulé',
  more: 'Montrer plus loin',
  changes: (n: number) => plural('fr', n, 'action', 'actions'),
  empty: 'Rien encore',
  emptyText: 'Chaque import, chaque codage, chaque modification s’inscrira ici, avec son auteur et son heure.',
};

const en: typeof fr = {
  title: 'History',
  what: 'Everything that changed in the project, the latest first. Undo still works after closing the program.',
  undo: 'Undo',
  redo: 'Redo',
  undoes: (what: string) => `Undo: ${what}`,
  redoes: (what: string) => `Redo: ${what}`,
  kinds: { do: '', undo: 'undone: ', redo: 'redone: ' },
  isUndone: 'undone',
  more: 'Show further back',
  changes: (n: number) => plural('en', n, 'action', 'actions'),
  empty: 'Nothing yet',
  emptyText: 'Each import, coding and change will be written here, with who made it and when.',
};

export const historyText: Texts<typeof fr> = { fr, en };
