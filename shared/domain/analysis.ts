// Analyses as they are kept by name, and passages as they stand in the list behind a number.
import type { CategoryId, CoderId, PassageId, SavedAnalysisId, SourceId } from './ids.ts';

export interface SavedAnalysis {
  readonly id: SavedAnalysisId;
  /** Which analysis it sets: `cooccurrence`, `crosstab`… */
  readonly kind: string;
  readonly name: string;
  /** JSON; each analysis reads its own, and leaves aside what it does not understand. */
  readonly setting: string;
  readonly note: string;
  readonly updatedAt: string;
}

export interface ListedPassage {
  readonly passageId: PassageId;
  readonly sourceId: SourceId;
  /** `E12 §34` */
  readonly ref: string;
  readonly source: string;
  readonly speaker: string | null;
  readonly quote: string;
  readonly categories: readonly { readonly id: CategoryId; readonly name: string; readonly color: string }[];
  readonly coderIds: readonly CoderId[];
}

/** The passages behind a number, as far as they are shown at once. */
export const MOST_LISTED = 200;
