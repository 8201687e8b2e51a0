// The engine against a count made by hand for every cell, on studies that no one would think of; then the rules one by one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Category, Grid } from '../../../shared/domain/category.ts';
import type {
  CaseGroupId,
  CaseId,
  CasePartId,
  CategoryId,
  CoderId,
  GridId,
  ParticipantId,
  PassageId,
  SourceId,
  TurnId,
} from '../../../shared/domain/ids.ts';
import { resolveAxis } from '../../../shared/domain/matrix-axes.ts';
import type { AxisTitles, StudyFrame } from '../../../shared/domain/matrix-axes.ts';
import { fillMatrix } from '../../../shared/domain/matrix-engine.ts';
import type { Applied, CodedPassage, FilledMatrix } from '../../../shared/domain/matrix-engine.ts';
import type { AxisSpec, JoinRule } from '../../../shared/domain/matrix.ts';
import { STANCES } from '../../../shared/domain/source.ts';
import type { Stance } from '../../../shared/domain/source.ts';
import { naiveMatrix } from '../../support/naive-matrix.ts';
import type { NaiveCell, NaiveCoding } from '../../support/naive-matrix.ts';

const TITLES: AxisTitles = { language: 'fr', case: 'Cas', caseGroup: 'Groupe', source: 'Source', participant: 'Participant', coder: 'Codeur' };

interface Study {
  readonly frame: StudyFrame;
  readonly codings: readonly NaiveCoding[];
  readonly specs: readonly AxisSpec[];
  readonly join: JoinRule;
  readonly rowAxes: number;
  /** A cell's key stands for a stance given there, by numbers that choose which. */
  readonly given: readonly (readonly [number, number, Stance])[];
}

const stanceOrNone = fc.constantFrom<(Stance | null)[]>(null, null, ...STANCES);

function grids(parents: readonly number[]): Grid[] {
  const categories = parents.map((choice, index): Category => {
    const gridId = `g${index % 2}` as GridId;
    // every second category belongs to the second grid; a parent is an earlier one of the same grid
    const earlier = index >> 1;
    const parent = earlier === 0 || choice % 3 === 0 ? null : (choice % earlier) * 2 + (index % 2);
    return {
      id: `k${index}` as CategoryId,
      gridId,
      parentId: parent === null ? null : (`k${parent}` as CategoryId),
      position: index,
      name: `Catégorie ${index}`,
      color: '#000000',
      origin: 'a-priori',
      stage: null,
      status: null,
      scale: null,
      examplePassageId: null,
      alsoUnder: [],
      codings: 0,
      definition: '',
      inclusion: '',
      exclusion: '',
      example: '',
    };
  });
  return ['g0', 'g1'].map((id) => ({
    id: id as GridId,
    key: id,
    title: id,
    source: '',
    description: '',
    version: 1,
    categories: categories.filter((category) => category.gridId === id),
  }));
}

// so short that passages touch, meet at their ends and lie within one another all the time
const TURN_LENGTH = 3;
const TURNS = 3;

