// One memo as it is opened: its form, and what stands in relation to it.
import type { WrittenText } from './written-text.ts';
import type { MatrixId } from './ids.ts';
import type { Memo } from './memo.ts';
import type { LinkTarget } from './text-link.ts';

/** A memo with its form, and what stands in relation to it. */
export interface MemoCard {
  readonly memo: Memo;
  /** Null where only plain text was written. */
  readonly document: WrittenText | null;
  /** Of what the text points to, what is still in the project. */
  readonly links: readonly LinkTarget[];
  /** Memos whose text points to this one. */
  readonly backlinks: readonly Memo[];
}

/** How much memos say of one thing. */
export interface MemoCount {
  readonly id: string;
  /** Memos on it. */
  readonly on: number;
  /** Memos whose text points to it, and which are not on it. */
  readonly mentions: number;
}

/** Where the window shows a crossing. */
export interface CellPlace {
  readonly matrixId: MatrixId;
  /** Headers' keys. */
  readonly rowKey: string;
  readonly columnKey: string;
}
