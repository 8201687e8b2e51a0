// Where an end of a passage comes to stand when it is dragged over the words.
import type { Point, Span, Transcript } from './transcript.ts';
import { bodyAt, comparePoints, tidied } from './transcript.ts';
import { snapped, wordEndAfter, wordStartBefore } from './word-steps.ts';
import type { Edge } from './word-steps.ts';

/** By whole words or else by whole characters; unchanged where no word would be left between the ends. */
export function draggedSpan(transcript: Transcript, span: Span, edge: Edge, { turn, offset }: Point, byWords: boolean): Span {
  const body = bodyAt(transcript, turn);
  const moved =
    edge === 'start'
      ? {
          start: byWords ? wordStartBefore(transcript, { turn, offset: offset + 1 }) : { turn, offset: snapped(body, offset, 'back') },
          end: span.end,
        }
      : {
          start: span.start,
          end: byWords ? wordEndAfter(transcript, { turn, offset: offset - 1 }) : { turn, offset: snapped(body, offset, 'forth') },
        };
  if (comparePoints(moved.start, moved.end) >= 0) return span;
  return tidied(transcript, moved) ?? span;
}
