// The grids as a tree, or what is left of them under the filter: the matches, with the way down to them.
import type { Category, Codebook, Grid } from '../../shared/domain/category.ts';
import { foldedTerms } from './palette-ranking.ts';
import type { CategoryIndex } from './category-index.ts';

export interface CategoryNode {
  readonly category: Category;
  readonly children: readonly CategoryNode[];
  readonly matches: boolean;
}

export interface GridNode {
  readonly grid: Grid;
  readonly children: readonly CategoryNode[];
}

/** Every term typed must stand in the category's name, its path or its grid's title; grids without a match are left out. */
export function filteredGrids(codebook: Codebook, categories: CategoryIndex, query: string): GridNode[] {
  const terms = foldedTerms(query);
  const matches = (category: Category): boolean => {
    const entry = categories.get(category.id);
    return (
      entry !== undefined &&
      terms.every((term) => entry.foldedPath.includes(term)) &&
      (terms.length === 0 || terms.some((term) => entry.foldedName.includes(term)))
    );
  };
  return codebook.flatMap((grid) => {
    const children = new Map<string | null, Category[]>();
    for (const category of grid.categories) {
      const siblings = children.get(category.parentId);
      if (siblings) siblings.push(category);
      else children.set(category.parentId, [category]);
    }
    const nodesUnder = (parentId: string | null): CategoryNode[] =>
      (children.get(parentId) ?? []).flatMap((category) => {
        const below = nodesUnder(category.id);
        const isMatch = matches(category);
        return isMatch || below.length > 0 ? [{ category, children: below, matches: isMatch }] : [];
      });
    const nodes = nodesUnder(null);
    return nodes.length > 0 || terms.length === 0 ? [{ grid, children: nodes }] : [];
  });
}
