// Why nothing could leave for another program, or come from one, and why there is no backup.
import type { FailureData } from '../domain/failure.ts';
import type { Reason } from '../statistics/undefined.ts';
import { reasonText } from './undefined.ts';
import type { Texts } from './text.ts';

type Code = 'outward.nothing' | 'elsewhere.severalProjects' | 'backup.failed' | 'backup.unknown';

export const exchangeFailures: Texts<Readonly<Record<Code, (data: FailureData) => string>>> = {
  fr: {
    'outward.nothing': ({ because }) => `Rien à mettre dans un réseau\u00a0: ${reasonText.fr[because as Reason]}`,
    'elsewhere.severalProjects': ({ names }) =>
      `Ce fichier contient plusieurs projets (${String(names)})\u00a0: dans Taguette, exportez celui qu’il vous faut (Project info > Export project), puis importez ce fichier-là.`,
    'backup.failed': ({ path, message }) =>
      `La sauvegarde n’a pas pu être faite dans ${String(path)} (${String(message)}). Vérifiez la place sur le disque et les droits ; le projet lui-même n’est pas touché.`,
    'backup.unknown': () => 'Cette sauvegarde n’est plus là : elle a été remplacée par une plus récente.',
  },
  en: {
    'backup.failed': ({ path, message }) =>
      `The backup could not be made in ${String(path)} (${String(message)}). Look at the room on the disk and at the rights; the project itself is untouched.`,
    'backup.unknown': () => 'This backup is no longer there: a later one took its place.',
    'outward.nothing': ({ because }) => `Nothing to put in a network: ${reasonText.en[because as Reason]}`,
    'elsewhere.severalProjects': ({ names }) =>
      `This file holds several projects (${String(names)}): in Taguette, export the one you need (Project info > Export project), then import that file.`,
  },
};
