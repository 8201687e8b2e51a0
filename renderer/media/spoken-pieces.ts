// When each stretch of the text is heard: the turns' times and those inside them, in the recording's order.
import type { Turn } from '../../shared/domain/source.ts';
import type { Point } from '../reader/transcript.ts';

/** What begins to be heard at `atMs`, until the next piece does. */
export interface SpokenPiece {
  readonly atMs: number;
  /** Index in the source's turns. */
  readonly turn: number;
  /** Among the turn's words. */
  readonly offset: number;
}

/** By time; of two at the same time the later in the text comes last. */
export function spokenPieces(turns: readonly Turn[]): SpokenPiece[] {
  const pieces = turns.flatMap(({ startMs, bodyStart, bodyEnd, marks }, turn) => [
    ...(startMs === null ? [] : [{ atMs: startMs, turn, offset: 0 }]),
    ...marks
      .filter(({ kind, at }) => kind === 'time' && at > bodyStart && at < bodyEnd)
      .map(({ value, at }) => ({ atMs: value, turn, offset: at - bodyStart })),
  ]);
  return pieces.toSorted((a, b) => a.atMs - b.atMs);
}

/** Index of the piece that is heard; -1 before the first. */
export function pieceHeardAt(pieces: readonly SpokenPiece[], ms: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.atMs ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The time known for this place of the text, or for the nearest one before it; null where there is none. */
export function timeOfPlace(pieces: readonly SpokenPiece[], { turn, offset }: Point): number | null {
  let nearest: SpokenPiece | null = null;
  for (const piece of pieces) {
    const isBefore = piece.turn < turn || (piece.turn === turn && piece.offset <= offset);
    const isNearer = nearest === null || piece.turn > nearest.turn || (piece.turn === nearest.turn && piece.offset >= nearest.offset);
    if (isBefore && isNearer) nearest = piece;
  }
  return nearest?.atMs ?? null;
}
