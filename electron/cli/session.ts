// Opens a project for one command, with who acts, and closes it whatever happens.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Refusal } from '../../shared/domain/failure.ts';
import { createCoder } from '../commands/corpus.ts';
import type { Session } from '../commands/run-command.ts';
import { coderByName, listCoders } from '../queries/corpus.ts';
import { closeProject, openProject } from '../storage/open-project.ts';
import { installationOrigin } from '../storage/settings.ts';

function sessionFor(project: Session['project'], coderName: string | undefined): Session {
  const first = listCoders(project)[0];
  if (!first) throw new Error('the project has no coder');
  const session = { project, coderId: first.id };
  if (coderName === undefined) return session;
  const known = coderByName(project, coderName);
  return { project, coderId: known?.id ?? createCoder(session, { name: coderName }) };
}

/** Runs `work` on the project at `path`; `coder` is made when it is new. */
export async function withProject<T>(path: string, coder: string | undefined, work: (session: Session) => T | Promise<T>): Promise<T> {
  const project = openProject(path, { origin: installationOrigin() });
  try {
    return await work(sessionFor(project, coder));
  } finally {
    closeProject(project);
  }
}

export function readInput(path: string): Uint8Array {
  if (!existsSync(path)) throw new Refusal('file.notFound', { path });
  return new Uint8Array(readFileSync(path));
}

export function writeOutput(path: string, content: Uint8Array | string): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw new Refusal('file.unwritable', { path });
    throw error;
  }
}

/** The extension without its dot, in lower case. */
export function extensionOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
