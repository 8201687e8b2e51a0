// A power cut, from copies of a project's files: what was acknowledged is on the disk, and of what was being written then any part may be, in
// any order, sector by sector. Only what SQLite waited for comes in order: the log before the file it is folded into, the file before the log
// is begun anew.
import { deepStrictEqual, strictEqual } from 'node:assert';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { checkContent } from '../../electron/queries/check.ts';
import { latestEntry } from '../../electron/storage/change-log.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';
import type { Project } from '../../electron/storage/open-project.ts';
import { contentHash } from './content.ts';
import { chance } from './seeded.ts';
import type { Chance } from './seeded.ts';
import { Worker } from './work/worker.ts';

interface Files {
  readonly main: Buffer;
  readonly log: Buffer;
}

const SECTOR = 512;
const LOG_HEADER = 32;
const FRAME_HEADER = 24;

function filesOf(path: string): Files {
  const read = (name: string): Buffer => (existsSync(name) ? readFileSync(name) : Buffer.alloc(0));
  return { main: read(path), log: read(`${path}-wal`) };
}

function layOut(path: string, { main, log }: Files): void {
  writeFileSync(path, main);
  writeFileSync(`${path}-wal`, log);
}

/** Each sector as it was or as it was being made; at the end as much of it as had come. */
function torn(before: Buffer, after: Buffer, luck: Chance): Buffer {
  // all of it came, and the power went before that was said
  if (luck.below(4) === 0) return after;
  const shortest = Math.min(before.length, after.length);
  const length = luck.below(3) === 0 ? after.length : luck.between(shortest, Math.max(before.length, after.length));
  const result = Buffer.alloc(length);
  for (let at = 0; at < length; at += SECTOR) {
    const isThere = luck.below(2) === 0;
    const [first, second] = isThere ? [after, before] : [before, after];
    const source = at < first.length ? first : isThere || at < before.length ? second : null;
    // a sector that never came may hold anything
    if (source === null) result.fill(luck.below(256), at, Math.min(length, at + SECTOR));
    else source.copy(result, at, at, Math.min(at + SECTOR, length));
  }
  return result;
}

const isBegunAnew = (before: Buffer, after: Buffer): boolean =>
  before.length >= LOG_HEADER && after.length >= LOG_HEADER && !before.subarray(16, 24).equals(after.subarray(16, 24));

/** Whether all that the log holds is in the file: then the log was on the disk before it. */
function isFoldedIn({ main, log }: Files): boolean {
  const pageBytes = log.length >= LOG_HEADER ? log.readUInt32BE(8) : 0;
  const latest = new Map<number, Buffer>();
  for (let at = LOG_HEADER; pageBytes > 0 && at + FRAME_HEADER + pageBytes <= log.length; at += FRAME_HEADER + pageBytes) {
    if (!log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))) break;
    latest.set(log.readUInt32BE(at), log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + pageBytes));
  }
  return [...latest].every(([page, bytes]) => main.subarray((page - 1) * pageBytes, page * pageBytes).equals(bytes));
}

/** What may lie on the disk when the power goes while `before` is becoming `after`. */
function afterPowerCut(before: Files, after: Files, luck: Chance): Files {
  if (isBegunAnew(before.log, after.log)) {
    if (isFoldedIn(after)) return after;
    const log = torn(before.log, after.log, luck);
    after.log.copy(log, 0, 0, SECTOR);
    return { main: after.main, log };
  }
  const isMainWritten = !before.main.equals(after.main);
  if (isMainWritten && luck.below(2) === 0) return { main: torn(before.main, after.main, luck), log: after.log };
  return { main: before.main, log: torn(before.log, after.log, luck) };
}

/** So that the log is folded in and begun anew every few steps. */
const PAGES_IN_LOG = 40;

interface State {
  readonly number: number;
  readonly hash: string;
}

function stateOf(project: Project): State {
  return { number: latestEntry(project.sqlite)?.number ?? 0, hash: contentHash(project) };
}

/** As one of the two, or as one of the entries that came between them: an act may be several. */
function isBetween(found: State, before: State, after: State): boolean {
  if (found.hash === before.hash || found.hash === after.hash) return true;
  return found.number > Math.min(before.number, after.number) && found.number < after.number;
}

/** Opens what the power left, and throws what is wrong with it. */
function survivor(path: string): State {
  const project = openProject(path);
  try {
    strictEqual(project.sqlite.pragma('integrity_check', { simple: true }), 'ok');
    deepStrictEqual(checkContent(project), []);
    return stateOf(project);
  } finally {
    closeProject(project);
    rmSync(path);
  }
}

export interface Cuts {
  readonly cuts: number;
  /** What was not acknowledged yet, and did not survive. */
  readonly unfinished: number;
}

/** Somebody works at random on a copy of `base` at `path`, and after every step the power goes a few times. Throws where anything acknowledged is lost. */
export function workInPowerCuts(base: string, path: string, { steps, perStep, seed }: { steps: number; perStep: number; seed: number }): Cuts {
  copyFileSync(base, path);
  const project = openProject(path);
  project.sqlite.pragma(`wal_autocheckpoint = ${PAGES_IN_LOG}`);
  const luck = chance(seed);
  const worker = new Worker(project, chance(seed + 1));
  let [files, state] = [filesOf(path), stateOf(project)];
  let [cuts, unfinished] = [0, 0];
  for (let step = 0; step < steps; step += 1) {
    worker.step();
    const [now, nowState] = [filesOf(path), stateOf(project)];
    for (let time = 0; time < perStep && !now.log.equals(files.log); time += 1) {
      layOut(`${path}.cut`, afterPowerCut(files, now, luck));
      const found = survivor(`${path}.cut`);
      if (!isBetween(found, state, nowState)) throw new Error(`seed ${seed}, step ${step}: what was acknowledged is lost`);
      cuts += 1;
      if (found.hash === state.hash && state.hash !== nowState.hash) unfinished += 1;
    }
    [files, state] = [now, nowState];
  }
  closeProject(project);
  return { cuts, unfinished };
}
