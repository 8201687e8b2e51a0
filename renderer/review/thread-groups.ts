// Which threads a list shows, and under which headings.
import { REVIEW_TARGETS, VERDICTS } from '../../shared/domain/review.ts';
import type { ReviewState, ReviewTarget, ReviewThread, Verdict } from '../../shared/domain/review.ts';

export const GROUPINGS = ['kind', 'verdict', 'author'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface ThreadFilter {
  readonly state: ReviewState | 'all';
  readonly verdict: Verdict | 'any';
  readonly kind: ReviewTarget | 'any';
}

export const TO_ANSWER: ThreadFilter = { state: 'open', verdict: 'any', kind: 'any' };

export function filtered(threads: readonly ReviewThread[], { state, verdict, kind }: ThreadFilter): ReviewThread[] {
  return threads.filter(
    (thread) =>
      (state === 'all' || thread.state === state) && (verdict === 'any' || thread.verdict === verdict) && (kind === 'any' || thread.kind === kind),
  );
}

export interface ThreadGroup {
  /** A kind, a verdict (`none` for none), a person's name. */
  readonly key: string;
  readonly threads: readonly ReviewThread[];
}

/** What is to be redone first, then what is to be discussed; people in the order in which they spoke. */
const ORDERS: Readonly<Record<Grouping, readonly string[]>> = {
  kind: REVIEW_TARGETS,
  verdict: [...VERDICTS.toReversed(), 'none'],
  author: [],
};

const keyOf: Readonly<Record<Grouping, (thread: ReviewThread) => string>> = {
  kind: ({ kind }) => kind,
  verdict: ({ verdict }) => verdict ?? 'none',
  author: ({ comments }) => comments[0]?.author ?? '',
};

/** In a group, places of one name stand together. */
export function grouped(threads: readonly ReviewThread[], by: Grouping): ThreadGroup[] {
  const groups = [...Map.groupBy(threads, keyOf[by])].map(([key, own]) => ({
    key,
    threads: own.toSorted((one, other) => one.label.localeCompare(other.label)),
  }));
  return by === 'author' ? groups : groups.toSorted((one, other) => ORDERS[by].indexOf(one.key) - ORDERS[by].indexOf(other.key));
}
