// Proves that commands which set the project up may be started at the same time, and that none waits for a dead one.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const LOCK_MODULE = resolve(import.meta.dirname, '../../build/lock.mjs');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trame-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A command that writes when it begins and ends its work under the lock; resolves with its exit code. */
function command(name: string): Promise<number | null> {
  const script = `
    import { appendFileSync } from 'node:fs';
    import { setTimeout as wait } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(LOCK_MODULE)};
    await withLock(${JSON.stringify(join(folder, 'lock'))}, async () => {
      appendFileSync(${JSON.stringify(join(folder, 'work.txt'))}, '${name} begins\\n');
      await wait(150);
      appendFileSync(${JSON.stringify(join(folder, 'work.txt'))}, '${name} ends\\n');
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' });
  return new Promise((done) => child.once('exit', done));
}

const work = (): string[] => readFileSync(join(folder, 'work.txt'), 'utf8').trim().split('\n');

it('three commands started at once work one after the other', async () => {
  expect(await Promise.all([command('a'), command('b'), command('c')])).toEqual([0, 0, 0]);
  const lines = work();
  expect(lines).toHaveLength(6);
  for (let at = 0; at < lines.length; at += 2) expect(lines[at + 1]).toBe(lines[at]?.replace('begins', 'ends'));
});

it('a lock left by a killed command is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  mkdirSync(join(folder, 'lock'));
  writeFileSync(join(folder, 'lock/pid'), String(pid));
  expect(await command('a')).toBe(0);
  expect(work()).toEqual(['a begins', 'a ends']);
});
