// Answers the calls about the program itself.
import { join } from 'node:path';
import type { programContract } from '../../shared/contract/program.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { checkForUpdate } from '../program/check-for-update.ts';
import { licenceText, programCard, thirdParties } from '../program/program-files.ts';
import { projectsFolder, settingsFolder } from '../storage/settings.ts';

export function programHandlers(): Pick<Handlers, keyof typeof programContract> {
  return {
    'program.card': () => programCard(),
    'program.places': () => ({ projects: projectsFolder(), backups: join(settingsFolder(), 'backups') }),
    'program.licences': () => thirdParties(),
    'program.licence': ({ name, version }) => licenceText(name, version),
    'program.checkForUpdate': () => checkForUpdate(programCard()),
  };
}
