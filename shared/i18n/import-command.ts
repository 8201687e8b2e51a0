// What `trame import` says on the terminal besides refusals.
import type { Texts } from './text.ts';

interface Same {
  readonly file: string;
  readonly name: string;
  readonly isSkipped: boolean;
}

const fr = {
  /** The content is that of a source of the project. */
  sameAsSource: ({ file, name, isSkipped }: Same) =>
    `${file} a le même contenu que la source « ${name} »${isSkipped ? '\u00a0: il n’a pas été importé.' : '\u00a0; il a été importé quand même.'}`,
  /** The content is that of another file of this import. */
  sameAsFile: ({ file, name, isSkipped }: Same) =>
    `${file} a le même contenu que ${name}${isSkipped ? '\u00a0: il n’a pas été importé.' : '\u00a0; il a été importé quand même.'}`,
};

const en: typeof fr = {
  sameAsSource: ({ file, name, isSkipped }) =>
    `${file} has the same content as the source “${name}”${isSkipped ? ': it was not imported.' : '; it was imported all the same.'}`,
  sameAsFile: ({ file, name, isSkipped }) =>
    `${file} has the same content as ${name}${isSkipped ? ': it was not imported.' : '; it was imported all the same.'}`,
};

export const importCommandText: Texts<typeof fr> = { fr, en };
