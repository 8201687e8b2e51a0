// A recorded command in words, also one that a newer Trame recorded and that this one has no words for.
import type { CommandSubject, Language } from '../domain/project.ts';
import { commandText } from './commands.ts';

const UNNAMED = { fr: 'une modification', en: 'a change' } as const;

/** « appliquer « Gouvernance » »: lower case, to stand after « Annuler : » or in a list. */
export function commandWords(language: Language, act: { readonly command: string; readonly subject: CommandSubject }): string {
  const words: Partial<Record<string, (subject: CommandSubject) => string>> = commandText[language];
  return words[act.command]?.(act.subject) ?? UNNAMED[language];
}
