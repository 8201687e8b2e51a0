// How categories stand to each other in the texts: what is asked, and what is answered. Numbers of categories are their places in
// `categories`; nothing is answered for two that never meet.
import { z } from 'zod';
import type { CoUnit, Association } from '../statistics/co-occurrence.ts';
import { MEETINGS } from '../statistics/overlap.ts';
import type { Meeting } from '../statistics/overlap.ts';
import type { Expectation, Reach } from '../statistics/sequence.ts';
import { categoryId, coderId, gridId } from './ids.ts';
import type { CategoryId, GridId } from './ids.ts';

const LONGEST_UTF16 = 1_000_000;
const MOST_TURNS = 1000;
const DEEPEST_LEVEL = 20;
const MOST_CATEGORIES = 2000;

/** Which categories are looked at. Each coding counts once: for its category, or for the nearest above it that is looked at. */
export const categoryChoice = z.discriminatedUnion('kind', [
  /** All categories of these grids (none named: of every grid), each by itself; or those of a level, with what is below them. */
  z.object({
    kind: z.literal('grids'),
    gridIds: z.array(gridId).max(200),
    level: z.number().int().min(1).max(DEEPEST_LEVEL).nullable(),
  }),
  /** These, each with what is below it. */
  z.object({ kind: z.literal('picked'), categoryIds: z.array(categoryId).max(MOST_CATEGORIES) }),
]);
export type CategoryChoice = z.infer<typeof categoryChoice>;

/** Which codings are looked at. */
export const relationScope = z.object({
  categories: categoryChoice,
  coderIds: z.array(coderId).max(1000).nullable(),
  where: z.array(z.string().max(10_000)).max(100),
});
export type RelationScope = z.infer<typeof relationScope>;

export const coUnit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('overlap') }),
  z.object({ kind: z.literal('near'), withinUtf16: z.number().int().min(0).max(LONGEST_UTF16) }),
  z.object({ kind: z.literal('passage') }),
  z.object({ kind: z.literal('turn') }),
  z.object({ kind: z.literal('source') }),
  z.object({ kind: z.literal('case') }),
  z.object({ kind: z.literal('character') }),
]) satisfies z.ZodType<CoUnit>;
export const CO_UNITS = ['overlap', 'passage', 'turn', 'near', 'source', 'case', 'character'] as const satisfies readonly CoUnit['kind'][];

export const reach = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('turns'), turns: z.number().int().min(0).max(MOST_TURNS) }),
  z.object({ kind: z.literal('characters'), withinUtf16: z.number().int().min(0).max(LONGEST_UTF16) }),
]) satisfies z.ZodType<Reach>;

export const meeting = z.enum(MEETINGS);

export interface RelatedCategory {
  readonly id: CategoryId;
  readonly gridId: GridId;
  readonly name: string;
  /** From the grid's title down to the name. */
  readonly path: readonly string[];
  readonly color: string;
  /** How often it is found, in the unit of the answer. */
  readonly count: number;
}

/** What was looked at. */
export interface RelationGround {
  /** Sources in which something may be found: all, or under filters those in which they keep something. */
  readonly sources: number;
  readonly isFiltered: boolean;
  /** Distinct coded passages that the filters keep, whatever their category. */
  readonly passages: number;
  /** Codings of the chosen grids that none of the categories stands for. */
  readonly omittedCodings: number;
}

export interface CoPair extends Association {
  readonly a: number;
  readonly b: number;
  readonly count: number;
  /** One is found more than five times as often as the other. */
  readonly isUneven: boolean;
}

export interface CoOccurrences {
  readonly unit: CoUnit;
  readonly categories: readonly RelatedCategory[];
  /** `a` before `b`; in that order. */
  readonly pairs: readonly CoPair[];
  /** Units in the scope, whatever they hold; for pairs of passages, the passages. */
  readonly total: number;
  readonly ground: RelationGround;
}

export interface SequencePair extends Expectation {
  readonly a: number;
  readonly b: number;
  /** Passages of `a` that are followed by one of `b`. */
  readonly observed: number;
}

export interface SequenceAnswer {
  readonly reach: Reach;
  readonly categories: readonly RelatedCategory[];
  readonly pairs: readonly SequencePair[];
  /** Passages that carry one of the categories. */
  readonly passages: number;
  readonly ground: RelationGround;
}

export type OverlapPair = Readonly<Record<Meeting, number>> & {
  readonly a: number;
  readonly b: number;
  /** Passages of each that share words with none of the other. */
  readonly apartA: number;
  readonly apartB: number;
  readonly sharedUtf16: number;
};

export interface OverlapAnswer {
  readonly categories: readonly (RelatedCategory & { readonly coveredUtf16: number })[];
  /** Those that meet or touch; where two alone are asked for, those in any case. */
  readonly pairs: readonly OverlapPair[];
  readonly ground: RelationGround;
}

/** Which categories and codings an analysis looks at, as its sentence says it. */
export const scopeSetting = z.object({
  gridIds: z.array(gridId).max(200).nullable(),
  level: z.number().int().min(1).max(DEEPEST_LEVEL).nullable(),
  /** None: all of the grids. */
  categoryIds: z.array(categoryId).max(MOST_CATEGORIES),
  coderIds: z.array(coderId).max(1000).nullable(),
  where: z.array(z.string().max(10_000)).max(100),
});
export type ScopeSetting = z.infer<typeof scopeSetting>;

export const EVERYTHING: ScopeSetting = { gridIds: null, level: null, categoryIds: [], coderIds: null, where: [] };

export function scopeOf({ gridIds, level, categoryIds, coderIds, where }: ScopeSetting): RelationScope {
  const categories: CategoryChoice = categoryIds.length > 0 ? { kind: 'picked', categoryIds } : { kind: 'grids', gridIds: gridIds ?? [], level };
  return { categories, coderIds, where };
}

const pins = z.record(z.string(), z.object({ x: z.number(), y: z.number() }));
const MOST_MINIMUM = 1_000_000;
const minimum = z.number().int().min(1).max(MOST_MINIMUM);

export const MEASURES = ['count', 'jaccard', 'npmi'] as const;
export type Measure = (typeof MEASURES)[number];
export const FACES = ['matrix', 'network'] as const;

export const coOccurrenceSetting = scopeSetting.extend({
  unit: coUnit,
  measure: z.enum(MEASURES),
  /** Pairs found less often are not shown. */
  minimum,
  face: z.enum(FACES),
  /** Where a hand has put categories of the network, by id. */
  pins,
});
export type CoOccurrenceSetting = z.infer<typeof coOccurrenceSetting>;

export const sequenceSetting = scopeSetting.extend({ reach, measure: z.enum(['observed', 'lift']), minimum, face: z.enum(FACES), pins });
export type SequenceSetting = z.infer<typeof sequenceSetting>;
