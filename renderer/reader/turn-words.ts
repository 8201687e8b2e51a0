// How a turn is cited: its speaker, its number, its time.
import { clock } from '../../shared/domain/clock.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { Point, Span, Transcript } from './transcript.ts';
import { bodyAt, piecesOf, speakerAt } from './transcript.ts';

export function timeAt(transcript: Transcript, turn: number): string | null {
  const startMs = transcript.turns[turn]?.startMs ?? null;
  return startMs === null ? null : clock(startMs);
}

/** `§34 · 00:21:08`, as the gutter shows it. */
export function gutterRef(transcript: Transcript, turn: number): string {
  const number = transcript.turns[turn]?.number ?? null;
  return [number === null ? null : `§${number}`, timeAt(transcript, turn)].filter((part) => part !== null).join(' · ');
}

/** `E03 §34 · Directrice · 00:21:08`, as citations show it. */
export function citationAt(transcript: Transcript, { turn }: Point): string {
  const number = transcript.turns[turn]?.number ?? null;
  const speaker = speakerAt(transcript, turn)?.label ?? null;
  return [citationOf(transcript.sourceName, number), speaker, timeAt(transcript, turn)].filter((part) => part !== null).join(' · ');
}

type CopiedLine = (speaker: string, time: string | null, words: string) => string;

/** What copying gives: a line per turn with who speaks, when, and the words; the words alone where nobody is named. */
export function copiedText(transcript: Transcript, span: Span, line: CopiedLine): string {
  return piecesOf(transcript, span)
    .map(({ turn, start, end }) => {
      const words = bodyAt(transcript, turn).slice(start, end);
      const speaker = speakerAt(transcript, turn)?.label;
      return speaker === undefined ? words : line(speaker, timeAt(transcript, turn), words);
    })
    .join('\n');
}
