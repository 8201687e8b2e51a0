// How words are kept: one file per screen holds both languages side by side, so that a missing one does not compile.
import type { Language } from '../domain/project.ts';

/** A screen's words: a plain object of strings and of functions that make strings, once per language. */
export type Texts<T> = Readonly<Record<Language, T>>;

const FRENCH_PLURAL_FROM = 2;

/** French keeps the singular up to 1,9; English for 1 alone. */
export function noun(language: Language, count: number, one: string, many: string): string {
  const isOne = language === 'fr' ? Math.abs(count) < FRENCH_PLURAL_FROM : count === 1;
  return isOne ? one : many;
}

/** The number and its noun. */
export function plural(language: Language, count: number, one: string, many: string): string {
  return `${formatNumber(language, count)} ${noun(language, count, one, many)}`;
}

const formats = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') };

/** Thousands set apart as the language does (narrow no-break space in French). */
export function formatNumber(language: Language, value: number): string {
  return formats[language].format(value);
}

/** Between a label and what it labels. */
export const COLON: Readonly<Record<Language, string>> = { fr: '\u00a0: ', en: ': ' };

/** Between entries that may hold commas themselves; a plain space, which sheets are sorted by: paper sets it. */
export const SEMICOLON: Readonly<Record<Language, string>> = { fr: ' ; ', en: '; ' };

/** With the sign that a reader knows as minus, not a hyphen. */
export function withMinus(written: string): string {
  return written.replace('-', '−');
}

/** Always so many digits behind the point: for columns of figures. */
export function formatFixed(language: Language, value: number, digits: number): string {
  return value.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
