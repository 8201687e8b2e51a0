// One memo as it is opened: its form, and what stands in relation to it.
import type { MemoDocument } from './memo-document.ts';
import type { LinkTarget, Memo } from './memo.ts';

/** A memo with its form, and what stands in relation to it. */
export interface MemoCard {
  readonly memo: Memo;
  /** Null where only plain text was written. */
  readonly document: MemoDocument | null;
  /** Of what the text points to, what is still in the project. */
  readonly links: readonly LinkTarget[];
  /** Memos whose text points to this one. */
  readonly backlinks: readonly Memo[];
}
