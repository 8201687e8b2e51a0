// Every reader against files altered at random, a few of each: the many are in fuzz-readers.long.test.ts.
import { expect, test } from 'vitest';
import { readAltered, soundFiles } from '../support/altered-files.ts';

const SECONDS = Number(process.env.TRAME_FUZZ_SECONDS ?? 20);
const PER_FORMAT = 50;
const LEAST_PER_FORMAT = 5;

test(
  'a few altered files of every format are read whole or refused by name, none hangs',
  async () => {
    const files = await soundFiles();
    const altered = await readAltered(files, PER_FORMAT, SECONDS * 1_000, 1);
    expect(altered.filter(({ outcome }) => outcome !== 'read' && !/^refused \w+$/.test(outcome))).toEqual([]);
    expect(altered.filter(({ milliseconds }) => milliseconds > 11_000)).toEqual([]);
    expect(altered.length).toBeGreaterThanOrEqual(LEAST_PER_FORMAT * files.length);
    expect(new Set(altered.map(({ outcome }) => outcome))).toContain('read');
  },
  (SECONDS + 60) * 1_000,
);
