// What the pictures of words share: how a word is written on them, and how they are set.
import type { Language } from '../domain/project.ts';
import type { Palette } from './palette.ts';

export interface WordFigureOptions {
  readonly palette: Palette;
  readonly language: Language;
  readonly title: string;
  readonly number: (value: number) => string;
}

const ELIDED: ReadonlySet<string> = new Set('l d j t m s n c qu jusqu lorsqu puisqu quoiqu'.split(' '));

/** With its apostrophe where a word has lost its end. */
export function writtenWord(word: string): string {
  return ELIDED.has(word) ? `${word}’` : word.replaceAll("'", '’');
}
