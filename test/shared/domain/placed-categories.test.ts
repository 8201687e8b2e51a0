// Co-occurrences, sequences and overlaps against counts made the slow way, on studies that no one would think of.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CategoryId, CoderId, GridId, GuideQuestionId, ParticipantId, PassageId, SourceId } from '../../../shared/domain/ids.ts';
import type { CodedPassage, PlacedCoding } from '../../../shared/domain/matrix-axis.ts';
import { placeCategories } from '../../../shared/domain/placed-categories.ts';
import type { PlacedCategories, PlacedStretch } from '../../../shared/domain/placed-categories.ts';
import type { CategoryChoice } from '../../../shared/domain/relation.ts';
import { countTogether, togetherAt } from '../../../shared/statistics/co-occurrence.ts';
import type { CoUnit } from '../../../shared/statistics/co-occurrence.ts';
import { MEETINGS, countOverlaps } from '../../../shared/statistics/overlap.ts';
import { countSequences, expectationOf } from '../../../shared/statistics/sequence.ts';
import type { Reach } from '../../../shared/statistics/sequence.ts';
import { isUndefined, undefinedFor } from '../../../shared/statistics/undefined.ts';
import type { NaiveCoding } from '../../support/naive-expression.ts';
import { naiveOverlap, naiveRelations, naiveSequence, naiveTogether, naiveTogetherAt } from '../../support/naive-relations.ts';
import { randomStudy } from '../../support/random-study.ts';

