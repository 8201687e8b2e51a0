// What the window knows of the open project as a whole: its card, its status line, its history.
import type { Retention } from './confidentiality.ts';
import type { CoderId, EntryId } from './ids.ts';
import type { FailureCode, FailureData } from './failure.ts';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The project that is open. */
export interface ProjectInfo {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** The language of the shipped grids' words in this project, and of its prints. */
  readonly language: Language;
  readonly fileName: string;
  /** Who acts. */
  readonly coderId: CoderId;
  readonly isReadOnly: boolean;
  /** A copy made to be reviewed: nothing but comments can be written. */
  readonly isReviewCopy: boolean;
  /** A password opens it. */
  readonly isProtected: boolean;
}

/** One line of the home screen. */
export interface ProjectListing {
  /** Opaque name to open it by. */
  readonly ref: string;
  readonly title: string;
  readonly fileName: string;
  readonly folder: string;
  readonly modifiedAt: string;
  readonly sources: number;
  readonly codings: number;
  readonly codedTurns: number;
  readonly turns: number;
  /** Its title and what is in it are not to be seen without its password. */
  readonly isProtected: boolean;
  /** Set where the day until which it is to be kept is near, or has passed. */
  readonly retention: Retention | null;
  /** Why it cannot be opened, when it cannot. */
  readonly problem: { readonly code: FailureCode; readonly data: FailureData } | null;
}

/** The names and numbers that the sentence about a command needs: `{name: 'Gouvernance', count: 3}`. */
export type CommandSubject = Readonly<Record<string, string | number>>;

export interface HistoryEntry {
  readonly id: EntryId;
  /** 1-based order in this project. */
  readonly number: number;
  readonly command: string;
  readonly subject: CommandSubject;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly at: string;
  readonly coderName: string;
  /** True while the entry's effect is taken back. */
  readonly isUndone: boolean;
}

/** What the status bar shows. */
export interface ProjectStatus {
  /** ISO time of the last acknowledged change; null before the first. */
  readonly savedAt: string | null;
  readonly sources: number;
  readonly turns: number;
  readonly codedTurns: number;
  readonly codings: number;
  readonly undo: { readonly command: string; readonly subject: CommandSubject } | null;
  readonly redo: { readonly command: string; readonly subject: CommandSubject } | null;
}

/** What `trame check` found wrong; an empty list is a sound project. */
export interface Problem {
  readonly what: string;
  readonly where: string;
}
