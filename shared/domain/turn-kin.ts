// Which turns of two versions of a text are versions of one another, told by the words that both have.
import type { TurnText } from './text-rewrite.ts';

export type AlignedText = Omit<TurnText, 'id'>;

/** One word of a text; offsets count in the turns' texts joined by nothing. */
export interface PlacedWord {
  readonly start: number;
  readonly end: number;
  /** Index of its turn. */
  readonly turn: number;
  /** The word without accents and capitals, by which two are compared. */
  readonly key: string;
}

/** Places of one word in both lists of words. Pairs rise in both. */
export type WordPair = readonly [before: number, after: number];

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

export function keyOfWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words spoken in the turns. */
export function placedWords(turns: readonly AlignedText[]): PlacedWord[] {
  const words: PlacedWord[] = [];
  let start = 0;
  turns.forEach(({ text, bodyStart, bodyEnd }, turn) => {
    for (const found of text.slice(bodyStart, bodyEnd).matchAll(WORD)) {
      const at = start + bodyStart + found.index;
      words.push({ start: at, end: at + found[0].length, turn, key: keyOfWord(found[0]) });
    }
    start += text.length;
  });
  return words;
}

/** Two turns that may be one, and how many letters of their words stand in both, in the same order. */
export interface Kin {
  readonly before: number;
  readonly after: number;
  letters: number;
  /** Letters of words that stand next to each other in both: what tells a sentence from words that every sentence has. */
  inRow: number;
}

const ENOUGH_LETTERS = 12;
const MANY_LETTERS = 40;
const NEAR = 2;

export function lettersByTurn(words: readonly PlacedWord[], turns: number): number[] {
  const letters = Array.from({ length: turns }, () => 0);
  for (const { turn, key } of words) letters[turn] = (letters[turn] ?? 0) + key.length;
  return letters;
}

/** The turns that share words, in order. */
export function kinsOf(before: readonly PlacedWord[], after: readonly PlacedWord[], pairs: readonly WordPair[]): Kin[] {
  const kins: Kin[] = [];
  let run = 0;
  pairs.forEach(([b, a], index) => {
    const [word, other] = [before[b], after[a]];
    if (!word || !other) return;
    let kin = kins.at(-1);
    if (kin?.before !== word.turn || kin.after !== other.turn) {
      kin = { before: word.turn, after: other.turn, letters: 0, inRow: 0 };
      kins.push(kin);
      run = 0;
    }
    const [lastB, lastA] = pairs[index - 1] ?? [];
    const follows = run > 0 && lastB === b - 1 && lastA === a - 1;
    kin.letters += word.key.length;
    if (follows) kin.inRow += word.key.length + (run === 1 ? (before[b - 1]?.key.length ?? 0) : 0);
    run = follows ? run + 1 : 1;
  });
  return kins;
}

/**
 * Which of them are believed. Any two conversations share words; two versions of one turn share most of the shorter one's in a row.
 * Short ones (« Oui. ») are believed beside others that are, or where both texts begin or end.
 */
export function believed(kins: readonly Kin[], lettersBefore: readonly number[], lettersAfter: readonly number[]): Set<Kin> {
  const certain = new Set<Kin>();
  const short = new Set<Kin>();
  for (const kin of kins) {
    const [of, into] = [lettersBefore[kin.before] ?? 0, lettersAfter[kin.after] ?? 0];
    const [least, most] = [Math.min(of, into), Math.max(of, into)];
    if (kin.inRow >= ENOUGH_LETTERS && kin.inRow * 2 >= least && (kin.inRow * 3 >= most || kin.inRow >= MANY_LETTERS)) certain.add(kin);
    else if (kin.letters * 2 >= least && (least < MANY_LETTERS || kin.letters * 2 >= most)) short.add(kin);
  }
  const isEdge = ({ before, after }: Kin): boolean =>
    (before === 0 && after === 0) || (before === lettersBefore.length - 1 && after === lettersAfter.length - 1);
  const takeNeighbours = (list: readonly Kin[]): void => {
    let last: Kin | undefined;
    for (const kin of list) {
      const isNear = last && Math.abs(kin.before - last.before) <= NEAR && Math.abs(kin.after - last.after) <= NEAR;
      if (!certain.has(kin) && short.has(kin) && (isNear || isEdge(kin))) certain.add(kin);
      if (certain.has(kin)) last = kin;
    }
  };
  takeNeighbours(kins);
  takeNeighbours(kins.toReversed());
  return certain;
}