/** Distinct stretches of one source by their places, as the queries read them. */
function passagesIn(codings: readonly NaiveCoding[]): (sourceId: SourceId) => CodedPassage[] {
  const open = new Map<string, CodedPassage & { codings: PlacedCoding[] }>();
  for (const coding of codings) {
    const key = `${coding.source}/${coding.start}/${coding.end}`;
    const { start, end, isStarred, firstTurn, lastTurn, labels } = coding;
    const ids = { ids: [key as PassageId], sourceId: coding.source as SourceId, participantIds: coding.speakers as ParticipantId[] };
    const place = { start, end, isStarred, firstTurn, lastTurn, labels, answers: coding.answers as GuideQuestionId[] };
    const passage = open.get(key) ?? { ...ids, ...place, codings: [] };
    passage.codings.push({ categoryId: coding.category, coderId: coding.coder as CoderId, stance: coding.stance, weight: coding.weight });
    open.set(key, passage);
  }
  const inOrder = [...open.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  return (sourceId) => inOrder.filter((passage) => passage.sourceId === sourceId);
}

const units: fc.Arbitrary<CoUnit> = fc.oneof(
  fc.constantFrom<CoUnit[]>({ kind: 'overlap' }, { kind: 'passage' }, { kind: 'turn' }, { kind: 'source' }, { kind: 'case' }, { kind: 'character' }),
  fc.record({ kind: fc.constant('near' as const), withinUtf16: fc.nat(4) }),
);
const reaches: fc.Arbitrary<Reach> = fc.oneof(
  fc.record({ kind: fc.constant('turns' as const), turns: fc.nat(2) }),
  fc.record({ kind: fc.constant('characters' as const), withinUtf16: fc.nat(4) }),
);
const choices: fc.Arbitrary<CategoryChoice> = fc.oneof(
  fc.record({
    kind: fc.constant('grids' as const),
    gridIds: fc.constantFrom<GridId[][]>([], ['g0' as GridId], ['g1' as GridId]),
    level: fc.constantFrom(null, null, 1, 2),
  }),
  fc.record({
    kind: fc.constant('picked' as const),
    categoryIds: fc.uniqueArray(fc.constantFrom('k0' as CategoryId, 'k1' as CategoryId), { minLength: 2 }),
  }),
);

const withTurns = (placed: PlacedCategories): { stretches: readonly PlacedStretch[]; silentTurns: ReadonlySet<number> }[] =>
  placed.sources.map(({ stretches }) => ({ stretches, silentTurns: new Set<number>() }));

const RUNS = { numRuns: 2000, seed: 2026 };
const PATIENT_MS = 60_000;

describe('relations between categories', () => {
  it(
    'co-occur as often as counting by hand finds, in every unit, and in the same passages',
    () => {
      const found = new Map<string, number>();
      fc.assert(
        fc.property(randomStudy, choices, units, ({ frame, codings, coderIds, where }, choice, unit) => {
          const placed = placeCategories(frame, passagesIn(codings), { categories: choice, coderIds: coderIds && [...coderIds], where: [...where] });
          if (isUndefined(placed)) throw new Error('gone');
          const naive = naiveRelations(frame, codings, { choice, coderIds, where });
          const ids = placed.categories.map(({ id }) => id as string);
          expect(ids.toSorted()).toEqual(naive.heads.toSorted());
          expect(placed.ground.passages).toBe(naive.passages.length);
          const sources = withTurns(placed);
          const counts = countTogether(sources, ids.length, unit);
          ids.forEach((a, one) =>
            ids.forEach((b, other) => {
              const count = naiveTogether(naive, a, b, unit);
              expect(counts.get(one, other), `${a} ${b} ${unit.kind}`).toBe(count);
              if (a !== b && count > 0) found.set(unit.kind, (found.get(unit.kind) ?? 0) + 1);
              const there = togetherAt(sources, one, other, unit).flat() as PlacedStretch[];
              expect(there.flatMap((stretch) => stretch.ids).sort()).toEqual(count > 0 ? naiveTogetherAt(naive, a, b, unit).sort() : []);
            }),
          );
        }),
        RUNS,
      );
      expect([...found.keys()].sort()).toEqual(['case', 'character', 'near', 'overlap', 'passage', 'source', 'turn']);
    },
    PATIENT_MS,
  );

  it(
    'follow each other as often as counting by hand finds',
    () => {
      fc.assert(
        fc.property(randomStudy, choices, reaches, ({ frame, codings, coderIds, where }, choice, reach) => {
          const placed = placeCategories(frame, passagesIn(codings), { categories: choice, coderIds: coderIds && [...coderIds], where: [...where] });
          if (isUndefined(placed)) throw new Error('gone');
          const naive = naiveRelations(frame, codings, { choice, coderIds, where });
          const counts = countSequences(
            placed.sources.map(({ stretches }) => stretches),
            placed.categories.length,
            reach,
          );
          placed.categories.forEach(({ id: a }, one) =>
            placed.categories.forEach(({ id: b }, other) => {
              const { observed, expected } = naiveSequence(naive, a, b, reach);
              expect(counts.observed.get(one, other), `${a} then ${b}`).toBe(observed);
              const told = expectationOf(counts, one, other);
              if (isUndefined(told.expected)) expect(counts.of[one]).toBe(0);
              else {
                expect(told.expected).toBeCloseTo(expected, 12);
                expect(told.lift).toEqual(expected === 0 ? undefinedFor('expectedZero') : observed / told.expected);
              }
            }),
          );
        }),
        RUNS,
      );
    },
    PATIENT_MS,
  );

  it(
    'lie to each other as looking at every two passages finds',
    () => {
      fc.assert(
        fc.property(randomStudy, choices, ({ frame, codings, coderIds, where }, choice) => {
          const placed = placeCategories(frame, passagesIn(codings), { categories: choice, coderIds: coderIds && [...coderIds], where: [...where] });
          if (isUndefined(placed)) throw new Error('gone');
          const naive = naiveRelations(frame, codings, { choice, coderIds, where });
          const counts = countOverlaps(
            placed.sources.map(({ stretches }) => stretches),
            placed.categories.length,
          );
          placed.categories.forEach(({ id: a }, one) =>
            placed.categories.forEach(({ id: b }, other) => {
              if (a === b) return;
              const told = {
                ...Object.fromEntries(MEETINGS.map((meeting) => [meeting, counts.meetings[meeting].get(one, other)])),
                apartA: counts.apart(one, other),
                apartB: counts.apart(other, one),
                sharedUtf16: counts.shared.get(one, other),
              };
              expect(told, `${a} ${b}`).toEqual(naiveOverlap(naive, a, b));
            }),
          );
        }),
        RUNS,
      );
    },
    PATIENT_MS,
  );

  it('are undefined once a category that was chosen is gone', () => {
    const [study] = fc.sample(randomStudy, { numRuns: 1, seed: 1 });
    const scope = { categories: { kind: 'picked' as const, categoryIds: ['nowhere' as CategoryId] }, coderIds: null, where: [] };
    expect(study && placeCategories(study.frame, () => [], scope)).toEqual(undefinedFor('gone'));
  });
});
