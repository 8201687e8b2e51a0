// The table as it is laid out and scrolled: how wide its columns are, which of its cells are drawn, what its heads are.
import { useMemo, useState } from 'react';
import type { RefObject } from 'react';
import type { MatrixLayout } from '../../shared/domain/matrix.ts';
import type { CellLinks } from './found-list.tsx';
import { columnWords } from './fit-width.ts';
import type { ParentOf } from './grid-folds.ts';
import { columnsOf, headWidthOf } from './grid-layout.ts';
import { headerSpans, rowHeads } from './header-spans.ts';
import { columnSums, densityOf } from './table-density.ts';
import { useCounts } from './use-counts.ts';
import { useShownLines } from './use-shown-lines.ts';
import { useRoomOf, useVisibleCells } from './use-visible-cells.ts';
import { isLarge, rowHeight } from './visible-range.ts';

/** @param whole the table before any line was folded */
export function useTableShape(
  scroller: RefObject<HTMLElement | null>,
  links: CellLinks,
  whole: CellLinks['table'],
  layout: MatrixLayout,
  parentOf: ParentOf,
) {
  const { table } = links;
  const counts = useCounts(table);
  const room = useRoomOf(scroller);
  const size = { rows: table.rows.length, columns: table.columns.length };
  const density = densityOf(size.rows, size.columns, room.height);
  /** Null: the table is small, drawn whole, each row as high as it needs. */
  const height = useMemo(() => (isLarge(counts.rows.length, counts.columns.length) ? rowHeight(counts) : null), [counts]);
  /** A width that is being pulled is seen at once and kept at the end. */
  const [pulled, setPulled] = useState<MatrixLayout | null>(null);
  const shown = pulled ?? layout;
  const headWidth = headWidthOf(shown, innerWidth);
  const words = useMemo(() => columnWords(counts), [counts]);
  const columns = useMemo(() => {
    const keys = table.columns.map(({ key }) => key);
    return columnsOf(keys, shown, density.cellWidthPx, room.width - headWidth - 1, words);
  }, [table.columns, shown, density.cellWidthPx, room.width, headWidth, words]);
  const visible = useVisibleCells(scroller, { rows: size.rows, columns, headWidth, rowHeight: height });
  useShownLines(links, whole, visible, columns.frozen, parentOf);
  const spans = useMemo(() => headerSpans(table.columns, parentOf, columns.frozen), [table.columns, parentOf, columns.frozen]);
  const heads = useMemo(() => rowHeads(table.rows, parentOf), [table.rows, parentOf]);
  const sums = useMemo(() => columnSums(counts), [counts]);
  return { size, density, height, headWidth, columns, visible, spans, heads, sums, setPulled };
}

export type TableShape = ReturnType<typeof useTableShape>;
