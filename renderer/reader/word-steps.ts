// How a selection grows and shrinks: by whole graphemes and whole words, never through the middle of a character.
import type { Point, Span, Transcript } from './transcript.ts';
import { bodyAt, comparePoints, tidied } from './transcript.ts';

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** The nearest border between graphemes at or before (`back`) or at or after (`forth`) an offset. */
export function snapped(body: string, offset: number, direction: 'back' | 'forth'): number {
  if (offset <= 0) return 0;
  if (offset >= body.length) return body.length;
  const at = graphemes.segment(body).containing(offset);
  if (!at || at.index === offset) return offset;
  return direction === 'back' ? at.index : at.index + at.segment.length;
}

/** A word as coders step: an elided « l’ » or « qu’ » counts for itself; « aujourd’hui » and hyphenated compounds are one word. */
const WORD = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’](?=\p{L})|[\p{L}\p{N}\p{M}]+(?:[-\u2011'’][\p{L}\p{N}\p{M}]+)*/giu;

interface Word {
  readonly start: number;
  readonly end: number;
}

function wordsIn(body: string): Word[] {
  return Array.from(body.matchAll(WORD), (match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** First end of a word after the point; the text's end when there is none. */
export function wordEndAfter(transcript: Transcript, point: Point): Point {
  for (let turn = point.turn; turn < transcript.turns.length; turn += 1) {
    const word = wordsIn(bodyAt(transcript, turn)).find(({ end }) => turn > point.turn || end > point.offset);
    if (word) return { turn, offset: word.end };
  }
  return point;
}

/** Last start of a word before the point; the point itself when there is none. */
export function wordStartBefore(transcript: Transcript, point: Point): Point {
  for (let turn = point.turn; turn >= 0; turn -= 1) {
    const word = wordsIn(bodyAt(transcript, turn)).findLast(({ start }) => turn < point.turn || start < point.offset);
    if (word) return { turn, offset: word.start };
  }
  return point;
}

/** Last end of a word before the point, so that a span gives back its last word. */
function wordEndBefore(transcript: Transcript, point: Point): Point {
  for (let turn = point.turn; turn >= 0; turn -= 1) {
    const word = wordsIn(bodyAt(transcript, turn)).findLast(({ end }) => turn < point.turn || end < point.offset);
    if (word) return { turn, offset: word.end };
  }
  return point;
}

/** First start of a word after the point, so that a span gives back its first word. */
function wordStartAfter(transcript: Transcript, point: Point): Point {
  for (let turn = point.turn; turn < transcript.turns.length; turn += 1) {
    const word = wordsIn(bodyAt(transcript, turn)).find(({ start }) => turn > point.turn || start > point.offset);
    if (word) return { turn, offset: word.start };
  }
  return point;
}

export type Edge = 'start' | 'end';
export type Step = 'back' | 'forth';

/** The span with one end a word further; unchanged where that would leave no word in it. */
export function steppedByWord(transcript: Transcript, span: Span, edge: Edge, step: Step): Span {
  const moved =
    edge === 'start'
      ? { start: (step === 'back' ? wordStartBefore : wordStartAfter)(transcript, span.start), end: span.end }
      : { start: span.start, end: (step === 'back' ? wordEndBefore : wordEndAfter)(transcript, span.end) };
  if (comparePoints(moved.start, moved.end) >= 0) return span;
  return tidied(transcript, moved) ?? span;
}

/** The next turn with words in a direction; null at the end of the text. */
export function neighbourTurn(transcript: Transcript, turn: number, step: Step): number | null {
  const by = step === 'forth' ? 1 : -1;
  for (let next = turn + by; next >= 0 && next < transcript.turns.length; next += by) {
    if (bodyAt(transcript, next).trim() !== '') return next;
  }
  return null;
}

/** A pair of points in either order, snapped outwards to graphemes and freed of outer blanks; null when it holds no word. */
export function selectedSpan(transcript: Transcript, a: Point, b: Point): Span | null {
  const [start, end] = comparePoints(a, b) <= 0 ? [a, b] : [b, a];
  return tidied(transcript, {
    start: { turn: start.turn, offset: snapped(bodyAt(transcript, start.turn), start.offset, 'back') },
    end: { turn: end.turn, offset: snapped(bodyAt(transcript, end.turn), end.offset, 'forth') },
  });
}
