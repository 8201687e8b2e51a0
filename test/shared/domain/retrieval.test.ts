// Retrieval against a search made by hand through every coding, on studies that no one would think of; then its order and its groups.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsOf } from '../../../shared/domain/expression-evaluate.ts';
import { compileFilter } from '../../../shared/domain/expression-filter.ts';
import { parseExpression } from '../../../shared/domain/expression-parse.ts';
import { FIELDS, RELATIONS, printExpression } from '../../../shared/domain/expression.ts';
import type { Expression } from '../../../shared/domain/expression.ts';
import type { PassageId } from '../../../shared/domain/ids.ts';
import type { CodedPassage, StudyFrame } from '../../../shared/domain/matrix-axis.ts';
import { contextOf } from '../../../shared/domain/passage-context.ts';
import { arrange } from '../../../shared/domain/retrieval-order.ts';
import type { Found } from '../../../shared/domain/retrieval-order.ts';
import { NEW_RETRIEVAL, RETRIEVAL_SORTS } from '../../../shared/domain/retrieval.ts';
import type { RetrievalQuery } from '../../../shared/domain/retrieval.ts';
import { passagesOf } from '../../support/coded-passages.ts';
import { casesOf, naiveKept } from '../../support/naive-expression.ts';
import { expressionOf, randomExpression } from '../../support/random-expression.ts';
import { randomStudy } from '../../support/random-study.ts';

/** As the queries do it: source by source, in corpus order. */
function retrieved(text: string, passages: readonly CodedPassage[], frame: StudyFrame): Found[] {
  const filter = compileFilter([text], frame);
  return [...Map.groupBy(passages, ({ sourceId }) => sourceId).values()].flatMap((own) => {
    const kept = keepsOf(filter, own);
    return own.flatMap((passage, at) => (kept[at]?.length ? [{ passage, codings: kept[at] }] : []));
  });
}

const idOf = ({ passage }: Found): string => passage.ids[0] ?? '';

/** Everything that an expression is made of. */
function partsOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'category':
      return ['category'];
    case 'condition':
      return [expression.field, expression.operator];
    case 'not':
      return ['not', ...partsOf(expression.of)];
    case 'relation':
      return [expression.relation, ...partsOf(expression.first), ...partsOf(expression.second)];
    default:
      return [expression.kind, ...expression.parts.flatMap(partsOf)];
  }
}

