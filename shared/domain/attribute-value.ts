// Values of typed attributes: what somebody types in French or English becomes one form that is stored, compared and shown.
import type { Attribute, AttributeType } from './corpus.ts';
import { byName, folded } from './category.ts';
import type { Language } from './project.ts';

/** What decides how a value is read. */
export type ValueKind = Pick<Attribute, 'type' | 'choices'>;

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
/** Three letters tell every English month, and every French one but June and July: « jui » is none. */
const SHORTEST_MONTH = 3;

/** The first of each list is what is shown. */
const YES: Readonly<Record<Language, readonly string[]>> = { fr: ['oui', 'o', 'vrai', 'x', '✓', '1'], en: ['yes', 'y', 'true'] };
const NO: Readonly<Record<Language, readonly string[]>> = { fr: ['non', 'n', 'faux', '0'], en: ['no', 'false'] };

const LONGEST_NUMBER = 40;
const PLAIN_NUMBER = /^([+-]?)(\d+)(?:[.,](\d+))?$/;
const SPACED_NUMBER = /^[+-]?\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?$/;
const COMMA_GROUPED = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
/** « 1,234 » is one and a bit in French, a thousand and more in English. */
const EITHER = /^[+-]?[1-9]\d{0,2},\d{3}$/;

function canonicalNumber(text: string, language: Language): string | null {
  if (text.length > LONGEST_NUMBER) return null;
  let plain = text.replace('−', '-');
  if (SPACED_NUMBER.test(plain)) plain = plain.replace(/\s/g, '');
  else if (COMMA_GROUPED.test(plain) && (language === 'en' || !EITHER.test(plain))) plain = plain.replaceAll(',', '');
  const [, sign, whole = '', fraction = ''] = PLAIN_NUMBER.exec(plain) ?? [];
  if (sign === undefined) return null;
  const digits = [whole.replace(/^0+(?=\d)/, ''), fraction.replace(/0+$/, '')].filter(Boolean).join('.');
  return sign === '-' && digits !== '0' ? `-${digits}` : digits;
}

/** 1 to 12 for a month's name in either language, whole or cut short (« févr. », "Sept"). */
function monthNamed(word: string): number | null {
  const start = folded(word.replace(/\.$/, ''));
  if (start.length < SHORTEST_MONTH) return null;
  const at = [MONTHS.fr, MONTHS.en].flatMap((names) => {
    const found = names.flatMap((name, index) => (folded(name).startsWith(start) ? [index] : []));
    return found.length === 1 ? found : [];
  });
  return at[0] === undefined ? null : at[0] + 1;
}

/** A day of the calendar, a month or a year, as ISO writes it; null where there is no such day. */
function isoDate(year: string, month: number | null, day: number | null): string | null {
  if (month === null) return year;
  if (month < 1 || month > 12) return null;
  const months = `${year}-${String(month).padStart(2, '0')}`;
  if (day === null) return months;
  const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return day >= 1 && day <= days ? `${months}-${String(day).padStart(2, '0')}` : null;
}

/**
 * Figures stand day first, as in France and in Britain: read the American way where the day happens to be over 12, one table would
 * mix both orders unseen.
 */
function canonicalDate(text: string): string | null {
  const year = '([12]\\d{3})';
  const match = (pattern: string): RegExpExecArray | null => new RegExp(`^${pattern}$`, 'iu').exec(text);
  const iso = match(`${year}(?:[-/](\\d{1,2})(?:[-/](\\d{1,2}))?)?`);
  if (iso) return isoDate(iso[1] ?? '', iso[2] === undefined ? null : Number(iso[2]), iso[3] === undefined ? null : Number(iso[3]));
  const figures = match(`(?:(\\d{1,2})[-/. ])?(\\d{1,2})[-/. ]${year}`);
  if (figures) return isoDate(figures[3] ?? '', Number(figures[2]), figures[1] === undefined ? null : Number(figures[1]));
  const dayFirst = match(`(?:(\\d{1,2})(?:er|st|nd|rd|th)?\\s+(?:of\\s+)?)?(\\p{L}+\\.?),?\\s+${year}`);
  const monthFirst = match(`(\\p{L}+\\.?)\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${year}`);
  const month = monthNamed(dayFirst?.[2] ?? monthFirst?.[1] ?? '');
  if (month === null) return null;
  const day = dayFirst ? dayFirst[1] : monthFirst?.[2];
  return isoDate((dayFirst ?? monthFirst)?.[3] ?? '', month, day === undefined ? null : Number(day));
}

