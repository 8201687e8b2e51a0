// What two texts have in common, word by word: Myers' differences (the package diff) where they are close, and between passages that
// stand once in both where they are not, so that two versions of a long transcript, or two strangers, take no long time.
import { diffArrays } from 'diff';
import type { DiffPiece } from '../../shared/domain/revision.ts';
import { alignTurns } from '../../shared/domain/turn-alignment.ts';
import type { Alignment } from '../../shared/domain/turn-alignment.ts';
import { placedWords } from '../../shared/domain/turn-kin.ts';
import type { AlignedText, PlacedWord, WordPair } from '../../shared/domain/turn-kin.ts';

/** Differences looked for at most; each costs as many steps as there are already. */
const MOST_DIFFERENCES = 400;
/** So many words in a row, once in both texts, are the same words. */
const IN_ROW = [4, 2, 1] as const;

interface Range {
  readonly before: number;
  readonly beforeEnd: number;
  readonly after: number;
  readonly afterEnd: number;
}

type Words = readonly string[];

/** Places of the same word in both lists, rising in both: as many as can be, or nearly so where the lists are long and far apart. */
export function commonPairs(before: Words, after: Words): WordPair[] {
  const pairs: WordPair[] = [];
  findPairs(before, after, { before: 0, beforeEnd: before.length, after: 0, afterEnd: after.length }, pairs);
  return pairs;
}

function findPairs(before: Words, after: Words, whole: Range, pairs: WordPair[]): void {
  let { before: b, beforeEnd, after: a, afterEnd } = whole;
  for (; b < beforeEnd && a < afterEnd && before[b] === after[a]; b += 1, a += 1) pairs.push([b, a]);
  const tail: WordPair[] = [];
  for (; b < beforeEnd && a < afterEnd && before[beforeEnd - 1] === after[afterEnd - 1]; beforeEnd -= 1, afterEnd -= 1)
    tail.push([beforeEnd - 1, afterEnd - 1]);
  if (b < beforeEnd && a < afterEnd) findInside(before, after, { before: b, beforeEnd, after: a, afterEnd }, pairs);
  pairs.push(...tail.reverse());
}

function findInside(before: Words, after: Words, range: Range, pairs: WordPair[]): void {
  const slices = [before.slice(range.before, range.beforeEnd), after.slice(range.after, range.afterEnd)] as const;
  const changes = diffArrays([...slices[0]], [...slices[1]], { maxEditLength: MOST_DIFFERENCES });
  if (!changes) return findBetweenAnchors(before, after, range, pairs);
  let [b, a] = [range.before, range.after];
  for (const { added, removed, value } of changes) {
    if (!added && !removed) value.forEach((_, index) => pairs.push([b + index, a + index]));
    if (!added) b += value.length;
    if (!removed) a += value.length;
  }
}

function findBetweenAnchors(before: Words, after: Words, range: Range, pairs: WordPair[]): void {
  let anchors: WordPair[] = [];
  for (const length of IN_ROW) if (anchors.length === 0) anchors = anchorsIn(before, after, range, length);
  if (anchors.length === 0) return;
  let [b, a] = [range.before, range.after];
  for (const [beforeEnd, afterEnd] of anchors) {
    findPairs(before, after, { before: b, beforeEnd, after: a, afterEnd }, pairs);
    pairs.push([beforeEnd, afterEnd]);
    [b, a] = [beforeEnd + 1, afterEnd + 1];
  }
  findPairs(before, after, { before: b, beforeEnd: range.beforeEnd, after: a, afterEnd: range.afterEnd }, pairs);
}

/** Where runs of `length` words begin that stand once in either range. */
function onceIn(words: Words, from: number, to: number, length: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at + length <= to; at += 1) {
    const run = words.slice(at, at + length).join(' ');
    places.set(run, places.has(run) ? -1 : at);
  }
  return places;
}

/** Pairs of places that hold runs found once in both, as many as rise in both texts. */
function anchorsIn(before: Words, after: Words, range: Range, length: number): WordPair[] {
  const others = onceIn(after, range.after, range.afterEnd, length);
  const found: WordPair[] = [];
  for (const [run, at] of onceIn(before, range.before, range.beforeEnd, length)) {
    const other = others.get(run) ?? -1;
    if (at >= 0 && other >= 0) found.push([at, other]);
  }
  return longestRising(found.sort(([one], [other]) => one - other));
}

/** The longest choice of pairs, in order, whose second places rise (patience sorting). */
function longestRising(pairs: readonly WordPair[]): WordPair[] {
  /** Index of the pair that ends the best choice of each length. */
  const ends: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, place], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const chosen: WordPair[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) chosen.push(pairs[index] as WordPair);
  return chosen.reverse();
}

/** Shorter turns (« Oui. ») come back too often to say which of them is which. */
const LEAST_LETTERS = 12;

interface Telling {
  readonly key: string;
  /** Its words: from, to. */
  readonly from: number;
  readonly to: number;
}

/** The turns that can be told from others by their words alone. */
function tellingTurns(words: readonly PlacedWord[]): Telling[] {
  const turns: Telling[] = [];
  for (let from = 0, to = 0; from < words.length; from = to) {
    while (to < words.length && words[to]?.turn === words[from]?.turn) to += 1;
    const key = words
      .slice(from, to)
      .map((word) => word.key)
      .join(' ');
    if (key.length >= LEAST_LETTERS) turns.push({ key, from, to });
  }
  return turns;
}

/** Lays a text and a corrected version of it side by side: whole turns first, then the words of what lies between them. */
export function alignTexts(before: readonly AlignedText[], after: readonly AlignedText[]): Alignment {
  const [words, others] = [placedWords(before), placedWords(after)];
  const [keys, otherKeys] = [words.map(({ key }) => key), others.map(({ key }) => key)];
  const [turns, otherTurns] = [tellingTurns(words), tellingTurns(others)];
  const pairs: WordPair[] = [];
  let [b, a] = [0, 0];
  const same = commonPairs(
    turns.map(({ key }) => key),
    otherTurns.map(({ key }) => key),
  );
  for (const [one, other] of same) {
    const [turn, twin] = [turns[one], otherTurns[other]];
    if (!turn || !twin) continue;
    findPairs(keys, otherKeys, { before: b, beforeEnd: turn.from, after: a, afterEnd: twin.from }, pairs);
    for (let index = 0; index < turn.to - turn.from; index += 1) pairs.push([turn.from + index, twin.from + index]);
    [b, a] = [turn.to, twin.to];
  }
  findPairs(keys, otherKeys, { before: b, beforeEnd: keys.length, after: a, afterEnd: otherKeys.length }, pairs);
  return alignTurns(before, after, words, others, pairs);
}

/** Words, white space, and signs one by one. */
function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|\s+|[^\p{L}\p{N}\s]\p{M}*|\p{M}+/gu) ?? [];
}

/** The one text becoming the other, in pieces that both have or only one. */
export function textPieces(before: string, after: string): DiffPiece[] {
  const [tokens, others] = [tokensOf(before), tokensOf(after)];
  const pieces: DiffPiece[] = [];
  const add = (kind: DiffPiece['kind'], text: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
    else if (text !== '') pieces.push({ kind, text });
  };
  let [b, a] = [0, 0];
  for (const [one, other] of [...commonPairs(tokens, others), [tokens.length, others.length] as const]) {
    add('removed', tokens.slice(b, one).join(''));
    add('added', others.slice(a, other).join(''));
    add('same', tokens[one] ?? '');
    [b, a] = [one + 1, other + 1];
  }
  return pieces;
}
