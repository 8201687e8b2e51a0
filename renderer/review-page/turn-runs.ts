// Cuts a turn's words where a coding or a commented stretch begins or ends, so that each run is painted one way.

export interface Stretch {
  readonly startTurn: number;
  readonly startOffset: number;
  readonly endTurn: number;
  readonly endOffset: number;
}

export interface Run<S> {
  readonly text: string;
  /** Those that cover it, the shortest first: it is the one meant by a touch. */
  readonly over: readonly S[];
}

/** What of a stretch lies in this turn; null for nothing. */
function within({ startTurn, startOffset, endTurn, endOffset }: Stretch, turn: number, length: number): [from: number, to: number] | null {
  if (turn < startTurn || turn > endTurn) return null;
  const from = turn === startTurn ? startOffset : 0;
  const to = turn === endTurn ? Math.min(endOffset, length) : length;
  return from < to ? [from, to] : null;
}

const size = ({ startTurn, startOffset, endTurn, endOffset }: Stretch): number => (endTurn - startTurn) * 1_000_000 + endOffset - startOffset;

export function runsOf<S extends Stretch>(words: string, turn: number, stretches: readonly S[]): Run<S>[] {
  const here = stretches.flatMap((stretch) => {
    const part = within(stretch, turn, words.length);
    return part ? [{ stretch, from: part[0], to: part[1] }] : [];
  });
  const cuts = [...new Set([0, words.length, ...here.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? from;
    const over = here.filter((part) => part.from <= from && to <= part.to).map(({ stretch }) => stretch);
    return { text: words.slice(from, to), over: over.sort((one, other) => size(one) - size(other)) };
  });
}
