// Coded passages called back by an expression: what is asked, and how what is found is read.
import { z } from 'zod';
import { attributeId } from './ids.ts';
import type { CategoryId, CoderId, PassageId, SourceId } from './ids.ts';
import type { Stance } from './source.ts';

export const RETRIEVAL_SORTS = ['corpus', 'date', 'speaker', 'category', 'length', 'weight'] as const;
export type RetrievalSort = (typeof RETRIEVAL_SORTS)[number];

export const RETRIEVAL_GROUPS = ['none', 'source', 'case', 'category', 'participant', 'attribute'] as const;

const sort = z.object({ by: z.enum(RETRIEVAL_SORTS), isDescending: z.boolean() });
const group = z.discriminatedUnion('by', [
  z.object({ by: z.literal('none') }),
  z.object({ by: z.enum(['source', 'case', 'category', 'participant']) }),
  z.object({ by: z.literal('attribute'), attributeId }),
]);
export type RetrievalGroupRule = z.infer<typeof group>;

export const LONGEST_EXPRESSION = 4000;

/** An empty expression keeps every coded passage. */
export const retrievalQuery = z.object({ expression: z.string().trim().max(LONGEST_EXPRESSION), sort, group });
export type RetrievalQuery = z.infer<typeof retrievalQuery>;

export const NEW_RETRIEVAL: RetrievalQuery = { expression: '', sort: { by: 'corpus', isDescending: false }, group: { by: 'none' } };

/** Passages that are read under one heading, one after the other; a passage of several cases stands under each. */
export interface RetrievalGroup {
  /** The thing's id, the attribute's value; empty for the passages of none. */
  readonly key: string;
  /** Its name, of a category its path; of an attribute the value as it is kept. */
  readonly label: string;
  readonly passages: number;
}

/** How much was found, before any of it is read. */
export interface RetrievalAnswer {
  /** What was asked. */
  readonly expression: string;
  /** Distinct stretches of text, whoever coded them and how often. */
  readonly passages: number;
  readonly sources: number;
  readonly cases: number;
  /** All coded passages of the project: what the expression was asked of. */
  readonly of: number;
  /** In the order in which they are read; one without a name where nothing is grouped, none where nothing was found. */
  readonly groups: readonly RetrievalGroup[];
}

/**
 * How often each thing occurs among what was found, in distinct passages: by id, by label for speakers, by value for attributes. A category is
 * there where one below it is.
 */
export interface RetrievalFacets {
  readonly categories: Readonly<Record<string, number>>;
  readonly cases: Readonly<Record<string, number>>;
  readonly speakers: Readonly<Record<string, number>>;
  readonly coders: Readonly<Record<string, number>>;
  readonly attributes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A passage as it stands among the results. */
export interface RetrievedPassage {
  readonly passageId: PassageId;
  readonly sourceId: SourceId;
  readonly source: string;
  /** `E12 §34` */
  readonly ref: string;
  readonly speaker: string | null;
  readonly date: string | null;
  /** Whole-document UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** The words around it in the source's text, cut between words. */
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  readonly isStarred: boolean;
  /** What the expression keeps of its codings. */
  readonly categories: readonly { readonly id: CategoryId; readonly name: string; readonly color: string }[];
  readonly coderIds: readonly CoderId[];
  /** The strongest of its codings: what contrasts outweighs what supports, what supports what mentions. */
  readonly stance: Stance | null;
  /** The heaviest of its codings; null where none has a weight. */
  readonly weight: number | null;
}

/** Rows of the results that are read at once. */
export const MOST_ROWS = 200;
/** Passages that go into one memo. */
export const MOST_IN_MEMO = 500;
/** Passages that are coded at once. */
export const MOST_CODED = 20_000;

/** What giving these passages a category does, or did. */
export interface RetrievalCoding {
  readonly passages: number;
  /** Of which carry the category already, by the same coder. */
  readonly known: number;
}