describe('retrieval', () => {
  it('finds in 2,000 studies what looking through every coding finds', () => {
    const found = new Map<string, number>();
    fc.assert(
      fc.property(randomStudy, randomExpression, ({ frame, codings }, drawn) => {
        const expression = expressionOf(drawn, frame);
        const results = retrieved(printExpression(expression), passagesOf(frame, codings), frame);
        const byHand = naiveKept(expression, codings, frame);
        const places = new Set(byHand.map(({ source, start, end }) => `${source}/${start}/${end}`));
        expect(results.map(idOf).toSorted()).toEqual([...places].sort());
        // and of each passage the codings that the expression keeps
        expect(results.reduce((sum, each) => sum + each.codings.length, 0)).toBe(byHand.length);
        if (results.length > 0 && results.length < passagesOf(frame, codings).length)
          for (const part of new Set(partsOf(expression))) found.set(part, (found.get(part) ?? 0) + 1);
      }),
      { numRuns: 2000, seed: 1519 },
    );
    // every operator, condition and relation told some passages from the others
    const operators = ['=', '!=', 'IN', 'NOT IN', '<', '<=', '>', '>='];
    expect([...found.keys()].sort()).toEqual(['category', 'and', 'or', 'not', ...operators, ...RELATIONS, ...FIELDS].sort());
    expect(Math.min(...found.values()), JSON.stringify([...found])).toBeGreaterThan(10);
  });

  it('of a relation gives passages of its first side, and of both sides where they are turned round and the relation is mutual', () => {
    fc.assert(
      fc.property(
        randomStudy,
        randomExpression,
        randomExpression,
        fc.constantFrom(...RELATIONS),
        fc.nat(6),
        (study, one, other, relation, within) => {
          const passages = passagesOf(study.frame, study.codings);
          const [first, second] = [expressionOf(one, study.frame), expressionOf(other, study.frame)];
          const found = (expression: Expression): string[] => retrieved(printExpression(expression), passages, study.frame).map(idOf);
          const related = (from: Expression, to: Expression): Expression => ({
            kind: 'relation',
            relation,
            withinUtf16: relation === 'near' ? within : 0,
            first: from,
            second: to,
          });
          const [there, back] = [found(related(first, second)), found(related(second, first))];
          expect(found(first)).toEqual(expect.arrayContaining(there));
          if (relation !== 'within' && relation !== 'precedes') expect(there.length > 0).toBe(back.length > 0);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

/** Two half-open stretches of one text and how they stand, as METHODS.md defines it (section 2). */
const INTERVALS: readonly (readonly [a: readonly [number, number], b: readonly [number, number], relation: string, near: boolean])[] = [
  [[0, 10], [0, 10], 'equals', true],
  [[0, 10], [2, 8], 'encloses', true],
  [[2, 8], [0, 10], 'within', true],
  [[0, 10], [5, 15], 'overlaps_start', true],
  [[5, 15], [0, 10], 'overlaps_end', true],
  [[0, 10], [10, 20], 'adjacent', true],
  [[0, 10], [13, 20], 'precedes', true],
  [[13, 20], [0, 10], 'follows', true],
  [[0, 10], [0, 5], 'encloses', true],
  [[0, 10], [16, 20], 'precedes', false],
];
const OVERLAPPING = ['equals', 'encloses', 'within', 'overlaps_start', 'overlaps_end'];

describe('relations between passages', () => {
  const place = { sourceId: 's', firstTurn: 0, lastTurn: 0, participantIds: [], labels: [], answers: [], isStarred: false };
  const passage = (id: string, [start, end]: readonly [number, number]): CodedPassage =>
    ({
      ...place,
      ids: [id as PassageId],
      start,
      end,
      codings: [{ categoryId: id, coderId: 'w', stance: null, weight: null }],
    }) as unknown as CodedPassage;
  const holds = (a: CodedPassage, b: CodedPassage, relation: 'near' | 'overlaps' | 'within' | 'precedes'): boolean => {
    const side = (id: string) => ({ kind: 'categories', ids: new Set([id]) }) as const;
    const same = a.start === b.start && a.end === b.end;
    // equal ends are one passage that both stand on
    const passages = same ? [{ ...a, codings: [...a.codings, ...b.codings] }] : [a, b];
    return (keepsOf({ kind: 'relation', relation, withinUtf16: 5, first: side('a'), second: side('b') }, passages)[0]?.length ?? 0) > 0;
  };

  it.each(INTERVALS)('%j stands to %j as %s', (one, other, relation, near) => {
    const [a, b] = [passage('a', one), passage('b', other)];
    expect(holds(a, b, 'overlaps')).toBe(OVERLAPPING.includes(relation));
    expect(holds(a, b, 'within')).toBe(relation === 'within' || relation === 'equals');
    expect(holds(a, b, 'precedes')).toBe(relation === 'precedes' || (relation === 'adjacent' && one[1] === other[0]));
    expect(holds(a, b, 'near')).toBe(near);
  });

  it('are those of the reference values', () => {
    let reference: { input: { pairs: number[][][] }; expected: { relation_of_a_to_b: string[]; near: boolean[] } };
    try {
      reference = JSON.parse(readFileSync('../shared/methods/cases/cooc-interval-relations.json', 'utf8')) as typeof reference;
    } catch {
      return;
    }
    const { relation_of_a_to_b: relations, near } = reference.expected;
    // an empty segment is no passage
    const pairs = reference.input.pairs.flatMap((pair, at) => (relations[at] === 'invalid_empty' ? [] : [[...pair, relations[at], near[at]]]));
    expect(INTERVALS).toEqual(expect.arrayContaining(pairs));
  });
});

const query = (changes: Partial<RetrievalQuery>): RetrievalQuery => ({ ...NEW_RETRIEVAL, ...changes });

describe('what was retrieved', () => {
  it('is sorted without losing anything, and those without a value come last either way', () => {
    fc.assert(
      fc.property(randomStudy, fc.constantFrom(...RETRIEVAL_SORTS), fc.boolean(), ({ frame, codings }, by, isDescending) => {
        const all = passagesOf(frame, codings).map((passage) => ({ passage, codings: passage.codings }));
        const { rows } = arrange(all, query({ sort: { by, isDescending } }), frame);
        expect(rows.map(idOf).toSorted()).toEqual(all.map(idOf).toSorted());
        const dates = new Map(frame.sources.map(({ id, date }) => [id, date]));
        const value = ({ passage, codings: own }: Found): string | number | null => {
          if (by === 'length') return passage.end - passage.start;
          if (by === 'date') return dates.get(passage.sourceId) ?? null;
          if (by === 'speaker') return passage.labels[0] ?? null;
          if (by !== 'weight') return 0;
          return own.some(({ weight }) => weight !== null) ? Math.max(...own.flatMap(({ weight }) => weight ?? [])) : null;
        };
        const values = rows.map(value);
        const known = values.filter((each) => each !== null);
        expect(values.slice(known.length).every((each) => each === null)).toBe(true);
        known.slice(1).forEach((each, at) => {
          const before = known[at] as typeof each;
          expect(isDescending ? before >= each : before <= each).toBe(true);
        });
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('stands under every case it belongs to, or under none', () => {
    fc.assert(
      fc.property(randomStudy, ({ frame, codings }) => {
        const all = passagesOf(frame, codings).map((passage) => ({ passage, codings: passage.codings }));
        const { groups, rows } = arrange(all, query({ group: { by: 'case' } }), frame);
        const byPlace = Map.groupBy(codings, ({ source, start, end }) => `${source}/${start}/${end}`);
        const expected = new Map<string, number>();
        for (const [coding] of byPlace.values()) {
          const cases = coding ? new Set(casesOf(frame, coding)) : new Set<string>();
          for (const id of cases.size > 0 ? cases : ['']) expected.set(id, (expected.get(id) ?? 0) + 1);
        }
        expect(new Map(groups.map(({ key, passages }) => [key, passages]))).toEqual(expected);
        expect(rows).toHaveLength(groups.reduce((sum, { passages }) => sum + passages, 0));
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  it('nothing makes no group', () => {
    const [study] = fc.sample(randomStudy, { numRuns: 1, seed: 1 });
    expect(arrange([], query({ group: { by: 'case' } }), study?.frame as StudyFrame)).toEqual({ groups: [], rows: [] });
  });
});

describe('the words around a passage', () => {
  const text = 'On a signé la charte ensemble, puis chacun est reparti chez soi.';
  it('are cut between words', () => {
    const start = text.indexOf('la charte');
    expect(contextOf(text, start, start + 'la charte'.length, 10)).toEqual({ before: 'a signé ', after: ' ensemble,' });
    expect(contextOf(text, start, start + 'la charte'.length, 12).after).toBe(' ensemble,');
  });
  it('are all there is where there is little', () => {
    expect(contextOf(text, 0, text.length, 100)).toEqual({ before: '', after: '' });
    expect(contextOf(text, 5, 10, 1000)).toEqual({ before: text.slice(0, 5), after: text.slice(10) });
  });
  it('never hold half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(20), (drawn, most) => {
        const { before, after } = contextOf(drawn, drawn.length, drawn.length, most);
        expect(before.isWellFormed() && after.isWellFormed()).toBe(true);
        expect(contextOf(drawn, 0, 0, most).after.isWellFormed()).toBe(true);
      }),
    );
  });
});

it('an expression written with SAME TURN, SAME QUESTION and star reads as it is meant', () => {
  expect(printExpression(parseExpression('"A" same turn "B" AND star = yes'))).toBe('"A" SAME TURN "B" AND star = yes');
  expect(printExpression(parseExpression('"A" SAME QUESTION ("B" OR star = "no")'))).toBe('"A" SAME QUESTION ("B" OR star = no)');
  expect(() => parseExpression('"A" SAME "B"')).toThrow('TURN, QUESTION');
});
