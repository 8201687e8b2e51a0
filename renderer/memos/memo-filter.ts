// Which memos the list shows, in what order, and by what words each is known.
import { folded } from '../../shared/domain/category.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import type { Memo, MemoKind, MemoTarget } from '../../shared/domain/memo.ts';
import { startOfDay } from '../../shared/i18n/date.ts';

const HEAD_LENGTH = 60;

/** The title; without one the first words of the text; empty when there are none either. */
export function headOf(memo: Pick<Memo, 'title' | 'text'>): string {
  const title = memo.title.trim();
  if (title !== '') return title;
  const words = memo.text.replace(/\s+/gu, ' ').trim();
  if (words.length <= HEAD_LENGTH) return words;
  const cut = words.slice(0, HEAD_LENGTH + 1);
  // between words where there is a space to cut at
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : HEAD_LENGTH)}…`;
}

export interface ListFilter {
  /** Null: of whatever kind. */
  readonly kind: MemoKind | null;
  /** Null: on whatever. */
  readonly targetKind: MemoTarget | null;
  /** Null: anybody's. */
  readonly coderId: CoderId | null;
  readonly query: string;
}

export const ALL_MEMOS: ListFilter = { kind: null, targetKind: null, coderId: null, query: '' };

/**
 * The latest change first; a diary by the day it was written. Every word of the query must stand in the title, the text or what the
 * memo is on; accents and case ignored.
 */
export function listedMemos(memos: readonly Memo[], { kind, targetKind, coderId, query }: ListFilter): Memo[] {
  const words = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return memos
    .filter((memo) => {
      if (kind !== null && memo.kind !== kind) return false;
      if (targetKind !== null && memo.targetKind !== targetKind) return false;
      if (coderId !== null && memo.coderId !== coderId) return false;
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
