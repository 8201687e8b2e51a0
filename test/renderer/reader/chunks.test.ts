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

test('a correction leaves the sections where they were: only the one that changed is another', () => {
  const lines = Array.from({ length: 400 }, (_, i) => `Directrice : ${'mot '.repeat(30 + (i % 50))}`);
  const before = anInterview(...lines);
  const chunks = chunksOf(before);
  const longer = anInterview(...lines.with(3, `${lines[3]} ${'encore '.repeat(80)}`));
  expect(chunksOf(longer, null, { chunks, transcript: before })).toBe(chunks);
  const emptied = anInterview(...lines.with(3, 'Directrice : '));
  const after = chunksOf(emptied, null, { chunks, transcript: before });
  expect(after[0]?.turns).not.toContain(3);
  expect(after.slice(1).every((chunk, index) => chunk === chunks[index + 1])).toBe(true);
  expect(chunksOf(emptied, emptied.turns[3]?.id, { chunks, transcript: before })).toBe(chunks);
});
