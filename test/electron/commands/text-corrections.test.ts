// Corrections of a coded transcript drawn by chance, against a model that gives every character an identity. Ten thousand such
// sequences are in test/long.
import { expect, test } from 'vitest';
import { correctAtRandom } from '../../support/corrections.ts';

test('300 sequences of typing, cutting, joining, replacing, undo and redo leave every coding on its words', () => {
  const acts = correctAtRandom(1, 300);
  expect([...acts.keys()].sort()).toEqual(['code', 'edit', 'join', 'redo', 'replace', 'split', 'time', 'type', 'undo']);
  expect(Math.min(...acts.values())).toBeGreaterThan(20);
}, 300_000);
