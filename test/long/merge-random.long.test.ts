// Copies that went apart for 500 commands each, merged in both orders: run by `npm run test:long`. As many studies as
// TRAME_WORK_STUDIES says, from the seed TRAME_WORK_SEED on.
import { expect, it } from 'vitest';
import { assertMergesBothWays } from '../support/merge.ts';
import { aStudyToWorkOn } from '../support/work/study-file.ts';

const STUDIES = Number(process.env.TRAME_WORK_STUDIES ?? 30);
const STEPS = 500;
const FIRST_SEED = Number(process.env.TRAME_WORK_SEED ?? 100);
const PATIENCE = { timeout: 3_600_000 };

it(`${STUDIES} studies parted for ${STEPS} steps each come together again, whoever merges whom`, PATIENCE, () => {
  const base = aStudyToWorkOn();
  for (let seed = FIRST_SEED; seed < FIRST_SEED + STUDIES; seed += 1) expect(() => assertMergesBothWays(base, seed, STEPS)).not.toThrow();
});
