// Ten thousand sequences of corrections, codings, undo and redo: every coding keeps exactly its words, against a simple model.
import { expect, test } from 'vitest';
import { correctAtRandom } from '../support/corrections.ts';

const SEQUENCES = 10_000;

test('10,000 sequences of typing, cutting, joining, replacing, undo and redo leave every coding on its words', () => {
  const acts = correctAtRandom(1_000, SEQUENCES);
  process.stdout.write(`${[...acts].map(([act, times]) => `${act} ${times}`).join(', ')}\n`);
  expect(Math.min(...acts.values())).toBeGreaterThan(SEQUENCES / 10);
}, 3_600_000);
