// Answers the calls about kept states of a grid.
import type { gridVersionsContract } from '../../shared/contract/grid-versions.ts';
import { keepVersion, removeVersion, restoreVersion } from '../commands/grid-versions.ts';
import { codebookVersionsText } from '../../shared/i18n/codebook-versions.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { compareVersions, listVersions, planRestore } from '../queries/grid-versions.ts';
import { readProject } from '../queries/project.ts';
import { done } from './reply.ts';

export function gridVersionsHandlers(desk: Desk): Pick<Handlers, keyof typeof gridVersionsContract> {
  return {
    'grid.versions': ({ gridId }) => listVersions(desk.project(), gridId),
    'grid.keepVersion': (input) => keepVersion(desk.session(), input),
    'grid.compareVersions': ({ gridId, before, after }) => compareVersions(desk.project(), gridId, before, after),
    'grid.planRestore': ({ versionId }) => planRestore(desk.project(), versionId),
    'grid.restoreVersion': (input) => {
      const session = desk.session();
      return done(restoreVersion(session, input, codebookVersionsText[readProject(session.project).language].setAsideName));
    },
    'grid.removeVersion': (input) => done(removeVersion(desk.session(), input)),
  };
}
