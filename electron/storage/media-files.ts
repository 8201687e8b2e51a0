// Where the recordings of a project lie: in a folder beside it that bears its name, each file named by its hash.
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, rmdirSync, statSync, writeSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { Refusal } from '../../shared/domain/failure.ts';
import { isMediaName, mediaMimeOf } from '../../shared/domain/media-format.ts';

/** `Thèse.trame` → `Thèse.trame.media` */
export function mediaFolder(projectPath: string): string {
  return `${projectPath}.media`;
}

/** The extension stays, so that the file opens in any player. */
export function mediaPath(projectPath: string, sha256: string, originalName: string): string {
  return join(mediaFolder(projectPath), `${sha256}${extname(originalName).toLowerCase()}`);
}

/** Null for a file that is not there. */
export function mediaSize(path: string): number | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stats.size : null;
}

const IN_THE_MAKING = '.part';
/** A file in the making that nobody has written to for so long was left by a program that died. */
const LEFT_BEHIND_MS = 3_600_000;

function removeLeftBehind(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith(IN_THE_MAKING))) {
    const stats = statSync(join(folder, name), { throwIfNoEntry: false });
    if (stats && Date.now() - stats.mtimeMs > LEFT_BEHIND_MS) rmSync(join(folder, name), { force: true });
  }
}

/** The renaming itself is on the disk; a system that cannot say so of a folder keeps its own order. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {
    // Windows opens no folders.
  }
}

/** What a file turned out to be once it was there whole. */
export interface KeptMedia {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mime: string;
}

/** One file on its way in, piece by piece and in order; it bears its name only when it is whole. What goes wrong leaves nothing behind. */
export class MediaIntake {
  readonly #projectPath: string;
  readonly #name: string;
  readonly #part: string;
  readonly #hash = createHash('sha256');
  #descriptor: number | null;
  #sizeBytes = 0;
  #mime: string | null = null;

  constructor(projectPath: string, originalName: string) {
    if (!isMediaName(originalName)) throw new Refusal('media.formatUnknown', { file: originalName });
    this.#projectPath = projectPath;
    this.#name = originalName;
    const folder = mediaFolder(projectPath);
    this.#part = join(folder, `${randomUUID()}${IN_THE_MAKING}`);
    try {
      mkdirSync(folder, { recursive: true });
      removeLeftBehind(folder);
      this.#descriptor = openSync(this.#part, 'wx');
    } catch {
      throw new Refusal('file.unwritable', { path: folder });
    }
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** Of what has come so far. */
  sha256(): string {
    return this.#hash.copy().digest('hex');
  }

  /** The first piece says what the file is: it must hold `MEDIA_HEAD_BYTES` at least. */
  add(bytes: Uint8Array): void {
    this.#mime ??= mediaMimeOf(this.#name, bytes);
    if (this.#mime === null) {
      this.discard();
      throw new Refusal('media.formatUnknown', { file: this.#name });
    }
    this.#guarded((descriptor) => {
      for (let from = 0; from < bytes.length; ) from += writeSync(descriptor, bytes, from);
    });
    this.#hash.update(bytes);
    this.#sizeBytes += bytes.length;
  }

  /** On the disk under its own name. The same recording of another source is the same file. */
  keep(): KeptMedia {
    const mime = this.#mime;
    if (mime === null) {
      this.discard();
      throw new Refusal('media.formatUnknown', { file: this.#name });
    }
    const sha256 = this.sha256();
    const path = mediaPath(this.#projectPath, sha256, this.#name);
    this.#guarded((descriptor) => {
      fsyncSync(descriptor);
      closeSync(descriptor);
      this.#descriptor = null;
      // one that is there may be playing, and is then in the way of a renaming on Windows
      if (mediaSize(path) === this.#sizeBytes) rmSync(this.#part);
      else renameSync(this.#part, path);
      syncFolder(dirname(path));
    });
    return { sha256, sizeBytes: this.#sizeBytes, mime };
  }

  discard(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
    rmSync(this.#part, { force: true });
    try {
      rmdirSync(dirname(this.#part));
    } catch {
      // Other recordings are in it.
    }
  }

  #guarded(work: (descriptor: number) => void): void {
    if (this.#descriptor === null) throw new Refusal('media.unknown');
    try {
      work(this.#descriptor);
    } catch {
      this.discard();
      throw new Refusal('file.unwritable', { path: mediaFolder(this.#projectPath) });
    }
  }
}
