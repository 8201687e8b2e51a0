// Which grid or category the place names; a place that names nothing (or something gone) shows the first grid.
import type { Category, Codebook, Grid } from '../../shared/domain/category.ts';
import type { CategoryId, GridId } from '../../shared/domain/ids.ts';
import type { Place } from '../navigation.tsx';

/** What the middle shows: the card of what is chosen, unless something else was asked for. */
export type View = 'card' | 'gallery' | 'newGrid' | 'merge' | 'split' | 'versions' | 'structure';

/** Opens the card of a grid, or of one of its categories. */
export type Choose = (gridId: GridId, categoryId?: CategoryId) => void;

export interface Chosen {
  readonly grid: Grid;
  /** Null when the grid itself is chosen. */
  readonly category: Category | null;
}

export function chosenIn(codebook: Codebook, place: Pick<Place, 'gridId' | 'categoryId'>): Chosen | null {
  for (const grid of codebook) {
    const category = grid.categories.find(({ id }) => id === place.categoryId);
    if (category) return { grid, category };
  }
  const grid = codebook.find(({ id }) => id === place.gridId) ?? codebook[0];
  return grid ? { grid, category: null } : null;
}
