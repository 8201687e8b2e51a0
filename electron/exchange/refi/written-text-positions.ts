// The text of a source as it goes into a package, and where its positions are there: lines end in LF, no byte order mark.
import { CodePointIndex } from '../../../shared/domain/text-offset.ts';

/** What a position counts: code points (what most programs do), or UTF-16 units (NVivo). */
export type PositionUnit = 'codepoint' | 'utf16';

export class WrittenSourceText {
  readonly text: string;
  /** Whether the project's text has other line ends, or a mark in front. */
  readonly isChanged: boolean;
  readonly #removed: number[] = [];
  readonly #index: CodePointIndex;

  constructor(original: string) {
    const whole = original.toWellFormed();
    if (whole.startsWith('\ufeff')) this.#removed.push(0);
    for (const { index } of whole.matchAll(/\r\n/g)) this.#removed.push(index);
    this.text = whole.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
    this.isChanged = this.text !== original;
    this.#index = new CodePointIndex(this.text);
  }

  /** Whether the two ways of counting differ in it. */
  get hasWideCharacters(): boolean {
    return this.#index.length !== this.text.length;
  }

  /** An offset in the project's text → UTF-16 offset in the written one. */
  place(offset: number): number {
    let low = 0;
    let high = this.#removed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#removed[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }

  counted(place: number, unit: PositionUnit): number {
    return unit === 'utf16' ? place : this.#index.fromUtf16(place);
  }
}

/** What a selection is called: its words, on one line, at most a hundred characters of them. */
export function quoteName(text: string): string {
  const quote = text
    .slice(0, 2 * LONGEST_SCANNED)
    .replace(/\s+/gu, ' ')
    .trim();
  if (quote.length <= LONGEST_NAME) return quote;
  const [...points] = quote.slice(0, 2 * LONGEST_NAME + 2);
  return points.length > LONGEST_NAME ? `${points.slice(0, LONGEST_NAME - 1).join('')}…` : points.join('');
}

const LONGEST_NAME = 100;
const LONGEST_SCANNED = 1000;
