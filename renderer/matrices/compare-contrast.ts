// Where cases stand against each other: other ratings, or passages that support here what they contrast with there.
import type { CaseComparison, ComparedCell } from '../../shared/domain/compare-cases.ts';
import type { MatrixCell, StanceBalance } from '../../shared/domain/matrix.ts';

/** Which way the passages of a cell lean; null: none says. */
export type Leaning = 'supports' | 'contrasts' | 'mixed' | 'mentions';

export function leaningOf({ supports, contrasts, mentions }: StanceBalance): Leaning | null {
  if (supports > 0 && supports > contrasts) return 'supports';
  if (contrasts > 0 && contrasts > supports) return 'contrasts';
  if (supports > 0) return 'mixed';
  return mentions > 0 ? 'mentions' : null;
}

/** Ratings are compared on one scale only: a « fort » of another scale is another thing. */
function ratingsDiffer(cells: readonly (MatrixCell | null)[]): boolean {
  const byScale = Map.groupBy(
    cells.flatMap((cell) => cell?.rating ?? []),
    ({ scaleId }) => scaleId,
  );
  return [...byScale.values()].some((ratings) => ratings.some(({ value }) => value !== ratings[0]?.value));
}

export function isContrast({ cells }: Pick<ComparedCell, 'cells'>): boolean {
  const leanings = new Set(cells.map((cell) => cell && leaningOf(cell.stance)));
  return ratingsDiffer(cells) || (leanings.has('supports') && leanings.has('contrasts'));
}

export const COMPARED = ['all', 'common', 'only', 'contrast'] as const;
export type Compared = (typeof COMPARED)[number];

function shows(cell: ComparedCell, what: Compared): boolean {
  if (what === 'common') return cell.common.length > 0;
  if (what === 'only') return cell.only.some((categories) => categories.length > 0);
  return what === 'all' || isContrast(cell);
}

/** Only the rows in which some family shows it. */
export function comparisonOf(comparison: CaseComparison, what: Compared): CaseComparison {
  const kept = comparison.rows.flatMap((_, row) => (comparison.cells[row]?.some((cell) => shows(cell, what)) ? [row] : []));
  if (kept.length === comparison.rows.length) return comparison;
  return {
    ...comparison,
    rows: kept.flatMap((row) => comparison.rows[row] ?? []),
    cells: kept.map((row) => comparison.cells[row] ?? []),
  };
}
