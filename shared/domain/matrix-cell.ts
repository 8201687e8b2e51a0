// A cell in which nothing falls and nothing is written.
import type { MatrixCell } from './matrix.ts';

/** One for all the blank cells: they are read, never written. */
const NONE: readonly never[] = [];
const NO_STANCE = { supports: 0, contrasts: 0, mentions: 0 } as const;

export function blankCell(key: string): MatrixCell {
  return {
    key,
    codings: 0,
    passages: 0,
    sources: 0,
    cases: 0,
    categories: NONE,
    stance: NO_STANCE,
    synthesis: null,
    status: null,
    rating: null,
    remark: null,
    pinned: NONE,
    isOutdated: false,
    quotes: NONE,
    members: NONE,
  };
}

/** No passage, no word, no rating. */
export function isBlankCell(cell: MatrixCell): boolean {
  return cell.passages === 0 && cell.synthesis === null && cell.rating === null && cell.remark === null && cell.pinned.length === 0;
}
