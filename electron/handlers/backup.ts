// Answers the calls about backups, and makes them while somebody works: when a project is opened, then every twenty minutes.
import type { backupContract } from '../../shared/contract/backup.ts';
import { BACK_UP_EVERY_MS } from '../../shared/domain/backup.ts';
import { refOf } from '../listings.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readActsSince } from '../queries/acts-since.ts';
import { backUp, backupFolderOf, holdsAll, listBackups, restoreBeside } from '../storage/backups.ts';
import { readSettings, writeSettings } from '../storage/settings.ts';
import { done } from './reply.ts';

/** What is opened first waits for nothing. */
const AFTER_OPENING_MS = 5000;

export function backupHandlers(desk: Desk): Pick<Handlers, keyof typeof backupContract> {
  let failure: string | null = null;
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: two of one moment would be the same. */
  const make = (isAsked: boolean): Promise<unknown> => {
    const project = desk.whole();
    const made = last.then(() => backUp(project, { before: isAsked ? 'asked' : null }));
    last = made.then(
      () => (failure = null),
      (error: unknown) => (failure = error instanceof Error ? error.message : String(error)),
    );
    return made;
  };
  const makeQuietly = (): void => {
    // its failure is told where backups are listed
    if (desk.isOpen()) make(false).catch(() => undefined);
  };
  desk.onEvent((event) => {
    if (event.kind === 'project' && event.projectId !== null) setTimeout(makeQuietly, AFTER_OPENING_MS).unref();
  });
  setInterval(makeQuietly, BACK_UP_EVERY_MS).unref();
  return {
    'backup.list': () => {
      const project = desk.whole();
      const backups = listBackups(project);
      const acts = readActsSince(
        project,
        backups.map(({ lastEntry }) => lastEntry),
      );
      const lines = backups.map((backup, index) => ({
        ...backup,
        since: acts[index]?.entries ?? 0,
        kinds: acts[index]?.kinds ?? [],
        coders: acts[index]?.coders ?? [],
        isCurrent: backup.hash === '' ? acts[index]?.entries === 0 : holdsAll(project, backup),
      }));
      return { folder: backupFolderOf(project), backups: lines, failure };
    },
    'backup.make': async () => done(await make(true).then(() => undefined)),
    'backup.restore': ({ name }) => {
      const project = desk.whole();
      const path = restoreBeside(backupFolderOf(project), name, desk.place());
      const settings = readSettings();
      // so that it is found on the home screen wherever it lies
      const [open = desk.place(), ...others] = settings.recentProjects;
      writeSettings({ ...settings, recentProjects: [open, path, ...others] });
      return { ref: refOf(path) };
    },
  };
}
