// Where a category made in the palette goes: where the last one went, else beside the category used last.
import type { Codebook } from '../../shared/domain/category.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { CategoryEntry, CategoryIndex } from './category-index.ts';
import type { NewCategoryPlace } from './reader-context.tsx';

export function isNewPlace(value: unknown): value is NewCategoryPlace | null {
  if (value === null) return true;
  const place = value as Partial<Record<keyof NewCategoryPlace, unknown>>;
  return typeof value === 'object' && typeof place.gridId === 'string' && (place.parentId === null || typeof place.parentId === 'string');
}

export function placeUnder(entry: CategoryEntry): NewCategoryPlace {
  return { gridId: entry.grid.id, parentId: entry.category.id, label: entry.category.name };
}

function topOf(codebook: Codebook, gridId: string | undefined): NewCategoryPlace | null {
  const grid = codebook.find(({ id }) => id === gridId);
  return grid ? { gridId: grid.id, parentId: null, label: grid.title } : null;
}

/** Null while the project has no grid. */
export function placeForNew(
  stored: NewCategoryPlace | null,
  recent: readonly CategoryId[],
  codebook: Codebook,
  categories: CategoryIndex,
): NewCategoryPlace | null {
  const kept = stored?.parentId && categories.get(stored.parentId);
  if (kept) return placeUnder(kept);
  const keptTop = stored?.parentId === null ? topOf(codebook, stored.gridId) : null;
  if (keptTop) return keptTop;
  const last = recent[0] && categories.get(recent[0]);
  const beside = last && categories.get(last.category.parentId ?? last.category.id);
  return beside ? placeUnder(beside) : topOf(codebook, codebook[0]?.id);
}
