// What follows an application, as its coder has set it: another category, the text as it was, or the next turn in hand.
import type { Reader } from './reader-context.tsx';
import type { AfterCoding } from './after-coding.ts';
import { speakerAt, spanOfTurn } from './transcript.ts';
import type { Span, Transcript } from './transcript.ts';
import { neighbourTurn } from './word-steps.ts';

/** The words of the next turn that is not the interviewer's; null after the last one. */
export function nextTurnToCode(transcript: Transcript, turn: number): Span | null {
  for (let next = neighbourTurn(transcript, turn, 'forth'); next !== null; next = neighbourTurn(transcript, next, 'forth'))
    if (speakerAt(transcript, next)?.isInterviewer !== true) return spanOfTurn(transcript, next);
  return null;
}

export function goOn(reader: Pick<Reader, 'closePalette' | 'text' | 'transcript' | 'target'>, after: AfterCoding): void {
  if (after === 'open') return;
  const { closePalette, text, transcript, target } = reader;
  closePalette();
  text.current?.focus();
  const next = after === 'next' && target ? nextTurnToCode(transcript, target.end.turn) : null;
  if (!next) return;
  text.current?.reveal(next, { flash: false });
  text.current?.select(next);
}