const study: fc.Arbitrary<Study> = fc
  .record({
    parents: fc.array(fc.nat(11), { minLength: 2, maxLength: 12, size: 'max' }),
    cases: fc.integer({ min: 1, max: 3 }),
    sourceCases: fc.array(fc.array(fc.nat(2), { maxLength: 2 }), { minLength: 1, maxLength: 2 }),
    participantCases: fc.array(fc.tuple(fc.option(fc.nat(2)), fc.nat(3)), { minLength: 1, maxLength: 4 }),
    groups: fc.array(fc.array(fc.nat(2), { maxLength: 3 }), { maxLength: 2 }),
    parts: fc.array(fc.tuple(fc.nat(1), fc.nat(2), fc.nat(TURNS - 1), fc.nat(TURNS - 1)), { maxLength: 3 }),
    speakers: fc.array(fc.option(fc.nat(3)), { minLength: 3 * TURNS, maxLength: 3 * TURNS }),
    values: fc.array(fc.tuple(fc.nat(2), fc.nat(3), fc.nat(1)), { maxLength: 9 }),
    codings: fc.array(
      fc.record({
        source: fc.nat(1),
        start: fc.nat(TURNS * TURN_LENGTH - 1),
        length: fc.integer({ min: 1, max: 5 }),
        category: fc.nat(11),
        coder: fc.nat(2),
        stance: stanceOrNone,
      }),
      {
        maxLength: 20,
        size: 'max',
      },
    ),
    axes: fc.array(
      fc.tuple(
        fc.constantFrom<AxisSpec['kind'][]>(
          'grid',
          'grid',
          'grid',
          'grid',
          'category',
          'category',
          'case',
          'caseGroup',
          'source',
          'participant',
          'coder',
          'attribute',
        ),
        fc.nat(11),
        fc.nat(3),
      ),
      {
        minLength: 2,
        maxLength: 4,
      },
    ),
    join: fc.oneof(
      fc.constantFrom<JoinRule[]>({ kind: 'passage' }, { kind: 'overlap' }, { kind: 'turn' }),
      fc.record({ kind: fc.constant('near' as const), withinUtf16: fc.nat(6) }),
    ),
    given: fc.array(fc.tuple(fc.nat(200), fc.nat(20), fc.constantFrom(...STANCES)), { maxLength: 4 }),
    nested: fc.boolean(),
  })
  .map((drawn) => {
    const codebook = grids(drawn.parents);
    const caseIds = Array.from({ length: drawn.cases }, (_, index) => `c${index}` as CaseId);
    const coders = [0, 1, 2].map((index) => ({ id: `w${index}` as CoderId, name: `Codeur ${index}`, initials: 'C', color: '#000000', codings: 0 }));
    const participants = drawn.participantCases.map(([home, asks], index) => ({
      id: `p${index}` as ParticipantId,
      name: `Personne ${index}`,
      caseId: home === null ? null : (caseIds[home] ?? null),
      isInterviewer: asks === 0,
      sourceIds: [],
    }));
    const sources = drawn.sourceCases.map((own, index) => ({
      id: `s${index}` as SourceId,
      name: `E${index}`,
      caseIds: [...new Set(own.flatMap((home) => caseIds[home] ?? []))],
    }));
    const scopes = ['case', 'source', 'participant'] as const;
    const attributes = scopes.map((scope, position) => ({
      id: `a${position}` as never,
      scope,
      name: `Attribut ${scope}`,
      position,
      type: 'text' as const,
      choices: [],
    }));
    const targets = [caseIds, sources.map(({ id }) => id), participants.map(({ id }) => id)];
    const values = new Map(
      drawn.values.flatMap(([attribute, target, value]) => {
        const list: readonly string[] = targets[attribute] ?? [];
        const targetId = list[target % list.length] ?? '';
        return [
          [`${attribute} ${targetId}`, { attributeId: `a${attribute}` as never, targetId, value: value === 0 ? 'oui' : 'non|peut-être' }] as const,
        ];
      }),
    );
    const frame: StudyFrame = {
      codebook,
      cases: caseIds.map((id, position) => ({ id, name: `Pôle ${position + 1}`, position })),
      groups: drawn.groups.map((members, position) => ({
        id: `h${position}` as CaseGroupId,
        name: `Groupe ${position}`,
        position,
        caseIds: [...new Set(members.flatMap((member) => caseIds[member] ?? []))],
      })),
      parts: drawn.parts.flatMap(([source, home, from, to], index) => {
        const caseId = caseIds[home];
        const [first, last] = [Math.min(from, to), Math.max(from, to)];
        const ends = { firstTurnId: `t${first}` as TurnId, lastTurnId: `t${last}` as TurnId, firstNumber: first + 1, lastNumber: last + 1 };
        const sourceId = sources[source % sources.length]?.id;
        return caseId && sourceId ? [{ id: `m${index}` as CasePartId, sourceId, caseId, first, last, ...ends }] : [];
      }),
      sources,
      participants,
      coders,
      attributes,
      values: [...values.values()],
    };
    const categories = codebook.flatMap((grid) => grid.categories);
    const codings = new Map<string, NaiveCoding>();
    for (const item of drawn.codings) {
      const source = sources[item.source % sources.length]?.id ?? '';
      const end = Math.min(item.start + item.length, TURNS * TURN_LENGTH);
      const firstTurn = Math.floor(item.start / TURN_LENGTH);
      const lastTurn = Math.floor((end - 1) / TURN_LENGTH);
      const ofSource = drawn.speakers.slice((item.source % sources.length) * TURNS).slice(firstTurn, lastTurn + 1);
      const speakers = [...new Set(ofSource.flatMap((speaker) => (speaker === null ? [] : (participants[speaker]?.id ?? []))))];
      const category = categories[item.category % categories.length]?.id ?? '';
      const coder = coders[item.coder]?.id ?? '';
      codings.set(`${source} ${item.start} ${end} ${category} ${coder}`, {
        source,
        start: item.start,
        end,
        firstTurn,
        lastTurn,
        speakers,
        category,
        coder,
        stance: item.stance,
      });
    }
    const specs = drawn.axes.map(([kind, which, level]): AxisSpec => {
      if (kind === 'grid') return { kind, gridId: `g${which % 2}` as GridId, level: level === 0 ? null : level };
      if (kind === 'category') return { kind, categoryId: categories[which % categories.length]?.id as CategoryId };
      return kind === 'attribute' ? { kind, attributeId: `a${which % 3}` as never } : { kind };
    });
    return { frame, codings: [...codings.values()], specs, join: drawn.join, rowAxes: drawn.nested && specs.length > 2 ? 2 : 1, given: drawn.given };
  });

