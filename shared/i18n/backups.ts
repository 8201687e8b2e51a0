// Words of the backups dialog.
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

const MEGABYTE = 1_000_000;

const fr = {
  open: 'Sauvegardes…',
  title: 'Sauvegardes',
  what: 'Trame en fait une à chaque ouverture et toutes les vingt minutes de travail, avant chaque import, fusion et mise à jour, et vérifie qu’elle s’ouvre avant d’en retirer une plus ancienne. Les enregistrements audio et vidéo n’y sont pas.',
  none: 'Pas encore de sauvegarde : la première se fait quelques secondes après l’ouverture.',
  make: 'Sauvegarder maintenant',
  made: 'Sauvegarde faite et vérifiée.',
  making: 'Sauvegarde…',
  failed: (why: string) => `La dernière sauvegarde n’a pas pu être faite : ${why}`,
  size: (bytes: number) => `${formatNumber('fr', Math.max(0.1, Math.round((10 * bytes) / MEGABYTE) / 10))} Mo`,
  current: 'rien n’a changé depuis',
  since: (n: number) => `${plural('fr', n, 'action', 'actions')} depuis`,
  reasons: { import: 'avant un import', merge: 'avant une fusion', update: 'avant une mise à jour de Trame', asked: 'demandée' },
  restore: 'Ouvrir cette version',
  restores: (when: string) => `Ouvrir cette version (${when})`,
  note: 'Une version ouverte est une copie à part : le projet d’aujourd’hui reste comme il est.',
  folder: (path: string) => `Dossier : ${path}`,
};

const en: typeof fr = {
  open: 'Backups…',
  title: 'Backups',
  what: 'Trame makes one at each opening and every twenty minutes of work, before each import, merge and update, and checks that it opens before an older one goes. Sound and video recordings are not in it.',
  none: 'No backup yet: the first one is made a few seconds after opening.',
  make: 'Back up now',
  made: 'Backup made and checked.',
  making: 'Backing up…',
  failed: (why) => `The last backup could not be made: ${why}`,
  size: (bytes) => `${formatNumber('en', Math.max(0.1, Math.round((10 * bytes) / MEGABYTE) / 10))} MB`,
  current: 'nothing changed since',
  since: (n) => `${plural('en', n, 'action', 'actions')} since`,
  reasons: { import: 'before an import', merge: 'before a merge', update: 'before an update of Trame', asked: 'asked for' },
  restore: 'Open this version',
  restores: (when) => `Open this version (${when})`,
  note: 'A version that is opened is a copy of its own: today’s project stays as it is.',
  folder: (path) => `Folder: ${path}`,
};

export const backupsText: Texts<typeof fr> = { fr, en };
