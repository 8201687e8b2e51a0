// The other copy of a project, opened without a byte of it being written: where it has to be mended or brought to this version's form
// first, that is done to a copy of it in a folder of its own.
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Refusal } from '../../../shared/domain/failure.ts';
import { closeProject, openProject, peekProject } from '../../storage/open-project.ts';
import type { Project } from '../../storage/open-project.ts';
import type { ProjectKey } from '../../storage/project-key.ts';

/** Offset and value in SQLite's header that say the file is written through a log beside it (sqlite.org/fileformat.html, section 1.3). */
const READ_VERSION_AT = 19;
const BY_LOG = 2;

function isSameFile(one: string, other: string): boolean {
  return existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other);
}

/** Something of it lies beside the file, or was never folded in. */
function isInTheMaking(path: string): boolean {
  if (['-wal', '-journal'].some((end) => existsSync(`${path}${end}`))) return true;
  const file = openSync(path, 'r');
  try {
    const byte = new Uint8Array(1);
    return readSync(file, byte, 0, 1, READ_VERSION_AT) === 1 && byte[0] === BY_LOG;
  } finally {
    closeSync(file);
  }
}

function isOfThisForm({ sqlite }: Project): boolean {
  return sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'schema_migration'`).get() !== undefined;
}

export interface OtherCopy {
  /** Where it can be read as it is. */
  readonly path: string;
  /** The name of the file that was chosen. */
  readonly file: string;
  readonly title: string;
  readonly language: 'fr' | 'en';
  readonly close: () => void;
}

interface Card {
  readonly title: string;
  readonly language: 'fr' | 'en';
}

function cardOf({ sqlite }: Project): Card {
  return sqlite.prepare<[], Card>('SELECT title, language FROM project').get() ?? { title: '', language: 'fr' };
}

/** Steps of this version's form that the file has taken. */
function stepsOf({ sqlite }: Project): number {
  return sqlite.prepare<[], { steps: number }>('SELECT count(*) AS steps FROM schema_migration').get()?.steps ?? 0;
}

/** A copy that can be written to, whole and of this version's form. */
function copied(path: string, key: ProjectKey | null): { readonly path: string; readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'trame-merge-'));
  const copy = join(folder, basename(path));
  try {
    for (const end of ['', '-wal', '-journal']) if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, `${copy}${end}`);
    closeProject(openProject(copy, { key }));
    return { path: copy, folder };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    // whoever hears of it knows the file by its own place
    if (error instanceof Refusal && 'path' in error.data) throw new Refusal(error.code, { ...error.data, path });
    throw error;
  }
}

/**
 * Refuses, nothing written: a file that is not there, that is no project, another program's, damaged, encrypted, of a newer version (each as
 * opening it would), and the open project itself (`merge.sameFile`).
 */
export function openOtherCopy(chosen: string, ours: Pick<Project, 'path' | 'sqlite'>, key: ProjectKey | null = null): OtherCopy {
  const path = resolve(chosen);
  if (isSameFile(path, ours.path)) throw new Refusal('merge.sameFile', { path });
  const needsCopy = statSync(path, { throwIfNoEntry: false })?.isFile() === true && isInTheMaking(path);
  const peeked = needsCopy
    ? null
    : peekProject(path, (project) => (isOfThisForm(project) ? { steps: stepsOf(project), card: cardOf(project) } : null), key);
  const steps = ours.sqlite.prepare<[], { steps: number }>('SELECT count(*) AS steps FROM schema_migration').get()?.steps ?? 0;
  if (peeked && peeked.steps === steps) return { path, file: basename(path), ...peeked.card, close: () => undefined };
  const copy = copied(path, key);
  return {
    path: copy.path,
    file: basename(path),
    ...peekProject(copy.path, cardOf, key),
    close: () => rmSync(copy.folder, { recursive: true, force: true }),
  };
}
