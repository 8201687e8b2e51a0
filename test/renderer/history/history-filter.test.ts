// What is asked of the history, as it stands in a call.
import { expect, test } from 'vitest';
import { EVERYTHING, queryOf } from '../../../renderer/history/history-filter.ts';
import { startOfDay } from '../../../shared/i18n/date.ts';

const NOW = new Date('2026-03-18T15:30:00Z');

test('nothing asked is nothing sent', () => {
  expect(queryOf(EVERYTHING, undefined, 'fr', NOW)).toEqual({});
  expect(queryOf({ ...EVERYTHING, words: '  ' }, undefined, 'fr', NOW)).toEqual({});
});

test('words are looked for in the language they are read in', () => {
  expect(queryOf({ ...EVERYTHING, words: ' merge ', kind: 'grids' }, 'an-object', 'en', NOW)).toEqual({
    words: 'merge',
    language: 'en',
    kind: 'grids',
    objectId: 'an-object',
  });
});

test('a period begins with a day of the window’s own', () => {
  const today = new Date(startOfDay(NOW));
  const weekAgo = new Date(today);
  weekAgo.setDate(today.getDate() - 6);
  expect(queryOf({ ...EVERYTHING, period: 'today' }, undefined, 'fr', NOW).since).toBe(today.toISOString());
  expect(queryOf({ ...EVERYTHING, period: 'week' }, undefined, 'fr', NOW).since).toBe(weekAgo.toISOString());
});
