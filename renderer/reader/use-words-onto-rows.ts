// Words dragged out of the text onto a category of the tree: the row under the pointer shows itself, letting go applies it.
import { useMemo, useRef } from 'react';
import type { DragEvent } from 'react';
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { CategoryIndex } from './category-index.ts';
import { presentDrag } from './dragged.ts';
import { useLatest } from './use-latest.ts';

interface DropHandlers {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

export function useWordsOntoRows(categories: CategoryIndex, onApply: (categoryId: CategoryId) => void): DropHandlers {
  const latest = useLatest({ categories, onApply });
  const marked = useRef<HTMLElement | null>(null);
  return useMemo(() => {
    const mark = (row: HTMLElement | null) => {
      marked.current?.removeAttribute('data-takes-words');
      row?.setAttribute('data-takes-words', '');
      marked.current = row;
    };
    const rowUnder = (event: DragEvent): { row: HTMLElement; id: CategoryId } | null => {
      const row = presentDrag()?.kind === 'words' && event.target instanceof Element ? event.target.closest<HTMLElement>('[role="row"]') : null;
      const id = row?.dataset['key'] as CategoryId | undefined;
      return row && id !== undefined && latest.current.categories.has(id) ? { row, id } : null;
    };
    return {
      onDragOver: (event) => {
        const under = rowUnder(event);
        mark(under?.row ?? null);
        if (!under) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDragLeave: (event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) mark(null);
      },
      onDrop: (event) => {
        const under = rowUnder(event);
        mark(null);
        if (!under) return;
        event.preventDefault();
        latest.current.onApply(under.id);
      },
    };
  }, [latest]);
}
