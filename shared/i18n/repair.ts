// Words about damaged files, who has a project open, and the state of its disk.
import type { Problem } from '../domain/project.ts';
import type { Repair } from '../domain/repair.ts';
import type { Holder, SharingStatus } from '../domain/safety.ts';
import { formatTime, formatWhen } from './date.ts';
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

type Told = Omit<Repair, 'path'>;

const MEGABYTE = 1_000_000;

const TABLES_FR: Partial<Record<string, readonly [string, string]>> = {
  turn: ['tour de parole', 'tours de parole'],
  passage: ['passage', 'passages'],
  coding: ['codage', 'codages'],
  category: ['catégorie', 'catégories'],
  memo: ['mémo', 'mémos'],
  source: ['source', 'sources'],
  cell: ['cellule de matrice', 'cellules de matrice'],
  change_log: ['entrée d’historique', 'entrées d’historique'],
  study_case: ['cas', 'cas'],
  participant: ['participant', 'participants'],
  coder: ['codeur', 'codeurs'],
};
const TABLES_EN: Partial<Record<string, readonly [string, string]>> = {
  turn: ['turn', 'turns'],
  passage: ['passage', 'passages'],
  coding: ['coding', 'codings'],
  category: ['category', 'categories'],
  memo: ['memo', 'memos'],
  source: ['source', 'sources'],
  cell: ['matrix cell', 'matrix cells'],
  change_log: ['history entry', 'history entries'],
  study_case: ['case', 'cases'],
  participant: ['participant', 'participants'],
  coder: ['coder', 'coders'],
};

type Count = 'fromHistory' | 'dropped' | 'lost';

/** « 3 codages, 2 mémos, 5 autres lignes »; empty for none. */
function counted(told: Told, count: Count, language: 'fr' | 'en'): string {
  const names = language === 'fr' ? TABLES_FR : TABLES_EN;
  const others = told.tables.filter(({ table }) => names[table] === undefined).reduce((sum, table) => sum + table[count], 0);
  const parts = told.tables.flatMap((table) => {
    const words = names[table.table];
    return words && table[count] > 0 ? [plural(language, table[count], words[0], words[1])] : [];
  });
  if (others > 0)
    parts.push(language === 'fr' ? plural('fr', others, 'autre ligne', 'autres lignes') : plural('en', others, 'other row', 'other rows'));
  return parts.join(', ');
}

const listed = (problems: readonly Problem[]): string => problems.map(({ what, where }) => `${what} (${where})`).join(', ');

const fr = {
  report: (told: Told): string[] => {
    const [back, dropped, lost] = (['fromHistory', 'dropped', 'lost'] as const).map((count) => counted(told, count, 'fr'));
    const lines = [
      back ? `Repris de l’historique du projet : ${back}.` : '',
      lost ? `Illisible dans le fichier abîmé : ${lost}.` : '',
      dropped ? `Laissé de côté, faute de ce dont il dépendait : ${dropped}.` : '',
      told.stray > 0 ? `Trouvé sans qu’on sache où le remettre : ${plural('fr', told.stray, 'ligne', 'lignes')}.` : '',
      told.unreadablePages > 0 ? `Pages illisibles : ${formatNumber('fr', told.unreadablePages)}.` : '',
      ...told.turnsGone.map(({ source, turns }) => `Dans « ${source} », il manque ${plural('fr', turns, 'tour', 'tours')}.`),
      told.problems.length > 0 ? `N’a pas pu être réparé : ${listed(told.problems)}.` : '',
    ].filter((line) => line !== '');
    return lines.length > 0 ? lines : ['Tout a été repris : rien ne manque.'];
  },
  repair: 'Réparer dans un nouveau fichier',
  repairing: 'Réparation…',
  repaired: (file: string) => `Réparé dans « ${file} »`,
  damagedStays: 'Le fichier abîmé reste comme il est.',
  openRepaired: 'Ouvrir le projet réparé',
  ways: 'Que faire ?',
  waysTitle: 'Ce projet ne s’ouvre pas',
  waysText:
    'Le plus sûr est d’ouvrir sa dernière sauvegarde. Trame peut aussi lire tout ce qui est encore lisible dans le fichier et l’écrire dans un nouveau, en disant ce qui manque.',
  noBackups: 'Trame n’a pas de sauvegarde de ce projet sur cet ordinateur.',
  openBackup: (when: string) => `Ouvrir la sauvegarde (${when})`,
  open: 'Ouvrir',
  heldTitle: 'Ce projet est déjà ouvert',
  held: ({ coder, computer, since, seen }: Holder) =>
    `${coder || 'Quelqu’un'} l’a ouvert sur ${computer} (${formatWhen('fr', since)}), et y était encore ${formatWhen('fr', seen)}.`,
  heldWhat:
    'Si vous prenez la main alors que l’autre personne y travaille, son Trame passera en lecture seule ; si le dossier est synchronisé, deux versions peuvent apparaître.',
  readOnly: 'Ouvrir en lecture seule',
  takeOver: 'Prendre la main',
  cancel: 'Annuler',
  damaged: 'Le fichier de ce projet est abîmé. Réparez-le dans un nouveau fichier, ou ouvrez une sauvegarde.',
  gone: 'Le fichier du projet n’est plus là : disque débranché, fichier déplacé ou supprimé. Ce qui était enregistré y est toujours ; remettez-le, puis rouvrez le projet.',
  full: 'Le disque est plein : plus rien ne peut être enregistré. Libérez de la place ; rien de ce qui était enregistré n’est perdu.',
  low: (bytes: number) =>
    `Il reste ${formatNumber('fr', Math.round(bytes / MEGABYTE))} Mo sur le disque du projet. Libérez de la place avant de continuer.`,
  takenBy: ({ coder, computer, since }: Holder) =>
    `${coder || 'Quelqu’un'} a pris la main sur ${computer} (${formatWhen('fr', since)}) : ce projet est maintenant en lecture seule ici. Rien de ce qui était enregistré n’est perdu.`,
  heldBy: ({ coder, computer }: Holder) => `Lecture seule : ${coder || 'quelqu’un'} travaille dans ce projet sur ${computer}.`,
  banner: 'Sécurité du projet',
  shared: ({ kind, service }: SharingStatus) =>
    `${kind === 'network' ? `Dossier réseau (${service})` : `Dossier synchronisé (${service})`} : vous travaillez sur une copie locale, que Trame y dépose entière quand vous vous arrêtez et à la fermeture.`,
  sharing: ({ service, state, publishedAt, other }: SharingStatus): string => {
    if (state === 'conflict')
      return `Quelqu’un d’autre a modifié ce projet dans ${service} pendant que vous travailliez. Les deux versions sont gardées : la vôtre s’appelle « ${other ?? ''} ». Fusionnez-les quand vous voudrez.`;
    if (state === 'failed')
      return `Votre travail n’a pas encore pu être déposé dans ${service} : il est enregistré sur cet ordinateur, et Trame réessaiera.`;
    if (state === 'waiting') return `À déposer dans ${service}`;
    return publishedAt === null ? `À jour dans ${service}` : `Déposé dans ${service} à ${formatTime('fr', publishedAt)}`;
  },
};

