// Answers the calls about crash reports.
import type { crashContract } from '../../shared/contract/crash.ts';
import { latestCrash, readCrash, writeCrash } from '../crash-file.ts';
import type { CrashHome } from '../crash-file.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { programCard } from '../program/program-files.ts';
import { settingsFolder } from '../storage/settings.ts';

export function crashHome(): CrashHome {
  return { folder: settingsFolder(), version: programCard().version };
}

export function crashHandlers(): Pick<Handlers, keyof typeof crashContract> {
  return {
    'crash.report': ({ during, ...error }) => writeCrash(crashHome(), { place: 'window', during, error }),
    'crash.latest': () => latestCrash(settingsFolder()),
    'crash.read': ({ name }) => readCrash(settingsFolder(), name),
  };
}
