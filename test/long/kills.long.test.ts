// A thousand programs killed at random moments of a random stream of commands: everything acknowledged is there, `trame check` says nothing.
// For as long as TRAME_WORK_SECONDS allows.
import { expect, test } from 'vitest';
import { bundledWorker, workAndDie } from '../support/work/killed.ts';
import { aStudyToWorkOn } from '../support/work/study-file.ts';

const KILLS = 1_000;
const AT_ONCE = 2;
const SECONDS = Number(process.env.TRAME_WORK_SECONDS ?? 3_000);
const SEED = Number(process.env.TRAME_WORK_SEED ?? 500_000);

test('1,000 programs killed at work lose nothing that they acknowledged', { timeout: (SECONDS + 120) * 1_000 }, async () => {
  const [worker, base] = [await bundledWorker(), aStudyToWorkOn()];
  const end = performance.now() + SECONDS * 1_000;
  const lives = Array.from({ length: AT_ONCE }, (_, person) =>
    workAndDie({
      worker,
      base,
      path: `${base}.${person}`,
      firstSeed: SEED + person * KILLS,
      steps: 30,
      longestLife: 90,
      goesOn: (_sequences, deaths) => deaths < KILLS / AT_ONCE && performance.now() < end,
    }),
  );
  const deaths = (await Promise.all(lives)).reduce((sum, each) => sum + each.deaths, 0);
  process.stdout.write(`${deaths} deaths\n`);
  expect(deaths).toBeGreaterThan(SECONDS >= 3_000 ? KILLS - AT_ONCE : 10);
});
