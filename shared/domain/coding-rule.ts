// A rule of autocoding: what to look for, where, how much of the text around it to take, and which categories to apply.
import { z } from 'zod';
import { caseId, categoryId, guideQuestionId, participantId, sourceId } from './ids.ts';
import type { CoderId, CodingRuleId, SourceId } from './ids.ts';
import type { Anchor, Utf16 } from './text-offset.ts';

/** How the words of a search are meant: as they are, by their beginning, in all their forms, all in a row, or as the search screen reads them. */
export const WORD_MODES = ['words', 'prefix', 'stem', 'phrase', 'search'] as const;
export type WordMode = (typeof WORD_MODES)[number];

/** A heading itself, all that stands under one, or every turn. */
export const RULE_STRUCTURES = ['heading', 'section', 'turn'] as const;
export type RuleStructure = (typeof RULE_STRUCTURES)[number];

export const HEADING_STYLES = ['heading1', 'heading2', 'heading3'] as const;
export type HeadingStyle = (typeof HEADING_STYLES)[number];

export const ruleFind = z.discriminatedUnion('kind', [
  /** Several words are set apart by commas; in a phrase a comma is a comma. */
  z.object({ kind: z.literal('text'), words: z.string().max(2000), mode: z.enum(WORD_MODES) }),
  z.object({ kind: z.literal('regex'), pattern: z.string().max(2000), ignoresCase: z.boolean(), ignoresAccents: z.boolean() }),
  z.object({ kind: z.literal('speaker'), participantIds: z.array(participantId).max(500) }),
  /** The answers to these questions where they are confirmed. */
  z.object({ kind: z.literal('question'), questionIds: z.array(guideQuestionId).max(500) }),
  /** `style` null: a heading of any level; `words`: only headings that hold them, empty for all. */
  z.object({ kind: z.literal('structure'), what: z.enum(RULE_STRUCTURES), style: z.enum(HEADING_STYLES).nullable(), words: z.string().max(300) }),
]);
export type RuleFind = z.infer<typeof ruleFind>;

/**
 * How much is coded: what was found itself, or the sentences, paragraphs (§) or turns that hold it. A turn is all that one person says
 * without another coming in between, be it several paragraphs.
 */
export const RULE_EXTENTS = ['hit', 'sentence', 'paragraph', 'turn'] as const;
export type RuleExtent = (typeof RULE_EXTENTS)[number];

export const ruleScope = z.object({
  /** Null: all of them. */
  sourceIds: z.array(sourceId).max(20_000).nullable(),
  caseIds: z.array(caseId).max(5_000).nullable(),
  withInterviewers: z.boolean(),
});
export type RuleScope = z.infer<typeof ruleScope>;

export const codingRule = z.object({ find: ruleFind, extend: z.enum(RULE_EXTENTS), scope: ruleScope, categoryIds: z.array(categoryId).max(50) });
export type CodingRule = z.infer<typeof codingRule>;

/** A rule as the file keeps it: with the places that the researcher left out, by their keys. */
export const keptRule = codingRule.extend({ excluded: z.array(z.string().max(200)).default([]) });
export type KeptRule = z.infer<typeof keptRule>;

export interface RuleCard {
  readonly id: CodingRuleId;
  readonly name: string;
  readonly rule: CodingRule;
  readonly coderId: CoderId;
  readonly createdAt: string;
  /** Codings that came from it and are still there. */
  readonly codings: number;
  /** Places left out for good. */
  readonly excluded: number;
}

/** More than anybody looks through: such a rule is to be narrowed. */
export const MOST_HITS = 20_000;
/** Hits that a preview brings along at once; the others come by source. */
export const FIRST_HITS = 200;

/** What is there of a hit already: exactly this coding, a wider one of the same categories around it, or nothing. */
export type HitState = 'coded' | 'within' | 'new';

export interface RuleHit {
  /** Names the place by its turn and words, so that a correction elsewhere in the turn does not change it. */
  readonly key: string;
  readonly sourceId: SourceId;
  readonly start: Anchor;
  readonly end: Anchor;
  /** §34; null for a turn without a number. */
  readonly number: number | null;
  readonly speaker: string | null;
  readonly state: HitState;
  /** Left out when this rule was applied before. */
  readonly isExcluded: boolean;
  readonly before: string;
  /** What will be coded; of something long, the part around what was found. */
  readonly quote: string;
  readonly after: string;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
  /** What was found, in `quote`. */
  readonly marks: readonly { readonly start: Utf16; readonly end: Utf16 }[];
}

export interface HitsInSource {
  readonly sourceId: SourceId;
  readonly name: string;
  readonly hits: number;
  /** Among them, those coded so already. */
  readonly coded: number;
  readonly excluded: number;
}

export interface RulePreview {
  /** Stands for exactly these hits: what is applied is what was shown. */
  readonly print: string;
  readonly total: number;
  readonly sources: readonly HitsInSource[];
  /** Of the first sources, whole sources each, about `FIRST_HITS`. */
  readonly hits: readonly RuleHit[];
}

export interface AppliedRule {
  readonly codings: number;
  readonly passages: number;
  /** Hits that had these codings before. */
  readonly already: number;
  readonly ruleId: CodingRuleId | null;
}

/** A place by its turns, for what stands in a source several times. */
export interface HitPlace {
  readonly start: Anchor;
  readonly end: Anchor;
}

export function placeKey({ start, end }: HitPlace): string {
  return `${start.turnId} ${start.offsetUtf16} ${end.turnId} ${end.offsetUtf16}`;
}

/** A rule says nothing yet: nothing to look for. */
export function isEmptyFind(find: RuleFind): boolean {
  switch (find.kind) {
    case 'text':
      return !/[^\s,;'’ʼ‐‑-]/u.test(find.words);
    case 'regex':
      return find.pattern === '';
    case 'speaker':
      return find.participantIds.length === 0;
    case 'question':
      return find.questionIds.length === 0;
    case 'structure':
      return false;
  }
}
