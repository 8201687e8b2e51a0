// What lies on the desk: the one open project, who acts on it, and whom to tell when it changes.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CoreEvent } from '../shared/contract/contract.ts';
import { Refusal } from '../shared/domain/failure.ts';
import type { CoderId } from '../shared/domain/ids.ts';
import { isBlindfolded, seesAll } from '../shared/domain/sight.ts';
import type { Sight } from '../shared/domain/sight.ts';
import type { ProjectInfo, ProjectListing } from '../shared/domain/project.ts';
import type { Session } from './commands/run-command.ts';
import { coderIds } from './queries/corpus.ts';
import { readProject, readTotals } from './queries/project.ts';
import { reviewCopyOf } from './queries/reviews.ts';
import { SIGHT_TABLES, readSight } from './queries/sight.ts';
import { closeProject, openProject, peekProject } from './storage/open-project.ts';
import type { Project } from './storage/open-project.ts';
import { contentTables } from './storage/schema.ts';
import { seenBy } from './storage/sight.ts';
import { installationOrigin, projectsFolder, readSettings, writeSettings } from './storage/settings.ts';

const EXTENSION = '.trame';
const LISTED = 30;
const UNREADABLE: Pick<ProjectListing, 'title' | 'sources' | 'turns' | 'codedTurns' | 'codings'> = {
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

function listing(path: string): ProjectListing {
  const stats = statSync(path);
  const card = { ref: refOf(path), fileName: basename(path), folder: dirname(path), modifiedAt: stats.mtime.toISOString() };
  try {
    return { ...card, ...peekProject(path, (project) => ({ title: readProject(project).title, ...readTotals(project) })), problem: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...card, ...UNREADABLE, problem: { code: error.code, data: error.data } };
  }
}

/** Null for a file that cannot be read as a project. */
function idOf(path: string): string | null {
  try {
    return peekProject(path, (project) => readProject(project).id);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

export class Desk {
  readonly #listeners = new Set<(event: CoreEvent) => void>();
  readonly #cancelled = new Set<string>();
  readonly #closings = new Set<() => void>();
  #project: Project | null = null;
  #coderId: CoderId | null = null;
  /** Whose work is shown, by the filter that all views share; until the project is closed. */
  #shown: readonly CoderId[] | null = null;
  #seen: { readonly sight: Sight; readonly project: Project } | null = null;
  readonly #past: Project[] = [];

  onEvent(listener: (event: CoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: CoreEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** The open project with who acts; refuses when none is open. An acting coder whose making was undone gives way to the first one. */
  session(): Session {
    if (!this.#project) throw new Refusal('project.none');
    const coders = coderIds(this.#project);
    const acting = coders.find((id) => id === this.#coderId) ?? coders[0];
    if (!acting) throw new Refusal('project.damaged', { path: this.#project.path });
    return { project: this.#project, coderId: acting };
  }

  /** What queries read: the project as the acting coder sees it. What they do not see is not in it. */
  project(): Project {
    const { project } = this.session();
    this.#seen ??= this.#look();
    return seesAll(this.#seen.sight) ? project : this.#seen.project;
  }

  /** All of it, whoever looks: for what is no view of codings, and says itself what it may show. */
  whole(): Project {
    return this.session().project;
  }

  /** All of it whatever the filter of coders shows, but nothing that is hidden from who codes blind: for lists and for what leaves. */
  unfiltered(): Project {
    return this.isBlindfolded() ? this.project() : this.whole();
  }

  /** Whether something is hidden from who acts until it is revealed. */
  isBlindfolded(): boolean {
    return isBlindfolded(this.sight());
  }

  /** What the acting coder sees. */
  sight(): Sight {
    return (this.#seen ??= this.#look()).sight;
  }

  #look(): { sight: Sight; project: Project } {
    const { project, coderId } = this.session();
    const known = coderIds(project);
    const shown = this.#shown?.filter((id) => known.includes(id)) ?? [];
    const sight = readSight(project, coderId, shown.length > 0 ? shown : null);
    return { sight, project: seesAll(sight) ? project : seenBy(project, sight) };
  }

  /** What is seen may be otherwise: it is looked at again when it is asked for. */
  #lookAgain(): void {
    const seen = this.#seen;
    this.#seen = null;
    if (seen && seen.project !== this.#project) this.#past.push(seen.project);
    // who is still reading through the last one may finish
    while (this.#past.length > 1) this.#past.shift()?.sqlite.close();
  }

  /** From now on every view shows these coders' work only; null: everybody's. */
  showCoders(coderIds: readonly CoderId[] | null): void {
    this.session();
    this.#shown = coderIds;
    this.#lookAgain();
    this.emit({ kind: 'changes', command: 'coder.show', tables: Object.keys(contentTables) });
  }

  /** A path for a new project of this title, in the projects' folder; nothing is made but the folder. */
  newPath(title: string): string {
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

  open(path: string): ProjectInfo {
    const project = openProject(path, { origin: installationOrigin() });
    this.close();
    this.#project = project;
    project.listeners.add((change) => {
      const changesSight = change.tables.some((table) => SIGHT_TABLES.includes(table));
      if (changesSight) this.#lookAgain();
      // with what hides it, everything that is shown changes
      this.emit({ kind: 'changes', ...change, ...(changesSight ? { tables: Object.keys(contentTables) } : {}) });
    });
    const { id } = readProject(project);
    const settings = readSettings();
    this.#coderId = (settings.actingCoders[id] as CoderId | undefined) ?? null;
    writeSettings({ ...settings, recentProjects: [project.path, ...settings.recentProjects.filter((other) => other !== project.path)] });
    this.emit({ kind: 'project', projectId: id });
    return this.info();
  }

  /** `end` is called before the open project is closed, while it can still be written. */
  onClosing(end: () => void): void {
    this.#closings.add(end);
  }

  close(): void {
    if (!this.#project) return;
    for (const end of this.#closings) end();
    this.#lookAgain();
    for (const past of this.#past.splice(0)) past.sqlite.close();
    closeProject(this.#project);
    this.#project = null;
    this.#coderId = null;
    this.#shown = null;
    this.emit({ kind: 'project', projectId: null });
  }

  isOpen(): boolean {
    return this.#project !== null;
  }

  info(): ProjectInfo {
    const { project, coderId } = this.session();
    const isReviewCopy = reviewCopyOf(project) !== null;
    return { ...readProject(project), fileName: basename(project.path), coderId, isReadOnly: project.isReadOnly || isReviewCopy, isReviewCopy };
  }

  chooseCoder(coderId: CoderId): void {
    const { project } = this.session();
    if (!coderIds(project).includes(coderId)) throw new Refusal('coder.unknown', { id: coderId });
    this.#coderId = coderId;
    this.#lookAgain();
    const settings = readSettings();
    writeSettings({ ...settings, actingCoders: { ...settings.actingCoders, [readProject(project).id]: coderId } });
    const isBlind = isBlindfolded(this.sight());
    this.emit({ kind: 'changes', command: 'coder.choose', tables: isBlind ? Object.keys(contentTables) : ['project', 'coder'] });
  }

  #knownPaths(): string[] {
    const folder = projectsFolder();
    const inFolder = existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith(EXTENSION))
          .map((name) => join(folder, name))
      : [];
    return [...new Set([...readSettings().recentProjects, ...inFolder])].filter((path) => existsSync(path) && statSync(path).isFile());
  }

  /** Projects opened lately or lying in the projects' folder, the latest changed first. */
  listings(): ProjectListing[] {
    return this.#knownPaths()
      .map(listing)
      .sort((a, b) => b.modifiedAt.localeCompare(a.modifiedAt))
      .slice(0, LISTED);
  }

  pathOf(ref: string): string {
    const path = this.#knownPaths().find((candidate) => refOf(candidate) === ref);
    if (path === undefined) throw new Refusal('project.notFound', { path: '' });
    return path;
  }

  /** Opens the project of this id if it is not the open one; refuses (`link.otherProject`) one that is not known here. */
  openById(id: string): void {
    if (this.#project && readProject(this.#project).id === id) return;
    const path = this.#knownPaths().find((candidate) => idOf(candidate) === id);
    if (path === undefined) throw new Refusal('link.otherProject', { id });
    this.open(path);
  }

  cancel(job: string): void {
    this.#cancelled.add(job);
  }

  /** Runs a long piece of work that reports its progress and can be stopped. */
  async watched<T>(
    job: string,
    work: (watch: { onProgress: (done: number, total: number, label: string) => void; isCancelled: () => boolean }) => Promise<T>,
  ): Promise<T> {
    this.#cancelled.delete(job);
    try {
      return await work({
        onProgress: (done, total, label) => this.emit({ kind: 'progress', job, done, total, label }),
        isCancelled: () => this.#cancelled.has(job),
      });
    } finally {
      this.#cancelled.delete(job);
    }
  }
}
