// The exchange with other programs, on as many projects and packages as its promise names: run by `npm run test:long`.
import { describe, expect, it } from 'vitest';
import { readAlteredPackages } from '../electron/exchange/refi/altered-packages.ts';
import { assertComesBackWhole, assertLosesWhatWasSaid, assertValid, hasXmllint } from '../electron/exchange/refi/round-trips.ts';

const PROJECTS = Number(process.env.TRAME_REFI_PROJECTS ?? 500);
const PACKAGES = Number(process.env.TRAME_REFI_PACKAGES ?? 5_000);
const PATIENCE = { timeout: 3_600_000 };
const FIRST_SEED = 1_000;

/** Seeds of projects for which it does not hold, with why. */
async function failures(check: (seed: number) => Promise<void>): Promise<string[]> {
  const failed: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + PROJECTS; seed += 1)
    await check(seed).catch((error: unknown) => failed.push(`project ${seed}: ${String(error)}`));
  return failed;
}

describe(`${PROJECTS} projects by chance`, () => {
  it('come back whole with their side file', PATIENCE, async () => {
    expect(await failures(assertComesBackWhole)).toEqual([]);
  });
  it('come back without it with all but what was said to be lost', PATIENCE, async () => {
    expect(await failures(assertLosesWhatWasSaid)).toEqual([]);
  });
  it.skipIf(!hasXmllint())('are valid for xmllint', PATIENCE, async () => {
    expect(await failures(assertValid)).toEqual([]);
  });
});

it(`${PACKAGES} altered packages are read or refused by name, none hangs or leaves anything behind`, PATIENCE, async () => {
  const { read, refused, longestMs } = await readAlteredPackages(PACKAGES);
  process.stdout.write(`${read} read, ${refused} refused, at most ${Math.round(longestMs)} ms\n`);
  expect(read + refused).toBe(PACKAGES);
});
