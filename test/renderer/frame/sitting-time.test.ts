// How long somebody has worked in a sitting.
import { expect, test } from 'vitest';
import { PAUSE_MS, afterAct, newSitting, storedSitting, wholeMinutes } from '../../../renderer/frame/sitting-time.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
const worked = (...minutes: number[]) => minutes.reduce((time, minute) => afterAct(time, START + minute * 60_000), newSitting(START));

test('minutes between acts count, a pause of more than five does not', () => {
  expect(wholeMinutes(worked(0, 1, 2, 4))).toBe(4);
  expect(wholeMinutes(worked(0, 1, 2, 30, 31))).toBe(3);
  expect(wholeMinutes(worked(0, PAUSE_MS / 60_000))).toBe(5);
  expect(wholeMinutes(worked(0, 5.1))).toBe(0);
});

test('before the first act nothing counts, nor when the clock is put back', () => {
  expect(wholeMinutes(worked(120))).toBe(0);
  expect(wholeMinutes(worked(10, 5, 6))).toBe(1);
});

test('a reload goes on where it was; what is no sitting is none', () => {
  const time = worked(0, 3);
  expect(storedSitting(JSON.stringify(time))).toEqual(time);
  for (const text of [null, '', '{', '{}', '{"since":"x","workedMs":1}', '{"since":"2026-03-02T09:00:00Z","workedMs":-1}'])
    expect(storedSitting(text)).toBeNull();
});
