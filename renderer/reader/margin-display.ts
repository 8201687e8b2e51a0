// How the margin shows codings: what its colours stand for, which codings it shows, and how turns are numbered.
import type { CategoryId, CoderId, GridId } from '../../shared/domain/ids.ts';
import type { Codebook } from '../../shared/domain/category.ts';
import type { Coder } from '../../shared/domain/corpus.ts';
import type { SourceCoding } from '../../shared/domain/source.ts';
import type { CategoryIndex } from './category-index.ts';
import type { Stripe } from './coded-text.ts';

export const COLOR_BY = ['category', 'coder', 'grid'] as const;
export type ColorBy = (typeof COLOR_BY)[number];
export const NUMBERS = ['all', 'fives', 'none'] as const;
export type Numbers = (typeof NUMBERS)[number];

export interface MarginFilter {
  readonly kind: 'grid' | 'coder' | 'category';
  readonly id: string;
}

export interface Display {
  readonly colorBy: ColorBy;
  /** Null shows every coding. */
  readonly filter: MarginFilter | null;
  /** What the filter leaves out is faint, or not there at all. */
  readonly hidesOthers: boolean;
  readonly numbers: Numbers;
  readonly lines: boolean;
}

export const PLAIN_DISPLAY: Display = { colorBy: 'category', filter: null, hidesOthers: false, numbers: 'all', lines: false };

/** Guards what an older version stored. */
export function isDisplay(value: unknown): value is Display {
  const display = value as Partial<Display> | null;
  if (typeof display !== 'object' || display === null) return false;
  const { colorBy, filter, hidesOthers, numbers, lines } = display;
  const isFilter = filter === null || (typeof filter?.id === 'string' && ['grid', 'coder', 'category'].includes(filter.kind));
  const areChoices = COLOR_BY.some((by) => by === colorBy) && NUMBERS.some((kind) => kind === numbers);
  return isFilter && areChoices && typeof hidesOthers === 'boolean' && typeof lines === 'boolean';
}

/** What the filter is about is gone: as if there were none. */
export function presentFilter(
  filter: MarginFilter | null,
  categories: CategoryIndex,
  coders: ReadonlyMap<CoderId, Coder>,
  grids: Codebook,
): MarginFilter | null {
  if (!filter) return null;
  const isThere = {
    grid: () => grids.some(({ id }) => id === filter.id),
    coder: () => coders.has(filter.id as CoderId),
    category: () => categories.has(filter.id as CategoryId),
  }[filter.kind]();
  return isThere ? filter : null;
}

function isUnder(categories: CategoryIndex, id: CategoryId, ancestor: string): boolean {
  for (let at: CategoryId | null = id; at !== null; at = categories.get(at)?.category.parentId ?? null) if (at === ancestor) return true;
  return false;
}

/** Which codings pass a filter. */
export function passes(filter: MarginFilter | null, categories: CategoryIndex): (coding: Pick<SourceCoding, 'categoryId' | 'coderId'>) => boolean {
  if (!filter) return () => true;
  const { kind, id } = filter;
  if (kind === 'coder') return ({ coderId }) => coderId === id;
  if (kind === 'grid') return ({ categoryId }) => categories.get(categoryId)?.grid.id === id;
  const known = new Map<CategoryId, boolean>();
  return ({ categoryId }) => {
    const before = known.get(categoryId);
    if (before !== undefined) return before;
    const is = isUnder(categories, categoryId, id);
    known.set(categoryId, is);
    return is;
  };
}

/** Hues of grids, in the codebook's order; far from each other for most eyes, and legible on both themes as thin lines. */
const GRID_HUES = ['#3b6fb6', '#b8641e', '#2f8a5b', '#9a4fa3', '#a8902a', '#2a8f9d', '#b5485d', '#6b6f76'] as const;

/** What the colours of a margin stand for. */
export interface MarginLook {
  readonly colorBy: ColorBy;
  /** Several for what several coders applied. */
  readonly colorsOf: (stripe: Pick<Stripe, 'categoryId' | 'codings'>) => readonly string[];
  /** Stripes of a lower rank stand nearer to the text; null leaves the order to the places alone. */
  readonly rankOf: ((stripe: Pick<Stripe, 'categoryId' | 'codings'>) => number) | null;
}

export function marginLook(colorBy: ColorBy, categories: CategoryIndex, coders: ReadonlyMap<CoderId, Coder>, grids: Codebook): MarginLook {
  const gridOrder = new Map<GridId, number>(grids.map(({ id }, index) => [id, index]));
  const coderOrder = new Map<CoderId, number>(Array.from(coders.keys(), (id, index) => [id, index]));
  const gridOf = (id: CategoryId) => gridOrder.get(categories.get(id)?.grid.id as GridId) ?? grids.length;
  const codersOf = ({ codings }: Pick<Stripe, 'codings'>) =>
    [...new Set(codings.map(({ coderId }) => coderId))].sort((a, b) => (coderOrder.get(a) ?? 0) - (coderOrder.get(b) ?? 0));
  if (colorBy === 'coder')
    return {
      colorBy,
      colorsOf: (stripe) => codersOf(stripe).flatMap((id) => coders.get(id)?.color ?? []),
      rankOf: (stripe) => coderOrder.get(codersOf(stripe)[0] as CoderId) ?? coders.size,
    };
  if (colorBy === 'grid')
    return {
      colorBy,
      colorsOf: ({ categoryId }) => [GRID_HUES[gridOf(categoryId) % GRID_HUES.length] ?? GRID_HUES[0]],
      rankOf: ({ categoryId }) => gridOf(categoryId),
    };
  return { colorBy, colorsOf: ({ categoryId }) => [categories.get(categoryId)?.category.color ?? GRID_HUES[0]], rankOf: null };
}

/** A bar of one colour, or of equal parts of several from top to bottom; in the theme's mixture. */
export function markOf(colors: readonly string[]): string {
  const inks = colors.map((color) => `color-mix(in srgb, ${color}, var(--mark-mix))`);
  if (inks.length <= 1) return inks[0] ?? 'currentColor';
  const part = 100 / inks.length;
  return `linear-gradient(${inks.map((ink, index) => `${ink} ${index * part}% ${(index + 1) * part}%`).join(', ')})`;
}