function canonicalYesNo(text: string): string | null {
  const word = folded(text);
  if ([...YES.fr, ...YES.en].includes(word)) return 'yes';
  return [...NO.fr, ...NO.en].includes(word) ? 'no' : null;
}

function canonicalChoice(text: string, choices: readonly string[]): string | null {
  return choices.find((choice) => choice === text) ?? choices.find((choice) => folded(choice) === folded(text)) ?? null;
}

/**
 * The form in which a value is kept: `1234.5`; `2019`, `2019-03` or `2019-03-12`; `yes` or `no`; a choice as the attribute lists it.
 * Empty stays empty. Null for what is no value of this type.
 * @param language the project's: it decides what « 1,234 » is
 */
export function canonicalValue(text: string, { type, choices }: ValueKind, language: Language): string | null {
  const value = text.trim();
  if (value === '') return '';
  switch (type) {
    case 'text':
      return value;
    case 'number':
      return canonicalNumber(value, language);
    case 'date':
      return canonicalDate(value);
    case 'yesNo':
      return canonicalYesNo(value);
    case 'choice':
    case 'ordered':
      return canonicalChoice(value, choices);
  }
}

function shownNumber(value: string, language: Language): string {
  const [whole = '', fraction] = value.split('.');
  // a year is no « 2 019 »
  const grouped = whole.replace('-', '').length < 5 ? whole : whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, language === 'fr' ? '\u202f' : ',');
  return fraction === undefined ? grouped : `${grouped}${language === 'fr' ? ',' : '.'}${fraction}`;
}

function shownDate(value: string, language: Language): string {
  const [year = '', month, day] = value.split('-');
  if (month === undefined) return year;
  const words = `${MONTHS[language][Number(month) - 1] ?? month} ${year}`;
  if (day === undefined) return words;
  return `${day === '01' && language === 'fr' ? '1er' : Number(day)} ${words}`;
}

/** A kept value as people read it: « 12 345,5 », « 12 mars 2019 », « oui ». Typed again in this language, it is the same value. */
export function shownValue(value: string, type: AttributeType, language: Language): string {
  if (value === '') return '';
  if (type === 'number') return shownNumber(value, language);
  if (type === 'date') return shownDate(value, language);
  if (type === 'yesNo') return (value === 'yes' ? YES : NO)[language][0] ?? value;
  return value;
}

/** Orders kept values: numbers by size, dates by time, yes before no, ordered choices from the least, the rest by name. */
export function compareValues({ type, choices }: ValueKind): (a: string, b: string) => number {
  if (type === 'number') return (a, b) => Number(a) - Number(b);
  if (type === 'date') return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  if (type === 'yesNo') return (a, b) => Number(b === 'yes') - Number(a === 'yes');
  if (type === 'ordered') return (a, b) => choices.indexOf(a) - choices.indexOf(b);
  return (a, b) => byName.compare(a, b);
}

/**
 * The type that a column's values propose; empty ones say nothing. Choices are never proposed: that few values come back does not
 * say that there are no others. A code that begins with a zero (007, a postal code) is text.
 */
export function proposedType(values: readonly string[], language: Language): AttributeType {
  const given = values.map((value) => value.trim()).filter(Boolean);
  if (given.length === 0 || given.some((value) => /^0\d/.test(value) && !/\D/.test(value))) return 'text';
  const areAll = (type: AttributeType): boolean => given.every((value) => canonicalValue(value, { type, choices: [] }, language) !== null);
  return (['number', 'date', 'yesNo'] as const).find(areAll) ?? 'text';
}
