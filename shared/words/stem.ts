// The stem that the forms of a word share: Snowball's own, for figures; and one for searches, where accents do not count.
import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as frenchStem } from '@orama/stemmers/french';
import type { Language } from '../domain/project.ts';
import { foldedForFinding } from './folded-text.ts';

const snowball: Readonly<Record<Language, (word: string) => string>> = { fr: frenchStem, en: englishStem };

/** Inclusive writing: « acteur·rice·s » is a form of « acteur ». */
const INCLUSIVE = /[·•‧].*$/u;

/** Snowball's stem (French: agrees with its published vocabulary), of a word in any capitals. The accents of French count. */
export function stemOf(word: string, language: Language): string {
  return snowball[language](word.normalize('NFC').toLowerCase().replace(INCLUSIVE, ''));
}

/** French endings that Snowball knows by their accent only. */
const ACCENTED_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ite(s?)$/u, 'ité$1'],
  [/ee(s?)$/u, 'ée$1'],
  [/erent$/u, 'èrent'],
];

function withAccents(folded: string): string {
  const ending = ACCENTED_ENDINGS.find(([pattern]) => pattern.test(folded));
  return ending ? folded.replace(...ending) : folded;
}

/**
 * The stem by which searches put words together, with accents or without: « ecoutee », « écoutée » and « écouter » have the same. Where an
 * accent makes a difference to Snowball, its commoner ending is meant.
 */
export function searchStemOf(word: string, language: Language): string {
  const folded = foldedForFinding(word);
  return foldedForFinding(stemOf(language === 'fr' ? withAccents(folded) : folded, language));
}
