// How projects are listed and named before any of them is open.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../shared/domain/failure.ts';
import type { ProjectListing } from '../shared/domain/project.ts';
import { readRetention } from './queries/confidentiality.ts';
import { readProject, readTotals } from './queries/project.ts';
import { peekProject } from './storage/open-project.ts';
import { isProtected } from './storage/project-key.ts';
import { projectsFolder, readSettings } from './storage/settings.ts';

const EXTENSION = '.trame';
const UNREAD: Pick<ProjectListing, 'title' | 'sources' | 'turns' | 'codedTurns' | 'codings' | 'retention'> = {
  retention: null,
  title: '',
  sources: 0,
  turns: 0,
  codedTurns: 0,
  codings: 0,
};

/** Names a path to the window without showing it a way to name any other. */
export function refOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 24);
}

/** Systems allow 255 bytes; the extension, a number and the suffix of a file in the making come on top. */
const MOST_NAME_BYTES = 150;

/** A file name that every system accepts, from a title. */
function fileNameFor(title: string): string {
  const letters = [
    ...title
      .toWellFormed()
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .replace(/\s+/gu, ' '),
  ];
  while (Buffer.byteLength(letters.join('')) > MOST_NAME_BYTES) letters.pop();
  return letters.join('').replace(/^[. ]+|[. ]+$/g, '') || 'Projet';
}

export function listing(path: string): ProjectListing {
  const stats = statSync(path);
  const card = {
    ref: refOf(path),
    fileName: basename(path),
    folder: dirname(path),
    modifiedAt: stats.mtime.toISOString(),
    isProtected: isProtected(path),
  };
  if (card.isProtected) return { ...card, ...UNREAD, problem: null };
  try {
    return {
      ...card,
      ...peekProject(path, (project) => ({
        title: readProject(project).title,
        ...readTotals(project),
        retention: readRetention(project, new Date().toISOString()),
      })),
      problem: null,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...card, ...UNREAD, problem: { code: error.code, data: error.data } };
  }
}

/** Null for a file that cannot be read as a project. */
export function idOf(path: string): string | null {
  try {
    return peekProject(path, (project) => readProject(project).id);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** A path for a new project of this title, in the projects' folder; nothing is made but the folder. */
export function newProjectPath(title: string): string {
  const folder = projectsFolder();
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new Refusal('file.unwritable', { path: folder });
  }
  const name = fileNameFor(title);
  let path = join(folder, `${name}${EXTENSION}`);
  for (let n = 2; existsSync(path); n += 1) path = join(folder, `${name} (${n})${EXTENSION}`);
  return path;
}

/** Opened lately, or lying in the projects' folder. */
export function knownPaths(): string[] {
  const folder = projectsFolder();
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(EXTENSION)) : [];
  const paths = [...readSettings().recentProjects, ...names.map((name) => join(folder, name))];
  return [...new Set(paths)].filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}
