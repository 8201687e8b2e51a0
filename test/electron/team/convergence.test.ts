// Whatever three people do while lines are cut and programs end, their copies come to one study. Many more seeds: `npm run test:long`.
import { expect, it } from 'vitest';
import { workApart } from '../../support/team-convergence.ts';
import { aStudyToWorkOn } from '../../support/work/study-file.ts';

it.each([1, 2])('whatever three people do meanwhile, they come to one sound study (seed %d)', { timeout: 120_000 }, async (seed) => {
  const { states, contents, logs, problems } = await workApart(aStudyToWorkOn(), seed, 50);
  expect(states).toEqual(new Set(['upToDate']));
  expect([contents.size, logs.size]).toEqual([1, 1]);
  expect(problems).toEqual([]);
});
