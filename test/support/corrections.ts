// Sequences of corrections drawn by chance, each on one coded transcript.
import { expect } from 'vitest';
import { checkProject } from '../../electron/queries/check.ts';
import { closeProject } from '../../electron/storage/open-project.ts';
import { aProject } from './project.ts';
import type { TestProject } from './project.ts';
import { chance } from './seeded.ts';
import { TextWorker } from './text-worker.ts';

const TEXT =
  'Enquêtrice : Qui prend les décisions quotidiennes ici 😀 ?\r\nDirectrice : Tout le monde décide ensemble, c’est écrit dans notre charte 🎓 depuis toujours.\r\n\r\n' +
  'Directrice : Cafe\u0301 compris, chacun apporte ses propres idées nouvelles.\r\nPrésident : Les grands groupes arrivent, puis repartent 👩‍👩‍👧 vite.\r\nFin sans nom';

function aTranscript(): TestProject {
  const project = aProject().withSource('E01', TEXT).withGrid('innovation-sociale');
  // thousands of commits: the disk is not what is tested here
  project.project.sqlite.pragma('synchronous = OFF');
  project.project.sqlite.pragma('journal_mode = MEMORY');
  return project;
}

const STEPS = 14;
const SEQUENCES_PER_FILE = 50;

function sequence(project: TestProject, seed: number): TextWorker {
  const worker = new TextWorker(project, 'E01', chance(seed));
  const before = project.snapshot();
  for (let step = 0; step < STEPS; step += 1) worker.step();
  expect(checkProject(project.project)).toEqual([]);
  worker.takeAllBack();
  expect(project.snapshot()).toEqual(before);
  return worker;
}

/** Runs sequences with these seeds, each from the same transcript; answers with how often each act was done. */
export function correctAtRandom(first: number, sequences: number): Map<string, number> {
  const acts = new Map<string, number>();
  let project = aTranscript();
  let entries = project.log().length;
  for (let seed = first; seed < first + sequences; seed += 1) {
    try {
      for (const [act, times] of sequence(project, seed).acts) acts.set(act, (acts.get(act) ?? 0) + times);
    } catch (error) {
      throw Object.assign(new Error(`sequence ${seed}`), { cause: error });
    }
    // all is taken back: without what the log says of it, the next sequence begins as this one did
    project.project.sqlite.prepare('DELETE FROM change_log WHERE number > ?').run(entries);
    if ((seed - first + 1) % SEQUENCES_PER_FILE > 0) continue;
    closeProject(project.project);
    project = aTranscript();
    entries = project.log().length;
  }
  return acts;
}
