// Power cuts, and a disk without room, at thousands of moments of work drawn by chance.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { limitedFile, smallDisk, workOnFullDisk } from '../support/full-disk.ts';
import { workInPowerCuts } from '../support/power-cut.ts';
import { aFolder } from '../support/project.ts';
import { aStudyToWorkOn } from '../support/work/study-file.ts';

const SEED = Number(process.env.TRAME_WORK_SEED ?? 300);
const POWER = { lives: 8, steps: 150, perStep: 3 };
const ROOM = { steps: 100, rounds: 10 };
const DISK_BYTES = 6_000_000;

test('power cuts lose nothing that was acknowledged', { timeout: 1_800_000 }, () => {
  const base = aStudyToWorkOn();
  let [cuts, unfinished] = [0, 0];
  for (let life = 0; life < POWER.lives; life += 1) {
    const found = workInPowerCuts(base, join(aFolder(), 'étude.trame'), { ...POWER, seed: SEED + life });
    cuts += found.cuts;
    unfinished += found.unfinished;
  }
  process.stdout.write(`${cuts} power cuts, ${unfinished} of them in the middle of a commit\n`);
  expect(cuts).toBeGreaterThan(1_000);
  expect(unfinished).toBeGreaterThan(50);
});

test('a disk without room loses nothing, and takes work again as soon as it has some', { timeout: 1_800_000 }, () => {
  const disk = smallDisk(DISK_BYTES) ?? limitedFile(aFolder());
  try {
    const { refused, done } = workOnFullDisk(aStudyToWorkOn(), disk, { ...ROOM, seed: SEED });
    process.stdout.write(`${refused} commands refused for want of room, ${done} done\n`);
    expect(refused).toBeGreaterThan(50);
    expect(done).toBeGreaterThan(200);
  } finally {
    disk.remove();
  }
});
