// The program killed at any moment: every coding that it had acknowledged is in the file, and the file is sound.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { checkProject } from '../../../electron/queries/check.ts';
import { closeProject, openProject } from '../../../electron/storage/open-project.ts';
import { chance } from '../../support/seeded.ts';
import { aProject } from '../../support/project.ts';

const KILLS = 20;
const AT_ONCE = 2;
const ROOT = resolve(import.meta.dirname, '../../..');
/** Two folders below the root, so that the migrations are found where the sources find them. */
const WORKER = resolve(ROOT, '.cache/tests/coding-worker.mjs');

beforeAll(async () => {
  const entry = resolve(ROOT, 'test/support/coding-worker.ts');
  await build({
    entryPoints: [entry],
    outfile: WORKER,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['better-sqlite3'],
    logLevel: 'error',
  });
});

/** Lets a program work on the file for a while after its first coding, kills it, and answers with what it had acknowledged. */
async function workThenDie(path: string, start: number, lifeMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [WORKER, path, String(start)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  const ended = new Promise((done) => child.once('close', done));
  const began = new Promise<void>((done) => child.stdout.once('data', () => done()));
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  await Promise.race([began, ended]);
  await wait(lifeMs);
  child.kill('SIGKILL');
  await ended;
  expect(complaint).toBe('');
  // a last line cut short was never read whole: only whole ids count
  return said.split('\n').slice(0, -1);
}

async function workAndDieManyTimes(seed: number): Promise<number> {
  const project = aProject().withSource('E01', 'Directrice : On met tout le monde autour de la table.\n'.repeat(500)).withGrid('innovation-sociale');
  closeProject(project.project);
  const luck = chance(seed);
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS / AT_ONCE; kill += 1) {
    acknowledged.push(...(await workThenDie(project.path, acknowledged.length, luck.below(80))));
    const opened = openProject(project.path);
    const present = new Set(opened.sqlite.prepare('SELECT id FROM coding').pluck().all());
    expect(acknowledged.filter((id) => !present.has(id))).toEqual([]);
    // at most the one in the making when the program died is there without having been acknowledged
    expect(present.size - acknowledged.length).toBeLessThanOrEqual(kill + 1);
    expect(checkProject(opened)).toEqual([]);
    closeProject(opened);
    expect(readdirSync(dirname(project.path))).toHaveLength(1);
  }
  return acknowledged.length;
}

it(`loses nothing that it acknowledged, in ${KILLS} kills at moments drawn by chance`, { timeout: 60_000 }, async () => {
  const codings = await Promise.all(Array.from({ length: AT_ONCE }, (_, seed) => workAndDieManyTimes(seed + 1)));
  for (const count of codings) expect(count).toBeGreaterThan(KILLS);
});
