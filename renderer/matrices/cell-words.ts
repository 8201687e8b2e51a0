// A cell in words: all that the eye reads in it, in one breath.
import { withoutCuts } from '../../shared/domain/cell.ts';
import type { MatrixCell } from '../../shared/domain/matrix.ts';
import type { MatricesWords } from '../../shared/i18n/matrices.ts';
import type { GridWords } from '../../shared/i18n/matrix-grid.ts';

export function cellInWords(title: string, cell: MatrixCell, words: MatricesWords, grid: GridWords): string {
  const { rating, synthesis, status, remark, pinned } = cell;
  return [
    words.cellLabel(title, cell.passages),
    rating ? grid.ratedAs(rating.label) : '',
    cell.categories.map(({ name }) => name).join(', '),
    synthesis ?? '',
    synthesis !== null && status ? words.statuses[status] : '',
    cell.isOutdated ? grid.outdated : '',
    remark === null ? '' : grid.remarkOf(remark),
    pinned.length > 0 ? grid.pinnedQuotes(pinned.map(({ text, cuts }) => withoutCuts(text, cuts))) : '',
    words.balance(cell.stance),
  ]
    .filter((part) => part !== '')
    .join('. ');
}
