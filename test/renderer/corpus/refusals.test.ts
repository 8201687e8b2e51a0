// Values that wait in their cells to be mended.
import { expect, test } from 'vitest';
import { NO_REFUSALS, withRefused, withoutRefused } from '../../../renderer/corpus/refusals.ts';

const douze = { rowId: 'E03', columnId: 'age', text: 'douze', sentence: 'n’est pas un nombre' };
const hier = { rowId: 'E04', columnId: 'date', text: 'hier', sentence: 'n’est pas une date' };

test('a refused value waits in its cell until the cell has one', () => {
  const refusals = withRefused(NO_REFUSALS, [douze, hier]);
  expect(refusals.get('E03')?.get('age')).toEqual({ text: 'douze', sentence: 'n’est pas un nombre' });
  const mended = withoutRefused(refusals, [douze]);
  expect([mended.has('E03'), mended.has('E04')]).toEqual([false, true]);
});

test('rows that nothing happens to stay the same, and so do all when nothing does', () => {
  const refusals = withRefused(NO_REFUSALS, [douze, hier]);
  expect(withRefused(refusals, [{ ...douze, columnId: 'size' }]).get('E04')).toBe(refusals.get('E04'));
  expect(withRefused(refusals, [])).toBe(refusals);
  expect(withoutRefused(refusals, [{ rowId: 'E09', columnId: 'age' }])).toBe(refusals);
});
