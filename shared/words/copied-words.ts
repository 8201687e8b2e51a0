// Words of a text that were copied from others: so many in a row, whatever their capitals, accents and punctuation.
import { foldedForFinding } from './folded-text.ts';

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{Mn}]+/gu)].map((match) => ({
    folded: foldedForFinding(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export class CopiedWords {
  readonly #runs = new Set<string>();
  readonly #length: number;

  /** `length` words in a row are a copy. */
  constructor(length: number) {
    this.#length = length;
  }

  add(text: string): void {
    const words = wordsOf(text);
    for (let at = 0; at + this.#length <= words.length; at += 1) this.#runs.add(this.#runAt(words, at));
  }

  #runAt(words: readonly Word[], at: number): string {
    return words
      .slice(at, at + this.#length)
      .map(({ folded }) => folded)
      .join(' ');
  }

  /** The stretches that were copied, in order. */
  find(text: string): { start: number; end: number }[] {
    const found: { start: number; end: number }[] = [];
    if (this.#runs.size === 0 || text.length < 2 * this.#length) return found;
    const words = wordsOf(text);
    for (let at = 0; at + this.#length <= words.length; at += 1) {
      if (!this.#runs.has(this.#runAt(words, at))) continue;
      const [start, end] = [words[at]?.start ?? 0, words[at + this.#length - 1]?.end ?? 0];
      const last = found.at(-1);
      if (last && start <= last.end) last.end = end;
      else found.push({ start, end });
    }
    return found;
  }

  /** The text with `instead` in the place of every stretch that was copied. */
  without(text: string, instead: string): string {
    return this.find(text).reduceRight((left, { start, end }) => left.slice(0, start) + instead + left.slice(end), text);
  }
}
