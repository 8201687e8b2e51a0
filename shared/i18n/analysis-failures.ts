// Sentences of the refusals of analyses, searches and links.
import type { FailureData } from '../domain/failure.ts';
import type { Texts } from './text.ts';

type Code = 'analysis.unknown' | 'analysis.nameTaken' | 'picture.undrawable';

export const analysisFailures: Texts<Record<Code, (data: FailureData) => string>> = {
  fr: {
    'analysis.unknown': () => 'Cette analyse enregistrée n’existe plus.',
    'picture.undrawable': (d) => `Cette figure ne peut pas être écrite en ${String(d.format)}. Essayez un autre format.`,
    'analysis.nameTaken': (d) => `Une analyse s’appelle déjà « ${String(d.name)} ». Choisissez un autre nom.`,
  },
  en: {
    'analysis.unknown': () => 'This saved analysis no longer exists.',
    'picture.undrawable': (d) => `This figure cannot be written as ${String(d.format)}. Try another format.`,
    'analysis.nameTaken': (d) => `An analysis is already called “${String(d.name)}”. Choose another name.`,
  },
};
