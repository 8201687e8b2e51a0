// How far a file is while it is written: so many of its lines (rows of tables, and what stands between them) of all.
import type { LaidSection } from './document-layout.ts';

/** Told often: whoever shows it takes what it can. */
export type Tell = (done: number, total: number) => void;

export const tellNobody: Tell = () => undefined;

/** A table cut in parts says its rows in each. */
export function linesOf(sections: readonly LaidSection[]): number {
  let lines = 0;
  for (const { blocks } of sections) for (const block of blocks) lines += block.kind === 'table' ? block.table.rows.length * block.parts.length : 1;
  return lines;
}

/** The stretch of a file's lines that is written now. */
interface Stretch {
  readonly before: number;
  readonly own: number;
  readonly total: number;
}

export const allOf = (total: number): Stretch => ({ before: 0, own: total, total });

/** The same pieces, each told as it is taken. There are a few more of them than lines: captions, what begins and ends a table. */
export function* told(pieces: Iterable<string>, { before, own, total }: Stretch, tell: Tell): Generator<string> {
  let done = before;
  for (const piece of pieces) {
    yield piece;
    done = Math.min(done + 1, before + own);
    tell(done, total);
  }
}
