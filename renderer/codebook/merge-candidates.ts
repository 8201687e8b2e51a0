// The categories that another one may be merged into, its passages moved to, or itself shown under, with the path that tells them apart.
import type { Category, Codebook, Grid } from '../../shared/domain/category.ts';
import { folded, lineage } from '../../shared/domain/category.ts';
import { subtreeOf } from './tree-view.ts';

export interface Candidate {
  readonly grid: Grid;
  readonly category: Category;
  /** `Outils de gestion › Coordination`: what stands above it. */
  readonly path: string;
}

/** Those whose name or path holds every word of the query, accents and case ignored. */
export function candidatesSaying(candidates: readonly Candidate[], query: string): readonly Candidate[] {
  const words = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return candidates;
  return candidates.filter(({ path, category }) => {
    const text = folded(`${path} ${category.name}`);
    return words.every((word) => text.includes(word));
  });
}

function candidatesIn(grid: Grid, isLeftOut: (category: Category) => boolean): Candidate[] {
  const byId = new Map(grid.categories.map((category) => [category.id as string, category]));
  return grid.categories.flatMap((category): Candidate[] => {
    if (isLeftOut(category)) return [];
    const above = lineage(byId, category.id).slice(0, -1);
    return [{ grid, category, path: [grid.title, ...above.map(({ name }) => name)].join(' › ') }];
  });
}

export function allCategories(codebook: Codebook): Candidate[] {
  return codebook.flatMap((grid) => candidatesIn(grid, () => false));
}

/** Every category but one; its own grid comes first. */
export function otherCategories(codebook: Codebook, own: Grid, category: Category): Candidate[] {
  const grids = [own, ...codebook.filter(({ id }) => id !== own.id)];
  return grids.flatMap((grid) => candidatesIn(grid, ({ id }) => id === category.id));
}

/**
 * Never the category itself nor one below it; children cannot change grids, so a category that has some stays in its own.
 * Its own grid comes first. `query` keeps those whose name or path holds every word, accents and case ignored.
 */
export function mergeCandidates(codebook: Codebook, grid: Grid, from: Category, query: string): readonly Candidate[] {
  const excluded = new Set<string>(subtreeOf(grid.categories, from.id).map(({ id }) => id));
  const others = excluded.size > 1 ? [] : codebook.filter(({ id }) => id !== grid.id);
  const all = [grid, ...others].flatMap((each) => candidatesIn(each, ({ id }) => excluded.has(id)));
  return candidatesSaying(all, query);
}

/** Where a category may be seen as well: in its grid, not above nor below itself, not where it is seen already. */
export function placeCandidates(grid: Grid, category: Category): Candidate[] {
  const byId = new Map(grid.categories.map((item) => [item.id as string, item]));
  const leftOut = new Set<string>([
    ...lineage(byId, category.id).map(({ id }) => id),
    ...subtreeOf(grid.categories, category.id).map(({ id }) => id),
    ...category.alsoUnder,
  ]);
  return candidatesIn(grid, ({ id }) => leftOut.has(id));
}
