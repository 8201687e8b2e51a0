// What all rows of the table share; the same object while nothing of it changes, so that rows in view are not drawn anew.
import { useMemo } from 'react';
import type { MatrixLayout } from '../../shared/domain/matrix.ts';
import type { CellLinks } from './found-list.tsx';
import type { RowLook } from './matrix-row.tsx';
import type { RatingLevels } from './rating-levels.ts';
import { onlyInOneCase } from './table-cases.ts';
import { largestCount } from './table-density.ts';
import { useCounts } from './use-counts.ts';
import type { TableShape } from './use-table-shape.ts';

export function useRowLook({ table, cases, addressOf }: CellLinks, layout: MatrixLayout, shape: TableShape, ratings: RatingLevels): RowLook {
  const counts = useCounts(table);
  const { definition, columns } = counts;
  const { isShaded, showsSparklines } = layout;
  const { frozen } = shape.columns;
  const { chips: chipLimit, prose } = shape.density;
  const largest = useMemo(() => (isShaded || showsSparklines ? largestCount(counts) : 0), [counts, isShaded, showsSparklines]);
  const showsCategories = definition.contents.includes('categories');
  const onlyCaseOf = useMemo(() => {
    const only = showsCategories ? onlyInOneCase(counts) : () => null;
    return (cellKey: string, categoryId: string) => cases.get(only(cellKey, categoryId) ?? '') ?? null;
  }, [counts, cases, showsCategories]);
  const [shadedBy, sparkBy] = [isShaded ? largest : 0, showsSparklines ? largest : 0];
  return useMemo(
    () => ({ definition, columns, cases, frozen, shadedBy, sparkBy, chipLimit, prose, ratings, onlyCaseOf, addressOf }),
    [definition, columns, cases, frozen, shadedBy, sparkBy, chipLimit, prose, ratings, onlyCaseOf, addressOf],
  );
}
