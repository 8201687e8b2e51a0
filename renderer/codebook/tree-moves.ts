// Where a category goes when it is dropped or pushed by a key: the new parent, and the place among the new siblings.
import type { Category } from '../../shared/domain/category.ts';
import { lineage } from '../../shared/domain/category.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';

type Placed = Pick<Category, 'id' | 'parentId'>;

/** What `category.move` takes. `position` counts among the new siblings, the moved category left out. */
export interface Move {
  readonly categoryId: CategoryId;
  readonly parentId: CategoryId | null;
  readonly position: number;
}

export interface DropPlace {
  readonly key: string;
  readonly at: 'before' | 'after' | 'on';
}

/** `up` and `down` among the siblings, `in` under the sibling above, `out` right after the parent. */
export type Push = 'up' | 'down' | 'in' | 'out';

function childrenOf(categories: readonly Placed[], parentId: CategoryId | null): Placed[] {
  return categories.filter((category) => category.parentId === parentId);
}

function isUnder(categories: readonly Placed[], ancestorId: string, id: string): boolean {
  const byId = new Map(categories.map((category) => [category.id as string, category]));
  return lineage(byId, id).some((step) => step.id === ancestorId);
}

/** Whether a drop would put a category below itself; on itself it is a hand that changed its mind. */
export function dropsBelowItself(categories: readonly Placed[], movedId: string, place: DropPlace): boolean {
  return movedId !== place.key && isUnder(categories, movedId, place.key);
}

/** The move itself, or null when everything would stay where it is. */
function moveUnlessIdle(categories: readonly Placed[], moved: Placed, parentId: CategoryId | null, position: number): Move | null {
  const now = childrenOf(categories, moved.parentId).findIndex((sibling) => sibling.id === moved.id);
  return moved.parentId === parentId && now === position ? null : { categoryId: moved.id, parentId, position };
}

/**
 * The move that a drop asks for; null when it changes nothing or would put a category under itself.
 * @param categories all of the grid, in codebook order
 */
export function moveByDrop(categories: readonly Placed[], movedId: string, place: DropPlace): Move | null {
  const moved = categories.find((category) => category.id === movedId);
  const target = categories.find((category) => category.id === place.key);
  if (!moved || !target || isUnder(categories, movedId, place.key)) return null;
  const parentId = place.at === 'on' ? target.id : target.parentId;
  const siblings = childrenOf(categories, parentId).filter((sibling) => sibling.id !== moved.id);
  const besideTarget = siblings.findIndex((sibling) => sibling.id === target.id) + (place.at === 'after' ? 1 : 0);
  return moveUnlessIdle(categories, moved, parentId, place.at === 'on' ? siblings.length : besideTarget);
}

/** The move that an arrow key asks for; null where there is no room that way. */
export function moveByKey(categories: readonly Placed[], movedId: string, push: Push): Move | null {
  const moved = categories.find((category) => category.id === movedId);
  if (!moved) return null;
  const siblings = childrenOf(categories, moved.parentId);
  const at = siblings.findIndex((sibling) => sibling.id === moved.id);
  const above = siblings[at - 1];
  switch (push) {
    case 'up':
      return above ? { categoryId: moved.id, parentId: moved.parentId, position: at - 1 } : null;
    case 'down':
      return at + 1 < siblings.length ? { categoryId: moved.id, parentId: moved.parentId, position: at + 1 } : null;
    case 'in':
      return above ? moveByDrop(categories, movedId, { key: above.id, at: 'on' }) : null;
    case 'out':
      return moved.parentId === null ? null : moveByDrop(categories, movedId, { key: moved.parentId, at: 'after' });
  }
}
