// Who has a project open: a small file beside it that every computer sees which sees the project. It survives a crash, and then says who it was.
import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { Refusal } from '../../shared/domain/failure.ts';
import type { Holder } from '../../shared/domain/safety.ts';

interface LockFile extends Holder {
  /** This one opening. */
  readonly token: string;
  /** UUID of the installation, which with the computer's name says whether its processes are ours to ask. */
  readonly installation: string;
  readonly pid: number;
}

const lockPath = (path: string): string => `${path}.lock`;

/** Null where there is none, or none that can be read: half of one says nothing. */
function readLock(path: string): LockFile | null {
  try {
    const found = JSON.parse(readFileSync(lockPath(path), 'utf8')) as Partial<LockFile>;
    const { token, installation, computer, coder, pid, since, seen } = found;
    const isWhole = [token, installation, computer, coder, since, seen].every((part) => typeof part === 'string') && typeof pid === 'number';
    return isWhole ? (found as LockFile) : null;
  } catch {
    return null;
  }
}

const asHolder = ({ coder, computer, since, seen }: LockFile): Holder => ({ coder, computer, since, seen });

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Left by a program of this computer that is gone, or by this very one. */
function isStale(lock: LockFile, installation: string): boolean {
  if (lock.installation !== installation || lock.computer !== hostname()) return false;
  if (lock.pid === process.pid) return true;
  const startedBeforeBoot = Date.parse(lock.since) < Date.now() - uptime() * 1000;
  return startedBeforeBoot || !isRunning(lock.pid);
}

/** Whoever has the project open and is not gone; null where nobody has. */
export function holderOf(path: string, installation: string): Holder | null {
  const lock = readLock(path);
  return !lock || isStale(lock, installation) ? null : asHolder(lock);
}

/** A program of another computer, or of another user of this one: what this one's own do at once, its file's locks settle. */
export function isElsewhere(path: string, installation: string): boolean {
  const lock = readLock(path);
  return lock !== null && (lock.installation !== installation || lock.computer !== hostname());
}

export class ProjectLock {
  readonly #path: string;
  #lock: LockFile;

  private constructor(path: string, lock: LockFile) {
    this.#path = path;
    this.#lock = lock;
  }

  /**
   * Says that the project is open here. Refuses (`project.held`) where somebody else has it open, unless it is taken over from them; null
   * where no file can be written beside it, and so nobody else could work on it either.
   */
  static take(
    path: string,
    { installation, coder, takeOver = false }: { installation: string; coder: string; takeOver?: boolean },
  ): ProjectLock | null {
    const holder = holderOf(path, installation);
    if (holder && !takeOver) throw new Refusal('project.held', { ...holder, path });
    const now = new Date().toISOString();
    const lock = new ProjectLock(path, { token: randomUUID(), installation, computer: hostname(), coder, pid: process.pid, since: now, seen: now });
    return lock.#write() ? lock : null;
  }

  #write(): boolean {
    const unfinished = `${lockPath(this.#path)}.${process.pid}`;
    try {
      writeFileSync(unfinished, JSON.stringify(this.#lock));
      renameSync(unfinished, lockPath(this.#path));
      return true;
    } catch {
      rmSync(unfinished, { force: true });
      return false;
    }
  }

  /** Who has taken the project over from here; null while it is ours. A lock that is gone altogether is written again. */
  takenBy(): Holder | null {
    const found = readLock(this.#path);
    return found === null || found.token === this.#lock.token ? null : asHolder(found);
  }

  /** Says that this program is still there, and who acts; nothing where the project is no longer its own. */
  renew(coder: string): void {
    if (this.takenBy() !== null) return;
    this.#lock = { ...this.#lock, coder, seen: new Date().toISOString() };
    this.#write();
  }

  release(): void {
    if (readLock(this.#path)?.token === this.#lock.token) rmSync(lockPath(this.#path), { force: true });
  }
}
