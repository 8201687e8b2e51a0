// When what was said: the moments of a transcript laid on its turns, as their beginnings, their ends, and times inside them.
import type { RecognisedTurn } from '../../../shared/domain/recognise-turns.ts';
import type { PositionMark } from '../../../shared/domain/style-run.ts';

/** Milliseconds of the recording at a place of the text. */
export interface Moment {
  readonly at: number;
  readonly ms: number;
}

/** What the text itself says of a turn's time stands. */
export function withMoments(turns: readonly RecognisedTurn[], moments: readonly Moment[]): { turns: RecognisedTurn[]; marks: PositionMark[] } {
  const waiting = moments.toSorted((a, b) => a.at - b.at);
  const marks: PositionMark[] = [];
  let [next, start] = [0, 0];
  const timed = turns.map((turn, index) => {
    const end = start + turn.text.length;
    let { startMs, endMs } = turn;
    for (let moment = waiting[next]; moment && (moment.at < end || index === turns.length - 1); moment = waiting[++next]) {
      const { at, ms } = moment;
      if (at - start <= turn.bodyStart && startMs === null) startMs = ms;
      else if (at - start >= turn.bodyEnd && endMs === null && at > start) endMs = ms;
      else if (ms !== startMs && ms !== endMs) marks.push({ at: Math.min(at, end - 1), kind: 'time', value: ms });
    }
    start = end;
    return { ...turn, startMs, endMs };
  });
  return { turns: timed, marks };
}
