// How the values of typed attributes are read, shown, sorted and copied in the sheets; no React here.
import { byName } from '../../shared/domain/category.ts';
import { canonicalValue, shownValue } from '../../shared/domain/attribute-value.ts';
import type { Attribute, AttributeType, CorpusFrame } from '../../shared/domain/corpus.ts';
import type { Language } from '../../shared/domain/project.ts';
import { attributesText } from '../../shared/i18n/attributes.ts';
import type { Reading } from './sheet-model.ts';

type Kind = Pick<Attribute, 'type' | 'choices'>;

/** What was typed or pasted, as it is kept; else why it is not. */
export function readValue(typed: string, kind: Kind, language: Language): Reading {
  const value = canonicalValue(typed, kind, language);
  return value === null ? { refused: sentenceFor(typed.trim(), kind, language) } : { value };
}

function sentenceFor(typed: string, { type, choices }: Kind, language: Language): string {
  const text = attributesText[language];
  if (type === 'number') return text.notNumber(typed);
  if (type === 'date') return text.notDate(typed);
  if (type === 'yesNo') return text.notYesNo(typed);
  return text.notChoice(typed, choices);
}

/** The day of a source: unlike an attribute, never only a month or a year. */
export function readDay(typed: string, language: Language): Reading {
  const value = canonicalValue(typed, { type: 'date', choices: [] }, language);
  return value !== null && /^\d{4}-\d\d-\d\d$/.test(value) ? { value } : { refused: attributesText[language].notDay(typed.trim()) };
}

/** Numbers by size, dates by time, ordered choices from the least, the rest by name; null where there is no value. */
export function sortKeyOf(stored: string, { type, choices }: Kind): string | number | boolean | null {
  if (stored === '') return null;
  if (type === 'number') return Number(stored);
  if (type === 'yesNo') return stored === 'yes';
  if (type === 'ordered') return choices.indexOf(stored);
  return stored;
}

/** As the language's spreadsheet reads it: dates stay as they are kept, which every spreadsheet understands. */
export function copiedValue(stored: string, type: AttributeType, language: Language): string {
  if (type === 'number') return language === 'fr' ? stored.replace('.', ',') : stored;
  return type === 'yesNo' ? shownValue(stored, type, language) : stored;
}

/** What a letter says in a cell of yes or no; null for the others. */
export function answerOf(letter: string, language: Language): boolean | null {
  const value = canonicalValue(letter, { type: 'yesNo', choices: [] }, language);
  return value === null || value === '' ? null : value === 'yes';
}

/** So many different values are choices; more are words. */
const MOST_CHOICES = 50;

/** The values that an attribute has, each once, in the order of names; none when there are too many to choose from. */
export function valuesInUse({ values }: Pick<CorpusFrame, 'values'>, { id }: Pick<Attribute, 'id'>): string[] {
  const different = [...new Set(values.filter(({ attributeId }) => attributeId === id).map(({ value }) => value))];
  return different.length > MOST_CHOICES ? [] : different.sort(byName.compare);
}
