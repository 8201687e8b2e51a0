// The output of tools that state who speaks and when, segment by segment, as a text and its turns: nothing is left to guess.
import type { RecognisedTurn } from '../../../shared/domain/recognise-turns.ts';

export interface SpokenSegment {
  /** Null when the tool told no voices apart. */
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly words: string;
}

export interface SpokenText {
  readonly text: string;
  readonly turns: readonly RecognisedTurn[];
}

/** One turn and one line (`Marie : …`) per segment; segments without words are left out. */
export function textOfSegments(segments: readonly SpokenSegment[]): SpokenText {
  const turns: RecognisedTurn[] = [];
  for (const segment of segments) {
    const words = oneLine(segment.words);
    if (words === '') continue;
    const speaker = segment.speaker === null ? null : oneLine(segment.speaker);
    const head = speaker === null ? '' : `${speaker} : `;
    const { startMs, endMs } = segment;
    turns.push({ text: `${head}${words}\n`, bodyStart: head.length, bodyEnd: head.length + words.length, speaker, startMs, endMs });
  }
  return { text: turns.map(({ text }) => text).join(''), turns };
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim().toWellFormed();
}
