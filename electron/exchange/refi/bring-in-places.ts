// Where another program's selections lie in the text as Trame has it: each lands somewhere, and where it may be wrong, that is said.
import type { PassageId } from '../../../shared/domain/ids.ts';
import type { RefiDoubt, RefiUncertain } from '../../../shared/domain/refi.ts';
import { isInsideSurrogatePair } from '../../../shared/domain/text-offset.ts';
import { type Counting, type PackageText, Positions, isQuote, quoteNear, quotedIn } from './position-convention.ts';

export interface Asked {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}
export interface Placed {
  readonly start: number;
  readonly end: number;
  readonly why: RefiDoubt | null;
}

const MOST_LISTED = 1000;
const SHOWN = 80;
const SHORTEST_QUOTE = 3;

export class Places {
  /** Of each, the passage is told when it is written. */
  readonly uncertain: (Omit<RefiUncertain, 'passageId'> & { passageId: PassageId | null })[] = [];
  more = 0;
  readonly #source: string;
  readonly #text: string;
  readonly #positions: Positions;
  readonly #includesEnd: boolean;

  constructor(source: string, text: PackageText, counting: Counting) {
    this.#source = source;
    this.#text = text.text;
    this.#positions = new Positions(text, counting);
    this.#includesEnd = counting.includesEnd;
  }

  /** Never empty, never outside: a text that has selections has at least a character. */
  place(asked: Asked): Placed {
    const placed = this.#corrected(asked, this.#counted(asked));
    if (placed.why === null) return placed;
    const { start, end, why } = placed;
    if (this.uncertain.length < MOST_LISTED)
      this.uncertain.push({ passageId: null, source: this.#source, start, end, quote: this.#text.slice(start, Math.min(end, start + SHOWN)), why });
    else this.more += 1;
    return placed;
  }

  #counted({ start, end }: Asked): Placed {
    const length = this.#text.length;
    if (Number.isNaN(start) || Number.isNaN(end)) return { start: 0, end: length, why: 'notNumber' };
    const [low, high] = start <= end ? [start, end] : [end, start];
    const [from, to] = [this.#positions.at(low), this.#positions.at(high + (this.#includesEnd ? 1 : 0))];
    const inside = { start: from ?? (low < 0 ? 0 : length), end: to ?? (high < 0 ? 0 : length) };
    const why = from === undefined || to === undefined ? 'outside' : start > end ? 'reversed' : null;
    return this.#whole({ ...inside, why });
  }

  /** At least a character, and no character cut in two. */
  #whole({ start, end, why }: Placed): Placed {
    const [from, to] = [isInsideSurrogatePair(this.#text, start) ? start - 1 : start, isInsideSurrogatePair(this.#text, end) ? end + 1 : end];
    const cut = from !== start || to !== end ? 'halfCharacter' : null;
    if (from < to) return { start: from, end: to, why: why ?? cut };
    const at = Math.min(from, this.#text.length - 1);
    const first = isInsideSurrogatePair(this.#text, at) ? at - 1 : at;
    const last = isInsideSurrogatePair(this.#text, first + 1) ? first + 2 : first + 1;
    return { start: first, end: last, why: why ?? 'empty' };
  }

  /** The words that the selection quotes say where it belongs, if they stand close by. */
  #corrected({ name }: Asked, placed: Placed): Placed {
    const quote = quotedIn(name);
    if (quote.length < SHORTEST_QUOTE || placed.why === 'empty' || isQuote(this.#text, placed.start, placed.end, quote)) return placed;
    const near = quoteNear(this.#text, placed.start, placed.end - placed.start, quote);
    if (!near) return { ...placed, why: placed.why ?? 'quoteNotFound' };
    return this.#whole({ ...near, why: 'quoteElsewhere' });
  }
}
