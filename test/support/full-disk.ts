// A disk that is full at any moment of somebody's work, and has room again at any other.
import { deepStrictEqual, strictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { closeSync, copyFileSync, mkdtempSync, openSync, rmSync, rmdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContent } from '../../electron/queries/check.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';
import type { Project } from '../../electron/storage/open-project.ts';
import { contentHash } from './content.ts';
import { chance } from './seeded.ts';
import type { Chance } from './seeded.ts';
import { Worker } from './work/worker.ts';

/** A place with little room: how it is filled, all but so many bytes, and emptied again. */
export interface SmallDisk {
  readonly path: string;
  readonly fill: (leaving: number, project: Project | null) => void;
  readonly empty: (project: Project | null) => void;
  readonly remove: () => void;
}

/** SQLite's own limit stands for the disk's: only the file is full, not the log. */
export function limitedFile(folder: string): SmallDisk {
  return {
    path: join(folder, 'étude.trame'),
    fill: (leaving, project) => {
      const pages = Number(project?.sqlite.pragma('page_count', { simple: true }));
      project?.sqlite.pragma(`max_page_count = ${pages + Math.floor(leaving / 4096)}`);
    },
    empty: (project) => void project?.sqlite.pragma('max_page_count = 1000000'),
    remove: () => undefined,
  };
}

/** A real one, in memory; null where this user may not make any. */
export function smallDisk(bytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'trame-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmdirSync(folder);
    return null;
  }
  const filler = join(folder, 'filler');
  const empty = (): void => rmSync(filler, { force: true });
  return {
    path: join(folder, 'étude.trame'),
    empty,
    fill: (leaving) => {
      const descriptor = openSync(filler, 'w');
      const block = Buffer.alloc(4096);
      try {
        for (;;) writeSync(descriptor, block);
      } catch {
        // full
      }
      closeSync(descriptor);
      if (leaving > 0) execFileSync('truncate', ['-s', `-${leaving}`, filler]);
    },
    remove: () => {
      // also while a project that a test failed with is still open there
      execFileSync('umount', ['-l', folder]);
      rmdirSync(folder);
    },
  };
}

const MOST_LEFT = 60_000;

export interface FullDiskWork {
  readonly refused: number;
  readonly done: number;
}

/** The copy that a merge is to be with is made by the test itself, on the same disk: that there is no room for it is nobody's failure. */
function stepWithin(worker: Worker): void {
  try {
    worker.step();
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'project.merge') throw error;
  }
}

/** Closed and opened again, now and then while there is no room: then it may be refused, and nothing is lost for that. */
function reopened(disk: SmallDisk, project: Project, luck: Chance): Project {
  const hash = contentHash(project);
  closeProject(project);
  disk.empty(null);
  if (luck.below(2) === 0) disk.fill(0, null);
  try {
    const again = openProject(disk.path);
    strictEqual(contentHash(again), hash);
    return again;
  } catch (error) {
    if ((error as { name?: string }).name !== 'Refusal') throw error;
    disk.empty(null);
    const again = openProject(disk.path);
    strictEqual(contentHash(again), hash);
    return again;
  }
}

/**
 * Works at random on a copy of `base`. What is refused for want of room leaves everything as it was (the worker itself compares), undo and
 * redo among them; at the end all can be taken back and brought back.
 */
export function workOnFullDisk(
  base: string,
  disk: SmallDisk,
  { steps, rounds, seed }: { steps: number; rounds: number; seed: number },
): FullDiskWork {
  const luck = chance(seed);
  copyFileSync(base, disk.path);
  let project = openProject(disk.path);
  // no free pages: whatever grows needs room
  project.sqlite.exec('VACUUM');
  let [refused, done] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const worker = new Worker(project, chance(seed + round));
    for (let step = 0; step < steps; step += 1) {
      disk.empty(project);
      if (luck.below(2) === 0) disk.fill(luck.below(2) === 0 ? 0 : luck.below(MOST_LEFT), project);
      stepWithin(worker);
    }
    disk.empty(project);
    deepStrictEqual(checkContent(project), []);
    strictEqual(project.sqlite.pragma('integrity_check', { simple: true }), 'ok');
    for (const [refusal, times] of worker.refused) if (refusal.endsWith('project.diskFull')) refused += times;
    for (const times of worker.done.values()) done += times;
    if (round === rounds - 1) worker.thereAndBack();
    project = reopened(disk, project, luck);
  }
  disk.empty(project);
  closeProject(project);
  return { refused, done };
}
