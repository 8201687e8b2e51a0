// A split being prepared: where the passages go, and what of it can be asked of the core.
import type { Category } from '../../shared/domain/category.ts';
import { isSameName } from '../../shared/domain/category-path.ts';
import type { PassageId } from '../../shared/domain/ids.ts';
import type { Input } from '../../shared/contract/contract.ts';

/** Passage → number of the category that it goes to, 1 for the first; one that is not named stays. */
export type Sorting = ReadonlyMap<PassageId, number>;

/** As many as there are digits. */
export const MOST_TARGETS = 9;

/** `target` 0 leaves the passage where it is. */
export function sortedTo(sorting: Sorting, passageId: PassageId, target: number): Sorting {
  const next = new Map(sorting);
  if (target === 0) next.delete(passageId);
  else next.set(passageId, target);
  return next;
}

/** A target that is taken away leaves its passages; the later ones move up. */
export function withoutTarget(sorting: Sorting, target: number): Sorting {
  return new Map([...sorting].filter(([, to]) => to !== target).map(([id, to]) => [id, to > target ? to - 1 : to]));
}

/** The digit that was pressed, where a category has it; 0 stays. Null for any other key. */
export function targetOfKey(key: string, targets: number): number | null {
  if (!/^[0-9]$/.test(key)) return null;
  return Number(key) <= targets ? Number(key) : null;
}

/** Whether a name is given twice, or is the category's own where both would stand side by side; that of an empty field is nobody's. */
export function hasNameTwice(category: Category, names: readonly string[], below: boolean): boolean {
  const given = names.map((name) => name.trim()).filter((name) => name !== '');
  const taken = below ? given : [category.name, ...given];
  return taken.some((name, at) => taken.slice(0, at).some((other) => isSameName(other, name)));
}

/**
 * What the core is asked; null while a name is missing, given twice or the category's own, or where nothing would happen.
 * A name that a category beside (or below) has already stands for that category.
 */
export function splitRequest(
  category: Category,
  siblings: readonly Category[],
  names: readonly string[],
  below: boolean,
  sorting: Sorting,
): Input<'category.split'> | null {
  const trimmed = names.map((name) => name.trim());
  if (trimmed.length === 0 || trimmed.includes('') || hasNameTwice(category, names, below)) return null;
  const parentId = below ? category.id : category.parentId;
  const targets = trimmed.map((name) => {
    const known = siblings.find((item) => item.parentId === parentId && item.id !== category.id && isSameName(item.name, name));
    return known ? { categoryId: known.id } : { name };
  });
  const sorted = [...sorting].map(([passageId, to]) => ({ passageId, target: to - 1 }));
  return sorted.length === 0 && targets.every((target) => 'categoryId' in target) ? null : { categoryId: category.id, targets, below, sorted };
}
