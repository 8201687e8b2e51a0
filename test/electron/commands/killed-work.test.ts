// Programs that do anything at all, killed at any moment: their project is sound, and all of it can be taken back. The many are in
// test/long.
import { expect, it } from 'vitest';
import { bundledWorker, workAndDie } from '../../support/work/killed.ts';
import { aStudyToWorkOn } from '../../support/work/study-file.ts';

const DEATHS = 4;

it(`work drawn by chance survives ${DEATHS} deaths of the program`, { timeout: 120_000 }, async () => {
  const base = aStudyToWorkOn();
  const campaign = { worker: await bundledWorker(), base, path: `${base}.work`, firstSeed: 5_000, steps: 20, longestLife: 100 };
  const { deaths } = await workAndDie({ ...campaign, goesOn: (_sequences, deathsSoFar) => deathsSoFar < DEATHS });
  expect(deaths).toBe(DEATHS);
});
