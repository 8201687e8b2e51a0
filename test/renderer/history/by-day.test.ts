// The history, day by day.
import { expect, test } from 'vitest';
import { byDay } from '../../../renderer/history/by-day.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import type { HistoryEntry } from '../../../shared/domain/project.ts';

/** Noon and evening of a day of March where the reader is. */
const entry = (number: number, day: number, hour: number): HistoryEntry => ({
  id: String(number) as EntryId,
  number,
  command: 'coding.apply',
  subject: {},
  kind: 'do',
  at: new Date(2019, 2, day, hour).toISOString(),
  coderName: 'Anne Berger',
  isUndone: false,
});

test('the latest day comes first, and in it the latest act', () => {
  const days = byDay([entry(1, 14, 0), entry(2, 14, 23), entry(3, 15, 9), entry(4, 15, 9)]);
  expect(days.map((day) => day.entries.map(({ number }) => number))).toEqual([
    [4, 3],
    [2, 1],
  ]);
});

test('nothing done, no day', () => {
  expect(byDay([])).toEqual([]);
});
