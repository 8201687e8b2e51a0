// Why nothing was printed by kept settings, and why a reference leads nowhere.
import type { FailureData } from '../domain/failure.ts';
import { formatNumber } from './text.ts';
import type { Texts } from './text.ts';

const whole = { fr: (n: unknown) => formatNumber('fr', Number(n)), en: (n: unknown) => formatNumber('en', Number(n)) };

type Code =
  | 'printSettings.unknown'
  | 'printSettings.nameTaken'
  | 'print.tooWide'
  | 'print.tooLong'
  | 'print.tooLarge'
  | 'link.invalid'
  | 'link.otherProject';

export const printingFailures: Texts<Readonly<Record<Code, (data: FailureData) => string>>> = {
  fr: {
    'printSettings.unknown': () => 'Ces réglages d’impression n’existent plus.',
    'printSettings.nameTaken': (d) => `Des réglages s’appellent déjà « ${String(d.name)} ». Choisissez un autre nom.`,
    'print.tooWide': (d) =>
      `Un classeur a ${whole.fr(d.most)} colonnes au plus, et ce tableau en a ${whole.fr(d.columns)}. Échangez lignes et colonnes, choisissez moins de colonnes, ou écrivez un csv.`,
    'print.tooLong': (d) =>
      `Un classeur a ${whole.fr(d.most)} lignes au plus, et ce tableau en demande davantage. Filtrez-le, montrez moins de verbatims, ou écrivez un csv.`,
    'print.tooLarge': () =>
      'Cette pièce est trop grande pour être mise en page d’un seul tenant : rien n’a été écrit. Filtrez-la ou choisissez moins de lignes et de colonnes ; Word (docx) et le web (html) en supportent davantage que le pdf.',
    'link.invalid': () => 'Ce lien n’est pas un renvoi de Trame : rien n’a été ouvert.',
    'link.otherProject': () =>
      'Ce renvoi mène à un projet que Trame ne trouve pas sur cet ordinateur. Ouvrez ce projet, puis suivez le renvoi à nouveau.',
  },
  en: {
    'printSettings.unknown': () => 'These print settings no longer exist.',
    'printSettings.nameTaken': (d) => `Settings are already called “${String(d.name)}”. Choose another name.`,
    'print.tooWide': (d) =>
      `A workbook has ${whole.en(d.most)} columns at most, and this table has ${whole.en(d.columns)}. Transpose it, choose fewer columns, or write a csv.`,
    'print.tooLong': (d) =>
      `A workbook has ${whole.en(d.most)} rows at most, and this table needs more. Filter it, show fewer verbatims, or write a csv.`,
    'print.tooLarge': () =>
      'This piece is too large to be laid out as one: nothing was written. Filter it or choose fewer rows and columns; Word (docx) and the web (html) bear more than pdf does.',
    'link.invalid': () => 'This link is not a reference of Trame: nothing was opened.',
    'link.otherProject': () =>
      'This reference leads to a project that Trame does not find on this computer. Open that project, then follow the reference again.',
  },
};