/** Distinct stretches in corpus order, as the queries hand them to the engine. */
function passagesOf(frame: StudyFrame, codings: readonly NaiveCoding[]): CodedPassage[] {
  const open = new Map<string, CodedPassage & { categories: Map<string, Applied[]> }>();
  for (const coding of codings) {
    const place = `${coding.source}/${coding.start}/${coding.end}`;
    const passage = open.get(place) ?? {
      ids: [place as PassageId],
      sourceId: coding.source as SourceId,
      participantIds: coding.speakers as ParticipantId[],
      start: coding.start,
      end: coding.end,
      firstTurn: coding.firstTurn,
      lastTurn: coding.lastTurn,
      categories: new Map<string, Applied[]>(),
    };
    const applied = { coderId: coding.coder as CoderId, stance: coding.stance };
    passage.categories.set(coding.category, [...(passage.categories.get(coding.category) ?? []), applied]);
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
    categories: Object.fromEntries([...tally.found].map(([category, carriers]) => [category, carriers.size])),
    stance: tally.stance,
  };
}

describe('a matrix', () => {
  it('holds in every cell what counting by hand finds there', () => {
    let cellsWithSomething = 0;
    fc.assert(
      fc.property(study, ({ frame, codings, specs, join, rowAxes, given }) => {
        const [rows, columns] = [specs.slice(0, rowAxes), specs.slice(rowAxes)];
        const empty = naiveMatrix(frame, rows, columns, [], join, new Map());
        const resolve = (spec: AxisSpec) => resolveAxis(spec, frame, TITLES);
        if (empty.hasEmptyAxis) return assertRefused(() => [...rows, ...columns].map(resolve));
        const passages = passagesOf(frame, codings);
        const keys = empty.rows.flatMap((row) => empty.columns.map((column) => `${row} ${column}`));
        const stances = new Map<string, Map<PassageId, Stance>>();
        for (const [cell, passage, stance] of given) {
          const [row = '', column = ''] = keys[cell % keys.length]?.split(' ') ?? [];
          // the values of attributes hold the sign that joins keys, so the crossing is put together from the axes' entities
          const entities = [...entitiesOf(row), ...entitiesOf(column)];
          const place = passages[passage % Math.max(1, passages.length)]?.ids[0];
          if (place) stances.set([...new Set(entities)].sort().join('|'), new Map([[place, stance]]));
        }
        const filled = fillMatrix(rows.map(resolve), columns.map(resolve), passages, join, stances);
        const expected = naiveMatrix(frame, rows, columns, codings, join, stances);
        expect(filled.rows.map(({ key }) => key).toSorted()).toEqual(expected.rows.toSorted());
        expect(filled.columns.map(({ key }) => key).toSorted()).toEqual(expected.columns.toSorted());
        filled.rows.forEach((row, r) => {
          filled.columns.forEach((column, c) => {
            const hand = expected.cells[expected.rows.indexOf(row.key)]?.[expected.columns.indexOf(column.key)];
            if (hand && hand.codings > 0) cellsWithSomething += 1;
            expect(told(filled, passages, r, c), `${row.key} × ${column.key}`).toEqual(hand);
          });
        });
        expect(filled.totals).toEqual(expected.totals);
        expect(filled.omittedCodings).toBe(expected.omittedCodings);
      }),
      { numRuns: 2000, seed: 2019 },
    );
    expect(cellsWithSomething).toBeGreaterThan(1500);
  });
});

function assertRefused(resolveAll: () => unknown): void {
  expect(resolveAll).toThrow('matrix.axisEmpty');
}

/** `non|peut-être` is one value. */
function entitiesOf(key: string): string[] {
  return key.split(/\|(?=(?:category|case|caseGroup|source|participant|coder|attribute):)/);
}
