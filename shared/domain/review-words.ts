// A source as a reader outside sees it: the turns that have words, without labels and line ends, and where passages lie in them.
import type { SpeakerId, TurnId } from './ids.ts';
import type { Turn } from './source.ts';
import type { Anchor, Utf16 } from './text-offset.ts';

export interface SpokenTurn {
  readonly id: TurnId;
  readonly number: number;
  readonly speakerId: SpeakerId | null;
  /** Units of the turn's text before the words spoken. */
  readonly shift: Utf16;
  readonly words: string;
}

/** Places of turns in the list, and offsets in their words; never empty. */
export interface SpokenPlace {
  readonly startTurn: number;
  readonly startOffset: Utf16;
  readonly endTurn: number;
  readonly endOffset: Utf16;
}

/** What is said there: one turn to a line. */
export function wordsBetween(turns: readonly string[], { startTurn, startOffset, endTurn, endOffset }: SpokenPlace): string {
  return turns
    .slice(startTurn, endTurn + 1)
    .map((words, at) => words.slice(at === 0 ? startOffset : 0, startTurn + at === endTurn ? endOffset : undefined))
    .join('\n');
}

export class SpokenTurns {
  readonly list: readonly SpokenTurn[];
  readonly #turns: readonly Turn[];
  readonly #positions: ReadonlyMap<string, number>;
  /** Per turn of the source, how many turns with words come before it. */
  readonly #before: readonly number[];

  /** @param turns all of a source's, in order */
  constructor(turns: readonly Turn[]) {
    this.#turns = turns;
    this.#positions = new Map(turns.map(({ id }, at) => [id, at]));
    const list: SpokenTurn[] = [];
    this.#before = turns.map(({ id, number, text, bodyStart, bodyEnd, speakerId }) => {
      const before = list.length;
      if (number !== null && bodyEnd > bodyStart) list.push({ id, number, speakerId, shift: bodyStart, words: text.slice(bodyStart, bodyEnd) });
      return before;
    });
    this.list = list;
  }

  /** Null where nothing is said between the two: a label, an empty line, a turn that is gone. */
  place(start: Anchor, end: Anchor): SpokenPlace | null {
    const [first, last] = [this.#positions.get(start.turnId), this.#positions.get(end.turnId)];
    if (first === undefined || last === undefined) return null;
    const from = this.#startAt(first, start.offsetUtf16);
    const to = this.#endAt(last, end.offsetUtf16);
    const place = { startTurn: from.turn, startOffset: from.offset, endTurn: to.turn, endOffset: to.offset };
    const isEmpty = from.turn > to.turn || (from.turn === to.turn && from.offset >= to.offset);
    return isEmpty ? null : place;
  }

  quote(place: SpokenPlace): string {
    return wordsBetween(
      this.list.map(({ words }) => words),
      place,
    );
  }

  #startAt(position: number, offset: Utf16): { turn: number; offset: Utf16 } {
    const turn = this.#before[position] ?? 0;
    const here = this.list[turn];
    if (here?.id !== this.#turns[position]?.id) return { turn, offset: 0 };
    const inWords = Math.max(0, offset - (here?.shift ?? 0));
    return inWords < (here?.words.length ?? 0) ? { turn, offset: inWords } : { turn: turn + 1, offset: 0 };
  }

  #endAt(position: number, offset: Utf16): { turn: number; offset: Utf16 } {
    const turn = this.#before[position] ?? 0;
    const here = this.list[turn];
    const inWords = here?.id === this.#turns[position]?.id ? Math.min(here?.words.length ?? 0, offset - (here?.shift ?? 0)) : 0;
    if (inWords > 0) return { turn, offset: inWords };
    return { turn: turn - 1, offset: this.list[turn - 1]?.words.length ?? 0 };
  }
}
