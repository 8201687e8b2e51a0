// A project that lies in a synchronised or network folder is worked on as a copy in the program's own folder; whole, verified snapshots of it
// are laid back there. Where the file there changed meanwhile, both stay: ours beside it, under a name that says so.
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../../shared/domain/failure.ts';
import type { SharedPlace, SharingStatus } from '../../shared/domain/safety.ts';
import { syncFile } from './backup-folder.ts';
import { copyVerified } from './backups.ts';
import { faultInCopy } from './integrity.ts';
import { mediaFolder } from './media-files.ts';
import type { Project } from './open-project.ts';
import { assertProjectFile } from './project-file.ts';
import { connect } from './project-key.ts';
import type { ProjectKey } from './project-key.ts';
import { settingsFolder } from './settings.ts';

interface State {
  /** Where the project lies for everybody. */
  readonly path: string;
  /** Of that file as it was taken from there, or laid there, last. */
  readonly sha256: string;
  /** The copy may hold what is not there yet. */
  readonly isDirty: boolean;
}

const PIECE_BYTES = 1 << 20;
const STATE = 'state.json';

function sha256Of(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(PIECE_BYTES);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

const workingFolder = (): string => join(settingsFolder(), 'working');

function folderOf(path: string): string {
  return join(workingFolder(), createHash('sha256').update(path).digest('hex').slice(0, 24));
}

function readState(folder: string): State | null {
  try {
    return JSON.parse(readFileSync(join(folder, STATE), 'utf8')) as State;
  } catch {
    return null;
  }
}

/** Where a working copy's project lies for everybody; any other path is its own. */
export function sharedPathOf(path: string): string {
  return dirname(dirname(path)) === workingFolder() ? (readState(dirname(path))?.path ?? path) : path;
}

/** Moved there whole, and on the disk before it bears its name. */
function lay(from: string, to: string): void {
  const unfinished = `${to}.${randomUUID()}.new`;
  try {
    copyFileSync(from, unfinished);
    syncFile(unfinished);
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function conflictName(path: string, now: Date): string {
  const when = now.toISOString().slice(0, 16).replace('T', ' ').replace(':', 'h');
  const stem = `${path.replace(/\.trame$/iu, '')} (${hostname().replaceAll(/[^\p{L}\p{N}._-]/gu, ' ')} ${when}`;
  let name = `${stem}).trame`;
  for (let n = 2; existsSync(name); n += 1) name = `${stem} ${n}).trame`;
  return name;
}

/** A file that was left open by a program that died becomes one file again. */
function fold(path: string, key: ProjectKey | null): void {
  const copy = connect(path, key);
  try {
    const fault = faultInCopy(copy, 'quick');
    if (fault !== null) throw new Refusal('project.damaged', { path });
  } finally {
    copy.close();
  }
}

export class WorkingCopy {
  readonly path: string;
  readonly workPath: string;
  readonly #place: SharedPlace;
  readonly #folder: string;
  #state: State;
  /** Our own file beside the other, once there are two. */
  #conflict: string | null = null;
  /** What a program that died had not laid back, beside what somebody else did meanwhile. */
  #kept: string | null = null;
  #publishedAt: string | null = null;
  #failure: string | null = null;
  #changedAt: number | null = null;
  #isPublishing = false;

  private constructor(path: string, place: SharedPlace) {
    this.path = path;
    this.#place = place;
    this.#folder = folderOf(path);
    this.workPath = join(this.#folder, basename(path));
    this.#state = { path, sha256: '', isDirty: false };
  }

  /** Takes the project out of its place, or goes on with the copy of last time. Refuses what is no project, and a place that cannot be read. */
  static takeOut(path: string, place: SharedPlace, key: ProjectKey | null): WorkingCopy {
    assertProjectFile(path);
    const copy = new WorkingCopy(path, place);
    try {
      copy.#begin(key);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code && !(error instanceof Refusal)) throw new Refusal('file.unwritable', { path: copy.#folder });
      throw error;
    }
    return copy;
  }

  #begin(key: ProjectKey | null): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const last = readState(this.#folder);
    // opened there by a program that died: its log is folded in
    if (existsSync(`${this.path}-wal`)) fold(this.path, key);
    const there = sha256Of(this.path);
    const hasCopy = last !== null && existsSync(this.workPath);
    const isMoved = last?.sha256 !== there;
    // a program that died had work that never reached the place, and somebody else has written there since
    if (hasCopy && last.isDirty && isMoved) {
      fold(this.workPath, key);
      this.#kept = conflictName(this.path, new Date());
      lay(this.workPath, this.#kept);
    }
    if (!hasCopy || isMoved) {
      for (const end of ['', '-wal', '-shm', '-journal']) rmSync(this.workPath + end, { force: true });
      lay(this.path, this.workPath);
    }
    if (hasCopy && last.isDirty && !isMoved) this.#changedAt = Date.now();
    this.#write({ path: this.path, sha256: there, isDirty: true });
    this.#linkMedia();
  }

  /** Recordings stay where everybody has them. */
  #linkMedia(): void {
    const link = mediaFolder(this.workPath);
    if (existsSync(link)) return;
    try {
      mkdirSync(mediaFolder(this.path), { recursive: true });
      symlinkSync(mediaFolder(this.path), link, 'junction');
    } catch {
      // they are missing here, and named by whoever asks for one
    }
  }

  #write(state: State): void {
    this.#state = state;
    const unfinished = join(this.#folder, `${STATE}.new`);
    writeFileSync(unfinished, JSON.stringify(state));
    renameSync(unfinished, join(this.#folder, STATE));
  }

  noteChange(): void {
    this.#changedAt = Date.now();
  }

  /** Lays a snapshot where everybody has it; ours beside it where somebody else wrote there meanwhile. */
  #layBack(snapshot: string): void {
    const isOthers = existsSync(this.path) && sha256Of(this.path) !== this.#state.sha256;
    if (isOthers) this.#conflict ??= conflictName(this.path, new Date());
    lay(snapshot, this.#conflict ?? this.path);
    if (this.#conflict === null) this.#write({ ...this.#state, sha256: sha256Of(snapshot) });
    this.#publishedAt = new Date().toISOString();
    this.#failure = null;
  }

  #failed(error: unknown): void {
    this.#failure = error instanceof Error ? error.message : String(error);
  }

  /** While somebody works: once nothing was written for so long. Answers with whether something was laid back. */
  async publishWhenIdle(project: Project, idleMs: number): Promise<boolean> {
    if (this.#isPublishing || this.#changedAt === null || Date.now() - this.#changedAt < idleMs) return false;
    const changedAt = this.#changedAt;
    const snapshot = join(this.#folder, 'snapshot.trame');
    this.#isPublishing = true;
    try {
      await copyVerified({ from: this.workPath, to: snapshot, depth: 'quick', key: project.key });
      this.#layBack(snapshot);
      if (this.#changedAt === changedAt) this.#changedAt = null;
      return true;
    } catch (error) {
      this.#failed(error);
      this.#changedAt = Date.now();
      return true;
    } finally {
      rmSync(snapshot, { force: true });
      this.#isPublishing = false;
    }
  }

  /** After the project was closed: what could not be laid back waits for the next time. */
  end(key: ProjectKey | null): void {
    try {
      if (this.#changedAt !== null) {
        fold(this.workPath, key);
        this.#layBack(this.workPath);
      }
      this.#write({ ...this.#state, isDirty: false });
    } catch (error) {
      this.#failed(error);
    }
  }

  status(): SharingStatus {
    const other = this.#conflict ?? this.#kept;
    const state = other !== null ? 'conflict' : this.#failure !== null ? 'failed' : this.#changedAt === null ? 'published' : 'waiting';
    return { ...this.#place, state, publishedAt: this.#publishedAt, other: other === null ? null : basename(other) };
  }
}
