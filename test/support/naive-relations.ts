// How categories stand to each other, counted the slow way from the definitions alone: every two passages, every turn, every character.
// Shares nothing with the counts but the shapes of the study.
import { parseExpression } from '../../shared/domain/expression-parse.ts';
import type { StudyFrame } from '../../shared/domain/matrix-axis.ts';
import type { CategoryChoice } from '../../shared/domain/relation.ts';
import type { CoUnit } from '../../shared/statistics/co-occurrence.ts';
import type { Reach } from '../../shared/statistics/sequence.ts';
import { ancestorsAndSelf, casesOf, naiveKept } from './naive-expression.ts';
import type { NaiveCoding } from './naive-expression.ts';

export interface NaivePassage extends Pick<NaiveCoding, 'source' | 'start' | 'end' | 'firstTurn' | 'lastTurn'> {
  readonly key: string;
  readonly cases: readonly string[];
  /** Of the chosen categories, those that it carries. */
  readonly carries: ReadonlySet<string>;
}

export interface NaiveRelations {
  /** Ids of the chosen categories, in order. */
  readonly heads: readonly string[];
  readonly passages: readonly NaivePassage[];
  readonly kept: readonly NaiveCoding[];
}

function depth(frame: StudyFrame, id: string): number {
  return ancestorsAndSelf(
    frame.codebook.flatMap((grid) => grid.categories),
    id,
  ).length;
}

/** In no order: the counts are looked up by id. */
function headsOf(frame: StudyFrame, choice: CategoryChoice): string[] {
  if (choice.kind === 'picked') return [...choice.categoryIds];
  const grids = frame.codebook.filter(({ id }) => choice.gridIds.length === 0 || choice.gridIds.includes(id));
  return grids.flatMap(({ categories }) =>
    categories
      .filter(({ id }) => {
        if (choice.level === null) return true;
        const isLeaf = !categories.some(({ parentId }) => parentId === id);
        return depth(frame, id) === choice.level || (depth(frame, id) < choice.level && isLeaf);
      })
      .map(({ id }) => id as string),
  );
}

