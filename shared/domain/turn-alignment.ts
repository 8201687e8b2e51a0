// A text and a corrected version of it, laid side by side: which turns are the same ones, and which edits lead from the one text to the
// other. What the two have in common, word by word, is found elsewhere (text-diff) and comes in as pairs.
import type { TextEdit } from './turn-edit.ts';
import { believed, keyOfWord, kinsOf, lettersByTurn } from './turn-kin.ts';
import type { AlignedText, Kin, PlacedWord, WordPair } from './turn-kin.ts';

export interface Alignment {
  /** They apply one after the other: the last place comes first, so that every offset counts in the text before. */
  readonly edits: readonly TextEdit[];
  /** For each turn after, the index of the turn before that it mostly is; null for a new one. None stands twice. */
  readonly sameAs: readonly (number | null)[];
}

const SHORT_UNITS = 60;
const ALIKE = 0.5;

/** The part of a turn that lies between two words that both texts have. */
interface Piece {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

interface Gap {
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
  /** The first (last) pieces are of one turn: that of the word before (after) the gap. */
  readonly begins: boolean;
  readonly ends: boolean;
}

class Side {
  readonly turns: readonly AlignedText[];
  readonly text: string;
  readonly starts: readonly number[];

  constructor(turns: readonly AlignedText[]) {
    this.turns = turns;
    this.text = turns.map(({ text }) => text).join('');
    const starts = [0];
    for (const { text } of turns) starts.push((starts.at(-1) ?? 0) + text.length);
    this.starts = starts;
  }

  /** From the end of one word to the start of the next; undefined for the text's beginning or end. */
  pieces(from: PlacedWord | undefined, to: PlacedWord | undefined): Piece[] {
    const pieces: Piece[] = [];
    const last = to?.turn ?? this.turns.length - 1;
    for (let turn = from?.turn ?? 0; turn <= last; turn += 1)
      pieces.push({
        turn,
        start: turn === from?.turn ? from.end : (this.starts[turn] ?? 0),
        end: turn === to?.turn ? to.start : (this.starts[turn + 1] ?? 0),
      });
    return pieces;
  }

  /** The piece's head, words and tail, as far as it has them. */
  parts({ turn, start, end }: Piece): readonly [number, number, number, number] {
    const from = this.starts[turn] ?? 0;
    const { bodyStart = 0, bodyEnd = 0 } = this.turns[turn] ?? {};
    const within = (place: number): number => Math.max(start, Math.min(end, place));
    return [start, within(from + bodyStart), within(from + bodyEnd), end];
  }

  words(piece: Piece): string {
    const [, start, end] = this.parts(piece);
    return this.text.slice(start, end);
  }
}

/** Alike enough for one short turn to be a corrected spelling of the other: by the pairs of letters that both have. */
function areAlike(before: string, after: string): boolean {
  if (before === after) return true;
  if (Math.max(before.length, after.length) > SHORT_UNITS) return false;
  const pairsOf = (text: string): string[] => {
    const letters = [...keyOfWord(text).replace(/[^\p{L}\p{N}]/gu, '')];
    return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
  };
  const [pairs, others] = [pairsOf(before), pairsOf(after)];
  const total = pairs.length + others.length;
  const shared = pairs.filter((pair) => {
    const at = others.indexOf(pair);
    if (at >= 0) others.splice(at, 1);
    return at >= 0;
  }).length;
  return total > 0 && (2 * shared) / total >= ALIKE;
}

class EditList {
  readonly edits: TextEdit[] = [];
  readonly #before: Side;
  readonly #after: Side;

  constructor(before: Side, after: Side) {
    this.#before = before;
    this.#after = after;
  }

