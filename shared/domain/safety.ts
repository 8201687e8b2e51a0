// What the window says about the safety of the open project's file.

/** Who has a project open, as the file beside it says. */
export interface Holder {
  readonly coder: string;
  readonly computer: string;
  /** ISO instants: when it was opened, and when that program was heard of last. */
  readonly since: string;
  readonly seen: string;
}

/** How a project that somebody else has open is opened. */
export const ACCESSES = ['write', 'read', 'takeOver'] as const;
export type Access = (typeof ACCESSES)[number];

/** `there`: nothing to say. `low`: little room is left on its disk. */
export type FileState = 'there' | 'gone' | 'low' | 'full';

/** Where others may write a project's file: the service's or the protocol's name. */
export interface SharedPlace {
  readonly kind: 'synchronised' | 'network';
  readonly service: string;
}

/** How far the copy that is worked on has been laid back into a shared place. */
export interface SharingStatus extends SharedPlace {
  readonly state: 'published' | 'waiting' | 'failed' | 'conflict';
  readonly publishedAt: string | null;
  /** Our own file, where somebody else had written theirs. */
  readonly other: string | null;
}

export interface SafetyStatus {
  /** Found beside the work, in SQLite's words; null while nothing is wrong. */
  readonly damage: string | null;
  readonly file: FileState;
  readonly freeBytes: number | null;
  /** Who took the project over from here; since then it is read-only here. */
  readonly takenBy: Holder | null;
  /** Who has it open elsewhere, where it was opened to be read. */
  readonly heldBy: Holder | null;
  /** Null for a project that lies in a place of this computer's own. */
  readonly sharing: SharingStatus | null;
}

/** Below this much room the window says so. */
export const LOW_ROOM_BYTES = 200_000_000;
export const NO_ROOM_BYTES = 2_000_000;
