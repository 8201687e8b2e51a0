// Answers the calls about backups, and makes them while somebody works: when a project is opened, then every twenty minutes.
import { dirname } from 'node:path';
import type { backupContract } from '../../shared/contract/backup.ts';
import { BACK_UP_EVERY_MS } from '../../shared/domain/backup.ts';
import { refOf } from '../desk.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readActsSince } from '../queries/acts-since.ts';
import { backUp, backupPath, listBackups, restoreBeside } from '../storage/backups.ts';
import { readSettings, writeSettings } from '../storage/settings.ts';
import { done } from './reply.ts';

/** What is opened first waits for nothing. */
const AFTER_OPENING_MS = 5000;

export function backupHandlers(desk: Desk): Pick<Handlers, keyof typeof backupContract> {
  let failure: string | null = null;
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: two of one moment would be the same. */
  const make = (): Promise<unknown> => {
    const project = desk.whole();
    const made = last.then(() => backUp(project));
    last = made.then(
      () => (failure = null),
      (error: unknown) => (failure = error instanceof Error ? error.message : String(error)),
    );
    return made;
  };
  const makeQuietly = (): void => {
    // its failure is told where backups are listed
    if (desk.isOpen()) make().catch(() => undefined);
  };
  desk.onEvent((event) => {
    if (event.kind === 'project' && event.projectId !== null) setTimeout(makeQuietly, AFTER_OPENING_MS).unref();
  });
  setInterval(makeQuietly, BACK_UP_EVERY_MS).unref();
  return {
    'backup.list': () => {
      const project = desk.whole();
      const backups = listBackups(project).map((backup) => {
        const { entries, kinds, coders } = readActsSince(project, backup.lastEntry);
        return { ...backup, since: entries, kinds, coders };
      });
      const [latest] = backups;
      return { folder: latest ? dirname(backupPath(project, latest.name)) : '', backups, failure };
    },
    'backup.make': async () => done(await make().then(() => undefined)),
    'backup.restore': ({ name }) => {
      const path = restoreBeside(desk.whole(), name);
      const settings = readSettings();
      // so that it is found on the home screen wherever it lies
      const [open = desk.whole().path, ...others] = settings.recentProjects;
      writeSettings({ ...settings, recentProjects: [open, path, ...others] });
      return { ref: refOf(path) };
    },
  };
}
