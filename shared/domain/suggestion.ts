// Passages proposed for a category, or for their likeness to another passage; what coders decided of them.
import { z } from 'zod';
import type { Undefined } from '../statistics/undefined.ts';
import type { CategoryId, PassageId } from './ids.ts';
import type { PlacedWords } from './words.ts';

/**
 * `centroid`: nearest to the middle of few examples; `logistic`: beyond a boundary learned from many; `similar`: shares words with a
 * passage; `embedding`: a local model takes it to mean what the passage, or the category's, mean.
 */
export const SUGGESTION_METHODS = ['centroid', 'logistic', 'similar', 'embedding'] as const;
export type SuggestionMethod = (typeof SUGGESTION_METHODS)[number];

/** What likeness is told by: words in common, or what a model on this computer takes texts to mean. */
export const LIKENESSES = ['words', 'meaning'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** A model of language in a folder of this computer. */
export interface LocalModel {
  readonly folder: string;
  readonly name: string;
  /** Of the points it makes. */
  readonly size: number;
}

export const DECISIONS = ['accepted', 'refused'] as const;
export type Decision = (typeof DECISIONS)[number];

/** A word, or two in a row, as written there, and how much it spoke for the proposal (negative: against). */
export const suggestionReason = z.object({ words: z.string().min(1).max(200), weight: z.number() });
export type SuggestionReason = z.output<typeof suggestionReason>;

export interface Suggestion extends PlacedWords {
  /** Cosine (centroid), probability (logistic) or likeness (similar); higher is nearer. */
  readonly score: number;
  /** The words that decided, strongest first; none where a model decided. */
  readonly reasons: readonly SuggestionReason[];
  /** Categories that already lie on these words, by any coder. */
  readonly categoryIds: readonly CategoryId[];
}

export interface Suggestions {
  readonly categoryId: CategoryId;
  readonly method: 'centroid' | 'logistic';
  /** Null: by words. */
  readonly model: string | null;
  /** Passages that were learned from, and how many stretches without the category beside them. */
  readonly examples: number;
  readonly others: number;
  /** The words that speak most for the category; a model names none. */
  readonly words: readonly SuggestionReason[];
  readonly suggestions: readonly Suggestion[];
}

export interface SimilarPassages {
  readonly passageId: PassageId;
  readonly words: string;
  /** Null: by words. */
  readonly model: string | null;
  /** Words looked for, rarest first; a model looks for none. */
  readonly terms: readonly SuggestionReason[];
  readonly suggestions: readonly Suggestion[];
}

/** What would have been proposed in sources whose codings were hidden: how many of the first proposals were coded so in truth. */
export interface SuggestionPrecision {
  readonly right: number;
  readonly proposed: number;
  /** Of all stretches of these sources, those coded so: what proposing at random would find. */
  readonly chance: number;
  readonly sources: number;
  /** Sources with examples; the others of them were not tried. */
  readonly ofSources: number;
}

export interface SuggestionTally {
  readonly accepted: number;
  readonly refused: number;
  /** Of the last twenty decisions. */
  readonly lastAccepted: number;
  readonly last: number;
}

export type SuggestionsAnswer = Suggestions | Undefined;
