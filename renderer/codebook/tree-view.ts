// What the tree of a grid shows: its categories nested, the ones a filter keeps, and how often each is applied.
import type { Category } from '../../shared/domain/category.ts';
import { folded, lineage } from '../../shared/domain/category.ts';

export interface TreeNode {
  /** The category's id or, in a second place, its parent's there before it. */
  readonly key: string;
  readonly category: Category;
  /** Its name. */
  readonly text: string;
  /** Seen here too; it belongs elsewhere. */
  readonly isAlias: boolean;
  readonly hasChildren: boolean;
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

const foldedNames = new WeakMap<Category, string>();

/** Folding a name costs more than looking into it, and a filter looks at every letter typed. */
function foldedName(category: Category): string {
  let name = foldedNames.get(category);
  if (name === undefined) foldedNames.set(category, (name = folded(category.name)));
  return name;
}

function says(category: Category, words: readonly string[]): boolean {
  const name = foldedName(category);
  return words.every((word) => name.includes(word));
}

/** What a filter leaves of a tree. */
export interface Kept {
  /** With the ancestors that lead to what was found. */
  readonly shown: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
}

/**
 * What stays when the tree is filtered: categories whose name holds every word of the query (accents and case ignored), and their ancestors.
 * Null when the query is empty: nothing is filtered. `categories` stand depth first.
 */
export function keptByFilter(categories: readonly Category[], query: string): Kept | null {
  const words = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const found = new Set<string>();
  const shown = new Set<string>();
  // from the end every category is seen before its parent
  for (let at = categories.length - 1; at >= 0; at -= 1) {
    const category = categories[at] as Category;
    if (says(category, words)) found.add(category.id);
    else if (!shown.has(category.id)) continue;
    shown.add(category.id);
    if (category.parentId !== null) shown.add(category.parentId);
  }
  return { shown, found };
}

/** Parent → the categories that are seen there too. */
function guestsBy(categories: readonly Category[]): Map<string, Category[]> {
  const guests = new Map<string, Category[]>();
  for (const category of categories) for (const parentId of category.alsoUnder) guests.set(parentId, [...(guests.get(parentId) ?? []), category]);
  return guests;
}

function aliasOf(category: Category, parentId: string, codings: CodingCount): TreeNode {
  return {
    key: `${parentId}>${category.id}`,
    category,
    text: category.name,
    isAlias: true,
    hasChildren: false,
    children: [],
    codings,
    isFound: true,
  };
}

/** The category that a row stands for. */
export function categoryIdOf(key: string): string {
  return key.slice(key.lastIndexOf('>') + 1);
}

/** The tree of a grid, reduced to what a filter keeps. */
export function treeOf(categories: readonly Category[], kept: Kept | null, counts = codingCounts(categories)): TreeNode[] {
  const below = new Map<string | null, Category[]>();
  for (const category of categories) {
    if (kept && !kept.shown.has(category.id)) continue;
    const siblings = below.get(category.parentId);
    if (siblings) siblings.push(category);
    else below.set(category.parentId, [category]);
  }
  const guests = kept ? new Map<string, Category[]>() : guestsBy(categories);
  const nodeOf = (category: Category): TreeNode => {
    const children = [...nodesUnder(category.id), ...(guests.get(category.id) ?? []).map((guest) => aliasOf(guest, category.id, countOf(guest)))];
    const isFound = !kept || kept.found.has(category.id);
    const own = { key: category.id, category, text: category.name, isAlias: false };
    return { ...own, hasChildren: children.length > 0, children, codings: countOf(category), isFound };
  };
  const countOf = ({ id }: Category): CodingCount => counts.get(id) ?? { own: 0, total: 0 };
  const nodesUnder = (parentId: string | null): TreeNode[] => (below.get(parentId) ?? []).map(nodeOf);
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
