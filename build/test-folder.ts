// Where the tests' projects lie: in memory, on a machine that has the room. Every act of a test is on the disk before it is acknowledged,
// as it is for users, and thousands of tests would mostly wait for the disk.
import { accessSync, constants, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';
const LEAST_ROOM_BYTES = 4 * 1024 ** 3;
/** The process that runs the tests stands in the folder's name. */
const NAME = /^trame-tests-(\d+)-/;

let folder: string | null = null;

function hasRoom(): boolean {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= LEAST_ROOM_BYTES;
  } catch {
    // no such place: not a Linux machine
    return false;
  }
}

/** A run that was killed left its folder behind. */
function removeAbandoned(): void {
  for (const name of readdirSync(IN_MEMORY)) {
    const [, owner] = NAME.exec(name) ?? [];
    if (owner !== undefined && !existsSync(`/proc/${owner}`)) rmSync(join(IN_MEMORY, name), { recursive: true, force: true });
  }
}

/** Vitest's own names: before the first test, and after the last. A folder that the user chose stays the user's. */
export function setup(): void {
  if (process.env['TMPDIR'] !== undefined || !hasRoom()) return;
  removeAbandoned();
  folder = mkdtempSync(join(IN_MEMORY, `trame-tests-${process.pid}-`));
  process.env['TMPDIR'] = folder;
}

export function teardown(): void {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
}
