// Why nothing was printed by kept settings, and why a reference leads nowhere.
import type { FailureData } from '../domain/failure.ts';
import type { Texts } from './text.ts';

type Code = 'printSettings.unknown' | 'printSettings.nameTaken' | 'link.invalid' | 'link.otherProject';

export const printingFailures: Texts<Readonly<Record<Code, (data: FailureData) => string>>> = {
  fr: {
    'printSettings.unknown': () => 'Ces réglages d’impression n’existent plus.',
    'printSettings.nameTaken': (d) => `Des réglages s’appellent déjà « ${String(d.name)} ». Choisissez un autre nom.`,
    'link.invalid': () => 'Ce lien n’est pas un renvoi de Trame : rien n’a été ouvert.',
    'link.otherProject': () =>
      'Ce renvoi mène à un projet que Trame ne trouve pas sur cet ordinateur. Ouvrez ce projet, puis suivez le renvoi à nouveau.',
  },
  en: {
    'printSettings.unknown': () => 'These print settings no longer exist.',
    'printSettings.nameTaken': (d) => `Settings are already called “${String(d.name)}”. Choose another name.`,
    'link.invalid': () => 'This link is not a reference of Trame: nothing was opened.',
    'link.otherProject': () =>
      'This reference leads to a project that Trame does not find on this computer. Open that project, then follow the reference again.',
  },
};
