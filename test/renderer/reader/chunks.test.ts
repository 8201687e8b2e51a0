// The text in sections.
import { expect, test } from 'vitest';
import { chunksOf } from '../../../renderer/reader/chunks.ts';
import { anInterview } from './interview.ts';

test('every turn with something to show is in exactly one section, in order', () => {
  const lines = Array.from({ length: 400 }, (_, i) => (i % 7 === 3 ? '' : `Directrice : ${'mot '.repeat(30 + (i % 50))}`));
  const interview = anInterview(...lines);
  const chunks = chunksOf(interview);
  expect(chunks.flatMap(({ turns }) => turns)).toEqual(lines.flatMap((line, i) => (line === '' ? [] : [i])));
  const lengths = chunks.map(({ turns }) => turns.reduce((sum, turn) => sum + (interview.bodies[turn]?.length ?? 0), 0));
  expect(Math.min(...lengths.slice(0, -1))).toBeGreaterThanOrEqual(12_000);
  expect(Math.max(...lengths)).toBeLessThan(12_000 + 400);
});

test('a source without words has no section', () => {
  expect(chunksOf(anInterview('', ''))).toEqual([]);
});
