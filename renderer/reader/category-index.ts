// All categories of all grids, with what the reader says of each: its path, its name beside a stripe, its letters for filters.
import { folded, lineage } from '../../shared/domain/category.ts';
import type { Category, Codebook, Grid } from '../../shared/domain/category.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';

export interface CategoryEntry {
  readonly category: Category;
  readonly grid: Pick<Grid, 'id' | 'title'>;
  /** Names of its ancestors, from the top down. */
  readonly path: readonly string[];
  /** Beside a stripe: « Coordination › feuille de route » for what was found in the field, else its name. */
  readonly label: string;
  readonly foldedName: string;
  /** Grid, path and name, for letters that the name alone does not hold. */
  readonly foldedPath: string;
}

export type CategoryIndex = ReadonlyMap<CategoryId, CategoryEntry>;

/** In codebook order. */
export function categoryIndex(codebook: Codebook): CategoryIndex {
  const index = new Map<CategoryId, CategoryEntry>();
  for (const grid of codebook) {
    const byId = new Map<string, Category>(grid.categories.map((category) => [category.id, category]));
    for (const category of grid.categories) {
      const path = lineage(byId, category.id)
        .slice(0, -1)
        .map(({ name }) => name);
      const parent = path.at(-1);
      index.set(category.id, {
        category,
        grid: { id: grid.id, title: grid.title },
        path,
        label: category.origin === 'in-vivo' && parent !== undefined ? `${parent} › ${category.name}` : category.name,
        foldedName: folded(category.name),
        foldedPath: [grid.title, ...path, category.name].map(folded).join(' '),
      });
    }
  }
  return index;
}
