// Opens a project for one command, with who acts, and closes it whatever happens.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import { codersText } from '../../shared/i18n/coders.ts';
import { failureText } from '../../shared/i18n/failures.ts';
import { repairText } from '../../shared/i18n/repair.ts';
import { newId } from '../commands/run-command.ts';
import type { Session } from '../commands/run-command.ts';
import { coderByName, coderIds } from '../queries/corpus.ts';
import { isAnybodyBlind } from '../queries/sight.ts';
import { holderOf, isElsewhere } from '../storage/lock.ts';
import { closeProject, openProject } from '../storage/open-project.ts';
import { keyFor, newKey, wipe } from '../storage/project-key.ts';
import type { ProjectKey } from '../storage/project-key.ts';
import { installationOrigin } from '../storage/settings.ts';
import { sharedPlaceOf } from '../storage/sync-folder.ts';
import { WorkingCopy } from '../storage/working-copy.ts';
import { cliLanguage, warn } from './terminal.ts';

function sessionFor(project: Session['project'], coderName: string | undefined): Session {
  const [first] = coderIds(project);
  if (!first) throw new Error('the project has no coder');
  if (coderName === undefined) return { project, coderId: first };
  const name = coderName.trim();
  if (name === '') throw new Refusal('coder.unknown', { name: coderName });
  const known = coderByName(project, name);
  return known ? { project, coderId: known } : { project, coderId: newId<CoderId>(), newcomer: name };
}

/** What `--password-file` names; of this one command. */
let passwordFile: string | undefined;

export function usePasswordFile(path: string | undefined): void {
  passwordFile = path;
}

/** Its first line; undefined where no file was named. Never an argument itself: those are seen by everybody on the machine. */
export function passwordIn(path = passwordFile): string | undefined {
  return path === undefined ? undefined : (Buffer.from(readInput(path)).toString('utf8').split(/\r?\n/u)[0] ?? '');
}

/** The key of the project at `path`; null where it needs none. Refuses (`project.encrypted`) where no password was given. */
export function givenKey(path: string): Promise<ProjectKey | null> {
  return keyFor(path, passwordIn());
}

/** The key of a project that is to be made: it is protected where a password was given. */
export async function keyOfNew(password = passwordIn()): Promise<ProjectKey | null> {
  return password === undefined ? null : newKey(password);
}

/** Runs `work` on the project at `path`; a `coder` who is new is written with the first change they make. */
export async function withProject<T>(path: string, coder: string | undefined, work: (session: Session) => T | Promise<T>): Promise<T> {
  const key = await givenKey(path);
  const [origin, place] = [installationOrigin(), resolve(path)];
  const shared = existsSync(place) ? sharedPlaceOf(place) : null;
  // what this computer's own programs do at once, the file's own locks settle, unless one of them has taken it out of a shared folder
  const holder = shared !== null || isElsewhere(place, origin) ? holderOf(place, origin) : null;
  if (holder) warn(failureText[cliLanguage()]['project.held']({ ...holder }));
  const out = shared === null || holder ? null : WorkingCopy.takeOut(place, shared, key);
  let project: Session['project'] | undefined;
  try {
    project = openProject(out?.workPath ?? path, { origin, key, readOnly: holder !== null });
    project.listeners.add(() => out?.noteChange());
    // the window hides what it must; scripted work is done on the whole project, and says so
    if (isAnybodyBlind(project)) warn(codersText[cliLanguage()].cliSeesAll);
    return await work(sessionFor(project, coder));
  } finally {
    if (project) closeProject(project);
    out?.end(key);
    wipe(key);
    const sharing = out?.status();
    if (sharing?.state === 'conflict' || sharing?.state === 'failed') warn(repairText[cliLanguage()].sharing(sharing));
  }
}

export function readInput(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw new Refusal('file.notFound', { path });
    throw error;
  }
}

export function writeOutput(path: string, content: Uint8Array | string): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw new Refusal('file.unwritable', { path });
    throw error;
  }
}

/** Refuses before anything is written: of several files, the first ones would be left behind. */
export function assertOutputFolder(path: string): void {
  if (!existsSync(dirname(resolve(path)))) throw new Refusal('file.unwritable', { path });
}

/** The extension without its dot, in lower case. */
export function extensionOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
