// What lies on the desk: the one open project, who acts on it, and whom to tell when it changes.
import { basename, resolve } from 'node:path';
import type { CoreEvent } from '../shared/contract/contract.ts';
import { Refusal } from '../shared/domain/failure.ts';
import type { CoderId } from '../shared/domain/ids.ts';
import { isBlindfolded, seesAll } from '../shared/domain/sight.ts';
import type { Sight } from '../shared/domain/sight.ts';
import type { ProjectInfo, ProjectListing } from '../shared/domain/project.ts';
import type { Access, Holder } from '../shared/domain/safety.ts';
import type { LockedProject } from '../shared/domain/protection.ts';
import type { Session } from './commands/run-command.ts';
import { Jobs } from './jobs.ts';
import type { JobWatch } from './jobs.ts';
import { idOf, knownPaths, listing, refOf } from './listings.ts';
import { coderIds, coderName } from './queries/corpus.ts';
import { readProject } from './queries/project.ts';
import { reviewCopyOf } from './queries/reviews.ts';
import { SIGHT_TABLES, readSight } from './queries/sight.ts';
import { ProjectLock, holderOf } from './storage/lock.ts';
import type { KeyContent } from '../shared/domain/pseudonym.ts';
import { readOnlyWhile, showOriginals } from './storage/originals-shown.ts';
import { closeProject, openProject } from './storage/open-project.ts';
import type { Project } from './storage/open-project.ts';
import { isProtected, keyFor, wipe } from './storage/project-key.ts';
import type { ProjectKey } from './storage/project-key.ts';
import { protectProject } from './storage/protect-project.ts';
import { contentTables } from './storage/schema.ts';
import { sealPlace, unsealPlace } from './storage/sealed-place.ts';
import { sharedPlaceOf } from './storage/sync-folder.ts';
import { WorkingCopy, sharedPathOf } from './storage/working-copy.ts';
import { seenBy } from './storage/sight.ts';
import { installationOrigin, readSettings, writeSettings } from './storage/settings.ts';

const LISTED = 30;

export class Desk {
  readonly #listeners = new Set<(event: CoreEvent) => void>();
  readonly #closings = new Set<() => void>();
  #project: Project | null = null;
  #coderId: CoderId | null = null;
  /** Whose work is shown, by the filter that all views share; until the project is closed. */
  #shown: readonly CoderId[] | null = null;
  #seen: { readonly sight: Sight; readonly project: Project } | null = null;
  readonly #past: Project[] = [];
  /** The project under the real names, for whoever has their key. */
  #originals: Project | null = null;
  /** The file that waits for its password. */
  #locked: { readonly path: string; readonly access: Access } | null = null;
  readonly #jobs = new Jobs();
  #lock: ProjectLock | null = null;
  #out: WorkingCopy | null = null;
  #heldBy: Holder | null = null;
  /** The file that somebody else has open: it may be asked for again. */
  #refused: string | null = null;

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
    return seesAll(this.#seen.sight) ? (this.#originals ?? project) : this.#seen.project;
  }

  /** Shows the real names until this is called with null, or the project is closed; meanwhile nothing can be written. */
  showOriginals(content: KeyContent | null): void {
    const { project } = this.session();
    this.#hideOriginals();
    if (content) this.#originals = showOriginals(project, content);
    readOnlyWhile(project, content !== null);
    this.emit({ kind: 'changes', command: 'pseudonym.show', tables: Object.keys(contentTables) });
  }

  #hideOriginals(): void {
    const shown = this.#originals;
    this.#originals = null;
    if (!shown) return;
    // who is still reading through it may finish
    setTimeout(() => shown.sqlite.close(), 1000).unref();
    if (this.#project) readOnlyWhile(this.#project, false);
  }

  /** For what changes everything that is shown. */
  allTables(): string[] {
    return Object.keys(contentTables);
  }

