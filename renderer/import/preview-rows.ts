// A document's turns as the preview sets them: who, whether they go on speaking, and what of the line was taken for its head.
import type { PreviewSpeaker, PreviewTurn } from '../../shared/domain/incoming.ts';
import { clock } from '../../shared/domain/clock.ts';

export interface PreviewRow {
  readonly number: number | null;
  readonly speaker: string | null;
  /** The speaker before goes on: a line without a head of its own. */
  readonly isContinued: boolean;
  /** `0:12`, or empty. */
  readonly time: string;
  /** As the file has it, on one line. */
  readonly head: string;
  readonly words: string;
}

/** What the core cuts a turn's words to. */
const MOST_WORDS_SHOWN = 400;

/** @param before the turn above the first of these; null at the document's beginning */
export function previewRows(turns: readonly PreviewTurn[], before: PreviewTurn | null): PreviewRow[] {
  return turns.map((turn, at) => {
    const head = turn.head.replace(/\s+/gu, ' ').trim();
    const above = at === 0 ? before : (turns[at - 1] ?? null);
    return {
      number: turn.number,
      speaker: turn.speaker,
      isContinued: head === '' && turn.speaker !== null && above?.speaker === turn.speaker,
      time: turn.startMs === null ? '' : clock(turn.startMs),
      head,
      words: turn.words.length >= MOST_WORDS_SHOWN ? `${turn.words.trimEnd()}…` : turn.words,
    };
  });
}

const HUES = 6;

/** Label → 1 … 6, the hue of a speaker in order of appearance; 0 for an interviewer, who stays in the background. */
export function speakerHues(speakers: readonly PreviewSpeaker[], isInterviewer: (speaker: PreviewSpeaker) => boolean): Map<string, number> {
  const hues = new Map<string, number>();
  let next = 0;
  for (const speaker of speakers) {
    if (isInterviewer(speaker)) hues.set(speaker.label, 0);
    else {
      hues.set(speaker.label, (next % HUES) + 1);
      next += 1;
    }
  }
  return hues;
}
