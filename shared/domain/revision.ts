// The states that a source's text went through, and what differs between two of them.
import type { EntryId, PassageId, TurnId } from './ids.ts';
import type { EditedText } from './source.ts';

/** One correction of a source's text, or the taking back of one. */
export interface Revision {
  /** The log's entry. */
  readonly id: EntryId;
  /** 1 for the first correction; the text as imported is revision 0. */
  readonly number: number;
  readonly command: string;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly at: string;
  readonly coderName: string;
  /** Words that came and went. */
  readonly added: number;
  readonly removed: number;
}

/** A stretch that both texts have, or only one of them. */
export interface DiffPiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A turn that differs between two revisions. */
export interface ChangedTurn {
  /** Where it stands in the later text; null for one that is gone. */
  readonly turnId: TurnId | null;
  readonly number: number | null;
  readonly speaker: string | null;
  readonly pieces: readonly DiffPiece[];
}

export interface RevisionComparison {
  /** In the order of the later text. */
  readonly turns: readonly ChangedTurn[];
  /** Turns that are the same in both. */
  readonly unchanged: number;
  readonly added: number;
  readonly removed: number;
}

/** A passage that a replacement would change, with what it said and what it would say. */
export interface AffectedPassage {
  readonly passageId: PassageId;
  readonly before: string;
  /** Empty when its words are all gone. */
  readonly after: string;
  readonly categories: readonly string[];
}

/** What replacing a transcript by a corrected file would do; nothing is written yet. */
export interface ReplacementPlan {
  /** Names the plan in the call that carries it out. */
  readonly plan: string;
  readonly comparison: RevisionComparison;
  /** Passages whose words stay exactly as they are. */
  readonly kept: number;
  readonly touched: readonly AffectedPassage[];
  readonly orphaned: readonly AffectedPassage[];
  /** Labels that nobody has in the source so far. */
  readonly newSpeakers: readonly string[];
}

export type ReplacedText = EditedText;
