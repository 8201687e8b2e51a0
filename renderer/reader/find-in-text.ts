// Where words stand in the text that is read: accents, capitals and kinds of apostrophes do not count, places are exact.
import type { Turn } from '../../shared/domain/source.ts';
import { FoldedText, foldedForFinding } from '../../shared/words/folded-text.ts';
import type { Point, Span, Transcript } from './transcript.ts';
import { bodyAt, comparePoints } from './transcript.ts';

export interface FindOptions {
  /** Nothing that goes on as a word before or after. */
  readonly wholeWords: boolean;
}

/** A turn's words are folded once, for as long as they are the same. */
const foldedTurns = new WeakMap<Turn, FoldedText>();

function foldedAt(transcript: Transcript, index: number): FoldedText | null {
  const turn = transcript.turns[index];
  if (!turn) return null;
  let folded = foldedTurns.get(turn);
  if (!folded) foldedTurns.set(turn, (folded = new FoldedText(bodyAt(transcript, index))));
  return folded;
}

const OF_WORDS = /[\p{L}\p{N}]/u;

function isWordAt(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  return code !== undefined && OF_WORDS.test(String.fromCodePoint(code));
}

function standsAlone(text: string, start: number, end: number): boolean {
  const isLowHalf = start > 1 && text.charCodeAt(start - 1) >= 0xdc00 && text.charCodeAt(start - 1) <= 0xdfff;
  return !(start > 0 && isWordAt(text, start - (isLowHalf ? 2 : 1))) && !isWordAt(text, end);
}

/** In reading order; none shares a word with another, and none crosses from one turn to the next. */
export function findInText(transcript: Transcript, query: string, { wholeWords }: FindOptions): Span[] {
  const sought = foldedForFinding(query.trim());
  if (sought === '') return [];
  const found: Span[] = [];
  for (let turn = 0; turn < transcript.turns.length; turn += 1) {
    const folded = foldedAt(transcript, turn);
    if (!folded) continue;
    const { text } = folded;
    for (let at = text.indexOf(sought); at !== -1; ) {
      const end = at + sought.length;
      const isMeant = !wholeWords || standsAlone(text, at, end);
      if (isMeant) {
        const extent = folded.original(at, end);
        found.push({ start: { turn, offset: extent.start }, end: { turn, offset: extent.end } });
      }
      at = text.indexOf(sought, isMeant ? end : at + 1);
    }
  }
  return found;
}

/** Index of the first one at a place or after it, the first of all when there is none; null for none at all. */
export function firstFrom(found: readonly Span[], place: Point): number | null {
  if (found.length === 0) return null;
  const index = found.findIndex(({ start }) => comparePoints(start, place) >= 0);
  return index === -1 ? 0 : index;
}

/** Those that begin in a window of turns; found in order, so that a long list costs no more than a short one. */
export function foundWithin(found: readonly Span[], first: number, last: number): Span[] {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.start.turn ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  const within: Span[] = [];
  for (let index = low; index < found.length; index += 1) {
    const span = found[index];
    if (!span || span.start.turn > last) break;
    within.push(span);
  }
  return within;
}

/** A section of the text as it stands on the page. */
export interface SectionBox {
  readonly turns: readonly number[];
  readonly topPx: number;
  readonly heightPx: number;
}

/** Where marks stand beside the scroll bar: shares of the whole height, each once. Inside a section the words are counted, not measured. */
export function tickShares(
  transcript: Transcript,
  found: readonly Span[],
  sections: readonly SectionBox[],
  wholePx: number,
  stepPx: number,
): number[] {
  const sectionOf = new Map(sections.flatMap((section) => section.turns.map((turn) => [turn, section] as const)));
  const steps = new Set<number>();
  for (const { start } of found) {
    const section = sectionOf.get(start.turn);
    if (!section) continue;
    const [first = 0] = section.turns;
    const last = section.turns.at(-1) ?? first;
    const from = transcript.bodyStarts[first] ?? 0;
    const length = (transcript.bodyStarts[last + 1] ?? from) - from;
    const within = length === 0 ? 0 : ((transcript.bodyStarts[start.turn] ?? 0) + start.offset - from) / length;
    steps.add(Math.round((section.topPx + within * section.heightPx) / stepPx));
  }
  return [...steps].map((step) => (step * stepPx) / wholePx).filter((share) => share >= 0 && share <= 1);
}
