// The engine against a count made by hand for every cell, on studies that no one would think of; then the rules one by one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFilter } from '../../../shared/domain/expression-filter.ts';
import type { CoderId, GuideQuestionId, ParticipantId, PassageId, SourceId } from '../../../shared/domain/ids.ts';
import { assertCanMeet, resolveAxis } from '../../../shared/domain/matrix-axes.ts';
import type { Axis, CodedPassage, PlacedCoding, StudyFrame } from '../../../shared/domain/matrix-axis.ts';
import { fillMatrix } from '../../../shared/domain/matrix-engine.ts';
import type { FilledMatrix } from '../../../shared/domain/matrix-engine.ts';
import { ENTITY_KINDS, axisSpec } from '../../../shared/domain/matrix.ts';
import type { Stance } from '../../../shared/domain/source.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import type { NaiveCoding } from '../../support/naive-expression.ts';
import { naiveMatrix } from '../../support/naive-matrix.ts';
import type { NaiveCell } from '../../support/naive-matrix.ts';
import { randomStudy } from '../../support/random-study.ts';

/** Distinct stretches in corpus order, as the queries hand them to the engine. */
function passagesOf(frame: StudyFrame, codings: readonly NaiveCoding[]): CodedPassage[] {
  const open = new Map<string, CodedPassage & { codings: PlacedCoding[] }>();
  for (const coding of codings) {
    const place = `${coding.source}/${coding.start}/${coding.end}`;
    const passage = open.get(place) ?? {
      ids: [place as PassageId],
      sourceId: coding.source as SourceId,
      participantIds: coding.speakers as ParticipantId[],
      start: coding.start,
      end: coding.end,
      isStarred: coding.isStarred,
      firstTurn: coding.firstTurn,
      lastTurn: coding.lastTurn,
      labels: coding.labels,
      answers: coding.answers as GuideQuestionId[],
      codings: [],
    };
    passage.codings.push({ categoryId: coding.category, coderId: coding.coder as CoderId, stance: coding.stance, weight: coding.weight });
    open.set(place, passage);
  }
  const order = new Map(frame.sources.map((source, index) => [source.id, index]));
  return [...open.values()].sort((a, b) => (order.get(a.sourceId) ?? 0) - (order.get(b.sourceId) ?? 0) || a.start - b.start || a.end - b.end);
}

/** The engine's cell in the words of the naive count. */
function told(filled: FilledMatrix, passages: readonly CodedPassage[], row: number, column: number): NaiveCell {
  const tally = filled.cells[row]?.get(column);
  if (!tally) return { codings: 0, passages: [], sources: 0, categories: {}, stance: { supports: 0, contrasts: 0, mentions: 0 } };
  return {
    codings: tally.codings,
    passages: tally.passages.flatMap((index) => passages[index]?.ids[0] ?? []).sort(),
    sources: tally.sources,
    categories: Object.fromEntries([...tally.found].map(([category, carriers]) => [category, carriers.length])),
    stance: tally.stance,
  };
}

describe('a matrix', () => {
  it('holds in every cell what counting by hand finds there', () => {
    const filledBy = new Map<string, number>();
    fc.assert(
      fc.property(randomStudy, ({ frame, codings, specs, join, coderIds, where, rowAxes, given }) => {
        const [rows, columns] = [specs.slice(0, rowAxes), specs.slice(rowAxes)];
        const rules = { join, coderIds, where };
        const empty = naiveMatrix(frame, rows, columns, [], rules, new Map());
        const resolve = (spec: (typeof specs)[number]): Axis => resolveAxis(spec, frame, axisTitles.fr);
        if (empty.hasEmptyAxis) return assertRefused(() => [...rows, ...columns].map(resolve));
        const passages = passagesOf(frame, codings);
        const keys = empty.rows.flatMap((row) => empty.columns.map((column) => `${row}\n${column}`));
        const stances = new Map<string, Map<PassageId, Stance>>();
        for (const [cell, passage, stance] of given) {
          const [row = '', column = ''] = keys[cell % keys.length]?.split('\n') ?? [];
          // the values of attributes hold the sign that joins keys, so the crossing is put together from the axes' entities
          const entities = [...entitiesOf(row), ...entitiesOf(column)];
          const place = passages[passage % Math.max(1, passages.length)]?.ids[0];
          if (place) stances.set([...new Set(entities)].sort().join('|'), new Map([[place, stance]]));
        }
        const axes = { rows: rows.map(resolve), columns: columns.map(resolve) };
        const filled = fillMatrix(
          axes.rows,
          axes.columns,
          passages,
          { join, coderIds, filter: where.length > 0 ? compileFilter(where, frame) : null },
          stances,
        );
        const expected = naiveMatrix(frame, rows, columns, codings, rules, stances);
        expect(filled.rows.map(({ key }) => key).toSorted()).toEqual(expected.rows.toSorted());
        expect(filled.columns.map(({ key }) => key).toSorted()).toEqual(expected.columns.toSorted());
        filled.rows.forEach((row, r) => {
          filled.columns.forEach((column, c) => {
            const hand = expected.cells[expected.rows.indexOf(row.key)]?.[expected.columns.indexOf(column.key)];
            if (hand && hand.codings > 0)
              for (const kind of [
                ...specs.map((spec) => spec.kind),
                join.kind,
                ...(where.length > 0 ? ['where'] : []),
                ...(coderIds ? ['coders'] : []),
              ])
                filledBy.set(kind, (filledBy.get(kind) ?? 0) + 1);
            expect(told(filled, passages, r, c), `${row.key} × ${column.key}`).toEqual(hand);
          });
        });
        if (expected.totals.codings > 0) expect(() => assertCanMeet([...axes.rows, ...axes.columns], frame)).not.toThrow();
        expect(filled.totals).toEqual(expected.totals);
        expect(filled.omittedCodings).toBe(expected.omittedCodings);
      }),
      { numRuns: 2000, seed: 2019 },
    );
    // every kind of axis and of rule was there with something in its cells
    expect([...filledBy.keys()].sort()).toEqual(
      [...axisSpec.options.map((option) => option.shape.kind.value), 'passage', 'overlap', 'turn', 'near', 'where', 'coders'].sort(),
    );
    expect(Math.min(...filledBy.values()), JSON.stringify([...filledBy])).toBeGreaterThan(50);
  });
});

function assertRefused(resolveAll: () => unknown): void {
  expect(resolveAll).toThrow('matrix.axisEmpty');
}

/** `non|peut-être` is one value. */
function entitiesOf(key: string): string[] {
  return key.split(new RegExp(`\\|(?=(?:${ENTITY_KINDS.join('|')}):)`));
}