  showsOriginals(): boolean {
    return this.#originals !== null;
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

  /** Refuses (`project.held`) where somebody else has it open, and the caller does not say what to do about that. */
  #assertFree(path: string, access: Access): void {
    this.#heldBy = holderOf(path, installationOrigin());
    if (this.#heldBy === null || access !== 'write') return;
    this.#refused = path;
    throw new Refusal('project.held', { ...this.#heldBy, ref: refOf(path) });
  }

  /** Refuses (`project.encrypted`) a protected project without its key: it then waits for its password. */
  open(path: string, key: ProjectKey | null = null, access: Access = 'write'): ProjectInfo {
    const place = sharedPathOf(resolve(path));
    this.#assertFree(place, access);
    const out = this.#takeOut(place, key, access);
    let project: Project;
    try {
      project = openProject(out?.workPath ?? place, { origin: installationOrigin(), key, readOnly: access === 'read' });
    } catch (error) {
      if (out !== this.#out) out?.end(key);
      if (error instanceof Refusal && error.code === 'project.encrypted') this.#await(path, access);
      throw error;
    }
    // opened anew where it was: it goes on, and what was done to the file is to be laid back
    if (out === this.#out) this.#out = null;
    this.close();
    this.#locked = null;
    this.#project = project;
    this.#out = out;
    project.listeners.add((change) => {
      out?.noteChange();
      const changesSight = change.tables.some((table) => SIGHT_TABLES.includes(table));
      if (changesSight) this.#lookAgain();
      // with what hides it, everything that is shown changes
      this.emit({ kind: 'changes', ...change, ...(changesSight ? { tables: Object.keys(contentTables) } : {}) });
    });
    const { id } = readProject(project);
    const settings = readSettings();
    this.#coderId = (settings.actingCoders[id] as CoderId | undefined) ?? null;
    writeSettings({ ...settings, recentProjects: [place, ...settings.recentProjects.filter((other) => other !== place)] });
    this.#lock = project.isReadOnly
      ? null
      : ProjectLock.take(place, { installation: installationOrigin(), coder: this.#coderName(), takeOver: true });
    this.emit({ kind: 'project', projectId: id });
    return this.info();
  }

  #coderName(): string {
    const { project, coderId } = this.session();
    return coderName(project, coderId) ?? '';
  }

  /** Null where the project may be worked on where it lies. */
  #takeOut(place: string, key: ProjectKey | null, access: Access): WorkingCopy | null {
    if (this.#out?.path === place) {
      this.#out.noteChange();
      return this.#out;
    }
    const shared = access === 'read' || (key === null && isProtected(place)) ? null : sharedPlaceOf(place);
    return shared === null ? null : WorkingCopy.takeOut(place, shared, key);
  }

  /** How the project is shared by a synchronised or network folder; null where it lies on this computer alone. */
  sharing(): WorkingCopy | null {
    return this.#out;
  }

  /** Where the open project lies for everybody. */
  place(): string {
    return this.#out?.path ?? this.whole().path;
  }

  /** Says to others that the project is still open here; where somebody has taken it over, it is only read here from now on. */
  keepHold(): { readonly takenBy: Holder | null; readonly heldBy: Holder | null } {
    const takenBy = this.#lock?.takenBy() ?? null;
    if (takenBy === null) this.#lock?.renew(this.#coderName());
    else if (this.#project && !this.#project.isReadOnly) {
      this.#project.sqlite.pragma('query_only = ON');
      this.#project = { ...this.#project, isReadOnly: true };
      this.#lookAgain();
      this.emit({ kind: 'changes', command: 'project.takenOver', tables: ['project'] });
    }
    return { takenBy, heldBy: this.#project?.isReadOnly === true && this.#lock === null ? this.#heldBy : null };
  }

  /** `end` is called before the open project is closed, while it can still be written. */
  onClosing(end: () => void): void {
    this.#closings.add(end);
  }

  /** Whatever reads or writes through the open project stops; it can still be written by those who are told. */
  #letGo(): void {
    for (const end of this.#closings) end();
    this.#hideOriginals();
    this.#lookAgain();
    for (const past of this.#past.splice(0)) past.sqlite.close();
  }

  close(): void {
    if (!this.#project) return;
    this.#letGo();
    closeProject(this.#project);
    this.#out?.end(this.#project.key);
    this.#out = null;
    this.#lock?.release();
    this.#lock = null;
    wipe(this.#project.key);
    this.#project = null;
    this.#coderId = null;
    this.#shown = null;
    this.emit({ kind: 'project', projectId: null });
  }

  #await(path: string, access: Access): void {
    this.close();
    this.#locked = { path: resolve(path), access };
    // it waits from now on, which those who heard of the closing could not know
    this.emit({ kind: 'project', projectId: null });
  }

  isProtected(): boolean {
    return this.#project !== null && this.#project.key !== null;
  }

  /** What waits for its password; null where nothing does. */
  locked(): LockedProject | null {
    return this.#locked === null ? null : { fileName: basename(this.#locked.path) };
  }

  /** Closes the protected project and forgets its key; `place` is kept for whoever unlocks it. */
  lock(place: string | null): void {
    const { path, key } = this.whole();
    if (key === null) throw new Refusal('project.notProtected');
    if (place !== null) sealPlace(path, key, place);
    this.#await(path, 'write');
  }

  async unlock(password: string): Promise<{ project: ProjectInfo; place: string | null }> {
    const waiting = this.#locked;
    if (waiting === null) throw new Refusal('project.notLocked');
    const { path, access } = waiting;
    const key = await keyFor(path, password);
    // somebody may have left or opened it while the key was drawn
    if (this.#locked !== waiting) throw new Refusal('project.notLocked');
    try {
      const project = this.open(path, key, access);
      return { project, place: key === null ? null : unsealPlace(path, key) };
    } catch (error) {
      wipe(key);
      throw error;
    }
  }

  leaveLocked(): void {
    this.#locked = null;
    this.emit({ kind: 'project', projectId: null });
  }

  /** Gives the open project another key, or none; it is closed meanwhile. Where that is refused, it is open again as it was. */
  protect(next: ProjectKey | null): ProjectInfo {
    const { project } = this.session();
    // its own is wiped when it is closed
    const before = project.key && new Uint8Array(new SharedArrayBuffer(project.key.length));
    if (project.key) before?.set(project.key);
    this.#letGo();
    try {
      protectProject(project, next);
      const info = this.open(project.path, next);
      wipe(before);
      return info;
    } catch (error) {
      wipe(next);
      this.open(project.path, before);
      throw error;
    }
  }

  isOpen(): boolean {
    return this.#project !== null;
  }

  info(): ProjectInfo {
    const { project, coderId } = this.session();
    const isReviewCopy = reviewCopyOf(project) !== null;
    return {
      ...readProject(project),
      fileName: basename(project.path),
      coderId,
      isReadOnly: project.isReadOnly || isReviewCopy || this.#originals !== null,
      isReviewCopy,
      isProtected: project.key !== null,
    };
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

  /** Projects opened lately or lying in the projects' folder, the latest changed first. */
  listings(): ProjectListing[] {
    return knownPaths()
      .map(listing)
      .sort((a, b) => b.modifiedAt.localeCompare(a.modifiedAt))
      .slice(0, LISTED);
  }

  pathOf(ref: string): string {
    const path = [...knownPaths(), ...(this.#refused === null ? [] : [this.#refused])].find((candidate) => refOf(candidate) === ref);
    if (path === undefined) throw new Refusal('project.notFound', { path: '' });
    return path;
  }

  /** Opens the project of this id if it is not the open one; refuses (`link.otherProject`) one that is not known here. */
  openById(id: string): void {
    if (this.#project && readProject(this.#project).id === id) return;
    const path = knownPaths().find((candidate) => idOf(candidate) === id);
    if (path === undefined) throw new Refusal('link.otherProject', { id });
    this.open(path);
  }

  /** A long piece of work is under way. */
  isBusy(): boolean {
    return this.#jobs.isBusy;
  }

  cancel(job: string): void {
    this.#jobs.cancel(job);
  }

  /** Runs a long piece of work that reports its progress and can be stopped. */
  watched<T>(job: string, work: (watch: JobWatch) => Promise<T>): Promise<T> {
    return this.#jobs.watched(job, (done, total, label) => this.emit({ kind: 'progress', job, done, total, label }), work);
  }
}
