// What the tree of a grid shows: its categories nested, the ones a filter keeps, and how often each is applied.
import type { Category } from '../../shared/domain/category.ts';
import { folded, lineage } from '../../shared/domain/category.ts';

export interface TreeNode {
  readonly category: Category;
  readonly children: readonly TreeNode[];
  readonly codings: CodingCount;
  /** False for an ancestor that only leads to what the filter found. */
  readonly isFound: boolean;
}

export interface CodingCount {
  /** Codings that name the category itself. */
  readonly own: number;
  /** With those of all its descendants. */
  readonly total: number;
}

/** Category id → its codings, in one walk. `categories` stand depth first. */
export function codingCounts(categories: readonly Category[]): Map<string, CodingCount> {
  const counts = new Map(categories.map((category) => [category.id as string, { own: category.codings, total: category.codings }]));
  // children stand after their parents, so that from the end every total is complete before it is passed up
  for (const category of categories.toReversed()) {
    const count = counts.get(category.id);
    const above = category.parentId === null ? undefined : counts.get(category.parentId);
    if (count && above) above.total += count.total;
  }
  return counts;
}

/** Codings of a whole grid. */
export function codingsOfGrid(categories: readonly Category[]): number {
  return categories.reduce((sum, category) => sum + category.codings, 0);
}

function says(category: Category, words: readonly string[]): boolean {
  const name = folded(category.name);
  return words.every((word) => name.includes(word));
}

/**
 * The ids that stay when the tree is filtered: categories whose name holds every word of the query (accents and case ignored),
 * and the ancestors that lead to them. Null when the query is empty: nothing is filtered.
 */
export function keptByFilter(
  categories: readonly Category[],
  query: string,
): { readonly shown: ReadonlySet<string>; readonly found: ReadonlySet<string> } | null {
  const words = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const byId = new Map(categories.map((category) => [category.id as string, category]));
  const found = new Set<string>(categories.filter((category) => says(category, words)).map((category) => category.id));
  return { shown: new Set([...found].flatMap((id) => lineage(byId, id).map((step) => step.id as string))), found };
}

/** The tree of a grid, reduced to what the query keeps. */
export function treeOf(categories: readonly Category[], query: string): TreeNode[] {
  const kept = keptByFilter(categories, query);
  const counts = codingCounts(categories);
  const below = new Map<string | null, Category[]>();
  for (const category of categories) {
    if (kept && !kept.shown.has(category.id)) continue;
    const siblings = below.get(category.parentId);
    if (siblings) siblings.push(category);
    else below.set(category.parentId, [category]);
  }
  const nodesUnder = (parentId: string | null): TreeNode[] =>
    (below.get(parentId) ?? []).map((category) => ({
      category,
      children: nodesUnder(category.id),
      codings: counts.get(category.id) ?? { own: 0, total: 0 },
      isFound: !kept || kept.found.has(category.id),
    }));
  return nodesUnder(null);
}

const OPEN_AT_MOST = 40;

/** Ids to unfold at first: everything in a small grid; in a large one nothing but what leads to the chosen category. */
export function unfoldedAtFirst(categories: readonly Category[], chosenId: string | undefined): string[] {
  if (categories.length <= OPEN_AT_MOST) return categories.map((category) => category.id);
  return ancestorsOf(categories, chosenId);
}

/** Ids above a category, from the top down. */
export function ancestorsOf(categories: readonly Category[], id: string | undefined): string[] {
  const byId = new Map(categories.map((category) => [category.id as string, category]));
  return id === undefined
    ? []
    : lineage(byId, id)
        .slice(0, -1)
        .map((step) => step.id);
}

/** A category with everything below it, depth first. `categories` stand depth first. */
export function subtreeOf(categories: readonly Category[], id: string): Category[] {
  const inside = new Set<string>();
  return categories.filter((category) => {
    if (category.id !== id && (category.parentId === null || !inside.has(category.parentId))) return false;
    inside.add(category.id);
    return true;
  });
}
