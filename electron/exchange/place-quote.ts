// Where words quoted elsewhere stand in a text: exactly, or but for white space and typographic signs; the words around them tell equal places apart.
import type { Utf16 } from '../../shared/domain/text-offset.ts';

export interface QuoteContext {
  /** Words just before and after it, as far as the other program kept them. */
  readonly prefix: string;
  readonly suffix: string;
}

export interface QuotePlace {
  readonly start: Utf16;
  readonly end: Utf16;
}

const SIGNS: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '\u2011': '-',
};
const UNSEEN = /[\s\u00ad\u200b\ufeff]/u;
const LETTER = /[\p{L}\p{N}]/u;

/** A text without white space, signs by one form each; `at[i]` is where its i-th unit stands. */
interface Pressed {
  readonly text: string;
  readonly at: readonly Utf16[];
}

function pressed(text: string): Pressed {
  const pieces: string[] = [];
  const at: Utf16[] = [];
  for (let unit = 0; unit < text.length; unit += 1) {
    const character = text[unit] ?? '';
    if (UNSEEN.test(character)) continue;
    const plain = character === '…' ? '...' : (SIGNS[character] ?? character);
    for (let part = 0; part < plain.length; part += 1) at.push(unit);
    pieces.push(plain);
  }
  return { text: pieces.join(''), at };
}

function* occurrences(text: string, words: string): Generator<number> {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at;
}

/** Finds quotes in one text; what the text must be turned into for that is made once, when it is first needed. */
export class QuoteFinder {
  readonly #text: string;
  #pressed: Pressed | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** Every place that the quote may be, the best ones where the words around it tell. */
  find(quote: string, context?: QuoteContext): QuotePlace[] {
    const exact = quote === '' ? [] : [...occurrences(this.#text, quote)].map((start) => ({ start, end: start + quote.length }));
    const places = exact.length > 0 ? exact : this.#loosely(quote);
    return context && places.length > 1 ? this.#nearest(places, context) : places;
  }

  #loosely(quote: string): QuotePlace[] {
    const wanted = pressed(quote.normalize('NFC')).text;
    if (wanted === '') return [];
    this.#pressed ??= pressed(this.#text);
    const { text, at } = this.#pressed;
    const places = [...occurrences(text, wanted)].map((from) => ({ start: at[from] ?? 0, end: (at[from + wanted.length - 1] ?? 0) + 1 }));
    return places.filter(({ start, end }) => this.#isBorder(start) && this.#isBorder(end));
  }

  /** No word goes on there. */
  #isBorder(offset: Utf16): boolean {
    return !(LETTER.test(this.#text[offset - 1] ?? '') && LETTER.test(this.#text[offset] ?? ''));
  }

  #nearest(places: readonly QuotePlace[], { prefix, suffix }: QuoteContext): QuotePlace[] {
    const before = pressed(prefix).text;
    const after = pressed(suffix).text;
    const scores = places.map(({ start, end }) => {
      const [left, right] = [
        pressed(this.#text.slice(Math.max(0, start - 2 * prefix.length - 20), start)),
        pressed(this.#text.slice(end, end + 2 * suffix.length + 20)),
      ];
      return alike(reversed(left.text), reversed(before)) + alike(right.text, after);
    });
    const best = Math.max(...scores);
    return places.filter((_, index) => scores[index] === best);
  }
}

const reversed = (text: string): string => [...text].toReversed().join('');

/** How many units two texts have in common from their beginning on. */
function alike(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}
