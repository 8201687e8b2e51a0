// Walking through the comparison: arrows from box to box, Enter to what is in one, Escape back out.
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { cellAfterKey } from './grid-keys.ts';
import type { CellPosition, GridSize } from './grid-keys.ts';

const AMONG_LINKS: Partial<Record<string, -1 | 1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export interface BoxWalk {
  /** For a box: what makes it reachable. */
  readonly boxAt: (row: number, column: number) => { readonly 'data-box': string; readonly tabIndex: number };
  /** For the grid. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

export function useBoxWalk(size: GridSize): BoxWalk {
  const [current, setCurrent] = useState<CellPosition>({ row: 0, column: 0 });
  const at = { row: Math.max(0, Math.min(current.row, size.rows - 1)), column: Math.max(0, Math.min(current.column, size.columns - 1)) };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const box = target.closest<HTMLElement>('[data-box]');
    if (!box || event.altKey || event.shiftKey) return;
    const links = [...box.querySelectorAll<HTMLElement>('a')];
    const isFar = event.ctrlKey || event.metaKey;
    const go = (element: HTMLElement | null | undefined) => {
      event.preventDefault();
      element?.focus();
    };
    if (target !== box) {
      const by = AMONG_LINKS[event.key];
      if (by) go(links[links.indexOf(target) + by] ?? target);
      else if (event.key === 'Escape') go(box);
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (links.length === 1) links[0]?.click();
      else links[0]?.focus();
      return;
    }
    const to = cellAfterKey(at, event.key, isFar, size);
    if (!to) return;
    setCurrent(to);
    go(event.currentTarget.querySelector<HTMLElement>(`[data-box="${to.row} ${to.column}"]`));
  };
  const boxAt = (row: number, column: number) => ({ 'data-box': `${row} ${column}`, tabIndex: row === at.row && column === at.column ? 0 : -1 });
  return { boxAt, onKeyDown };
}
