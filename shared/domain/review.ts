// What a reviewer says of a study: comments in threads, each on a place, with a verdict, and what became of them.
import type { Anchor } from './text-offset.ts';

export const VERDICTS = ['agree', 'discuss', 'redo'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What can be commented on, in the order in which lists group it. */
export const REVIEW_TARGETS = ['project', 'matrix', 'cell', 'synthesis', 'category', 'source', 'passage', 'coding', 'memo'] as const;
export type ReviewTarget = (typeof REVIEW_TARGETS)[number];

/** What became of a thread: nothing yet, somebody of the project answered last, settled. */
export const REVIEW_STATES = ['open', 'answered', 'resolved'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export interface ReviewComment {
  readonly id: string;
  readonly author: string;
  /** Written by one of the project's coders; else by a reviewer. */
  readonly isOurs: boolean;
  readonly verdict: Verdict | null;
  readonly text: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What two comments of one place have in common. */
export interface ReviewPlace {
  readonly kind: ReviewTarget;
  /** A UUID; a crossing's key for cells and syntheses. */
  readonly targetId: string;
  /** What the place was called: `E12 §34`, `Gouvernance × Pôle 1`. */
  readonly label: string;
  /** Its words as they were read. */
  readonly quote: string;
}

export interface ReviewThread extends ReviewPlace {
  /** Its first comment's. */
  readonly id: string;
  readonly packId: string | null;
  readonly passageId: string | null;
  /** Where a passage or a coding lies, while it is there. */
  readonly sourceId: string | null;
  /** Where that lies in the source's text. */
  readonly range: { readonly start: Anchor; readonly end: Anchor } | null;
  /** Of codings, the category that is discussed, while it is there. */
  readonly categoryId: string | null;
  /** The place is no longer in the project. */
  readonly isGone: boolean;
  /** Its words of today where they are no longer those that were read; null where they are. */
  readonly quoteNow: string | null;
  readonly state: ReviewState;
  /** The last one given. */
  readonly verdict: Verdict | null;
  /** In the order in which they were written; never empty. */
  readonly comments: readonly ReviewComment[];
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
}

/** Who spoke last decides whether a thread waits for an answer. */
export function stateOf(comments: readonly Pick<ReviewComment, 'isOurs'>[], isResolved: boolean): ReviewState {
  if (isResolved) return 'resolved';
  return comments.at(-1)?.isOurs === true && comments.some(({ isOurs }) => !isOurs) ? 'answered' : 'open';
}

export function verdictOf(comments: readonly Pick<ReviewComment, 'verdict'>[]): Verdict | null {
  return comments.findLast(({ verdict }) => verdict !== null)?.verdict ?? null;
}

/** What is said of one place, at a glance: its threads that are not settled, and the gravest of their verdicts. */
export interface ReviewMark {
  readonly threads: number;
  readonly unsettled: number;
  readonly verdict: Verdict | null;
}

const GRAVITY: Readonly<Record<Verdict, number>> = { agree: 1, discuss: 2, redo: 3 };

export function markOf(threads: readonly Pick<ReviewThread, 'state' | 'verdict'>[]): ReviewMark {
  const unsettled = threads.filter(({ state }) => state !== 'resolved');
  const verdicts = (unsettled.length > 0 ? unsettled : threads).flatMap(({ verdict }) => verdict ?? []);
  return {
    threads: threads.length,
    unsettled: unsettled.length,
    verdict: verdicts.sort((one, other) => GRAVITY[other] - GRAVITY[one])[0] ?? null,
  };
}

/** A quote that is sent along, so long at most: enough to know the place again. */
const LONGEST_QUOTE = 4000;

/** Words of a place, cut where they are too long to be sent along; never in the middle of a character. */
export function reviewQuote(words: string): string {
  const whole = words.trim();
  if (whole.length <= LONGEST_QUOTE) return whole;
  return `${whole.slice(0, LONGEST_QUOTE).replace(/[\ud800-\udbff]$/, '')}…`;
}
