// Which memos the list shows, and in what order.
import { folded } from '../../shared/domain/category.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import type { Memo, MemoKind, MemoTarget } from '../../shared/domain/memo.ts';
import { startOfDay } from '../../shared/i18n/date.ts';

export interface ListFilter {
  /** Null: of whatever kind. */
  readonly kind: MemoKind | null;
  /** Null: on whatever. */
  readonly targetKind: MemoTarget | null;
  /** Null: anybody's. */
  readonly coderId: CoderId | null;
  /** Days (yyyy-mm-dd), both included, that a memo was begun on; null: open on that side. */
  readonly from: string | null;
  readonly to: string | null;
  readonly query: string;
}

export const ALL_MEMOS: ListFilter = { kind: null, targetKind: null, coderId: null, from: null, to: null, query: '' };

/** Spans that lead up to today, in days with today; the longest last. */
export const RECENT_DAYS = { today: 1, week: 7, month: 30, quarter: 90 } as const;
export type RecentSpan = keyof typeof RECENT_DAYS;
export const RECENT_SPANS = Object.keys(RECENT_DAYS) as RecentSpan[];

/** `yyyy-mm-dd` where the reader is. */
export function dayOf(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** The first day of a span that ends today. */
export function spanStart(span: RecentSpan, today: Date): string {
  return dayOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() - RECENT_DAYS[span] + 1));
}

/**
 * The latest change first; a diary by the day it was written. Every word of the query must stand in the title, the text or what the
 * memo is on; accents and case ignored.
 */
export function listedMemos(memos: readonly Memo[], { kind, targetKind, coderId, from, to, query }: ListFilter): Memo[] {
  const words = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return memos
    .filter((memo) => {
      if (kind !== null && memo.kind !== kind) return false;
      if (targetKind !== null && memo.targetKind !== targetKind) return false;
      if (coderId !== null && memo.coderId !== coderId) return false;
      if (from !== null && dayOf(new Date(memo.createdAt)) < from) return false;
      if (to !== null && dayOf(new Date(memo.createdAt)) > to) return false;
      const text = folded(`${memo.title} ${memo.text} ${memo.targetLabel}`);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => (kind === 'diary' ? b.createdAt.localeCompare(a.createdAt) : b.updatedAt.localeCompare(a.updatedAt)));
}

export interface DiaryDay {
  /** An instant of that day. */
  readonly at: string;
  readonly memos: readonly Memo[];
}

/** Memos under the day they were begun on, the latest day first. */
export function byDiaryDay(memos: readonly Memo[]): DiaryDay[] {
  const days = Map.groupBy(memos, (memo) => startOfDay(new Date(memo.createdAt)));
  return [...days.entries()].sort(([a], [b]) => b - a).map(([, ofDay]) => ({ at: ofDay[0]?.createdAt ?? '', memos: ofDay }));
}

/** How many memos have each value of a property; values that none has are left out. */
export function countBy<K extends 'kind' | 'targetKind' | 'coderId'>(memos: readonly Memo[], property: K): Map<Memo[K], number> {
  const counts = new Map<Memo[K], number>();
  for (const memo of memos) counts.set(memo[property], (counts.get(memo[property]) ?? 0) + 1);
  return counts;
}
