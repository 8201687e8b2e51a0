// Names in a text, whichever way they are written (capitals, accents, hyphens, kinds of spaces and apostrophes), and what puts other names in
// their place: « d’Alice » becomes « de Claire », « de Sophie » becomes « d’Alice ».
import { FoldedText } from './folded-text.ts';

/** One way in which somebody or something is called, and what stands there instead. */
export interface NameForm {
  readonly form: string;
  readonly replacement: string;
  /** Only with the capitals that the form has: for names that are words too (Rose, Pierre). */
  readonly keepsCapitals: boolean;
}

/** `text.slice(start, end)` is `form`. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly form: NameForm;
}

/** Of one text: in order, without overlaps. `form` is null for the article or preposition before a name. */
export interface NameEdit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
  readonly form: NameForm | null;
}

/** What is never a name, whatever letters it has: identifiers, hashes, colours. */
const NO_NAME = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{64}\b|#[0-9a-f]{6}\b/giu;
const APART = /[\s‐‑-]+/u;

const escaped = (words: string): string => words.replace(/[$()*+./?[\\\]^{|}]/gu, String.raw`\$&`);
const joined = (folded: string): string => folded.split(APART).filter(Boolean).join(' ');

/** Two letters, or two digits, never come apart; a letter and a digit do. */
function edge(sign: string | undefined, side: '<' | ''): string {
  if (sign !== undefined && /\p{L}/u.test(sign)) return `(?${side}!\\p{L})`;
  return sign !== undefined && /\p{N}/u.test(sign) ? `(?${side}!\\p{N})` : '';
}

class FormsFinder {
  readonly #forms = new Map<string, NameForm>();
  readonly #pattern: RegExp | null;
  readonly #folding: { readonly keepsCapitals: boolean };

  constructor(forms: readonly NameForm[], keepsCapitals: boolean) {
    this.#folding = { keepsCapitals };
    for (const form of forms) {
      const key = joined(new FoldedText(form.form, this.#folding).text.trim());
      if (key !== '' && !this.#forms.has(key)) this.#forms.set(key, form);
    }
    const longestFirst = [...this.#forms.keys()].sort((a, b) => b.length - a.length);
    const alternatives = longestFirst.map((key) => {
      const letters = [...key];
      return `${edge(letters[0], '<')}${key.split(' ').map(escaped).join(String.raw`[\s-]+`)}${edge(letters.at(-1), '')}`;
    });
    this.#pattern = alternatives.length === 0 ? null : new RegExp(alternatives.join('|'), 'gu');
  }

  find(text: string): FoundName[] {
    if (!this.#pattern) return [];
    const folded = new FoldedText(text, this.#folding);
    return [...folded.text.matchAll(this.#pattern)].flatMap((match) => {
      const form = this.#forms.get(joined(match[0]));
      return form ? [{ ...folded.original(match.index, match.index + match[0].length), form }] : [];
    });
  }
}

const VOWEL = /^[aeiouàâäéèêëîïôöùûüœæ]/iu;
const startsWithVowel = (words: string): boolean => VOWEL.test(words) || /^y(?![aeiou])/iu.test(words);
const startsWithLetter = (words: string): boolean => /^\p{L}/u.test(words);
const ELIDED = /(?<!\p{L})(?:d|qu|jusqu|lorsqu|puisqu)['’]$/iu;
const WHOLE = /(?<!\p{L})(?:de|que|jusque|lorsque|puisque)[  ]$/iu;
/** Longer than « lorsque » and what must stand before it. */
const LOOK_BACK = 10;

/** « SOPHIE » becomes « CLAIRE ». */
function inTheCaseOf(original: string, { form, replacement }: NameForm): string {
  const isShouted = original.length > 1 && original === original.toUpperCase() && original !== original.toLowerCase() && form !== form.toUpperCase();
  return isShouted ? replacement.toUpperCase() : replacement;
}

export class NameFinder {
  readonly #finders: readonly FormsFinder[];

  constructor(forms: readonly NameForm[]) {
    this.#finders = [true, false].map(
      (keepsCapitals) =>
        new FormsFinder(
          forms.filter((form) => form.keepsCapitals === keepsCapitals),
          keepsCapitals,
        ),
    );
  }

  /** In order; where two overlap, the one that begins first, and of these the longer one. */
  find(text: string): FoundName[] {
    const all = this.#finders.flatMap((finder) => finder.find(text));
    if (all.length === 0) return all;
    const barred = [...text.matchAll(NO_NAME)].map((match) => [match.index, match.index + match[0].length] as const);
    const found: FoundName[] = [];
    for (const name of all.sort((a, b) => a.start - b.start || b.end - a.end)) {
      const isFree = name.start >= (found.at(-1)?.end ?? 0) && !barred.some(([start, end]) => name.start < end && name.end > start);
      if (isFree) found.push(name);
    }
    return found;
  }

  edits(text: string): NameEdit[] {
    const edits: NameEdit[] = [];
    let free = 0;
    for (const { start, end, form } of this.find(text)) {
      const original = text.slice(start, end);
      const inserted = inTheCaseOf(original, form);
      const before = text.slice(Math.max(free, start - LOOK_BACK), start);
      if (ELIDED.test(before) && startsWithLetter(inserted) && !startsWithVowel(inserted))
        edits.push({ at: start - 1, removed: 1, inserted: 'e ', form: null });
      else if (WHOLE.test(before) && startsWithVowel(inserted) && !startsWithVowel(original))
        edits.push({ at: start - 2, removed: 2, inserted: '’', form: null });
      edits.push({ at: start, removed: end - start, inserted, form });
      free = end;
    }
    return edits;
  }

  replaced(text: string): string {
    return withEdits(text, this.edits(text));
  }
}

export function withEdits(text: string, edits: readonly Pick<NameEdit, 'at' | 'removed' | 'inserted'>[]): string {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let from = 0;
  for (const { at, removed, inserted } of edits) {
    pieces.push(text.slice(from, at), inserted);
    from = at + removed;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

/** Where a place of the text is after the edits; what begins or ends inside a name begins or ends with all of it. */
export function placeAfter(place: number, edits: readonly Pick<NameEdit, 'at' | 'removed' | 'inserted'>[], end: 'start' | 'end'): number {
  let shift = 0;
  for (const { at, removed, inserted } of edits) {
    if (place <= at) break;
    if (place < at + removed) return at + shift + (end === 'end' ? inserted.length : 0);
    shift += inserted.length - removed;
  }
  return place + shift;
}
