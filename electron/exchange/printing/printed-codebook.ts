// The codebook in the words of paper: what its three formats are made from.
import type { Language } from '../../../shared/domain/project.ts';

/** Words are typeset; nothing is left out. */
export interface PrintedCategory {
  /** From the grid's top down, its own name last. */
  readonly path: readonly string[];
  readonly color: string;
  readonly definition: string;
  readonly inclusion: string;
  readonly exclusion: string;
  readonly example: string;
  /** Where the example stands; null for words that no passage says. */
  readonly reference: string | null;
  readonly passageId: string | null;
  /** Origin, stage and status, as far as they are known. */
  readonly facts: readonly string[];
  readonly alsoUnder: readonly string[];
  readonly hasChildren: boolean;
  readonly sources: number;
  readonly codings: number;
  /** In the order of `cases`. */
  readonly byCase: readonly number[];
}

export interface PrintedGrid {
  readonly title: string;
  readonly source: string;
  readonly description: string;
  readonly codings: number;
  readonly categories: readonly PrintedCategory[];
}

export interface PrintedCodebook {
  readonly title: string;
  readonly language: Language;
  readonly author: string | null;
  /** Null where references lead nowhere. */
  readonly projectId: string | null;
  readonly withExamples: boolean;
  readonly withCounts: boolean;
  /** Empty where counts by case were not asked for. */
  readonly cases: readonly string[];
  readonly grids: readonly PrintedGrid[];
  readonly note: string;
  readonly source: string;
}
