// The quick list: which category each of the keys 1 … 9 applies. Those a coder pinned stay; the other keys follow what was used last.
import type { CategoryId } from './ids.ts';

export const QUICK_DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type QuickDigit = (typeof QUICK_DIGITS)[number];

/** A category that its coder has put under a key. */
export interface QuickKey {
  readonly digit: QuickDigit;
  readonly categoryId: CategoryId;
}

/** What a key applies now. */
export interface QuickSlot {
  readonly digit: QuickDigit;
  /** Null while nothing was pinned there and too little was used. */
  readonly categoryId: CategoryId | null;
  readonly isPinned: boolean;
}

/** One slot for each key. `recent` is latest first; what is pinned takes no second key. */
export function quickSlots(pinned: readonly QuickKey[], recent: readonly CategoryId[]): QuickSlot[] {
  const under = new Map(pinned.map(({ digit, categoryId }) => [digit, categoryId]));
  const taken = new Set(under.values());
  const free = recent.filter((id) => !taken.has(id));
  return QUICK_DIGITS.map((digit) => {
    const categoryId = under.get(digit);
    return categoryId === undefined ? { digit, categoryId: free.shift() ?? null, isPinned: false } : { digit, categoryId, isPinned: true };
  });
}

/** The pinned list with a category under a key (or nothing there): a category has one key, a key one category. */
export function withQuickKey(pinned: readonly QuickKey[], digit: QuickDigit, categoryId: CategoryId | null): QuickKey[] {
  const others = pinned.filter((key) => key.digit !== digit && key.categoryId !== categoryId);
  return categoryId === null ? others : [...others, { digit, categoryId }];
}
