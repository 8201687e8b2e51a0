// How a selection grows and shrinks: by whole graphemes, words, sentences and turns, never through the middle of a character.
import { sentencesIn } from '../../shared/words/sentences.ts';
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

interface Extent {
  readonly start: number;
  readonly end: number;
}

export const STEP_UNITS = ['word', 'sentence', 'turn'] as const;
/** By how much an end of a passage moves. */
export type StepUnit = (typeof STEP_UNITS)[number];

function wordsIn(body: string): Extent[] {
  return Array.from(body.matchAll(WORD), (match) => ({ start: match.index, end: match.index + match[0].length }));
}

function wholeOf(body: string): Extent[] {
  const words = body.trim();
  const start = body.indexOf(words);
  return words === '' ? [] : [{ start, end: start + words.length }];
}

const EXTENTS: Readonly<Record<StepUnit, (body: string) => readonly Extent[]>> = {
  word: wordsIn,
  sentence: (body) => sentencesIn(body),
  turn: wholeOf,
};

/** First end of a word after the point; the point itself when there is none. */
export function wordEndAfter(transcript: Transcript, point: Point, unit: StepUnit = 'word'): Point {
  for (let turn = point.turn; turn < transcript.turns.length; turn += 1) {
    const word = EXTENTS[unit](bodyAt(transcript, turn)).find(({ end }) => turn > point.turn || end > point.offset);
    if (word) return { turn, offset: word.end };
  }
  return point;
}

/** Last start of a word before the point; the point itself when there is none. */
export function wordStartBefore(transcript: Transcript, point: Point, unit: StepUnit = 'word'): Point {
  for (let turn = point.turn; turn >= 0; turn -= 1) {
    const word = EXTENTS[unit](bodyAt(transcript, turn)).findLast(({ start }) => turn < point.turn || start < point.offset);
    if (word) return { turn, offset: word.start };
  }
  return point;
}

/** Last end of a word before the point, so that a span gives back its last word. */
function wordEndBefore(transcript: Transcript, point: Point, unit: StepUnit): Point {
  for (let turn = point.turn; turn >= 0; turn -= 1) {
    const word = EXTENTS[unit](bodyAt(transcript, turn)).findLast(({ end }) => turn < point.turn || end < point.offset);
    if (word) return { turn, offset: word.end };
  }
  return point;
}

/** First start of a word after the point, so that a span gives back its first word. */
function wordStartAfter(transcript: Transcript, point: Point, unit: StepUnit): Point {
  for (let turn = point.turn; turn < transcript.turns.length; turn += 1) {
    const word = EXTENTS[unit](bodyAt(transcript, turn)).find(({ start }) => turn > point.turn || start > point.offset);
    if (word) return { turn, offset: word.start };
  }
  return point;
}

export type Edge = 'start' | 'end';
export type Step = 'back' | 'forth';

/** The span with one end a word, a sentence or a turn further; unchanged where that would leave no word in it. */
export function stepped(transcript: Transcript, span: Span, edge: Edge, step: Step, unit: StepUnit): Span {
  const moved =
    edge === 'start'
      ? { start: (step === 'back' ? wordStartBefore : wordStartAfter)(transcript, span.start, unit), end: span.end }
      : { start: span.start, end: (step === 'back' ? wordEndBefore : wordEndAfter)(transcript, span.end, unit) };
  if (comparePoints(moved.start, moved.end) >= 0) return span;
  return tidied(transcript, moved) ?? span;
}

/** The sentence a point stands in, or the nearest one of its turn; null in a turn without words. */
export function sentenceAt(transcript: Transcript, point: Point): Span | null {
  const sentences = sentencesIn(bodyAt(transcript, point.turn));
  const sentence = sentences.find(({ end }) => point.offset <= end) ?? sentences.at(-1);
  return sentence ? { start: { turn: point.turn, offset: sentence.start }, end: { turn: point.turn, offset: sentence.end } } : null;
}

/** The line a point stands in where its turn has several, else the whole turn; null where there are no words. */
export function paragraphAt(transcript: Transcript, point: Point): Span | null {
  const body = bodyAt(transcript, point.turn);
  const lines = Array.from(body.matchAll(/[^\n\r\v\u2028\u2029]*\S[^\n\r\v\u2028\u2029]*/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const line = lines.find(({ end }) => point.offset <= end) ?? lines.at(-1);
  return line ? tidied(transcript, { start: { turn: point.turn, offset: line.start }, end: { turn: point.turn, offset: line.end } }) : null;
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
