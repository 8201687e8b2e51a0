// Words cut where marks begin and end.

export interface MarkedPiece {
  readonly at: number;
  readonly piece: string;
  readonly isMarked: boolean;
}

export function piecesOf(text: string, marked: readonly { readonly start: number; readonly end: number }[]): MarkedPiece[] {
  const cuts = [0, text.length, ...marked.flatMap(({ start, end }) => [Math.min(start, text.length), Math.min(end, text.length)])];
  const ends = [...new Set(cuts)].sort((a, b) => a - b);
  return ends.slice(0, -1).map((at, index) => ({
    at,
    piece: text.slice(at, ends[index + 1]),
    isMarked: marked.some(({ start, end }) => start <= at && at < end),
  }));
}
