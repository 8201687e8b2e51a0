// A copy of the project goes on by itself for a while, and is merged in again: by chance.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mergeProject } from '../../../electron/commands/merge-project.ts';
import { planMerge } from '../../../electron/exchange/merging/plan-merge.ts';
import { closeProject, openProject } from '../../../electron/storage/open-project.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import { CODEBOOK_ACTS } from './codebook-acts.ts';
import { CODING_ACTS } from './coding-acts.ts';
import { Desk } from './desk.ts';
import type { Act } from './desk.ts';
import { TEXT_ACTS } from './text-acts.ts';

const MOST_STEPS = 4;

function workElsewhere(path: string, luck: Desk['luck']): void {
  const project = openProject(path);
  const desk = new Desk(project, luck);
  const acts: readonly Act[] = [
    CODING_ACTS['coding.applyNew'],
    CODING_ACTS['coding.apply'],
    CODEBOOK_ACTS['category.update'],
    TEXT_ACTS['source.editTurn'],
  ];
  for (let step = luck.below(MOST_STEPS) + 1; step > 0; step -= 1) {
    try {
      luck.pick(acts)(desk);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  closeProject(project);
}

export const MERGE_ACTS = {
  'project.merge': ({ project, session, luck }) => {
    const folder = mkdtempSync(join(tmpdir(), 'trame-copy-'));
    const copy = join(folder, 'copie.trame');
    try {
      project.sqlite.pragma('wal_checkpoint(TRUNCATE)');
      copyFileSync(project.path, copy);
      workElsewhere(copy, luck);
      const plan = planMerge({ path: project.path, key: null }, { path: copy, key: null }, { choices: {}, matches: {} });
      mergeProject(session, { ...plan, file: 'copie.trame' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
} satisfies Record<string, Act>;