export function naiveRelations(
  frame: StudyFrame,
  codings: readonly NaiveCoding[],
  { choice, coderIds, where }: { choice: CategoryChoice; coderIds: readonly string[] | null; where: readonly string[] },
): NaiveRelations {
  const all = frame.codebook.flatMap((grid) => grid.categories);
  const heads = headsOf(frame, choice);
  const own = codings.filter(({ coder }) => coderIds === null || coderIds.includes(coder));
  const kept = where.length === 0 ? own : naiveKept({ kind: 'and', parts: where.map(parseExpression) }, own, frame);
  const headOf = (category: string): string | undefined => ancestorsAndSelf(all, category).find((id) => heads.includes(id));
  const keys = [...new Set(kept.map(({ source, start, end }) => `${source}/${start}/${end}`))];
  const passages = keys.map((key): NaivePassage => {
    const here = kept.filter(({ source, start, end }) => key === `${source}/${start}/${end}`);
    const [first] = here as [NaiveCoding];
    const { source, start, end, firstTurn, lastTurn } = first;
    const carries = new Set(here.flatMap(({ category }) => headOf(category) ?? []));
    return { key, source, start, end, firstTurn, lastTurn, cases: [...new Set(casesOf(frame, first))], carries };
  });
  return { heads, passages, kept };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

/** The units of which `category` is found in each; units are whatever strings tell them apart. */
function unitsWith(passages: readonly NaivePassage[], category: string, unit: CoUnit): Set<string> {
  const own = passages.filter(({ carries }) => carries.has(category));
  switch (unit.kind) {
    case 'turn':
      return new Set(own.flatMap(({ source, firstTurn, lastTurn }) => range(firstTurn, lastTurn + 1).map((turn) => `${source}/${turn}`)));
    case 'character':
      return new Set(own.flatMap(({ source, start, end }) => range(start, end).map((at) => `${source}/${at}`)));
    case 'source':
      return new Set(own.map(({ source }) => source));
    case 'case':
      return new Set(own.flatMap(({ cases }) => cases));
    default:
      return new Set(own.map(({ key }) => key));
  }
}

function isMet(one: NaivePassage, other: NaivePassage, unit: CoUnit): boolean {
  if (one.source !== other.source) return false;
  const gap = Math.max(one.start, other.start) - Math.min(one.end, other.end);
  return unit.kind === 'near' ? gap <= unit.withinUtf16 : gap < 0;
}

export function naiveTogether({ passages }: NaiveRelations, a: string, b: string, unit: CoUnit): number {
  if (a !== b && (unit.kind === 'overlap' || unit.kind === 'near')) {
    const [ofA, ofB] = [a, b].map((id) => passages.filter(({ carries }) => carries.has(id))) as [NaivePassage[], NaivePassage[]];
    return ofA.flatMap((one) => ofB.filter((other) => isMet(one, other, unit))).length;
  }
  const [ofA, ofB] = [unitsWith(passages, a, unit), unitsWith(passages, b, unit)];
  return [...ofA].filter((each) => ofB.has(each)).length;
}

/** Keys of the passages that make the two be together. */
export function naiveTogetherAt({ passages }: NaiveRelations, a: string, b: string, unit: CoUnit): string[] {
  const carriers = passages.filter(({ carries }) => carries.has(a) || carries.has(b));
  if (unit.kind === 'overlap' || unit.kind === 'near' || unit.kind === 'character') {
    if (a === b) return carriers.map(({ key }) => key);
    const meets = (one: NaivePassage, own: string, others: string): boolean =>
      one.carries.has(own) && passages.some((other) => other.carries.has(others) && isMet(one, other, unit));
    return carriers.filter((one) => meets(one, a, b) || meets(one, b, a)).map(({ key }) => key);
  }
  const [ofA, ofB] = [unitsWith(passages, a, unit), unitsWith(passages, b, unit)];
  const shared = new Set([...ofA].filter((each) => ofB.has(each)));
  return carriers
    .filter((one) => [a, b].some((id) => one.carries.has(id) && [...unitsWith([one], id, unit)].some((each) => shared.has(each))))
    .map(({ key }) => key);
}

function follows(one: NaivePassage, next: NaivePassage, reach: Reach): boolean {
  if (one.source !== next.source || next.start < one.end) return false;
  return reach.kind === 'turns' ? next.firstTurn - one.lastTurn <= reach.turns : next.start - one.end <= reach.withinUtf16;
}

export function naiveSequence({ passages, heads }: NaiveRelations, a: string, b: string, reach: Reach): { observed: number; expected: number } {
  const carrying = passages.filter(({ carries }) => heads.some((id) => carries.has(id)));
  const isFollowed = (one: NaivePassage): boolean => carrying.some((next) => next.carries.has(b) && follows(one, next, reach));
  const own = carrying.filter(({ carries }) => carries.has(a));
  return { observed: own.filter(isFollowed).length, expected: (own.length * carrying.filter(isFollowed).length) / carrying.length };
}

export function naiveOverlap({ passages }: NaiveRelations, a: string, b: string): Record<string, number> {
  const of = (id: string): NaivePassage[] => passages.filter(({ carries }) => carries.has(id));
  const pairs = of(a).flatMap((one) => of(b).flatMap((other) => (one.source === other.source ? [[one, other] as const] : [])));
  const count = (holds: (one: NaivePassage, other: NaivePassage) => boolean): number => pairs.filter(([one, other]) => holds(one, other)).length;
  const equal = (one: NaivePassage, other: NaivePassage): boolean => one.start === other.start && one.end === other.end;
  const holds = (one: NaivePassage, other: NaivePassage): boolean => !equal(one, other) && one.start <= other.start && one.end >= other.end;
  const touches = (one: NaivePassage, other: NaivePassage): boolean => one.end === other.start || other.end === one.start;
  const shares = (one: NaivePassage, other: NaivePassage): boolean => one.source === other.source && one.start < other.end && other.start < one.end;
  const apart = (own: NaivePassage[], others: NaivePassage[]): number => own.filter((one) => !others.some((other) => shares(one, other))).length;
  return {
    equals: count(equal),
    encloses: count(holds),
    within: count((one, other) => holds(other, one)),
    overlaps: count((one, other) => shares(one, other) && !equal(one, other) && !holds(one, other) && !holds(other, one)),
    adjacent: count(touches),
    apartA: apart(of(a), of(b)),
    apartB: apart(of(b), of(a)),
    sharedUtf16: naiveTogether({ passages, heads: [], kept: [] }, a, b, { kind: 'character' }),
  };
}
