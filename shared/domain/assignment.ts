// What several coders are given to code, each for themselves: which sources, with which grids, until when, and how far they are.
import { z } from 'zod';
import { assignmentId, coderId, gridId, sourceId } from './ids.ts';
import type { AssignmentId, CoderId, GridId, SourceId } from './ids.ts';

const LONGEST_TITLE = 200;
const MOST_SOURCES = 5000;
const MOST_CODERS = 50;

export const assignmentInput = z.object({
  /** Null: a new one. */
  assignmentId: assignmentId.nullable(),
  title: z.string().trim().min(1).max(LONGEST_TITLE),
  /** `2024-05-31` */
  due: z.iso.date().nullable(),
  /** Its coders see their own codings only, until it is revealed. */
  isBlind: z.boolean(),
  sourceIds: z.array(sourceId).min(1).max(MOST_SOURCES),
  /** Empty: all grids. */
  gridIds: z.array(gridId).max(200),
  coderIds: z.array(coderId).min(1).max(MOST_CODERS),
});
export type AssignmentInput = z.infer<typeof assignmentInput>;

/** How far one coder is. Turns are those with words of everybody but interviewers. */
export interface AssignmentProgress {
  readonly coderId: CoderId;
  readonly name: string;
  readonly initials: string;
  readonly color: string;
  readonly turns: number;
  /** Turns up to the last one coded, source by source: as far as the coder has read. */
  readonly seenTurns: number;
  readonly codedTurns: number;
  readonly codings: number;
  /** Sources in which this coder has coded something. */
  readonly begunSources: number;
  /** When the coder said that it was done. */
  readonly doneAt: string | null;
}

export interface Assignment {
  readonly id: AssignmentId;
  readonly title: string;
  readonly due: string | null;
  readonly isBlind: boolean;
  readonly revealedAt: string | null;
  readonly givenBy: string;
  readonly createdAt: string;
  readonly sources: readonly { readonly id: SourceId; readonly name: string }[];
  readonly grids: readonly { readonly id: GridId; readonly title: string }[];
  readonly coders: readonly AssignmentProgress[];
}

/** Past its day and not done by everybody. @param today `2024-05-31` */
export function isLate({ due, coders }: Pick<Assignment, 'due' | 'coders'>, today: string): boolean {
  return due !== null && due < today && coders.some(({ doneAt }) => doneAt === null);
}
