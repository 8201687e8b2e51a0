// Answers the calls about passwords and locking, and locks a protected project where nobody is at the desk any more.
import type { protectionContract } from '../../shared/contract/protection.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { USUAL_LOCK_AFTER } from '../../shared/domain/protection.ts';
import type { LockAfter } from '../../shared/domain/protection.ts';
import type { ProjectInfo } from '../../shared/domain/project.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { keyFor, newKey, wipe } from '../storage/project-key.ts';
import type { ProjectKey } from '../storage/project-key.ts';
import { readSettings, writeSettings } from '../storage/settings.ts';
import { done } from './reply.ts';

const MINUTE_MS = 60_000;
/** A computer that slept has not counted: the clock is looked at, not waited for. */
const LOOK_EVERY_MS = 5_000;
/** As long as windows have to say where they are. */
const ANSWER_WITHIN_MS = 3_000;

const lockAfter = (): LockAfter => {
  const { lockAfterMinutes = USUAL_LOCK_AFTER } = readSettings();
  return lockAfterMinutes;
};

/** Watches over a project that a password protects. */
class Watchman {
  readonly #desk: Desk;
  #lastSeen = Date.now();
  #asked: NodeJS.Timeout | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
    desk.onEvent((event) => {
      if (event.kind === 'project') this.seen();
    });
    setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
  }

  /** Somebody is there. */
  seen(): void {
    this.#lastSeen = Date.now();
    if (this.#asked) clearTimeout(this.#asked);
    this.#asked = null;
  }

  #look(): void {
    const minutes = lockAfter();
    // what is being written or printed is somebody's
    if (this.#desk.isBusy()) this.seen();
    else if (minutes !== null && Date.now() - this.#lastSeen >= minutes * MINUTE_MS) this.lock();
  }

  /** The windows say where they are and lock; without them it is locked as well. */
  lock(): void {
    if (!this.#desk.isProtected() || this.#asked) return;
    this.#desk.emit({ kind: 'lock' });
    this.#asked = setTimeout(() => {
      if (this.#desk.isProtected()) this.#desk.lock(null);
    }, ANSWER_WITHIN_MS);
  }
}

/** Whether the open project's own password was given; a plain one has none. */
async function assertPassword(desk: Desk, password: string | undefined): Promise<void> {
  const { path, key } = desk.whole();
  if (key === null) return;
  const given = await keyFor(path, password);
  const isOwn = given !== null && given.every((byte, at) => byte === key[at]);
  wipe(given);
  if (!isOwn) throw new Refusal('project.passwordWrong', { path });
}

async function protect(desk: Desk, current: string | undefined, password: string | null): Promise<ProjectInfo> {
  await assertPassword(desk, current);
  const next: ProjectKey | null = password === null ? null : await newKey(password);
  return desk.protect(next);
}

export function protectionHandlers(desk: Desk): Pick<Handlers, keyof typeof protectionContract> {
  const watchman = new Watchman(desk);
  return {
    'protection.set': ({ current, password }) => protect(desk, current, password),
    'protection.remove': ({ current }) => protect(desk, current, null),
    'protection.locked': () => desk.locked(),
    'protection.lock': ({ place }) => done(desk.lock(place)),
    'protection.lockNow': () => done(watchman.lock()),
    'protection.unlock': ({ password }) => desk.unlock(password),
    'protection.leave': () => done(desk.leaveLocked()),
    'protection.active': () => done(watchman.seen()),
    'protection.lockAfter': lockAfter,
    'protection.setLockAfter': ({ minutes }) => done(writeSettings({ ...readSettings(), lockAfterMinutes: minutes })),
  };
}
