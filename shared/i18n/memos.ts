// Words of the memos' screen: the list and its filters, the editor, what a memo is on.
import type { MemoTarget } from '../domain/memo.ts';
import type { Texts } from './text.ts';

const kindsFr: Record<MemoTarget, string> = {
  project: 'Projet',
  source: 'Source',
  passage: 'Passage',
  coding: 'Codage',
  category: 'Catégorie',
  case: 'Cas',
  participant: 'Participant',
  matrix: 'Matrice',
};
const kindsEn: Record<MemoTarget, string> = {
  project: 'Project',
  source: 'Source',
  passage: 'Passage',
  coding: 'Coding',
  category: 'Category',
  case: 'Case',
  participant: 'Participant',
  matrix: 'Matrix',
};

const fr = {
  memos: 'Mémos',
  memo: 'Mémo',
  newMemo: 'Nouveau mémo',
  kinds: kindsFr,
  kind: 'Sur quoi',
  allKinds: (n: number) => `Tous (${n})`,
  kindCount: (kind: string, n: number) => `${kind} (${n})`,
  filter: 'Chercher dans les mémos',
  filterPlaceholder: 'Chercher…',
  noneFound: 'Aucun mémo ne correspond.',
  emptyTitle: 'Aucun mémo pour l’instant',
  emptyText:
    'Un mémo garde une idée, un doute, une décision. Écrivez-en un sur le projet ici ; dans l’écran Codage, la touche M en écrit un sur le passage choisi ; la fiche d’une catégorie en ouvre aussi.',
  untitled: 'Sans titre',
  title: 'Titre',
  titlePlaceholder: 'Titre du mémo',
  text: 'Texte',
  textPlaceholder: 'Une idée, un doute, une décision…',
  wholeProject: 'tout le projet',
  gone: 'ce qui n’est plus dans le projet',
  quote: (words: string) => `« ${words} »`,
  by: (who: string, when: string) => `${who}, modifié ${when}`,
  byLine: (who: string, when: string) => `${who} · ${when}`,
  remove: 'Retirer le mémo',
  removed: (title: string) => `Mémo « ${title} » retiré. Ctrl+Z le fait revenir.`,
  keys: 'Enregistré de lui-même ; Ctrl+Entrée enregistre tout de suite.',
};

const en: typeof fr = {
  memos: 'Memos',
  memo: 'Memo',
  newMemo: 'New memo',
  kinds: kindsEn,
  kind: 'On what',
  allKinds: (n: number) => `All (${n})`,
  kindCount: (kind: string, n: number) => `${kind} (${n})`,
  filter: 'Search the memos',
  filterPlaceholder: 'Search…',
  noneFound: 'No memo matches.',
  emptyTitle: 'No memo yet',
  emptyText:
    'A memo keeps an idea, a doubt, a decision. Write one on the project here; on the Coding screen, the M key writes one on the chosen passage; a category’s card opens some too.',
  untitled: 'Untitled',
  title: 'Title',
  titlePlaceholder: 'Title of the memo',
  text: 'Text',
  textPlaceholder: 'An idea, a doubt, a decision…',
  wholeProject: 'the whole project',
  gone: 'what is no longer in the project',
  quote: (words: string) => `“${words}”`,
  by: (who: string, when: string) => `${who}, changed ${when}`,
  byLine: (who: string, when: string) => `${who} · ${when}`,
  remove: 'Remove the memo',
  removed: (title: string) => `Memo “${title}” removed. Ctrl+Z brings it back.`,
  keys: 'Saved by itself; Ctrl+Enter saves at once.',
};

export const memosText: Texts<typeof fr> = { fr, en };
