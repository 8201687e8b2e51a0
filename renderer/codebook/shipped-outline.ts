// A shipped grid as the gallery lets it be chosen from: each top category with what stands below it.
import type { ShippedGrid } from '../../shared/domain/grid-file.ts';

export type ShippedCategory = ShippedGrid['categories'][number];

export interface TopCategory {
  readonly top: ShippedCategory;
  /** Depth first. */
  readonly below: readonly ShippedCategory[];
}

export function topCategories(categories: readonly ShippedCategory[]): TopCategory[] {
  const topDepth = Math.min(...categories.map(({ depth }) => depth));
  const tops: { top: ShippedCategory; below: ShippedCategory[] }[] = [];
  for (const category of categories) {
    if (category.depth === topDepth) tops.push({ top: category, below: [] });
    else tops.at(-1)?.below.push(category);
  }
  return tops;
}
