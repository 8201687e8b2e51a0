// The text in sections that the browser may leave unpainted until they come near the view.
import type { TurnId } from '../../shared/domain/ids.ts';
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

/** What the sections were before the text changed. */
export interface ChunksBefore {
  readonly chunks: readonly Chunk[];
  readonly transcript: Transcript;
}

function sameTurns(a: Chunk | undefined, b: Chunk): boolean {
  return a !== undefined && a.turns.length === b.turns.length && a.turns.every((turn, index) => turn === b.turns[index]);
}

/**
 * Turns without any character are not shown, and belong to no chunk; `edited` is shown all the same. After a correction the
 * sections begin at the turns where they began before, and are the same objects where they hold the same turns, so that no
 * paragraph moves from one to another.
 */
export function chunksOf(transcript: Transcript, edited: TurnId | null = null, before: ChunksBefore | null = null): readonly Chunk[] {
  const starts = new Set<TurnId | undefined>(before?.chunks.map(({ turns }) => before.transcript.turns[turns[0] ?? -1]?.id));
  const most = before ? 2 * CHUNK_UTF16 : CHUNK_UTF16;
  const chunks: Chunk[] = [];
  let turns: number[] = [];
  let length = 0;
  let heightPx = 0;
  const close = (): void => {
    const chunk = { turns, heightPx };
    const known = before?.chunks[chunks.length];
    if (turns.length > 0) chunks.push(known && sameTurns(known, chunk) ? known : chunk);
    turns = [];
    length = 0;
    heightPx = 0;
  };
  for (let turn = 0; turn < transcript.turns.length; turn += 1) {
    const body = bodyAt(transcript, turn);
    const id = transcript.turns[turn]?.id;
    if (body.trim() === '' && id !== edited) continue;
    if (starts.has(id)) close();
    turns.push(turn);
    length += body.length;
    heightPx += Math.ceil(body.length / CHARS_PER_LINE) * LINE_PX + TURN_GAP_PX;
    if (length >= most) close();
  }
  close();
  const isSame = before?.chunks.length === chunks.length && chunks.every((chunk, index) => chunk === before.chunks[index]);
  return isSame ? before.chunks : chunks;
}
