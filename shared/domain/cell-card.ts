// One cell as it is opened: all its passages, its synthesis with its form, and what has changed since that was written.
import type { MemberCell } from './cell.ts';
import type { EvidenceChanges } from './cell-evidence.ts';
import type { PassageId } from './ids.ts';
import type { MatrixCell } from './matrix.ts';
import type { LinkTarget } from './text-link.ts';
import type { WrittenText } from './written-text.ts';

export interface MemberCard extends MemberCell {
  /** Null where only plain words were written, or none. */
  readonly document: WrittenText | null;
}

export interface CellCard extends MatrixCell {
  /** Null where only plain words were written, or none. */
  readonly document: WrittenText | null;
  /** Of what the synthesis points to, what is still in the project. */
  readonly links: readonly LinkTarget[];
  /** Passages that the synthesis points to and whose words a correction took out of their text. */
  readonly wordless: readonly PassageId[];
  /** Null: the synthesis stands on the passages as they are, or nobody knows what it was written on. */
  readonly changes: EvidenceChanges | null;
  /** Those of the cell's passages that somebody found worth quoting. */
  readonly starred: readonly PassageId[];
  readonly members: readonly MemberCard[];
}
