// What is painted of the turn being corrected, letter by letter, before the codings on screen have caught up.
import type { TextEdit } from '../../shared/domain/turn-edit.ts';
import type { CodedText } from '../reader/coded-text.ts';
import type { LivePaint } from '../reader/highlight-painter.ts';
import type { Transcript } from '../reader/transcript.ts';
import { editedCodings, editedTurn } from './edited-text.ts';

/** `turn` is an index; the edits are those that the transcript and the codings do not hold yet. */
export function livePaint(transcript: Transcript, coded: CodedText, turn: number, edits: readonly TextEdit[]): LivePaint | null {
  const before = transcript.turns[turn];
  if (!before) return null;
  const { id, bodyStart, bodyEnd } = edits.reduce(editedTurn, before);
  const length = bodyEnd - bodyStart;
  // the codings of a stripe have the same ends
  const codings = (coded.byTurn.get(turn) ?? []).flatMap(({ stripe }) => stripe.codings.slice(0, 1));
  const pieces = editedCodings(codings, id, edits).map(({ categoryId, start, end }) => ({
    categoryId,
    start: start.turnId === id ? Math.max(0, start.offsetUtf16 - bodyStart) : 0,
    end: end.turnId === id ? Math.min(length, end.offsetUtf16 - bodyStart) : length,
  }));
  return { turn, pieces };
}
