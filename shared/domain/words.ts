// Counts of words: how they are set, and what is counted.
import { z } from 'zod';
import type { Undefined } from '../statistics/undefined.ts';
import type { StopWordDifference } from '../words/stop-words.ts';
import { attributeId } from './ids.ts';
import type { SourceId, TurnId } from './ids.ts';

export const WORD_UNITS = ['form', 'stem'] as const;
/** Forms: words as they are said; stems: what their forms share. */
export type WordUnit = (typeof WORD_UNITS)[number];

/** What the corpus is parted by. */
export const wordParts = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('source') }),
  z.object({ kind: z.literal('case') }),
  z.object({ kind: z.literal('speaker') }),
  z.object({ kind: z.literal('attribute'), attributeId }),
]);
export type WordParts = z.output<typeof wordParts>;

const unit = z.enum(WORD_UNITS);
const partKey = z.string().max(300).nullable();
const counting = { unit, withInterviewers: z.boolean(), withFillers: z.boolean(), keepsStopWords: z.boolean() };

export const frequencySetting = z.object({
  ...counting,
  by: wordParts,
  /** Only this part; null: all of them. */
  part: partKey,
  leastCount: z.number().int().min(1).max(100_000),
});
export type FrequencySetting = z.output<typeof frequencySetting>;

export const FREQUENCY_FACES = ['cloud', 'bars'] as const;
/** With how it is drawn. */
export const frequencyView = frequencySetting.extend({ face: z.enum(FREQUENCY_FACES) });
export type FrequencyView = z.output<typeof frequencyView>;

export const specificitySetting = z.object({ ...counting, by: wordParts, part: partKey, leastCount: z.number().int().min(1).max(100_000) });
export type SpecificitySetting = z.output<typeof specificitySetting>;

export const TREE_SIDES = ['after', 'before'] as const;
export const wordTreeSetting = z.object({
  /** One word or a few that follow each other. */
  words: z.string().max(200),
  unit,
  side: z.enum(TREE_SIDES),
  withInterviewers: z.boolean(),
  leastCount: z.number().int().min(1).max(100_000),
});
export type WordTreeSetting = z.output<typeof wordTreeSetting>;

export const MOST_CLASSES = 12;
export const classesSetting = z.object({
  segmentWords: z.number().int().min(10).max(200),
  leastCount: z.number().int().min(2).max(1000),
  classes: z.number().int().min(2).max(MOST_CLASSES),
  isDouble: z.boolean(),
  withInterviewers: z.boolean(),
  withFillers: z.boolean(),
  /** What the classes are projected on. */
  by: wordParts,
});
export type ClassesSetting = z.output<typeof classesSetting>;

export interface WordPart {
  readonly key: string;
  /** Empty for words that nobody in particular says. */
  readonly label: string;
  /** Words said in it, stop words among them. */
  readonly words: number;
}

export interface CountedWord {
  /** What the word is asked for by: the form, or the commonest form of the stem. */
  readonly word: string;
  readonly count: number;
  /** Sources that hold it. */
  readonly sources: number;
  /** The forms counted together, commonest first; one where forms are counted. */
  readonly forms: readonly string[];
  /** By part, in the order of the parts. */
  readonly byPart: readonly number[];
}

export interface WordCounting {
  readonly parts: readonly WordPart[];
  /** Words counted, stop words among them. */
  readonly total: number;
  /** Of these, words that were left out of the list: stop words, and what has no letter. */
  readonly leftOut: number;
  /** Different words that are said often enough; those shown are the commonest of them. */
  readonly different: number;
  /** Words of turns without a part: counted nowhere. */
  readonly outside: number;
}

export interface WordFrequencies extends WordCounting {
  readonly words: readonly CountedWord[];
}

export interface SpecificWord {
  readonly word: string;
  readonly forms: readonly string[];
  readonly count: number;
  readonly byPart: readonly number[];
  /** By part: Lafon's figure, or why there is none. */
  readonly figures: readonly (number | Undefined)[];
}

export interface Specificities extends WordCounting {
  readonly words: readonly SpecificWord[];
}

export interface WordBranch {
  readonly word: string;
  readonly count: number;
  readonly branches: readonly WordBranch[];
}

export interface WordTree {
  readonly root: string;
  readonly count: number;
  readonly sources: number;
  readonly branches: readonly WordBranch[];
  /** Times that a sentence begins or ends there: nothing precedes or follows. */
  readonly alone: number;
}

/** Words of a text, placed: one end in a turn and the other in the same. UTF-16 offsets within the turn. */
export interface PlacedWords {
  readonly sourceId: SourceId;
  readonly turnId: TurnId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly ref: string;
  readonly speaker: string | null;
}

/** A word in its sentence. */
export interface WordPlace extends PlacedWords {
  readonly before: string;
  readonly after: string;
}

export interface WordPlaces {
  readonly total: number;
  /** The first of them, in corpus order. */
  readonly places: readonly WordPlace[];
}

export type ClassTree =
  | { readonly kind: 'class'; readonly place: number }
  | { readonly kind: 'cut'; readonly order: number; readonly chiSquare: number; readonly parts: readonly [ClassTree, ClassTree] };

export interface ClassWord {
  readonly word: string;
  /** Segments of the class that hold it, and all classified ones that do. */
  readonly inClass: number;
  readonly classified: number;
  /** Signed chi-square, one degree of freedom. */
  readonly chiSquare: number;
}

export interface ClassPart extends ClassWord {
  readonly key: string;
}

export interface WordClass {
  readonly segments: number;
  /** Those that go with the class, strongest first; those that avoid it. */
  readonly words: readonly ClassWord[];
  readonly absent: readonly ClassWord[];
  readonly parts: readonly ClassPart[];
  /** The segments that hold most of its words. */
  readonly passages: readonly (PlacedWords & { readonly score: number })[];
}

export interface WordClasses {
  readonly tree: ClassTree;
  readonly classes: readonly WordClass[];
  readonly segments: number;
  readonly unclassified: number;
  /** Active forms. */
  readonly forms: number;
}

export interface StopWords {
  readonly language: 'fr' | 'en';
  readonly shipped: readonly string[];
  readonly fillers: readonly string[];
  readonly differences: readonly StopWordDifference[];
}
