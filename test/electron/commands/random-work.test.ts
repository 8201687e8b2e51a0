// Work drawn by chance, undo and redo among it: the project stays sound all along, every state comes back when what made it stands again,
// and the log alone, applied to an empty file, gives the same study.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { allEntries, latestEntry } from '../../../electron/storage/change-log.ts';
import { createProjectFile } from '../../../electron/storage/open-project.ts';
import type { Project } from '../../../electron/storage/open-project.ts';
import { contentTables } from '../../../electron/storage/schema.ts';
import type { RowDiff } from '../../../electron/storage/writer.ts';
import { applyDiff } from '../../../electron/storage/writer.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { CoderId } from '../../../shared/domain/ids.ts';
import { NOT_UNDONE } from '../../../shared/domain/history.ts';
import { commandText } from '../../../shared/i18n/commands.ts';
import { contentHash, snapshot } from '../../support/content.ts';
import { aFolder } from '../../support/project.ts';
import { chance } from '../../support/seeded.ts';
import { ACTS } from '../../support/work/acts.ts';
import type { DrawnCommand } from '../../support/work/acts.ts';
import { Desk } from '../../support/work/desk.ts';
import { hashOf, workAtRandom } from '../../support/work/sequence.ts';
import { aFurnishedStudy, aStudyToWorkOn } from '../../support/work/study-file.ts';
import { Worker } from '../../support/work/worker.ts';

const SEQUENCES = 8;
const STEPS = 30;

/** Seconds on a machine that does nothing else. */
const PATIENCE = { timeout: 120_000 };

it(`${SEQUENCES} sequences of work leave sound projects, and go all the way back and forth`, PATIENCE, () => {
  const base = aStudyToWorkOn();
  const first = hashOf(base);
  const drawn = new Set<string>();
  for (let seed = 1; seed <= SEQUENCES; seed += 1) {
    const worker = workAtRandom({ base, path: `${base}.work`, seed, steps: STEPS, deaths: 0 }, first);
    for (const name of worker.done.keys()) drawn.add(name);
  }
  expect(drawn.size).toBeGreaterThan(Object.keys(ACTS).length / 2);
});

function study(): Project {
  const { project } = aFurnishedStudy();
  // thousands of commits: the disk is not what is tested here
  project.sqlite.pragma('synchronous = OFF');
  return project;
}

const MOST_TRIES = 200;

/** Tries until the command has written something; takes that back, brings it back, and takes it back for good. */
function drawThereAndBack(name: DrawnCommand, desk: Desk): boolean {
  const { project } = desk;
  const before = latestEntry(project.sqlite)?.id;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const content = contentHash(project);
    try {
      ACTS[name](desk);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    const entry = latestEntry(project.sqlite);
    if (entry?.id === before || entry?.command !== name || entry.kind !== 'do') continue;
    const after = contentHash(project);
    // who codes blind takes back what they did themselves
    const session = { project, coderId: entry.coderId as CoderId };
    undo(session);
    expect(contentHash(project), name).toBe(content);
    redo(session);
    expect(contentHash(project), name).toBe(after);
    undo(session);
    return true;
  }
  return false;
}

it('every command that a project can log is among what is drawn, is taken back and brought back', PATIENCE, () => {
  const desk = new Desk(study(), chance(1));
  const names = Object.keys(ACTS) as DrawnCommand[];
  expect([...names, ...NOT_UNDONE].sort()).toEqual(Object.keys(commandText.fr).sort());
  expect(names.filter((name) => !drawThereAndBack(name, desk))).toEqual([]);
});

/** The study that the log alone makes, in a new file. */
function replayed(log: Iterable<{ readonly diffs: readonly RowDiff[] }>): Record<string, unknown[]> {
  const path = join(aFolder(), 'rejouée.trame');
  let content: Record<string, unknown[]> = {};
  createProjectFile(path, 'copy', (project) => {
    for (const { diffs } of log) {
      project.sqlite.exec('BEGIN');
      for (const diff of diffs) applyDiff(project.sqlite, diff);
      // after every entry all references hold: each is whole by itself
      project.sqlite.exec('COMMIT');
    }
    content = snapshot(project);
  });
  return content;
}

it.each([1, 2019])('work drawn by chance (seed %d) leaves a log that tells it all', PATIENCE, (seed) => {
  const project = study();
  const worker = new Worker(project, chance(seed));
  for (let step = 0; step < 150; step += 1) worker.step();
  expect(checkProject(project)).toEqual([]);
  // as another program reads it, which never saw this one
  const log = [...allEntries(project.sqlite)].map((entry) => JSON.parse(JSON.stringify(entry)) as { diffs: RowDiff[] });
  expect(replayed(log)).toEqual(snapshot(project));
});

it('everything is taken back, down to the empty project, and brought back', PATIENCE, () => {
  const project = study();
  const worker = new Worker(project, chance(7));
  for (let step = 0; step < 60; step += 1) worker.step();
  const worked = contentHash(project);
  let content: Record<string, unknown[]> = {};
  worker.thereAndBack(() => (content = snapshot(project)));
  for (const table of Object.keys(contentTables)) expect(content[table], table).toHaveLength(table === 'project' || table === 'coder' ? 1 : 0);
  expect(contentHash(project)).toBe(worked);
});
