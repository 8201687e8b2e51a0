// Which memos the list shows, in what order, and by what words each is known.
import { folded } from '../../shared/domain/category.ts';
import type { Memo, MemoTarget } from '../../shared/domain/memo.ts';

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

export interface MemoFilter {
  /** Null: on whatever. */
  readonly kind: MemoTarget | null;
  readonly query: string;
}

/** The latest change first. Every word of the query must stand in the title, the text or what the memo is on; accents and case ignored. */
export function listedMemos(memos: readonly Memo[], { kind, query }: MemoFilter): Memo[] {
  const words = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return memos
    .filter((memo) => {
      if (kind !== null && memo.targetKind !== kind) return false;
      const text = folded(`${memo.title} ${memo.text} ${memo.targetLabel}`);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}

/** Memos by kind of object; kinds without any are left out. */
export function countByKind(memos: readonly Memo[]): Map<MemoTarget, number> {
  const counts = new Map<MemoTarget, number>();
  for (const { targetKind } of memos) counts.set(targetKind, (counts.get(targetKind) ?? 0) + 1);
  return counts;
}
