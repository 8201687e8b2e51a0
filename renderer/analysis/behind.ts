// What stands behind a mark or a number of an analysis.
import type { PassageId } from '../../shared/domain/ids.ts';
import type { WordPlaces } from '../../shared/domain/words.ts';

export interface AnalysisBehind {
  /** Says what the passages have in common: `Confiance × Proximité`. */
  readonly title: string;
  /** Asked when the list is opened; undefined where the core refused. */
  readonly ask: () => Promise<readonly PassageId[] | undefined>;
}

/** The same where words were counted: places in texts, which need not be coded. */
export interface PlacesBehind {
  readonly title: string;
  readonly places: () => Promise<WordPlaces | undefined>;
  /** How many there are, where they are no occurrences of a word. */
  readonly said?: (count: number) => string;
  /** The one word that it is about. */
  readonly word?: string;
}

export type AnyBehind = AnalysisBehind | PlacesBehind;
