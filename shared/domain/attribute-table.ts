// A table of attributes that a researcher hands over: what it describes, by which columns, and what came of the match.
import type { AttributeScope } from './corpus.ts';

/** How a table's rows find what they describe. */
export interface AttributeTablePlan {
  readonly scope: AttributeScope;
  /** The column that names the case, the source or the participant. */
  readonly nameColumn: string;
  /** For participants: the column that names the source where they are called so; null where names are enough. */
  readonly sourceColumn: string | null;
}

/** A row that describes nothing of the project, or that could describe several things. */
export interface UnmatchedRow {
  /** As a spreadsheet numbers it. */
  readonly line: number;
  readonly name: string;
  readonly because: 'unknown' | 'ambiguous';
}

export interface AttributeTableColumn {
  readonly name: string;
  /** Rows that have a value here. */
  readonly filled: number;
  readonly examples: readonly string[];
}

/** What a table would bring, before anything is written. */
export interface AttributeTablePreview {
  /** As asked for, completed by proposals. */
  readonly plan: AttributeTablePlan;
  readonly columns: readonly AttributeTableColumn[];
  readonly rows: number;
  readonly matched: number;
  readonly unmatched: readonly UnmatchedRow[];
}

/** A column that becomes an attribute, under the name it gets. */
export interface ChosenAttribute {
  readonly column: string;
  readonly name: string;
}
