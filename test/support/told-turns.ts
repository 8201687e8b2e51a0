// Turns told in one line each, as a test reads them best.
import type { RecognisedText } from '../../shared/domain/recognise-turns.ts';

/** `speaker > words @start-end`, times in seconds, `·` for nobody. */
export function told({ turns }: RecognisedText): string[] {
  return turns.map(({ text, bodyStart, bodyEnd, speaker, startMs, endMs }) => {
    const times = startMs === null && endMs === null ? '' : ` @${startMs === null ? '' : startMs / 1000}-${endMs === null ? '' : endMs / 1000}`;
    return `${speaker ?? '·'} > ${text.slice(bodyStart, bodyEnd)}${times}`;
  });
}
