// Projects that the bench builds once and keeps between runs.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createProject } from '../../electron/commands/create-project.ts';
import type { Session } from '../../electron/commands/run-command.ts';
import { coderIds } from '../../electron/queries/corpus.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';

const ORIGIN = '00000000-0000-4000-8000-000000000000';

/** Of a project of the bench. */
export function openSession(path: string): Session {
  const project = openProject(path, { origin: ORIGIN });
  const [coderId] = coderIds(project);
  if (!coderId) throw new Error('no coder');
  return { project, coderId };
}

/** False for what a later program made. */
function opens(path: string): boolean {
  try {
    closeProject(openProject(path, { origin: ORIGIN }));
    return true;
  } catch {
    return false;
  }
}

export interface KeptFile {
  /** The folder that it is kept in, and its name there. */
  readonly cache: string;
  readonly name: string;
  readonly title: string;
}

const pathOf = ({ cache, name }: KeptFile): string => join(cache, `${name}.trame`);
const isKept = (path: string): boolean => existsSync(path) && opens(path);

function begun({ cache, title }: KeptFile, making: string): Session {
  mkdirSync(cache, { recursive: true });
  rmSync(making, { force: true });
  createProject(making, { title, question: '', language: 'fr', coderName: 'Anne Berger' }, ORIGIN);
  return openSession(making);
}

/** Where the project is; filled where it is not there yet, and a half-built one is never kept. */
export function keptFile(file: KeptFile, fill: (session: Session) => void): string {
  const path = pathOf(file);
  if (isKept(path)) return path;
  const session = begun(file, `${path}.making`);
  fill(session);
  closeProject(session.project);
  renameSync(`${path}.making`, path);
  return path;
}

/** Likewise, where filling takes its time. */
export async function keptFileLater(file: KeptFile, fill: (session: Session) => Promise<void>): Promise<string> {
  const path = pathOf(file);
  if (isKept(path)) return path;
  const session = begun(file, `${path}.making`);
  await fill(session);
  closeProject(session.project);
  renameSync(`${path}.making`, path);
  return path;
}
