// A passage as it stands in the list of one category, to be read, sorted and moved.
import type { CoderId, PassageId, SourceId } from './ids.ts';

export interface CategoryPassage {
  readonly passageId: PassageId;
  readonly sourceId: SourceId;
  /** `E12 §34` */
  readonly ref: string;
  readonly speaker: string | null;
  readonly quote: string;
  /** Those who gave it the category. */
  readonly coderIds: readonly CoderId[];
}

/** What became of codings that were to go elsewhere. */
export interface CodingsMoved {
  readonly moved: number;
  /** Were there already, and are there once. */
  readonly known: number;
}
