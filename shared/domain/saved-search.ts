// What was looked for, kept by name to be looked for again.
import type { SavedSearchId } from './ids.ts';

/** `search`: words in texts; `retrieval`: coded passages by an expression. */
export const SAVED_SEARCH_KINDS = ['search', 'retrieval'] as const;
export type SavedSearchKind = (typeof SAVED_SEARCH_KINDS)[number];

export interface SavedSearch {
  readonly id: SavedSearchId;
  readonly kind: SavedSearchKind;
  readonly name: string;
  /** JSON, as the screen that kept it understands it. */
  readonly setting: string;
  readonly updatedAt: string;
}