const en: typeof fr = {
  report: (told) => {
    const [back, dropped, lost] = (['fromHistory', 'dropped', 'lost'] as const).map((count) => counted(told, count, 'en'));
    const lines = [
      back ? `Brought back from the project’s history: ${back}.` : '',
      lost ? `Unreadable in the damaged file: ${lost}.` : '',
      dropped ? `Left out, for want of what it depends on: ${dropped}.` : '',
      told.stray > 0 ? `Found without a place to put it: ${plural('en', told.stray, 'row', 'rows')}.` : '',
      told.unreadablePages > 0 ? `Unreadable pages: ${formatNumber('en', told.unreadablePages)}.` : '',
      ...told.turnsGone.map(({ source, turns }) => `“${source}” lacks ${plural('en', turns, 'turn', 'turns')}.`),
      told.problems.length > 0 ? `Could not be repaired: ${listed(told.problems)}.` : '',
    ].filter((line) => line !== '');
    return lines.length > 0 ? lines : ['Everything was taken over: nothing is missing.'];
  },
  repair: 'Repair into a new file',
  repairing: 'Repairing…',
  repaired: (file) => `Repaired into “${file}”`,
  damagedStays: 'The damaged file stays as it is.',
  openRepaired: 'Open the repaired project',
  ways: 'What to do?',
  waysTitle: 'This project does not open',
  waysText:
    'The safest way is to open its latest backup. Trame can also read all that is still readable in the file and write it into a new one, saying what is missing.',
  noBackups: 'Trame has no backup of this project on this computer.',
  openBackup: (when) => `Open the backup (${when})`,
  open: 'Open',
  heldTitle: 'This project is already open',
  held: ({ coder, computer, since, seen }) =>
    `${coder || 'Somebody'} opened it on ${computer} (${formatWhen('en', since)}), and was still there ${formatWhen('en', seen)}.`,
  heldWhat: 'If you take over while the other person is at work, their Trame becomes read-only; in a synchronised folder, two versions may appear.',
  readOnly: 'Open read-only',
  takeOver: 'Take over',
  cancel: 'Cancel',
  damaged: 'This project’s file is damaged. Repair it into a new file, or open a backup.',
  gone: 'The project’s file is no longer there: drive unplugged, file moved or removed. What was saved is still in it; put it back, then reopen the project.',
  full: 'The disk is full: nothing more can be saved. Free some space; nothing that was saved is lost.',
  low: (bytes) => `${formatNumber('en', Math.round(bytes / MEGABYTE))} MB are left on the project’s disk. Free some space before going on.`,
  takenBy: ({ coder, computer, since }) =>
    `${coder || 'Somebody'} has taken over on ${computer} (${formatWhen('en', since)}): this project is read-only here now. Nothing that was saved is lost.`,
  heldBy: ({ coder, computer }) => `Read-only: ${coder || 'somebody'} is working in this project on ${computer}.`,
  banner: 'Safety of the project',
  shared: ({ kind, service }) =>
    `${kind === 'network' ? `Network folder (${service})` : `Synchronised folder (${service})`}: you work on a local copy, which Trame lays back there whole when you pause and when you close it.`,
  sharing: ({ service, state, publishedAt, other }) => {
    if (state === 'conflict')
      return `Somebody else changed this project in ${service} while you were working. Both versions are kept: yours is called “${other ?? ''}”. Merge them whenever you like.`;
    if (state === 'failed') return `Your work could not be laid back into ${service} yet: it is saved on this computer, and Trame will try again.`;
    if (state === 'waiting') return `To be laid back into ${service}`;
    return publishedAt === null ? `Up to date in ${service}` : `Laid back into ${service} at ${formatTime('en', publishedAt)}`;
  },
};

export const repairText: Texts<typeof fr> = { fr, en };
