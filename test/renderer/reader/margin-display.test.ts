// What the margin shows, in which colours and in which order.
import { describe, expect, test } from 'vitest';
import type { Codebook } from '../../../shared/domain/category.ts';
import type { Coder } from '../../../shared/domain/corpus.ts';
import type { CoderId } from '../../../shared/domain/ids.ts';
import type { CategoryIndex } from '../../../renderer/reader/category-index.ts';
import { codedText } from '../../../renderer/reader/coded-text.ts';
import { PLAIN_DISPLAY, isDisplay, marginLook, markOf, passes, presentFilter } from '../../../renderer/reader/margin-display.ts';
import { anInterview, coded } from './interview.ts';

const grids = [{ id: 'g1' }, { id: 'g2' }] as unknown as Codebook;
const categories = new Map(
  [
    ['tools', null, 'g1', '#111111'],
    ['meetings', 'tools', 'g1', '#222222'],
    ['minutes', 'meetings', 'g1', '#333333'],
    ['trust', null, 'g2', '#444444'],
  ].map(([id, parentId, grid, color]) => [id, { category: { id, parentId, color }, grid: { id: grid, title: grid } }]),
) as unknown as CategoryIndex;
const coders = new Map([
  ['AB', { id: 'AB', color: '#aa0000' }],
  ['CD', { id: 'CD', color: '#00aa00' }],
]) as unknown as ReadonlyMap<CoderId, Coder>;

const interview = anInterview('Directrice : On se voit chaque lundi et on écrit tout.');
const codings = [
  coded(interview, 'trust', [0, 0], [0, 30]),
  coded(interview, 'minutes', [0, 5], [0, 20]),
  coded(interview, 'minutes', [0, 5], [0, 20], 'CD'),
  coded(interview, 'meetings', [0, 6], [0, 12], 'CD'),
];
const names = (filter: Parameters<typeof passes>[0]) =>
  codings.filter(passes(filter, categories)).map(({ categoryId, coderId }) => `${categoryId} ${coderId}`);

describe('the filter', () => {
  test('leaves a grid, a coder, or a category with what it contains', () => {
    expect(names(null)).toHaveLength(4);
    expect(names({ kind: 'grid', id: 'g2' })).toEqual(['trust AB']);
    expect(names({ kind: 'coder', id: 'CD' })).toEqual(['minutes CD', 'meetings CD']);
    expect(names({ kind: 'category', id: 'meetings' })).toEqual(['minutes AB', 'minutes CD', 'meetings CD']);
    expect(names({ kind: 'category', id: 'tools' })).toHaveLength(3);
  });

  test('by something that is gone is none', () => {
    expect(presentFilter({ kind: 'category', id: 'gone' }, categories, coders, grids)).toBeNull();
    expect(presentFilter({ kind: 'coder', id: 'CD' }, categories, coders, grids)).toEqual({ kind: 'coder', id: 'CD' });
  });
});

describe('colours and order', () => {
  const stripes = codedText(interview, codings).stripes;
  const colors = (by: 'category' | 'coder' | 'grid') => stripes.map((stripe) => marginLook(by, categories, coders, grids).colorsOf(stripe));

  test('stand for categories, coders or grids; two coders share a bar', () => {
    expect(colors('category')).toEqual([['#444444'], ['#333333'], ['#222222']]);
    expect(colors('coder')).toEqual([['#aa0000'], ['#aa0000', '#00aa00'], ['#00aa00']]);
    const [trust, minutes, meetings] = colors('grid');
    expect(minutes).toEqual(meetings);
    expect(trust).not.toEqual(minutes);
    expect(markOf(['#aa0000', '#00aa00'])).toContain('50% 100%');
  });

  test('by grid, the first grid stands nearest to the text', () => {
    const { rankOf } = marginLook('grid', categories, coders, grids);
    const lanes = new Map(codedText(interview, codings, undefined, rankOf).stripes.map(({ categoryId, lane }) => [categoryId as string, lane]));
    expect(lanes.get('trust')).toBe(2);
    expect(Math.max(lanes.get('minutes') ?? 9, lanes.get('meetings') ?? 9)).toBe(1);
  });
});

test('a choice that an older version kept otherwise is not taken', () => {
  expect(isDisplay(PLAIN_DISPLAY)).toBe(true);
  expect(isDisplay({ ...PLAIN_DISPLAY, filter: { kind: 'grid', id: 'g1' } })).toBe(true);
  for (const other of [null, 'plain', {}, { ...PLAIN_DISPLAY, colorBy: 'mood' }, { ...PLAIN_DISPLAY, filter: { kind: 'mood', id: 'x' } }])
    expect(isDisplay(other)).toBe(false);
});
