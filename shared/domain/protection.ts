// What a password protects, and how long a protected project stays open by itself.

/** A password that somebody remembers; a sentence is better than a word with signs. */
export const LEAST_PASSWORD_LETTERS = 8;
export const MOST_PASSWORD_LETTERS = 1000;

/** Minutes without a key or a pointer until a protected project is locked; null: never. */
export const LOCK_AFTER_MINUTES = [5, 15, 30, null] as const;
export type LockAfter = (typeof LOCK_AFTER_MINUTES)[number];
export const USUAL_LOCK_AFTER: LockAfter = 15;

/** A project that was locked: what the window may know of it. */
export interface LockedProject {
  readonly fileName: string;
}
