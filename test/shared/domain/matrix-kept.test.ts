// Kept matrices against a count made by hand for every cell, on studies that no one would think of, as they are first read and as they are
// after sources changed; then the rules one by one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PassageId } from '../../../shared/domain/ids.ts';
import { assertCanMeet, headersOf, resolveAxis } from '../../../shared/domain/matrix-axes.ts';
import type { Axis, CodedPassage } from '../../../shared/domain/matrix-axis.ts';
import { markedPassage } from '../../../shared/domain/matrix-fill.ts';
import { KeptMatrix } from '../../../shared/domain/matrix-kept.ts';
import type { Crossing, SourceReadings } from '../../../shared/domain/matrix-kept.ts';
import { tallyOf } from '../../../shared/domain/matrix-tally.ts';
import type { GivenStances } from '../../../shared/domain/matrix-tally.ts';
import { ENTITY_KINDS, axisSpec, cellKey } from '../../../shared/domain/matrix.ts';
import type { Stance } from '../../../shared/domain/source.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import { passagesOf } from '../../support/coded-passages.ts';
import { sourcesOf } from '../../support/matrix-sources.ts';
import { naiveMatrix } from '../../support/naive-matrix.ts';
import type { NaiveCell } from '../../support/naive-matrix.ts';
import { randomStudy } from '../../support/random-study.ts';

/** A cell of the kept matrix in the words of the naive count. */
function told(kept: KeptMatrix, cell: number, given: GivenStances | undefined): NaiveCell {
  const shares = kept.sharesOf(cell);
  const { codings, passages, sources, stance, found } = tallyOf(shares, given);
  const places = shares.flatMap(({ reading, contribution }) =>
    contribution.marks.flatMap((mark) => reading.passages[markedPassage(mark)]?.ids[0] ?? []),
  );
  expect(places).toHaveLength(passages);
  return { codings, passages: places.sort(), sources, categories: Object.fromEntries(found ?? []), stance };
}

/** Before it had all its passages: some sources less of them, the first one none. Those that had all are the same objects as later. */
function earlier(all: readonly CodedPassage[], sources: SourceReadings): SourceReadings {
  const [first] = sources.keys();
  const before = sourcesOf(all.filter(({ sourceId, start }) => sourceId !== first && start % 4 !== 0));
  return new Map(
    [...before].map(([id, source]) => [id, source.passages.length === sources.get(id)?.passages.length ? (sources.get(id) ?? source) : source]),
  );
}

/** Filled at once, and filled again after the sources changed: both must be what a count by hand finds. */
function keptMatrices(crossing: Crossing, frame: Parameters<typeof resolveAxis>[1], passages: readonly CodedPassage[]): KeptMatrix[] {
  const sources = sourcesOf(passages);
  const [atOnce, changed] = [0, 1].map(() => new KeptMatrix(crossing, frame, axisTitles.fr)) as [KeptMatrix, KeptMatrix];
  atOnce.update({ sources });
  for (const state of [earlier(passages, sources), sources, new Map(), sources]) changed.update({ sources: state });
  return [atOnce, changed];
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
        const expected = naiveMatrix(frame, rows, columns, codings, rules, stances);
        const axes = { rows: rows.map(resolve), columns: columns.map(resolve) };
        if (expected.totals.codings > 0) expect(() => assertCanMeet([...axes.rows, ...axes.columns], frame)).not.toThrow();
        else if (isApart([...axes.rows, ...axes.columns], frame)) return undefined;
        const [rowHeaders, columnHeaders] = [headersOf(axes.rows), headersOf(axes.columns)];
        expect(rowHeaders.map(({ key }) => key).toSorted()).toEqual(expected.rows.toSorted());
        expect(columnHeaders.map(({ key }) => key).toSorted()).toEqual(expected.columns.toSorted());
        const matrices = keptMatrices(
          { rows: [...rows], columns: [...columns], join, coderIds: coderIds && [...coderIds], where: [...where] },
          frame,
          passages,
        );
        rowHeaders.forEach((row, r) => {
          columnHeaders.forEach((column, c) => {
            const hand = expected.cells[expected.rows.indexOf(row.key)]?.[expected.columns.indexOf(column.key)];
            if (hand && hand.codings > 0)
              for (const kind of [
                ...specs.map((spec) => spec.kind),
                join.kind,
                ...(where.length > 0 ? ['where'] : []),
                ...(coderIds ? ['coders'] : []),
              ])
                filledBy.set(kind, (filledBy.get(kind) ?? 0) + 1);
            for (const kept of matrices)
              expect(told(kept, r * columnHeaders.length + c, stances.get(cellKey(row, column))), `${row.key} × ${column.key}`).toEqual(hand);
          });
        });
        for (const kept of matrices) expect(kept.totals()).toEqual({ ...expected.totals, omittedCodings: expected.omittedCodings });
        return undefined;
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

/** Such axes are refused: their table would stay blank whatever is coded. */
function isApart(axes: readonly Axis[], frame: Parameters<typeof assertCanMeet>[1]): boolean {
  try {
    assertCanMeet(axes, frame);
    return false;
  } catch {
    return true;
  }
}

function assertRefused(resolveAll: () => unknown): void {
  expect(resolveAll).toThrow('matrix.axisEmpty');
}

/** `non|peut-être` is one value. */
function entitiesOf(key: string): string[] {
  return key.split(new RegExp(`\\|(?=(?:${ENTITY_KINDS.join('|')}):)`));
}
