// Opens a project for one command, with who acts, and closes it whatever happens.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import { newId } from '../commands/run-command.ts';
import type { Session } from '../commands/run-command.ts';
import { coderByName, coderIds } from '../queries/corpus.ts';
import { closeProject, openProject } from '../storage/open-project.ts';
import { installationOrigin } from '../storage/settings.ts';

function sessionFor(project: Session['project'], coderName: string | undefined): Session {
  const [first] = coderIds(project);
  if (!first) throw new Error('the project has no coder');
  if (coderName === undefined) return { project, coderId: first };
  const name = coderName.trim();
  if (name === '') throw new Refusal('coder.unknown', { name: coderName });
  const known = coderByName(project, name);
  return known ? { project, coderId: known } : { project, coderId: newId<CoderId>(), newcomer: name };
}

/** Runs `work` on the project at `path`; a `coder` who is new is written with the first change they make. */
export async function withProject<T>(path: string, coder: string | undefined, work: (session: Session) => T | Promise<T>): Promise<T> {
  const project = openProject(path, { origin: installationOrigin() });
  try {
    return await work(sessionFor(project, coder));
  } finally {
    closeProject(project);
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
