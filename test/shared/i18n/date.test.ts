// Days and hours in words.
import { expect, test } from 'vitest';
import { formatDate, formatDay, formatTime, formatWhen } from '../../../shared/i18n/date.ts';

const now = new Date(2019, 2, 15, 8, 0);
const at = (day: number, hour: number, minute = 0) => new Date(2019, 2, day, hour, minute).toISOString();

test('an interview’s date is that day in every time zone', () => {
  expect(formatDate('fr', '2019-03-14')).toBe('14 mars 2019');
  expect(formatDate('en', '2019-03-14')).toBe('14 March 2019');
});

test('yesterday is the day before, not 24 hours ago', () => {
  expect(formatDay('fr', at(15, 0, 5), now)).toBe('aujourd’hui');
  expect(formatDay('fr', at(14, 23), now)).toBe('hier');
  expect(formatDay('en', at(14, 1), now)).toBe('yesterday');
  expect(formatDay('fr', at(13, 23), now)).toBe('mercredi 13 mars 2019');
});

test('when something happened, as one says it', () => {
  expect(formatTime('fr', at(15, 14, 32))).toBe('14:32');
  expect(formatWhen('fr', at(14, 9, 5), now)).toBe('hier à 09:05');
  expect(formatWhen('en', at(1, 9, 5), now)).toBe('1 March 2019');
});
