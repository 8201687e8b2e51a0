// One sequence of work drawn by chance on a copy of a study: sound at its end, all of it taken back and brought back.
import { deepStrictEqual, strictEqual } from 'node:assert';
import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { checkProject } from '../../../electron/queries/check.ts';
import { listSources } from '../../../electron/queries/corpus.ts';
import { totalCounts } from '../../../electron/queries/source-counts.ts';
import { mediaFolder } from '../../../electron/storage/media-files.ts';
import { closeProject, openProject } from '../../../electron/storage/open-project.ts';
import type { Project } from '../../../electron/storage/open-project.ts';
import { contentHash } from '../content.ts';
import { chance } from '../seeded.ts';
import { Worker } from './worker.ts';

/** A process that dies loses nothing that the system holds: only a machine that dies would, and no test kills machines. */
function withoutWaitingForTheDisk(project: Project): Project {
  project.sqlite.pragma('synchronous = OFF');
  return project;
}

/** Everything that was written of a sequence. */
export function clear(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
  rmSync(mediaFolder(path), { recursive: true, force: true });
}

export interface Sequence {
  /** The study that all of it can be taken back to. */
  readonly base: string;
  /** Where the work is done; what lies there is worked on where the sequence goes on after a death. */
  readonly path: string;
  readonly seed: number;
  readonly steps: number;
  /** Deaths so far. */
  readonly deaths: number;
}

export interface Watcher {
  /** The study is there. */
  readonly onBegun: () => void;
  readonly onStep: (last: string) => void;
}

function opened(path: string, what: (project: Project) => string): string {
  const project = openProject(path);
  try {
    return what(project);
  } finally {
    closeProject(project);
  }
}

/** What the sequence must be able to come back to. */
export function hashOf(base: string): string {
  return opened(base, contentHash);
}

/** `trame check` says nothing, and what was counted on the way is what a program counts that knows nothing yet. */
function assertSound(project: Project): void {
  deepStrictEqual(checkProject(project), []);
  const other = openProject(project.path);
  const [counted, afresh] = [project, other].map((each) => [totalCounts(each), listSources(each)]);
  closeProject(other);
  deepStrictEqual(counted, afresh);
}

/** Throws what is wrong: first of all a content that is not what it was, then what `trame check` says. */
export function workAtRandom({ base, path, seed, steps, deaths }: Sequence, first: string, watcher?: Watcher): Worker {
  if (deaths === 0) {
    clear(path);
    copyFileSync(base, path);
    cpSync(mediaFolder(base), mediaFolder(path), { recursive: true });
  }
  const project = withoutWaitingForTheDisk(openProject(path));
  try {
    const worker = new Worker(project, chance(seed * 1_000 + deaths), watcher?.onStep);
    watcher?.onBegun();
    for (let step = 0; step < steps; step += 1) worker.step();
    assertSound(project);
    strictEqual(worker.thereAndBack(), first, 'the first state');
    assertSound(project);
    return worker;
  } catch (error) {
    throw Object.assign(new Error(`sequence ${seed}, after ${deaths} deaths`), { cause: error });
  } finally {
    closeProject(project);
  }
}

/** After a death: what was acknowledged is there, the project is sound, all of it can be taken back and brought back. */
export function assertSurvived({ path, seed, deaths }: Sequence, first: string, acknowledged: string | undefined): void {
  const project = withoutWaitingForTheDisk(openProject(path));
  try {
    const [number = '0', id = ''] = acknowledged?.split(' ') ?? [];
    const last = project.sqlite.prepare<[], { number: number }>('SELECT max(number) AS number FROM change_log').get()?.number ?? 0;
    const isThere = project.sqlite.prepare('SELECT 1 FROM change_log WHERE number = ? AND id = ?').get(Number(number), id) !== undefined;
    // typing that takes itself back takes its entry along, and the one after may have its number
    if (acknowledged !== undefined && !isThere) strictEqual(last === Number(number) || last === Number(number) - 1, true, 'acknowledged, and lost');
    assertSound(project);
    strictEqual(new Worker(project, chance(seed)).thereAndBack(), first, 'the first state');
  } catch (error) {
    throw Object.assign(new Error(`sequence ${seed}, death ${deaths}`), { cause: error });
  } finally {
    closeProject(project);
  }
}
