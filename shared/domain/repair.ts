// What repairing a damaged project into a new file came to.
import type { Problem } from './project.ts';

/** Rows of one table; a table of which nothing was damaged is not named. */
export interface RepairedTable {
  readonly table: string;
  readonly kept: number;
  /** Brought back from the history of the project. */
  readonly fromHistory: number;
  /** Read, but without what they belong to, or impossible in a project. */
  readonly dropped: number;
  /** Known to have been there, and not readable. */
  readonly lost: number;
}

export interface Repair {
  readonly path: string;
  readonly tables: readonly RepairedTable[];
  readonly unreadablePages: number;
  /** Rows of which nobody can tell where they belong. */
  readonly stray: number;
  /** Sources by name, with how many of their turns are gone. */
  readonly turnsGone: readonly { readonly source: string; readonly turns: number }[];
  /** What could not be repaired. */
  readonly problems: readonly Problem[];
}
