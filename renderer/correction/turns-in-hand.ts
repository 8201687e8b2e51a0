// Which turns an act on turns is about: those of the selection, else the one with the caret.
import type { TurnId } from '../../shared/domain/ids.ts';
import type { Turn } from '../../shared/domain/source.ts';
import { bodyAt } from '../reader/transcript.ts';
import type { Point, Span, Transcript } from '../reader/transcript.ts';

export interface TurnsInHand {
  /** With words, in order; at least one. */
  readonly turns: readonly Turn[];
  /** Where the caret stands when it is in the only turn. */
  readonly caret: Point | null;
}

export function turnsInHand(transcript: Transcript, caret: Point | null, selection: Span | null): TurnsInHand | null {
  const from = selection?.start.turn ?? caret?.turn;
  const to = selection?.end.turn ?? caret?.turn;
  if (from === undefined || to === undefined) return null;
  const turns = transcript.turns.slice(from, to + 1).filter((_, index) => bodyAt(transcript, from + index).trim() !== '');
  return turns.length === 0 ? null : { turns, caret: turns.length === 1 ? caret : null };
}

export function idsOf({ turns }: TurnsInHand): TurnId[] {
  return turns.map(({ id }) => id);
}
