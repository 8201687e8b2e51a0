// The board on which the categories found in the text are laid out like cards and grouped by hand.
import type { CategoryId, PassageId, SourceId } from './ids.ts';

/** Pixels of the plane at its natural size, from its origin; cards may lie on any side of it. */
export interface BoardPlace {
  readonly categoryId: CategoryId;
  readonly x: number;
  readonly y: number;
}

/** What the board adds to a category of the codebook. */
export interface BoardCard {
  readonly categoryId: CategoryId;
  /** Null for a card that nobody has laid anywhere yet. */
  readonly place: { readonly x: number; readonly y: number } | null;
  /** Distinct passages of the category itself. */
  readonly passages: number;
  /** The first of them in the order of the corpus. */
  readonly first: { readonly passageId: PassageId; readonly sourceId: SourceId; readonly quote: string; readonly ref: string } | null;
}

/** Half the plane's side: nobody scrolls further. */
export const BOARD_REACH = 20_000;
