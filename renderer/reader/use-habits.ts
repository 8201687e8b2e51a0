// What this coder does most in this project: the categories used last, and where new ones go.
import { startTransition, useCallback, useMemo } from 'react';
import type { Codebook } from '../../shared/domain/category.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { CategoryIndex } from './category-index.ts';
import { isNewPlace, placeForNew } from './new-category-place.ts';
import { withRecent } from './palette-ranking.ts';
import type { NewCategoryPlace } from './reader-context.tsx';
import { useStored } from './reading-place.ts';

const isIdList = (value: unknown): value is CategoryId[] => Array.isArray(value) && value.every((id) => typeof id === 'string');

export function useHabits(projectId: string, codebook: Codebook, categories: CategoryIndex) {
  const [stored, setStored] = useStored<CategoryId[]>(`trame.recent.${projectId}`, [], isIdList);
  const [newPlace, setNewUnder] = useStored<NewCategoryPlace | null>(`trame.newUnder.${projectId}`, null, isNewPlace);
  const recent = useMemo(() => stored.filter((id) => categories.has(id)), [stored, categories]);
  const newUnder = useMemo(() => placeForNew(newPlace, recent, codebook, categories), [newPlace, recent, codebook, categories]);
  // What follows from an act without being its outcome waits until the outcome is painted.
  const used = useCallback((id: CategoryId) => startTransition(() => setStored(withRecent(stored, id))), [stored, setStored]);
  return { recent, used, newUnder, setNewUnder };
}
