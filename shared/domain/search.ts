// A search of words: what is looked for, where, and what is found; its places are counted first and read by pages.
import { z } from 'zod';
import { attributeId, caseId, participantId, sourceId } from './ids.ts';
import type { CaseId, ParticipantId, SourceId } from './ids.ts';
import type { TextLink } from './text-link.ts';
import type { Anchor, Utf16 } from './text-offset.ts';

const MOST_CHOSEN = 5000;

/** Coded: under a coding of anybody, at least in part. */
export const CODED_STATES = ['any', 'coded', 'uncoded'] as const;

/** Which turns are looked into; an empty list leaves out none. */
export const searchFilter = z.object({
  sourceIds: z.array(sourceId).max(MOST_CHOSEN).default([]),
  caseIds: z.array(caseId).max(MOST_CHOSEN).default([]),
  participantIds: z.array(participantId).max(MOST_CHOSEN).default([]),
  /** Each attribute must have one of its values. */
  attributes: z
    .array(z.object({ attributeId, values: z.array(z.string().max(1000)).min(1).max(1000) }))
    .max(50)
    .default([]),
  withInterviewers: z.boolean().default(true),
  coded: z.enum(CODED_STATES).default('any'),
});
export type SearchFilter = z.infer<typeof searchFilter>;

export const searchSetting = z.object({
  query: z.string().max(2000),
  isExact: z.boolean().default(false),
  isPattern: z.boolean().default(false),
  filter: searchFilter.prefault({}),
});
export type SearchSetting = z.infer<typeof searchSetting>;

export function plainSearch(query: string): SearchSetting {
  return searchSetting.parse({ query });
}

/** By place in the corpus; by the words after, or before (the nearest first); by the words found themselves. */
export const SEARCH_ORDERS = ['place', 'left', 'word', 'right'] as const;
export type SearchOrder = (typeof SEARCH_ORDERS)[number];

/** More than anybody reads through; such a search is to be narrowed. */
export const MOST_LOCATED = 500_000;
/** Sorting by words reads all that is found. */
export const MOST_SORTED = 50_000;
/** Hits of one page. */
export const MOST_ON_PAGE = 500;

export interface FoundInSource {
  readonly sourceId: SourceId;
  readonly name: string;
  readonly hits: number;
}

export interface FoundInCase {
  readonly caseId: CaseId;
  readonly name: string;
  readonly hits: number;
}

/** What a project holds besides its sources. */
export const WRITTEN_PLACES = ['memo', 'synthesis', 'category'] as const;
export type WrittenPlace = (typeof WRITTEN_PLACES)[number];

/** One place of a memo, a synthesis or a category's card. */
export interface WrittenHit {
  readonly place: WrittenPlace;
  /** What it stands in: a memo's title, a crossing, a category's path. */
  readonly title: string;
  /** Opens it. */
  readonly target: { readonly kind: TextLink['kind']; readonly id: string };
  readonly left: string;
  readonly text: string;
  readonly right: string;
}

export type SearchProblem = 'nothing' | 'onlyNot' | 'gone';

export interface SearchSummary {
  readonly kind: 'found';
  /** False while turns are looked through: numbers are of what is found so far, the corpus's first. */
  readonly isWhole: boolean;
  readonly total: number;
  /** Turns in which they are. */
  readonly turns: number;
  /** Words of the corpus that were looked for; empty where that is not by words. */
  readonly forms: readonly string[];
  readonly sources: readonly FoundInSource[];
  /** Of all cases; a hit may be in several, or in none. */
  readonly cases: readonly FoundInCase[];
  readonly written: Readonly<Record<WrittenPlace, number>>;
}

/** Why there is nothing to show. */
export interface NoSearch {
  readonly kind: 'undefined';
  readonly because: SearchProblem;
}

/** One line: what was found, in its turn. */
export interface SearchHit {
  readonly sourceId: SourceId;
  readonly source: string;
  readonly start: Anchor;
  readonly end: Anchor;
  /** §34; null for a turn without a number. */
  readonly number: number | null;
  readonly speaker: string | null;
  readonly participantId: ParticipantId | null;
  readonly left: string;
  readonly text: string;
  readonly right: string;
  /** Whole-document UTF-16 offsets. */
  readonly startUtf16: Utf16;
  readonly endUtf16: Utf16;
}

export interface HitsPage {
  /** Of what was asked for (a source, a case, or all). */
  readonly total: number;
  /** False while more is looked for. */
  readonly isWhole: boolean;
  readonly from: number;
  readonly hits: readonly SearchHit[];
}

const CONTEXT = 90;
/** Words only as whole: what a cut went through is left out. */
const CUT_BEFORE = /^\S+\s?/u;
const CUT_AFTER = /\s?\S+$/u;

/** The words before and after a place in one paragraph, cut between words. */
export function contextOf(
  text: string,
  start: Utf16,
  end: Utf16,
  within: { readonly start: Utf16; readonly end: Utf16 },
): { left: string; right: string } {
  const [from, to] = [Math.max(within.start, start - CONTEXT), Math.min(within.end, end + CONTEXT)];
  const [left, right] = [text.slice(from, start), text.slice(end, to)];
  return {
    left: from > within.start ? left.replace(CUT_BEFORE, '') : left,
    right: to < within.end ? right.replace(CUT_AFTER, '') : right,
  };
}
