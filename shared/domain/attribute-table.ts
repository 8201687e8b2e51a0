// A table of attributes that a researcher hands over: what it describes, by which columns, and what came of the match.
import type { AttributeScope, AttributeType } from './corpus.ts';

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

/** A value that the attribute of its column does not take: it is left out. */
export interface InvalidValue {
  /** As a spreadsheet numbers it. */
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

export interface AttributeTableColumn {
  readonly name: string;
  /** Of the attribute of this name; where there is none, what its values propose. */
  readonly type: AttributeType;
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
  /** Of the rows that match, where each column goes into the attribute of its name. */
  readonly invalid: readonly InvalidValue[];
}

/** A column that becomes an attribute, under the name it gets. */
export interface ChosenAttribute {
  readonly column: string;
  readonly name: string;
  /** Of an attribute that the table makes; `text` unless said otherwise. One that is there already stays of its type. */
  readonly type?: AttributeType | undefined;
}

export const ATTRIBUTE_FILE_FORMATS = ['csv', 'xlsx'] as const;
export type AttributeFileFormat = (typeof ATTRIBUTE_FILE_FORMATS)[number];
