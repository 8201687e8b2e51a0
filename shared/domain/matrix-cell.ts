// The cells of a matrix before anything is written in them.
import type { MatrixCell } from './matrix.ts';

/** One for all the cells that have none: they are read, never written. */
const NONE: readonly never[] = [];

/** What falls in a cell. */
type CellCounts = Pick<MatrixCell, 'codings' | 'passages' | 'sources' | 'cases' | 'categories' | 'units' | 'stance' | 'quotes'>;

const NOTHING: CellCounts = {
  codings: 0,
  passages: 0,
  sources: 0,
  cases: 0,
  categories: NONE,
  units: NONE,
  stance: { supports: 0, contrasts: 0, mentions: 0 },
  quotes: NONE,
};

/** A cell in which nothing is written. Every cell has its properties in this order: tables of very many are read faster so. */
export function unwrittenCell(key: string, { codings, passages, sources, cases, categories, units, stance, quotes }: CellCounts): MatrixCell {
  return {
    key,
    codings,
    passages,
    sources,
    cases,
    categories,
    units,
    stance,
    synthesis: null,
    status: null,
    rating: null,
    remark: null,
    pinned: NONE,
    isOutdated: false,
    quotes,
    members: NONE,
  };
}

/** Nothing falls in it and nothing is written. */
export function blankCell(key: string): MatrixCell {
  return unwrittenCell(key, NOTHING);
}

/** No passage, nobody, no word, no rating. */
export function isBlankCell(cell: MatrixCell): boolean {
  return (
    cell.passages === 0 &&
    cell.units.length === 0 &&
    cell.synthesis === null &&
    cell.rating === null &&
    cell.remark === null &&
    cell.pinned.length === 0
  );
}
