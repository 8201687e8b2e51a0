// The text in sections that the browser may leave unpainted until they come near the view.
import type { Transcript } from './transcript.ts';
import { bodyAt } from './transcript.ts';

/** Measured: sections of this many characters scroll cheapest; one per turn costs six times more. */
const CHUNK_UTF16 = 12_000;
const CHARS_PER_LINE = 66;
const LINE_PX = 28;
const TURN_GAP_PX = 14;

export interface Chunk {
  /** Indices of turns that have something to show. */
  readonly turns: readonly number[];
  /** A guess, until the section has been laid out once. */
  readonly heightPx: number;
}

/** Turns without any character are not shown, and belong to no chunk. */
export function chunksOf(transcript: Transcript): Chunk[] {
  const chunks: Chunk[] = [];
  let turns: number[] = [];
  let length = 0;
  let heightPx = 0;
  const close = (): void => {
    if (turns.length > 0) chunks.push({ turns, heightPx });
    turns = [];
    length = 0;
    heightPx = 0;
  };
  for (let turn = 0; turn < transcript.turns.length; turn += 1) {
    const body = bodyAt(transcript, turn);
    if (body.trim() === '') continue;
    turns.push(turn);
    length += body.length;
    heightPx += Math.ceil(body.length / CHARS_PER_LINE) * LINE_PX + TURN_GAP_PX;
    if (length >= CHUNK_UTF16) close();
  }
  close();
  return chunks;
}
