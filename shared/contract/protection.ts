// Calls about passwords, and about locking what they protect.
import { z } from 'zod';
import type { ProjectInfo } from '../domain/project.ts';
import { LOCK_AFTER_MINUTES, MOST_PASSWORD_LETTERS } from '../domain/protection.ts';
import type { LockAfter, LockedProject } from '../domain/protection.ts';
import { returns } from './endpoint.ts';
import { nothing } from './fields.ts';

const password = z.string().max(MOST_PASSWORD_LETTERS);
/** Where the window is and what is being written in it, as the window alone understands it. */
const place = z.string().max(4_000_000);

export const protectionContract = {
  /** Gives the open project a password, or another one; of one that has one, `current` must be it. */
  'protection.set': returns<ProjectInfo>().from(z.object({ current: password.optional(), password })),
  'protection.remove': returns<ProjectInfo>().from(z.object({ current: password })),
  /** The project that waits for its password: it was locked, or somebody opened it; null where none does. */
  'protection.locked': returns<LockedProject | null>().from(nothing),
  /** Closes the open project and forgets its key; `place` is given back when it is unlocked. */
  'protection.lock': returns<null>().from(z.object({ place })),
  /** Asks the windows to lock, as the clock does; locks anyway where none answers. */
  'protection.lockNow': returns<null>().from(nothing),
  /** Opens what waits. `place`: what was given when it was locked; null where nothing was. */
  'protection.unlock': returns<{ readonly project: ProjectInfo; readonly place: string | null }>().from(z.object({ password })),
  /** Leaves it shut, for the list of projects. */
  'protection.leave': returns<null>().from(nothing),
  /** Somebody is there: the clock begins again. */
  'protection.active': returns<null>().from(nothing),
  /** Minutes until a protected project is locked; null: never. */
  'protection.lockAfter': returns<LockAfter>().from(nothing),
  'protection.setLockAfter': returns<null>().from(z.object({ minutes: z.literal(LOCK_AFTER_MINUTES) })),
};
