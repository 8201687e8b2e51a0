// The categories into which another one may be merged, with the path that tells them apart.
import type { Category, Codebook, Grid } from '../../shared/domain/category.ts';
import { folded, lineage } from '../../shared/domain/category.ts';
import { subtreeOf } from './tree-view.ts';

export interface Candidate {
  readonly grid: Grid;
  readonly category: Category;
  /** `Outils de gestion › Coordination`: what stands above it. */
  readonly path: string;
}

/**
 * Never the category itself nor one below it; children cannot change grids, so a category that has some stays in its own.
 * Its own grid comes first. `query` keeps those whose name or path holds every word, accents and case ignored.
 */
export function mergeCandidates(codebook: Codebook, grid: Grid, from: Category, query: string): Candidate[] {
  const excluded = new Set<string>(subtreeOf(grid.categories, from.id).map(({ id }) => id));
  const others = excluded.size > 1 ? [] : codebook.filter(({ id }) => id !== grid.id);
  const words = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return [grid, ...others].flatMap((each) => {
    const byId = new Map(each.categories.map((category) => [category.id as string, category]));
    return each.categories.flatMap((category): Candidate[] => {
      if (excluded.has(category.id)) return [];
      const path = [
        each.title,
        ...lineage(byId, category.id)
          .slice(0, -1)
          .map(({ name }) => name),
      ].join(' › ');
      const text = folded(`${path} ${category.name}`);
      return words.every((word) => text.includes(word)) ? [{ grid: each, category, path }] : [];
    });
  });
}
