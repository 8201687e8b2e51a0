// Programs that work at random and are killed while they do, again and again; after each death their file is looked at.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { chance } from '../seeded.ts';
import type { Chance } from '../seeded.ts';
import { assertSurvived, clear, hashOf } from './sequence.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The program as one file, two folders below the root, so that the migrations are found where the sources find them. */
export async function bundledWorker(): Promise<string> {
  const outfile = resolve(ROOT, '.cache/tests/random-worker.mjs');
  await build({
    entryPoints: [resolve(ROOT, 'test/support/random-worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // packages that are no modules ask for others in their own way
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    external: ['better-sqlite3'],
    logLevel: 'error',
  });
  return outfile;
}

export interface Campaign {
  readonly worker: string;
  /** The study that every sequence begins with. */
  readonly base: string;
  /** A file of this person's own. */
  readonly path: string;
  readonly firstSeed: number;
  readonly steps: number;
  /** No program is left alive much longer than it takes to do so many steps, there and back counted. */
  readonly longestLife: number;
  /** Whether there is time for another life, after so many sequences. */
  readonly goesOn: (sequences: number, deaths: number) => boolean;
}

/** What one life came to. */
interface Life {
  /** The last sequence that was begun, undefined where none was. */
  readonly seed: number | undefined;
  readonly isDone: boolean;
  /** The log's last entry, as acknowledged in that sequence. */
  readonly acknowledged: string | undefined;
}

/** A last line cut short was never read whole: only whole ones count. */
function lifeOf(said: string): Life {
  const lines = said.split('\n').slice(0, -1);
  const began = lines.findLastIndex((line) => line.startsWith('begun '));
  const since = lines.slice(began + 1);
  return {
    seed: began < 0 ? undefined : Number(lines[began]?.slice('begun '.length)),
    isDone: since.some((line) => line.startsWith('done ')),
    acknowledged: since.findLast((line) => line.startsWith('step '))?.slice('step '.length),
  };
}

/** `study`: the file, and what it holds. Lets the program work until it has said so much, and kills it: it is further on by then. */
async function live(
  { worker, path, steps, longestLife }: Campaign,
  study: readonly string[],
  seed: number,
  deaths: number,
  luck: Chance,
): Promise<Life> {
  const child = spawn(process.execPath, [worker, ...study, path, ...[seed, steps, deaths].map(String)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, complaint] = ['', ''];
  const ended = new Promise((done) => child.once('close', done));
  const lines = luck.below(longestLife);
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.split('\n').length > lines) child.kill('SIGKILL');
  });
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  await ended;
  if (complaint !== '') throw new Error(complaint);
  return lifeOf(said);
}

/** So often one sequence goes on after a death; its log would only grow. */
const MOST_DEATHS = 3;

/** Answers with how many sequences came to their end, and how many programs were killed. */
export async function workAndDie(campaign: Campaign): Promise<{ readonly sequences: number; readonly deaths: number }> {
  const { base, path, firstSeed, steps } = campaign;
  const [first, luck] = [hashOf(base), chance(firstSeed)];
  let [seed, deathsOfSequence, deaths] = [firstSeed, 0, 0];
  while (campaign.goesOn(seed - firstSeed, deaths)) {
    const life = await live(campaign, [base, first], seed, deathsOfSequence, luck);
    deaths += 1;
    deathsOfSequence = life.seed === seed ? deathsOfSequence + 1 : 1;
    seed = life.seed ?? seed;
    if (life.isDone || life.seed === undefined) deathsOfSequence = 0;
    else assertSurvived({ base, path, seed, steps, deaths: deathsOfSequence }, first, life.acknowledged);
    if (life.isDone || deathsOfSequence === MOST_DEATHS) [seed, deathsOfSequence] = [seed + 1, 0];
  }
  clear(path);
  return { sequences: seed - firstSeed, deaths };
}
