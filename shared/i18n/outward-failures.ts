// Why nothing could leave for another program, or come from one.
import type { FailureData } from '../domain/failure.ts';
import type { Reason } from '../statistics/undefined.ts';
import { reasonText } from './undefined.ts';
import type { Texts } from './text.ts';

type Code = 'outward.nothing' | 'elsewhere.severalProjects';

export const outwardFailures: Texts<Readonly<Record<Code, (data: FailureData) => string>>> = {
  fr: {
    'outward.nothing': ({ because }) => `Rien à mettre dans un réseau\u00a0: ${reasonText.fr[because as Reason]}`,
    'elsewhere.severalProjects': ({ names }) =>
      `Ce fichier contient plusieurs projets (${String(names)})\u00a0: dans Taguette, exportez celui qu’il vous faut (Project info > Export project), puis importez ce fichier-là.`,
  },
  en: {
    'outward.nothing': ({ because }) => `Nothing to put in a network: ${reasonText.en[because as Reason]}`,
    'elsewhere.severalProjects': ({ names }) =>
      `This file holds several projects (${String(names)}): in Taguette, export the one you need (Project info > Export project), then import that file.`,
  },
};
