// Two copies of a study worked on at random and merged in both orders give the same study. Many more steps: test/long.
import { expect, it } from 'vitest';
import { assertMergesBothWays } from '../../../support/merge.ts';
import { aStudyToWorkOn } from '../../../support/work/study-file.ts';

const SEEDS = [1, 24, 38] as const;
const STEPS = 60;
/** Seconds on a machine that does nothing else. */
const PATIENCE = { timeout: 120_000 };

it(`${SEEDS.length} studies parted for ${STEPS} steps each come together again, whoever merges whom`, PATIENCE, () => {
  const base = aStudyToWorkOn();
  for (const seed of SEEDS) expect(() => assertMergesBothWays(base, seed, STEPS)).not.toThrow();
});
