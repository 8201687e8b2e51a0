// What several coders marked in one text with one category, counted by a sweep over the ends of their passages.
import { sharedUtf16, union } from './stretch.ts';
import type { Span } from './stretch.ts';

/** Passages of one coder that share words are one; those that only touch stay apart, since a coder marked them apart. */
export function withoutOverlap(spans: readonly Span[]): Span[] {
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}

/** Which coders: one bit each, the first coder's the lowest. */
export type CoderSet = number;

/** More do not fit into a number's bits. */
export const MOST_CODERS = 20;

/** How many characters each set of coders marked; the empty set among them. */
export type MarkedBy = ReadonlyMap<CoderSet, number>;

/** Stretches in which the same coders marked, those that nobody marked left out. By their starts. @param coders passages of each */
export function markedStretches(coders: readonly (readonly Span[])[]): (Span & { readonly by: CoderSet })[] {
  const ends = coders
    .flatMap((spans, coder) =>
      union(spans.filter(({ start, end }) => end > start)).flatMap(({ start, end }) => [
        { at: start, bit: 1 << coder },
        { at: end, bit: 1 << coder },
      ]),
    )
    .sort((a, b) => a.at - b.at);
  const found: { start: number; end: number; by: CoderSet }[] = [];
  let [from, by] = [0, 0];
  for (const { at, bit } of ends) {
    if (by !== 0 && at > from) {
      const last = found.at(-1);
      if (last && last.end === from && last.by === by) last.end = at;
      else found.push({ start: from, end: at, by });
    }
    from = at;
    by ^= bit;
  }
  return found;
}

export function markedCharacters(length: number, coders: readonly (readonly Span[])[]): MarkedBy {
  const marked = new Map<CoderSet, number>();
  let nobody = length;
  for (const { start, end, by } of markedStretches(coders)) {
    marked.set(by, (marked.get(by) ?? 0) + end - start);
    nobody -= end - start;
  }
  if (nobody > 0) marked.set(0, nobody);
  return marked;
}

/** How many units (sentences, turns) each set of coders marked: some of their characters, or all. @param units by their starts, apart from each other */
export function markedUnits(units: readonly Span[], coders: readonly (readonly Span[])[]): MarkedBy {
  const by = new Map<number, CoderSet>();
  for (const [coder, spans] of coders.entries()) {
    for (const span of spans) {
      if (span.start === span.end) continue;
      for (let at = firstEndingAfter(units, span.start); (units[at]?.start ?? span.end) < span.end; at += 1)
        by.set(at, (by.get(at) ?? 0) | (1 << coder));
    }
  }
  const marked = new Map<CoderSet, number>();
  for (const coderSet of by.values()) marked.set(coderSet, (marked.get(coderSet) ?? 0) + 1);
  if (units.length > by.size) marked.set(0, units.length - by.size);
  return marked;
}

function firstEndingAfter(units: readonly Span[], position: number): number {
  let [low, high] = [0, units.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Shared of what either covers: 1 for the same two ends. */
export function overlapShare(a: Span, b: Span): number {
  return sharedUtf16(a, b) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Passages of two coders of which the other has one that overlaps by at least this share: hits on both sides. */
export function matchedPassages(first: readonly Span[], second: readonly Span[], least: number): { first: number; second: number } {
  const matched = (own: readonly Span[], others: readonly Span[]): number =>
    own.filter((span) => others.some((other) => sharedUtf16(span, other) > 0 && overlapShare(span, other) >= least)).length;
  return { first: matched(first, second), second: matched(second, first) };
}
