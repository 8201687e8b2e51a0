// The forms of a word, roughly: endings are taken off, nothing else is changed, so that a stem is always how its words begin (which
// lets the word index look for it). Light on purpose: it puts « écoute, écouter, écoutait, écoutés » together, not every irregular verb.
import type { Language } from '../domain/project.ts';

interface Ending {
  readonly letters: string;
  /** So many must be left. */
  readonly leaves: number;
}

function endings(leaves: number, list: string): Ending[] {
  return list.split(' ').map((letters) => ({ letters, leaves }));
}

/** Of words that have lost their plural; the longest that fits is taken off. */
const ENDINGS: Readonly<Record<Language, readonly Ending[]>> = {
  fr: [
    ...endings(
      3,
      'issement issaient issante issant issait issent eraient erent erions eriez erait eront erons erez erai era aient assent ait ai ee er ez e ement ation ateur atrice',
    ),
    ...endings(4, 'ance ante ant ent iez it ir i a ale al au elle el eau euse eu ive if'),
  ],
  en: [...endings(3, 'ations ation ement ment ings ing edly ed ies ied ier ly er or y e'), ...endings(4, 'ness able ible al ion')],
};

const sorted: Readonly<Record<Language, readonly Ending[]>> = {
  fr: ENDINGS.fr.toSorted((a, b) => b.letters.length - a.letters.length),
  en: ENDINGS.en.toSorted((a, b) => b.letters.length - a.letters.length),
};

const SHORTEST_PLURAL = 4;

function withoutPlural(word: string, language: Language): string {
  if (word.length < SHORTEST_PLURAL || word.endsWith('ss')) return word;
  return word.endsWith('s') || (language === 'fr' && word.endsWith('x')) ? word.slice(0, -1) : word;
}

/** Of a word without accents and capitals. Two words of one stem count as forms of one another. */
export function lightStem(word: string, language: Language): string {
  const one = withoutPlural(word, language);
  const ending = sorted[language].find(({ letters, leaves }) => one.endsWith(letters) && one.length - letters.length >= leaves);
  return ending ? one.slice(0, one.length - ending.letters.length) : one;
}
