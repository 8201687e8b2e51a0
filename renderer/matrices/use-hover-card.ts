// Which cell the pointer rests on, once it rests, where not all of what the cell holds can be read in it.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import type { CellPosition } from './grid-keys.ts';

export interface ShownCard {
  readonly at: CellPosition;
  /** Of the cell, in the window. */
  readonly box: DOMRect;
}

const RESTS_MS = 550;
/** Time to come from the cell into its card. */
const LEAVES_MS = 220;

/** Something in the cell is cut off, or counted as « +n ». */
function isCut(cell: HTMLElement): boolean {
  if (cell.querySelector('.matrices-more') || cell.scrollHeight > cell.clientHeight + 1) return true;
  return [...cell.querySelectorAll<HTMLElement>('.matrices-preview, .matrices-remark, .matrices-chip')].some(
    (each) => each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1,
  );
}

export function useHoverCard(grid: RefObject<HTMLElement | null>) {
  const [card, setCard] = useState<ShownCard | null>(null);
  const timer = useRef(0);
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setCard(null);
  }, []);
  const under = useRef<HTMLElement | null>(null);

  useEffect(() => {
    if (!card) return undefined;
    const onKey = (event: KeyboardEvent) => {
      close();
      if (event.key === 'Escape') event.stopPropagation();
    };
    const scroller = grid.current?.parentElement;
    addEventListener('keydown', onKey, true);
    scroller?.addEventListener('scroll', close, { passive: true });
    return () => {
      removeEventListener('keydown', onKey, true);
      scroller?.removeEventListener('scroll', close);
    };
  }, [card, close, grid]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const onPointerOver = (event: ReactPointerEvent) => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    const cell = (event.target as HTMLElement).closest<HTMLElement>('.matrices-cell[data-cell]');
    if (cell === under.current) return;
    under.current = cell;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(
      () => {
        const [row, column] = (cell?.dataset['cell'] ?? '').split(' ').map(Number);
        const isWorth = cell && cell.isConnected && isCut(cell) && row !== undefined && column !== undefined;
        setCard(isWorth ? { at: { row, column }, box: cell.getBoundingClientRect() } : null);
      },
      card ? LEAVES_MS : RESTS_MS,
    );
  };
  const onPointerLeave = () => {
    under.current = null;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setCard(null), LEAVES_MS);
  };
  /** The pointer went into the card: it stays. */
  const stay = () => clearTimeout(timer.current);
  return { card, close, stay, handlers: { onPointerOver, onPointerLeave, onPointerDownCapture: close } };
}
