// The list of memos: the latest first, found by title, text, what they are on, and when they were begun.
import { describe, expect, it } from 'vitest';
import { ALL_MEMOS, byDiaryDay, countBy, listedMemos, spanStart } from '../../../renderer/memos/memo-filter.ts';
import type { Memo, MemoTarget } from '../../../shared/domain/memo.ts';
import type { CoderId, MemoId } from '../../../shared/domain/ids.ts';

const memo = (id: string, targetKind: MemoTarget, targetLabel: string, title: string, text: string, updatedAt: string): Memo => ({
  id: id as MemoId,
  targetKind,
  targetId: '',
  targetLabel,
  targetRef: '',
  sourceId: null,
  kind: 'analytic',
  title,
  text,
  coderId: 'AB' as CoderId,
  createdAt: '2026-01-01T08:00:00.000Z',
  updatedAt,
});

const memos = [
  memo('regle', 'project', 'Thèse', 'Règle d’inclusion', 'Un vote perdu compte.', '2026-02-01T10:00:00.000Z'),
  memo('fusion', 'case', 'Pôle 2', 'La fusion', 'Variable cachée ?', '2026-03-01T10:00:00.000Z'),
  memo('votes', 'category', 'Processus › Gouvernance', '', 'Être informé n’est pas décider.', '2026-01-05T10:00:00.000Z'),
];
const ids = (list: readonly Memo[]) => list.map(({ id }) => id);

describe('the list', () => {
  it('puts the latest change first', () => {
    expect(ids(listedMemos(memos, { ...ALL_MEMOS, query: '' }))).toEqual(['fusion', 'regle', 'votes']);
  });

  it('keeps one kind of object', () => {
    expect(ids(listedMemos(memos, { ...ALL_MEMOS, targetKind: 'category', query: '' }))).toEqual(['votes']);
  });

  it('finds words in the title, the text and what the memo is on, accents ignored', () => {
    expect(ids(listedMemos(memos, { ...ALL_MEMOS, query: 'regle vote' }))).toEqual(['regle']);
    expect(ids(listedMemos(memos, { ...ALL_MEMOS, query: 'pole 2' }))).toEqual(['fusion']);
    expect(ids(listedMemos(memos, { ...ALL_MEMOS, query: 'gouvernance' }))).toEqual(['votes']);
    expect(listedMemos(memos, { ...ALL_MEMOS, targetKind: 'case', query: 'gouvernance' })).toEqual([]);
  });

  it('counts the kinds that are there', () => {
    expect([...countBy(memos, 'targetKind')]).toEqual([
      ['project', 1],
      ['case', 1],
      ['category', 1],
    ]);
  });
});

describe('a diary', () => {
  const page = (id: string, createdAt: string, updatedAt: string): Memo => ({
    ...memo(id, 'project', '', id, '', updatedAt),
    kind: 'diary',
    createdAt,
  });
  const pages = [
    page('lundi', '2026-03-02T09:00:00', '2026-03-09T09:00:00'),
    page('mardi', '2026-03-03T18:00:00', '2026-03-03T18:00:00'),
    page('mardi matin', '2026-03-03T08:00:00', '2026-03-04T08:00:00'),
  ];

  it('is read by the day it was written, not by its last change', () => {
    expect(ids(listedMemos([...memos, ...pages], { ...ALL_MEMOS, kind: 'diary' }))).toEqual(['mardi', 'mardi matin', 'lundi']);
    expect(byDiaryDay(listedMemos(pages, { ...ALL_MEMOS, kind: 'diary' })).map(({ memos: ofDay }) => ids(ofDay))).toEqual([
      ['mardi', 'mardi matin'],
      ['lundi'],
    ]);
  });
});

describe('between two days', () => {
  const begun = (id: string, createdAt: string): Memo => ({ ...memo(id, 'project', '', id, '', '2026-06-01T09:00:00'), createdAt });
  const written = [begun('janvier', '2026-01-31T23:30:00'), begun('février', '2026-02-01T00:10:00'), begun('mars', '2026-03-15T12:00:00')];
  const shown = (from: string | null, to: string | null) => ids(listedMemos(written, { ...ALL_MEMOS, from, to })).sort();

  it('both days belong, as the reader’s clock has them; either side may be open', () => {
    expect(shown('2026-02-01', '2026-03-15')).toEqual(['février', 'mars']);
    expect(shown(null, '2026-01-31')).toEqual(['janvier']);
    expect(shown('2026-03-16', null)).toEqual([]);
  });

  it('a span of days ends today and counts it, over the end of a month', () => {
    const today = new Date(2026, 2, 3, 8);
    expect([spanStart('today', today), spanStart('week', today), spanStart('month', today)]).toEqual(['2026-03-03', '2026-02-25', '2026-02-02']);
  });
});
