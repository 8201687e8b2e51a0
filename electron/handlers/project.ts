// Answers the calls about the project as a whole.
import type { projectContract } from '../../shared/contract/project.ts';
import type { HistoryEntry } from '../../shared/domain/project.ts';
import { addGrid } from '../commands/codebook.ts';
import { createCase } from '../commands/corpus.ts';
import { createProject } from '../commands/create-project.ts';
import { updateProject } from '../commands/project.ts';
import { redo, undo } from '../commands/undo.ts';
import type { Desk } from '../desk.ts';
import { exportProject } from '../exchange/project-data.ts';
import { fillSample, sampleCard } from '../exchange/sample-project.ts';
import { shippedGridFile } from '../exchange/shipped-grids.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { checkProject } from '../queries/check.ts';
import { readHistory, readProject, readStatus } from '../queries/project.ts';
import { installationOrigin } from '../storage/settings.ts';
import { done, fileOut } from './reply.ts';

/** The entry as the history shows it, after it was taken back or brought back. */
function shown(desk: Desk, entry: { id: string }): HistoryEntry {
  const found = readHistory(desk.project(), Number.MAX_SAFE_INTEGER).find((candidate) => candidate.id === entry.id);
  if (!found) throw new Error('an entry of the log went away');
  return found;
}

export function projectHandlers(desk: Desk): Pick<Handlers, keyof typeof projectContract> {
  return {
    'project.list': () => desk.listings(),
    'project.create': (input) => {
      const grids = input.gridKeys.map(shippedGridFile);
      const path = desk.newPath(input.title);
      createProject(path, input, installationOrigin());
      desk.open(path);
      for (const name of new Set(input.caseNames)) createCase(desk.session(), { name });
      for (const grid of grids) addGrid(desk.session(), grid, input.language, null);
      return desk.info();
    },
    'project.createSample': async ({ language }) => {
      const card = sampleCard(language);
      const path = desk.newPath(card.title);
      createProject(path, card, installationOrigin());
      desk.open(path);
      await fillSample(desk.session());
      return desk.info();
    },
    'project.open': ({ ref }) => desk.open(desk.pathOf(ref)),
    'project.openPath': ({ path }) => desk.open(path),
    'project.close': () => done(desk.close()),
    'project.current': () => (desk.isOpen() ? desk.info() : null),
    'project.update': (input) => done(updateProject(desk.session(), input)),
    'project.status': () => readStatus(desk.project()),
    'project.check': () => checkProject(desk.project()),
    'project.export': ({ format }) => fileOut(readProject(desk.project()).title, format, exportProject(desk.project(), format)),
    'history.list': ({ limit }) => readHistory(desk.project(), limit),
    'history.undo': () => shown(desk, undo(desk.session())),
    'history.redo': () => shown(desk, redo(desk.session())),
    'job.cancel': ({ job }) => done(desk.cancel(job)),
  };
}
