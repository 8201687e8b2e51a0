// On paper the margin's stripes cannot follow the lines, which break elsewhere: each coded turn is given the names instead.
import { useEffect } from 'react';
import type { CategoryIndex } from './category-index.ts';
import type { CodedText } from './coded-text.ts';
import { useLatest } from './use-latest.ts';
import type { TextElements } from './use-text-handle.ts';

const CLASS = 'reader-print-note';

/** Stripes are named where they begin, in the order of their beginnings. */
function noteOn(turn: number, coded: CodedText, categories: CategoryIndex): HTMLElement | null {
  const begun = (coded.byTurn.get(turn) ?? []).filter(({ stripe }) => stripe.span.start.turn === turn);
  const entries = new Set(begun.flatMap(({ stripe }) => categories.get(stripe.categoryId) ?? []));
  if (entries.size === 0) return null;
  const note = document.createElement('div');
  note.className = CLASS;
  for (const { label, category } of entries) {
    const line = document.createElement('div');
    line.textContent = label;
    line.style.borderColor = category.color;
    note.append(line);
  }
  return note;
}

/** The notes stand in the page only while it is printed: React never sees them. */
export function usePrintNotes({ root, paragraphs }: TextElements, coded: CodedText, categories: CategoryIndex): void {
  const latest = useLatest({ coded, categories });
  useEffect(() => {
    const remove = () => {
      for (const note of root.current?.querySelectorAll(`.${CLASS}`) ?? []) note.remove();
    };
    const add = () => {
      remove();
      for (const [turn, paragraph] of paragraphs.current) {
        const note = noteOn(turn, latest.current.coded, latest.current.categories);
        if (note) paragraph.before(note);
      }
    };
    addEventListener('beforeprint', add);
    addEventListener('afterprint', remove);
    return () => {
      remove();
      removeEventListener('beforeprint', add);
      removeEventListener('afterprint', remove);
    };
  }, [root, paragraphs, latest]);
}
