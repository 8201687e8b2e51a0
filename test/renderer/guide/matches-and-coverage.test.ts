// Going through proposals one by one, and the table of what interviews answered.
import { describe, expect, it } from 'vitest';
import type { AskingTurn, Guide, GuideCoverage, QuestionMatch } from '../../../shared/domain/guide.ts';
import type { SourceSummary } from '../../../shared/domain/source.ts';
import { coverageTable, firstCovered, neighbour, tintOf } from '../../../renderer/guide/coverage-model.ts';
import { matchRows, nextOpen, numberedQuestions, surer } from '../../../renderer/guide/matches-model.ts';

const turn = (number: number) => ({ turnId: `t${number}`, number, words: `tour ${number}` }) as unknown as AskingTurn;
const match = (number: number, questionId: string, status: QuestionMatch['status'], score = 0.6) =>
  ({ ...turn(number), questionId, status, score }) as unknown as QuestionMatch;

describe('the turns that ask', () => {
  const matches = [match(2, 'a', null, 0.9), match(6, 'b', 'confirmed'), match(8, 'a', null, 0.5), match(9, 'c', 'rejected')];
  const rows = matchRows([turn(2), turn(4), turn(6), turn(8)], matches);

  it('stand in the text’s order, with or without a question', () => {
    expect(rows.map(({ turn: { number }, match: found }) => [number, found?.questionId ?? null])).toEqual([
      [2, 'a'],
      [4, null],
      [6, 'b'],
      [8, 'a'],
      [9, 'c'],
    ]);
  });

  it('lead from one that waits to the next, and round again', () => {
    expect(nextOpen(rows, 't2 a')?.key).toBe('t8 a');
    expect(nextOpen(rows, 't8 a')?.key).toBe('t2 a');
    expect(
      nextOpen(
        rows.filter(({ key }) => key === 't6 b'),
        't6 b',
      ),
    ).toBeNull();
  });

  it('are sure enough or not', () => {
    expect(surer(matches, 0.6).map(({ turnId }) => turnId)).toEqual(['t2']);
    expect(surer(matches, 0.4)).toHaveLength(2);
  });
});

const guide = {
  id: 'g',
  title: 'Guide',
  themes: [
    { id: 'h1', name: 'Un', questions: [{ id: 'a', text: 'A ?', categoryIds: ['k1', 'k2'] }] },
    {
      id: 'h2',
      name: 'Deux',
      questions: [
        { id: 'b', text: 'B ?', categoryIds: [] },
        { id: 'c', text: 'C ?', categoryIds: [] },
      ],
    },
  ],
} as unknown as Guide;
const sources = ['s1', 's2', 's3'].map((id) => ({ id, name: id })) as unknown as SourceSummary[];
const answer = (sourceId: string, questionId: string, words: number, fed: readonly (readonly [string, number])[] = []) => ({
  sourceId,
  questionId,
  asked: [{ turnId: 't', number: 1 }],
  words,
  fed: fed.map(([categoryId, codings]) => ({ categoryId, codings })),
});
const coverage = {
  coverage: [answer('s1', 'a', 400, [['k3', 2]]), answer('s3', 'a', 100, [['k2', 1]]), answer('s2', 'c', 50)],
  waiting: [{ sourceId: 's2', proposals: 4 }],
} as unknown as GuideCoverage;

describe('coverage', () => {
  const table = coverageTable(guide, sources, coverage);

  it('has a row per question, numbered through, and a column per interview, with totals both ways', () => {
    expect(numberedQuestions(guide).map(({ number, theme }) => [number, theme.name])).toEqual([
      [1, 'Un'],
      [2, 'Deux'],
      [3, 'Deux'],
    ]);
    expect(table.rows.map(({ cells, interviews, isFirst }) => [cells.map((cell) => cell?.words ?? null), interviews, isFirst])).toEqual([
      [[400, null, 100], 2, true],
      [[null, null, null], 0, true],
      [[null, 50, null], 1, false],
    ]);
    expect(table.columns.map(({ questions, waiting }) => [questions, waiting])).toEqual([
      [1, 0],
      [1, 4],
      [1, 0],
    ]);
    expect([table.covering, table.mostWords]).toEqual([3, 400]);
  });

  it('shows what a question was meant to feed first, whether it did or not', () => {
    expect(table.rows[0]?.fed.map(({ categoryId, codings, isExpected }) => [categoryId, codings, isExpected])).toEqual([
      ['k1', 0, true],
      ['k2', 1, true],
      ['k3', 2, false],
    ]);
  });

  it('is walked by arrows from one covered crossing to the next', () => {
    expect(firstCovered(table)).toEqual({ row: 0, column: 0 });
    expect(neighbour(table, { row: 0, column: 0 }, 'ArrowRight')).toEqual({ row: 0, column: 2 });
    expect(neighbour(table, { row: 0, column: 2 }, 'ArrowRight')).toBeNull();
    expect(neighbour(table, { row: 0, column: 2 }, 'ArrowDown')).toEqual({ row: 2, column: 1 });
    expect(neighbour(table, { row: 2, column: 1 }, 'ArrowUp')).toEqual({ row: 0, column: 0 });
  });

  it('tints long answers deeper', () => {
    const tints = [0, 50, 100, 400].map((words) => tintOf(words, 400));
    expect(tints).toEqual(tints.toSorted((a, b) => a - b));
    expect(new Set(tints).size).toBe(4);
    expect(tintOf(0, 0)).toBe(tints[0]);
  });
});
