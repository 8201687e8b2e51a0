// Asks a matrix for exactly the passages of one category with its descendants, and counts them by source.
import type { Input } from '../../shared/contract/contract.ts';
import type { Category } from '../../shared/domain/category.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { AxisSpec, MatrixQuote } from '../../shared/domain/matrix.ts';

/**
 * The category crossed with itself, on the axis of its siblings where everything below it is folded into it: the cell's
 * passages are those that carry it or one of its descendants, each once, whoever coded them.
 */
export function passagesQuery(category: Pick<Category, 'id' | 'gridId' | 'parentId'>): Input<'matrix.cell'> {
  const siblings: AxisSpec =
    category.parentId === null ? { kind: 'grid', gridId: category.gridId, level: 1 } : { kind: 'category', categoryId: category.parentId };
  const key = `category:${category.id}`;
  return {
    definition: { rows: [siblings], columns: [siblings], join: { kind: 'passage' }, coderIds: null, contents: ['passages'], hidesEmpty: false },
    rowKey: key,
    columnKey: key,
  };
}

export interface SourceCount {
  readonly sourceId: SourceId;
  readonly source: string;
  readonly passages: number;
}

/** Passages by source, in the order the quotes stand in (the corpus'). */
export function countBySource(quotes: readonly MatrixQuote[]): SourceCount[] {
  const counts = new Map<SourceId, SourceCount>();
  for (const { sourceId, source } of quotes) counts.set(sourceId, { sourceId, source, passages: (counts.get(sourceId)?.passages ?? 0) + 1 });
  return [...counts.values()];
}
