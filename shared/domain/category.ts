// A category is one entry of a grid (a code, elsewhere); a grid is a tree of categories; the codebook is all grids.
import type { CategoryId, GridId, PassageId } from './ids.ts';
import type { WeightScale } from './weight-scale.ts';

export const ORIGINS = ['a-priori', 'in-vivo', 'emergent'] as const;
export type Origin = (typeof ORIGINS)[number];

/** How far the analysis has come with a category: named from the text, related to others, at the core of the account. */
export const STAGES = ['open', 'axial', 'selective'] as const;
export type Stage = (typeof STAGES)[number];

export const STATUSES = ['draft', 'stable', 'retired'] as const;
export type CategoryStatus = (typeof STATUSES)[number];

/** What a coder reads before applying a category. */
export interface CategoryRule {
  readonly definition: string;
  readonly inclusion: string;
  readonly exclusion: string;
  readonly example: string;
}

export interface Category extends CategoryRule {
  readonly id: CategoryId;
  readonly gridId: GridId;
  readonly parentId: CategoryId | null;
  /** 0-based order among its siblings. */
  readonly position: number;
  readonly name: string;
  /** `#rrggbb` */
  readonly color: string;
  readonly origin: Origin;
  readonly stage: Stage | null;
  readonly status: CategoryStatus | null;
  /** The weights that its codings may have; null where any number may. */
  readonly scale: WeightScale | null;
  /** The passage that `example` quotes; null where the words are anybody's. */
  readonly examplePassageId: PassageId | null;
  /** Other parents of its grid under which it is seen too; it is counted under its own one. */
  readonly alsoUnder: readonly CategoryId[];
  /** Codings that name this very category (children not included). */
  readonly codings: number;
}

export interface Grid {
  readonly id: GridId;
  /** Short name for paths and the command line, unique in a project: `innovation-sociale`. */
  readonly key: string;
  readonly title: string;
  readonly source: string;
  readonly description: string;
  readonly version: number;
  /** Depth first, in codebook order: a parent always stands before its children. */
  readonly categories: readonly Category[];
}

export type Codebook = readonly Grid[];

/** Mid-luminance hues that stay legible as tints in both themes. */
export const CATEGORY_COLORS = [
  '#3f8f6b',
  '#c07a2c',
  '#5a6fc0',
  '#b0527e',
  '#7a8a2a',
  '#2a8a96',
  '#8a5fb0',
  '#b5523b',
  '#4f7fa8',
  '#8c6d3f',
  '#5f7d4a',
  '#a0568f',
] as const;

/** One order of names on every machine, whatever its language: numbers by their value, accents after their letters. */
export const byName = new Intl.Collator('fr', { numeric: true });

/** Depth-first order of a flat list; siblings by position, then name. */
export function inTreeOrder<T extends { id: string; parentId: string | null; position: number; name: string }>(items: readonly T[]): T[] {
  const children = new Map<string | null, T[]>();
  for (const item of items) {
    const list = children.get(item.parentId);
    if (list) list.push(item);
    else children.set(item.parentId, [item]);
  }
  const ordered: T[] = [];
  const visit = (parentId: string | null): void => {
    const siblings = children.get(parentId) ?? [];
    siblings.sort((a, b) => a.position - b.position || byName.compare(a.name, b.name));
    for (const item of siblings) {
      ordered.push(item);
      visit(item.id);
    }
  };
  visit(null);
  return ordered;
}

/** Ancestors from the top down, the category itself last. */
export function lineage<T extends { id: string; parentId: string | null }>(byId: ReadonlyMap<string, T>, id: string): T[] {
  const chain: T[] = [];
  for (let current = byId.get(id); current; current = current.parentId === null ? undefined : byId.get(current.parentId)) chain.unshift(current);
  return chain;
}

/** Text without accents, case, ligatures or the difference between the two apostrophes: what filters compare. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase();
}

const MAX_KEY_UTF16 = 60;

/** A grid's key from its title: `Ma grille à moi` → `ma-grille-a-moi`, with a number where that key is taken. */
export function keyForTitle(title: string, isTaken: (key: string) => boolean): string {
  const base =
    title
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, MAX_KEY_UTF16) || 'grille';
  let key = base;
  for (let n = 2; isTaken(key); n += 1) key = `${base}-${n}`;
  return key;
}
