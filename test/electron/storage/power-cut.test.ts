// The power goes at any moment of somebody's work: the file opens, is sound, and holds everything that was acknowledged.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { closeProject, openProject } from '../../../electron/storage/open-project.ts';
import { workInPowerCuts } from '../../support/power-cut.ts';
import { aFolder } from '../../support/project.ts';
import { aStudyToWorkOn } from '../../support/work/study-file.ts';

it('every commit is on the disk before it is acknowledged', () => {
  const project = openProject(aStudyToWorkOn());
  expect(project.sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(project.sqlite.pragma('synchronous', { simple: true })).toBe(2);
  closeProject(project);
});

it('loses nothing that it acknowledged, in power cuts drawn by chance', () => {
  const { cuts, unfinished } = workInPowerCuts(aStudyToWorkOn(), join(aFolder(), 'étude.trame'), { steps: 25, perStep: 2, seed: 41 });
  expect(cuts).toBeGreaterThan(12);
  // some came before a commit was whole, and some after
  expect(unfinished).toBeGreaterThan(0);
  expect(unfinished).toBeLessThan(cuts);
});
