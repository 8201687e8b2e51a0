// What is left out of a verbatim: stretches of whole words, chosen and put back. Offsets are UTF-16 units in the verbatim's words.
import type { QuoteCut } from './cell.ts';

/** A stretch of a verbatim as it is shown: words, or what was left out and shows as […]. */
export interface QuotePart {
  readonly kind: 'kept' | 'cut';
  readonly start: number;
  readonly text: string;
}

export function quoteParts(text: string, cuts: readonly QuoteCut[]): QuotePart[] {
  const parts: QuotePart[] = [];
  const add = (kind: QuotePart['kind'], start: number, end: number): void => {
    if (start < end) parts.push({ kind, start, text: text.slice(start, end) });
  };
  let from = 0;
  for (const [start, end] of cuts) {
    add('kept', from, start);
    add('cut', start, end);
    from = end;
  }
  add('kept', from, text.length);
  return parts;
}

/** Grown to the words that it touches, without the spaces around them; null where it touches none. */
export function wordsAround(text: string, start: number, end: number): QuoteCut | null {
  let [from, to] = [Math.max(0, Math.min(start, end)), Math.min(text.length, Math.max(start, end))];
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1;
  if (from === to) return null;
  for (const { segment, index, isWordLike } of new Intl.Segmenter('fr', { granularity: 'word' }).segment(text)) {
    if (isWordLike !== true) continue;
    const wordEnd = index + segment.length;
    if (index < from && from < wordEnd) from = index;
    if (index < to && to < wordEnd) to = wordEnd;
  }
  return [from, to];
}

/** With one more stretch left out; stretches with nothing but spaces between them become one. */
export function withCut(text: string, cuts: readonly QuoteCut[], added: QuoteCut): QuoteCut[] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...cuts, added].toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && (start <= last[1] || text.slice(last[1], start).trim() === '')) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** With what was left out at this place put back. */
export function withoutCut(cuts: readonly QuoteCut[], start: number): QuoteCut[] {
  return cuts.filter((cut) => cut[0] !== start);
}

/** Something is left to read. */
export function leavesWords(text: string, cuts: readonly QuoteCut[]): boolean {
  return quoteParts(text, cuts).some((part) => part.kind === 'kept' && part.text.trim() !== '');
}
