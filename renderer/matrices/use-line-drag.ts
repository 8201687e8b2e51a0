// Lines and columns moved, and made wider, with the mouse. What the keyboard does on a head does the same.
import { useRef, useState } from 'react';
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';

/** Where a line that is held would be dropped. */
export interface Drop {
  /** `data-line` of the head that is held, and of the one under the pointer. */
  readonly held: string;
  readonly over: string;
  readonly isAfter: boolean;
}

/** Pixels before a press becomes a drag. */
const THRESHOLD = 6;
const EDGE = 36;
const EDGE_STEP = 18;

interface LineDrag {
  readonly drop: Drop | null;
  readonly onPointerDown: (event: ReactPointerEvent) => void;
}

/**
 * Heads carry `data-line="rows …"` or `data-line="columns …"`; only heads of the same side take each other's places.
 * @param onDrop with what `drop` last was, if `mayDrop`
 */
export function useLineDrag(scroller: RefObject<HTMLElement | null>, mayDrop: (drop: Drop) => boolean, onDrop: (drop: Drop) => void): LineDrag {
  const [drop, setDrop] = useState<Drop | null>(null);
  const latest = useRef({ mayDrop, onDrop });
  latest.current = { mayDrop, onDrop };

  const onPointerDown = (event: ReactPointerEvent) => {
    const target = event.target as HTMLElement;
    const held = target.closest<HTMLElement>('[data-line]')?.dataset['line'];
    if (event.button !== 0 || held === undefined || target.closest('button, a, [data-resize]')) return;
    const from = { x: event.clientX, y: event.clientY };
    let now: Drop | null = null;
    let isHeld = false;
    const show = (next: Drop | null) => {
      if (JSON.stringify(next) !== JSON.stringify(now)) setDrop(next);
      now = next;
    };
    const move = (at: PointerEvent) => {
      if (!isHeld && Math.hypot(at.clientX - from.x, at.clientY - from.y) < THRESHOLD) return;
      isHeld = true;
      at.preventDefault();
      scrollAtEdge(scroller.current, at, held.startsWith('rows'));
      show(dropAt(held, at, latest.current.mayDrop));
    };
    const end = (isDropped: boolean) => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', cancel);
      removeEventListener('keydown', escape, true);
      document.documentElement.classList.remove('matrices-dragging');
      if (isDropped && now) latest.current.onDrop(now);
      show(null);
    };
    const up = () => end(true);
    const cancel = () => end(false);
    const escape = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return;
      key.stopPropagation();
      end(false);
    };
    document.documentElement.classList.add('matrices-dragging');
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', cancel);
    addEventListener('keydown', escape, true);
  };
  return { drop, onPointerDown };
}

function dropAt(held: string, { clientX, clientY }: PointerEvent, mayDrop: (drop: Drop) => boolean): Drop | null {
  const element = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-line]');
  const over = element?.dataset['line'];
  if (!element || over === undefined || over === held || over.split(' ')[0] !== held.split(' ')[0]) return null;
  const box = element.getBoundingClientRect();
  const isAfter = held.startsWith('rows') ? clientY > box.top + box.height / 2 : clientX > box.left + box.width / 2;
  const drop = { held, over, isAfter };
  return mayDrop(drop) ? drop : null;
}

function scrollAtEdge(scroller: HTMLElement | null, { clientX, clientY }: PointerEvent, isRow: boolean): void {
  if (!scroller) return;
  const box = scroller.getBoundingClientRect();
  if (isRow) scroller.scrollTop += clientY > box.bottom - EDGE ? EDGE_STEP : clientY < box.top + 2 * EDGE ? -EDGE_STEP : 0;
  else scroller.scrollLeft += clientX > box.right - EDGE ? EDGE_STEP : clientX < box.left + 4 * EDGE ? -EDGE_STEP : 0;
}

/** A width pulled by its edge: `onWidth` follows the pointer, `onDone` keeps it. Pixels. */
export function pullWidth(event: ReactPointerEvent, width: number, onWidth: (width: number) => void, onDone: (width: number) => void): void {
  if (event.button !== 0) return;
  event.preventDefault();
  event.stopPropagation();
  const from = event.clientX;
  let now = width;
  const move = (at: PointerEvent) => {
    now = width + at.clientX - from;
    onWidth(now);
  };
  const up = () => {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', up);
    if (now !== width) onDone(now);
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', up);
}
