// Why a search or a retrieval kept by name could not be kept, or is not there.
import type { FailureData } from '../domain/failure.ts';
import type { Texts } from './text.ts';

type Code = 'savedSearch.unknown' | 'savedSearch.nameTaken';

export const searchFailures: Texts<Readonly<Record<Code, (data: FailureData) => string>>> = {
  fr: {
    'savedSearch.unknown': () => 'Cette recherche enregistrée n’existe plus.',
    'savedSearch.nameTaken': (d) => `Une recherche enregistrée s’appelle déjà « ${String(d.name)} ». Choisissez un autre nom.`,
  },
  en: {
    'savedSearch.unknown': () => 'This saved search no longer exists.',
    'savedSearch.nameTaken': (d) => `A saved search is already called “${String(d.name)}”. Choose another name.`,
  },
};
