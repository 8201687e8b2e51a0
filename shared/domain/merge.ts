// Copies of a project that went apart, brought together: what would come, what both changed, and what was chosen.

/** Of two sides only; both where both can stay. */
export type MergeChoice = 'ours' | 'theirs' | 'both';

/**
 * changed: both changed the same thing. removed: one removed it, the other went on with it. merged: one merged it into another, the other
 * changed it. sameName: two things that both made bear one name. text: both corrected the same words. circle: each put one under the other.
 */
export type MergeConflictKind = 'changed' | 'removed' | 'merged' | 'sameName' | 'text' | 'circle';

export interface MergeConflict {
  /** Of table, row and column: the same conflict has it in every preview. */
  readonly id: string;
  readonly kind: MergeConflictKind;
  readonly where: { readonly table: string; readonly id: string; readonly column: string | null; readonly name: string };
  /** What either side says, in words; null where it has removed the thing. */
  readonly ours: string | null;
  readonly theirs: string | null;
  /** Nothing is lost by it. */
  readonly proposed: MergeChoice;
  readonly choices: readonly MergeChoice[];
}

export interface MergeCount {
  readonly table: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** Codings that come, by who made them. */
export interface MergeByCoder {
  readonly name: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** Two things of projects that have no past in common, taken for one. */
export interface MergeMatch {
  readonly table: MatchedTable;
  readonly theirs: { readonly id: string; readonly name: string };
  /** Null: it comes as something new. */
  readonly ours: { readonly id: string; readonly name: string } | null;
  readonly by: 'id' | 'name' | 'path' | 'text' | 'none';
  /** From 0 to 1; 1 for what is equal. */
  readonly likeness: number;
}

export interface FreeThing {
  readonly table: MatchedTable;
  readonly id: string;
  readonly name: string;
}

export const MATCHED_TABLES = ['coder', 'study_case', 'source', 'participant', 'grid', 'category'] as const;
export type MatchedTable = (typeof MATCHED_TABLES)[number];

export interface MergePreview {
  readonly file: string;
  readonly title: string;
  readonly language: 'fr' | 'en';
  readonly isOtherLanguage: boolean;
  /** Copies of one project know what they had in common; strangers are matched. */
  readonly isRelated: boolean;
  readonly commonEntries: number;
  /** Acts of the other copy that this one does not hold yet. */
  readonly newEntries: number;
  readonly counts: readonly MergeCount[];
  readonly coders: readonly MergeByCoder[];
  readonly conflicts: readonly MergeConflict[];
  /** Of strangers; of copies of one project the files that both took in by themselves, which become one source each. */
  readonly matches: readonly MergeMatch[];
  /** Things of ours that none of theirs was matched with. */
  readonly free: readonly FreeThing[];
}

export type MergeChoices = Readonly<Record<string, MergeChoice>>;
/** Theirs → ours; null: as something new. */
export type MergeMatches = Readonly<Record<string, string | null>>;
