// A source as the reader addresses it: by the place of a turn and an offset among the words spoken, which is what a
// paragraph on screen holds. This file alone converts between that and the anchors that passages are stored with.
import type { SourceId, SpeakerId, TurnId } from '../../shared/domain/ids.ts';
import type { OpenedSource, SourceSummary, Speaker, Turn } from '../../shared/domain/source.ts';
import type { Anchor, Utf16 } from '../../shared/domain/text-offset.ts';

/** A place in the words: `turn` is an index in the transcript's turns, `offset` counts from the turn's body. */
export interface Point {
  readonly turn: number;
  readonly offset: Utf16;
}

/** A stretch of words, start before end. */
export interface Span {
  readonly start: Point;
  readonly end: Point;
}

export interface Transcript {
  readonly sourceId: SourceId;
  readonly sourceName: string;
  readonly turns: readonly Turn[];
  /** The words of each turn, by index: what one paragraph shows. */
  readonly bodies: readonly string[];
  /** Where each body begins when the bodies are laid end to end; one more element for their whole length. */
  readonly bodyStarts: readonly number[];
  readonly indexOf: ReadonlyMap<TurnId, number>;
  readonly speakers: ReadonlyMap<SpeakerId, Speaker>;
}

interface Opened extends Pick<OpenedSource, 'turns' | 'speakers'> {
  readonly source: Pick<SourceSummary, 'id' | 'name'>;
}

export function transcriptOf(opened: Opened): Transcript {
  const bodies = opened.turns.map((turn) => turn.text.slice(turn.bodyStart, turn.bodyEnd));
  const bodyStarts = [0];
  for (const body of bodies) bodyStarts.push((bodyStarts.at(-1) ?? 0) + body.length);
  return {
    sourceId: opened.source.id,
    sourceName: opened.source.name,
    turns: opened.turns,
    bodies,
    bodyStarts,
    indexOf: new Map(opened.turns.map((turn, index) => [turn.id, index])),
    speakers: new Map(opened.speakers.map((speaker) => [speaker.id, speaker])),
  };
}

export function bodyAt(transcript: Transcript, turn: number): string {
  return transcript.bodies[turn] ?? '';
}

export function speakerAt(transcript: Transcript, turn: number): Speaker | null {
  const id = transcript.turns[turn]?.speakerId ?? null;
  return id === null ? null : (transcript.speakers.get(id) ?? null);
}

export function comparePoints(a: Point, b: Point): number {
  return a.turn - b.turn || a.offset - b.offset;
}

/** Both ends included. */
export function isWithin(span: Span, point: Point): boolean {
  return comparePoints(span.start, point) <= 0 && comparePoints(point, span.end) <= 0;
}

export function sameSpan(a: Span, b: Span): boolean {
  return comparePoints(a.start, b.start) === 0 && comparePoints(a.end, b.end) === 0;
}

/** The place of an anchor, moved to the nearest word where it lies in a speaker's label or a line's end; null for a turn that is not here. */
export function pointOf(transcript: Transcript, anchor: Anchor): Point | null {
  const index = transcript.indexOf.get(anchor.turnId);
  const turn = index === undefined ? undefined : transcript.turns[index];
  if (index === undefined || turn === undefined) return null;
  return { turn: index, offset: Math.min(Math.max(anchor.offsetUtf16, turn.bodyStart), turn.bodyEnd) - turn.bodyStart };
}

export function spanOf(transcript: Transcript, range: { readonly start: Anchor; readonly end: Anchor }): Span | null {
  const start = pointOf(transcript, range.start);
  const end = pointOf(transcript, range.end);
  return start && end ? { start, end } : null;
}

/** The inverse of `pointOf` for a place among the words. */
export function anchorOf(transcript: Transcript, point: Point): Anchor {
  const turn = transcript.turns[point.turn];
  if (!turn) throw new RangeError(`no turn ${point.turn} in ${transcript.sourceName}`);
  return { turnId: turn.id, offsetUtf16: turn.bodyStart + point.offset };
}

export function anchorsOf(transcript: Transcript, span: Span): { start: Anchor; end: Anchor } {
  return { start: anchorOf(transcript, span.start), end: anchorOf(transcript, span.end) };
}

/** Position among all the source's words, in UTF-16 units: lets intervals that cross turns be compared as numbers. */
export function linear(transcript: Transcript, point: Point): number {
  return (transcript.bodyStarts[point.turn] ?? 0) + point.offset;
}

/** What each turn contributes to a span, the empty ones left out. */
export function piecesOf(transcript: Transcript, span: Span): { turn: number; start: Utf16; end: Utf16 }[] {
  const pieces = [];
  for (let turn = span.start.turn; turn <= span.end.turn; turn += 1) {
    const start = turn === span.start.turn ? span.start.offset : 0;
    const end = turn === span.end.turn ? span.end.offset : bodyAt(transcript, turn).length;
    if (start < end) pieces.push({ turn, start, end });
  }
  return pieces;
}

/** The words of a span, turns on lines of their own. */
export function wordsOf(transcript: Transcript, span: Span): string {
  return piecesOf(transcript, span)
    .map((piece) => bodyAt(transcript, piece.turn).slice(piece.start, piece.end))
    .join('\n');
}

/** The whole of a turn's words without the blanks around them; null where there are none. */
export function spanOfTurn(transcript: Transcript, turn: number): Span | null {
  return tidied(transcript, { start: { turn, offset: 0 }, end: { turn, offset: bodyAt(transcript, turn).length } });
}

/** The span without the blanks at its ends, nor turns it only touches; null when no word is left. */
export function tidied(transcript: Transcript, span: Span): Span | null {
  let first: Point | null = null;
  let last: Point | null = null;
  for (const { turn, start, end } of piecesOf(transcript, span)) {
    const words = bodyAt(transcript, turn).slice(start, end);
    const trimmed = words.trim();
    if (trimmed === '') continue;
    const lead = start + words.indexOf(trimmed);
    first ??= { turn, offset: lead };
    last = { turn, offset: lead + trimmed.length };
  }
  return first && last ? { start: first, end: last } : null;
}
