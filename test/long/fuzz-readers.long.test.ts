// Every reader against 2,000 files altered at random, for as long as TRAME_FUZZ_SECONDS allows.
import { expect, test } from 'vitest';
import { readAltered, soundFiles } from '../support/altered-files.ts';

const SECONDS = Number(process.env.TRAME_FUZZ_SECONDS ?? 900);
const PER_FORMAT = 2_000;

test(
  '2,000 altered files of every format are read whole or refused by name, none hangs',
  async () => {
    const files = await soundFiles();
    const altered = await readAltered(files, PER_FORMAT, SECONDS * 1_000, 1_000);
    const counts = Map.groupBy(altered, ({ format, outcome }) => `${format} ${outcome}`);
    process.stdout.write(
      [...counts]
        .map(([outcome, all]) => `${outcome}: ${all.length}, at most ${Math.round(Math.max(...all.map(({ milliseconds }) => milliseconds)))} ms\n`)
        .sort()
        .join(''),
    );
    expect(altered.filter(({ outcome }) => outcome !== 'read' && !/^refused \w+$/.test(outcome))).toEqual([]);
    expect(altered.filter(({ milliseconds }) => milliseconds > 11_000)).toEqual([]);
  },
  (SECONDS + 120) * 1_000,
);
