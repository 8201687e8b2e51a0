// Ten thousand sequences of any commands at all, undo and redo among them, by programs that are killed while they work. Each ends in a
// sound project, goes back to its first state and forth to its last one. For as long as TRAME_WORK_SECONDS allows, from the seed
// TRAME_WORK_SEED on.
import { expect, test } from 'vitest';
import { bundledWorker, workAndDie } from '../support/work/killed.ts';
import { aStudyToWorkOn } from '../support/work/study-file.ts';

const SEQUENCES = 10_000;
const SECONDS = Number(process.env.TRAME_WORK_SECONDS ?? 3_000);
const FIRST_SEED = Number(process.env.TRAME_WORK_SEED ?? 100_000);
const AT_ONCE = 2;
const STEPS = 30;
/** Of about ten sequences. */
const LONGEST_LIFE = 600;

test(
  '10,000 sequences of work drawn by chance, with programs killed in between, leave sound projects',
  async () => {
    const [worker, base] = [await bundledWorker(), aStudyToWorkOn()];
    const end = performance.now() + SECONDS * 1_000;
    const people = Array.from({ length: AT_ONCE }, (_, person) =>
      workAndDie({
        worker,
        base,
        path: `${base}.${person}`,
        firstSeed: FIRST_SEED + person * SEQUENCES,
        steps: STEPS,
        longestLife: LONGEST_LIFE,
        goesOn: (sequences) => sequences < SEQUENCES / AT_ONCE && performance.now() < end,
      }),
    );
    const results = await Promise.all(people);
    results.forEach(({ sequences, deaths }, person) => {
      const seed = FIRST_SEED + person * SEQUENCES;
      process.stdout.write(`seeds ${seed} … ${seed + sequences - 1}: ${sequences} sequences, ${deaths} deaths\n`);
      expect(sequences).toBeGreaterThan(0);
    });
  },
  (SECONDS + 120) * 1_000,
);