  /** One stretch becomes the other; whole words and signs that both begin or end with stay. */
  substitute(start: number, end: number, startAfter: number, endAfter: number): void {
    const before = tokensOf(this.#before.text.slice(start, end));
    const after = tokensOf(this.#after.text.slice(startAfter, endAfter));
    let head = 0;
    while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
    let tail = 0;
    while (tail < before.length - head && tail < after.length - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
      tail += 1;
    const skipped = before.slice(0, head).join('').length;
    const removed = before.slice(head, before.length - tail).join('').length;
    this.#push({ at: start + skipped, removed, inserted: after.slice(head, after.length - tail).join('') });
  }

  remove({ start, end }: Piece): void {
    this.#push({ at: start, removed: end - start, inserted: '' });
  }

  insert(at: number, { start, end }: Piece): void {
    this.#push({ at, removed: 0, inserted: this.#after.text.slice(start, end) });
  }

  #push(edit: TextEdit): void {
    if (edit.removed === 0 && edit.inserted === '') return;
    const last = this.edits.at(-1);
    const goesOn = last && last.at + last.removed === edit.at;
    if (goesOn && last.inserted === '' && edit.inserted === '') this.edits[this.edits.length - 1] = { ...last, removed: last.removed + edit.removed };
    else if (goesOn && last.removed === 0 && edit.removed === 0)
      this.edits[this.edits.length - 1] = { ...last, inserted: last.inserted + edit.inserted };
    else this.edits.push(edit);
  }
}

function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|\s+|[^\p{L}\p{N}\s]\p{M}*|\p{M}+/gu) ?? [];
}

/** Which pieces of a gap are of one turn, by their places in it. */
function kinPieces(before: Side, after: Side, { before: old, after: fresh, begins, ends }: Gap): [number, number][] {
  const [lastOld, lastFresh] = [old.length - 1, fresh.length - 1];
  if (begins && ends && (lastOld === 0) !== (lastFresh === 0)) return [cutPieces(before, after, old, fresh)];
  const first = begins ? 1 : 0;
  const last = ends ? 1 : 0;
  const inside = kinTurns(before, after, old.slice(first, old.length - last), fresh.slice(first, fresh.length - last));
  const pairs: [number, number][] = begins ? [[0, 0]] : [];
  for (const [one, other] of inside) pairs.push([one + first, other + first]);
  if (ends && !(begins && lastOld === 0)) pairs.push([lastOld, lastFresh]);
  return pairs;
}

/** Whole turns in a gap: those at its ends that are the very same, and, where as many are left on both sides, those that are alike. */
function kinTurns(before: Side, after: Side, old: readonly Piece[], fresh: readonly Piece[]): [number, number][] {
  const isSame = (one: Piece | undefined, other: Piece | undefined): boolean =>
    one !== undefined && other !== undefined && before.text.slice(one.start, one.end) === after.text.slice(other.start, other.end);
  const pairs: [number, number][] = [];
  let head = 0;
  for (; isSame(old[head], fresh[head]); head += 1) pairs.push([head, head]);
  let tail = 0;
  const most = Math.min(old.length, fresh.length) - head;
  while (tail < most && isSame(old[old.length - 1 - tail], fresh[fresh.length - 1 - tail])) tail += 1;
  for (let index = head; old.length === fresh.length && index < old.length - tail; index += 1) {
    const [piece, other] = [old[index], fresh[index]];
    if (piece && other && areAlike(before.words(piece), after.words(other))) pairs.push([index, index]);
  }
  for (let left = tail; left > 0; left -= 1) pairs.push([old.length - left, fresh.length - left]);
  return pairs;
}

/** A turn was cut in two here, or two were joined: the words in the gap go on in the part that has more of them. */
function cutPieces(before: Side, after: Side, old: readonly Piece[], fresh: readonly Piece[]): [number, number] {
  const [side, pieces] = old.length === 1 ? [after, fresh] : [before, old];
  const lengthAt = (index: number): number => {
    const piece = pieces[index];
    return piece ? side.words(piece).trim().length : 0;
  };
  const end = pieces.length - 1;
  const chosen = lengthAt(0) >= lengthAt(end) ? 0 : end;
  return old.length === 1 ? [0, chosen] : [chosen, 0];
}

/** Writes the edits of one gap, and tells which of its turns stay. */
function editGap(list: EditList, before: Side, after: Side, gap: Gap): [number, number][] {
  const pairs = kinPieces(before, after, gap);
  let [old, fresh] = [0, 0];
  const placeOf = (index: number): number => gap.before[index]?.start ?? gap.before.at(-1)?.end ?? 0;
  const unpaired = (untilOld: number, untilFresh: number): void => {
    for (; old < untilOld; old += 1) list.remove(gap.before[old] as Piece);
    for (; fresh < untilFresh; fresh += 1) list.insert(placeOf(old), gap.after[fresh] as Piece);
  };
  for (const [p, q] of pairs) {
    unpaired(p, q);
    const [parts, others] = [before.parts(gap.before[p] as Piece), after.parts(gap.after[q] as Piece)];
    for (const part of [0, 1, 2] as const) list.substitute(parts[part], parts[part + 1] as number, others[part], others[part + 1] as number);
    [old, fresh] = [p + 1, q + 1];
  }
  unpaired(gap.before.length, gap.after.length);
  return pairs.map(([p, q]) => [gap.before[p]?.turn ?? 0, gap.after[q]?.turn ?? 0]);
}

/** Every turn after gets the turn before that it has most of, once. */
function samesOf(turns: number, kins: Iterable<Kin>, inGaps: readonly (readonly [number, number])[]): (number | null)[] {
  const same: (number | null)[] = Array.from({ length: turns }, () => null);
  const taken = new Set<number>();
  const take = (before: number, after: number): void => {
    if (same[after] !== null || taken.has(before)) return;
    same[after] = before;
    taken.add(before);
  };
  for (const { before, after } of [...kins].sort((a, b) => b.letters - a.letters)) take(before, after);
  for (const [before, after] of inGaps) take(before, after);
  return same;
}

/** @param pairs the words that both texts have, as far as they are known */
export function alignTurns(
  before: readonly AlignedText[],
  after: readonly AlignedText[],
  words: readonly PlacedWord[],
  wordsAfter: readonly PlacedWord[],
  pairs: readonly WordPair[],
): Alignment {
  const [old, fresh] = [new Side(before), new Side(after)];
  const kins = kinsOf(words, wordsAfter, pairs);
  const certain = believed(kins, lettersByTurn(words, before.length), lettersByTurn(wordsAfter, after.length));
  const known = new Set([...certain].map((kin) => `${kin.before}/${kin.after}`));
  const list = new EditList(old, fresh);
  const inGaps: [number, number][] = [];
  let [from, fromAfter]: [PlacedWord | undefined, PlacedWord | undefined] = [undefined, undefined];
  const close = (to: PlacedWord | undefined, toAfter: PlacedWord | undefined): void => {
    const gap = { before: old.pieces(from, to), after: fresh.pieces(fromAfter, toAfter), begins: from !== undefined, ends: to !== undefined };
    inGaps.push(...editGap(list, old, fresh, gap));
  };
  for (const [b, a] of pairs) {
    const [word, other] = [words[b], wordsAfter[a]];
    if (!word || !other || !known.has(`${word.turn}/${other.turn}`)) continue;
    close(word, other);
    list.substitute(word.start, word.end, other.start, other.end);
    [from, fromAfter] = [word, other];
  }
  close(undefined, undefined);
  return { edits: list.edits.toReversed(), sameAs: samesOf(after.length, certain, inGaps) };
}
