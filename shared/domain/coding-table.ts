// A table of codings before it is applied: what its rows say, and what is wrong with them.

export interface CodingTableRow {
  /** As a spreadsheet counts. */
  readonly line: number;
  readonly source: string;
  readonly quote: string;
  /** Paths or names as they are written there. */
  readonly categories: string;
  readonly coder: string;
  /** Why the row is refused, in words; null for a good one. */
  readonly problem: string | null;
}

export interface CodingTablePreview {
  /** Names this plan for applying it; null while a row is refused. */
  readonly plan: string | null;
  readonly total: number;
  readonly refused: number;
  /** The refused ones first, at most `MOST_TABLE_ROWS`. */
  readonly rows: readonly CodingTableRow[];
  readonly newCategories: readonly string[];
  readonly newCoders: readonly string[];
}

export const MOST_TABLE_ROWS = 300;
