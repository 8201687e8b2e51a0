// Positions in text. Inside the program an offset counts UTF-16 code units (as JavaScript, the DOM and Lexical do);
// this file alone converts, at the borders, to whole-document offsets and to the code points of other formats.
import { Refusal } from './failure.ts';
import type { TurnId } from './ids.ts';

/** A number of UTF-16 code units. */
export type Utf16 = number & { readonly unit?: 'utf16' };

/** One end of a passage: a turn and an offset in that turn's whole text, 0 … text length. */
export interface Anchor {
  readonly turnId: TurnId;
  readonly offsetUtf16: Utf16;
}

/** What is needed of a turn to place it in its document: the document's text is its turns' texts, in order, joined by nothing. */
export interface TurnExtent {
  readonly id: TurnId;
  readonly lengthUtf16: number;
}

/** True when a cut at this offset would separate the two halves of a character outside the basic plane. */
export function isInsideSurrogatePair(text: string, offset: Utf16): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Converts positions in one text between UTF-16 units and code points. Built once, then each conversion is a look-up or a search. */
export class CodePointIndex {
  readonly #text: string;
  /** UTF-16 offset of every code point and of the end; null for a text where the two counts are the same. */
  readonly #starts: readonly number[] | null;

  constructor(text: string) {
    this.#text = text;
    this.#starts = /[\ud800-\udbff]/.test(text) ? codePointStarts(text) : null;
  }

  /** How many code points the text has; half a pair that stands alone counts as one. */
  get length(): number {
    return this.#starts ? this.#starts.length - 1 : this.#text.length;
  }

  /** Undefined where the text has no such position: before its start, after its end, or between two whole numbers. */
  toUtf16(codePoints: number): Utf16 | undefined {
    if (!Number.isInteger(codePoints) || codePoints < 0 || codePoints > this.length) return undefined;
    return this.#starts ? this.#starts[codePoints] : codePoints;
  }

  /** Of an offset inside a pair, the code points up to and with that pair. */
  fromUtf16(offset: Utf16): number {
    const starts = this.#starts;
    if (!starts) return Math.min(offset, this.length);
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function codePointStarts(text: string): number[] {
  const starts: number[] = [];
  for (let unit = 0; unit < text.length; unit += isInsideSurrogatePair(text, unit + 1) ? 2 : 1) starts.push(unit);
  return [...starts, text.length];
}

/** Offset in the whole document of every turn's first unit, with the document's length as the last element. */
export function turnStarts(turns: readonly TurnExtent[]): number[] {
  const starts = [0];
  for (const turn of turns) starts.push((starts.at(-1) ?? 0) + turn.lengthUtf16);
  return starts;
}

/**
 * The turn that holds a whole-document offset. A start anchor on a border belongs to the turn that begins there,
 * an end anchor to the turn that ends there, so that a passage never reaches into a turn without covering a unit of it.
 */
export function anchorAt(turns: readonly TurnExtent[], starts: readonly number[], offset: Utf16, end: 'start' | 'end'): Anchor {
  let low = 0;
  let high = turns.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = starts[middle] ?? 0;
    if (end === 'start' ? start <= offset : start < offset) low = middle;
    else high = middle - 1;
  }
  const turn = turns[low];
  if (!turn) throw new Refusal('passage.outOfRange', { offset, length: starts.at(-1) ?? 0 });
  return { turnId: turn.id, offsetUtf16: offset - (starts[low] ?? 0) };
}

/** Refuses a range that is empty, reversed, outside the text or that cuts a character in two. */
export function assertRange(text: string, start: Utf16, end: Utf16): void {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length) {
    throw new Refusal('passage.outOfRange', { start, end, length: text.length });
  }
  if (start >= end) throw new Refusal('passage.empty', { start, end });
  for (const offset of [start, end]) {
    if (isInsideSurrogatePair(text, offset)) throw new Refusal('passage.insideSurrogatePair', { offset });
  }
}
