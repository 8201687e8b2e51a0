// What the tree of a grid shows: its categories nested, the ones a filter keeps, and how often each is applied.
import type { Category } from '../../shared/domain/category.ts';
import { folded, lineage } from '../../shared/domain/category.ts';

export interface TreeNode {
  /** The category's id or, in a second place, its parent's there before it. */
  readonly key: string;
  readonly category: Category;
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
  return { key: `${parentId}>${category.id}`, category, isAlias: true, hasChildren: false, children: [], codings, isFound: true };
}

/** The category that a row stands for. */
export function categoryIdOf(key: string): string {
  return key.slice(key.lastIndexOf('>') + 1);
}

/** One line of the tree as it is seen. */
export interface TreeLine {
  readonly node: TreeNode;
  /** 1 for the top. */
  readonly level: number;
  /** Its place among its siblings, 1 for the first, and their number: for those who hear the tree. */
  readonly place: number;
  readonly siblings: number;
  readonly isUnfolded: boolean;
}

/** The tree as far as it is unfolded; what is folded away costs nothing. */
export function shownLines(nodes: readonly TreeNode[], isUnfolded: (key: string) => boolean): TreeLine[] {
  const lines: TreeLine[] = [];
  const walk = (siblings: readonly TreeNode[], level: number): void => {
    for (const [at, node] of siblings.entries()) {
      const isOpen = node.hasChildren && isUnfolded(node.key);
      lines.push({ node, level, place: at + 1, siblings: siblings.length, isUnfolded: isOpen });
      if (isOpen) walk(node.children, level + 1);
    }
  };
  walk(nodes, 1);
  return lines;
}

/** What a key asks of the line under the focus: another line, or its own unfolding. */
export type TreeStep = { readonly to: number } | { readonly unfolds: boolean };

/** As trees do: up and down by lines, right into a branch, left out of it, Home and End. Null for any other key. */
export function stepOfKey(lines: readonly TreeLine[], at: number, key: string): TreeStep | null {
  const line = lines[at];
  if (!line) return null;
  const to = (place: number): TreeStep | null => (place >= 0 && place < lines.length ? { to: place } : null);
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(lines.length - 1);
    case 'ArrowRight':
      if (!line.node.hasChildren) return null;
      return line.isUnfolded ? to(at + 1) : { unfolds: true };
    case 'ArrowLeft':
      return line.isUnfolded ? { unfolds: false } : to(lines.findLastIndex((other, place) => place < at && other.level < line.level));
    default:
      return null;
  }
}

/** The next line whose name begins with what was typed, from this one on and around; -1 where there is none. */
export function lineBeginning(lines: readonly TreeLine[], from: number, typed: string): number {
  const wanted = folded(typed);
  const order = lines.map((_, at) => (from + at) % lines.length);
  return order.find((at) => foldedName((lines[at] as TreeLine).node.category).startsWith(wanted)) ?? -1;
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
    return { key: category.id, category, isAlias: false, hasChildren: children.length > 0, children, codings: countOf(category), isFound };
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
