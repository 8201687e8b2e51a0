// The hand on the board: dragging cards, groups and the plane itself, and pushing cards with the arrows.
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import type { Box, Point } from '../../shared/domain/board-layout.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { cardsWithin, landingAt, onPlane } from './board-layout.ts';
import type { Landing, View } from './board-layout.ts';
import type { BoardState } from './use-board.ts';

interface Held {
  readonly ids: readonly CategoryId[];
  readonly from: Point;
  readonly by: Point;
  readonly landing: Landing;
}

type Grip =
  | { readonly kind: 'cards'; readonly ids: readonly CategoryId[]; readonly from: Point; readonly isGroup: boolean }
  | { readonly kind: 'plane'; readonly from: Point; readonly view: View }
  | { readonly kind: 'area'; readonly from: Point };

export interface BoardHand {
  readonly held: Held | null;
  readonly area: Box | null;
  readonly grip: (event: PointerEvent, id: CategoryId, isGroup: boolean) => void;
  readonly gripPlane: (event: PointerEvent) => void;
  readonly onMove: (event: PointerEvent) => void;
  readonly onRelease: (event: PointerEvent) => void;
  readonly cancel: () => void;
  readonly push: (event: KeyboardEvent, ids: readonly CategoryId[]) => void;
  readonly settle: () => void;
}

const STEP = 24;
const FINE_STEP = 4;
/** A hand that trembles drags nothing. */
const STARTS_PX = 4;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const PLANE: Landing = { kind: 'plane' };

function areaOf(a: Point, b: Point): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/** What the arrows push is seen at once, and written as one act when the hand rests. */
function usePushing(state: BoardState, setHeld: (held: Held | null) => void): Pick<BoardHand, 'push' | 'settle'> {
  const pushed = useRef<{ ids: readonly CategoryId[]; by: Point } | null>(null);
  const latest = useRef(state);
  latest.current = state;
  const write = (): boolean => {
    const done = pushed.current;
    pushed.current = null;
    if (done) void latest.current.letGo(done.ids, done.by, PLANE);
    return done !== null;
  };
  const writeLast = useRef(write);
  writeLast.current = write;
  useEffect(() => () => void writeLast.current(), []);
  return {
    settle: () => {
      if (write()) setHeld(null);
    },
    push: (event, ids) => {
      const direction = ARROWS[event.key];
      if (!direction || state.isReadOnly || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const step = event.shiftKey ? FINE_STEP : STEP;
      const before = pushed.current ?? { ids, by: { x: 0, y: 0 } };
      pushed.current = { ids: before.ids, by: { x: before.by.x + direction.x * step, y: before.by.y + direction.y * step } };
      setHeld({ ...pushed.current, from: { x: 0, y: 0 }, landing: PLANE });
    },
  };
}

export function useBoardHand(state: BoardState, view: View, setView: (view: View) => void, pane: RefObject<HTMLElement | null>): BoardHand {
  const [held, setHeld] = useState<Held | null>(null);
  const [area, setArea] = useState<Box | null>(null);
  const gripped = useRef<Grip | null>(null);
  const pushing = usePushing(state, setHeld);

  const pointAt = (event: PointerEvent): Point => {
    const { left = 0, top = 0 } = pane.current?.getBoundingClientRect() ?? {};
    return onPlane(view, { x: event.clientX - left, y: event.clientY - top });
  };
  const drop = (): void => {
    gripped.current = null;
    setHeld(null);
    setArea(null);
  };
  return {
    held,
    area,
    grip: (event, id, isGroup) => {
      if (event.button !== 0 || state.isReadOnly) return;
      event.stopPropagation();
      gripped.current = { kind: 'cards', ids: isGroup ? [id] : state.withOthers(id), from: pointAt(event), isGroup };
    },
    gripPlane: (event) => {
      if (event.button !== 0) return;
      if (event.shiftKey) gripped.current = { kind: 'area', from: pointAt(event) };
      else gripped.current = { kind: 'plane', from: { x: event.clientX, y: event.clientY }, view };
      pane.current?.setPointerCapture(event.pointerId);
    },
    onMove: (event) => {
      const grip = gripped.current;
      if (!grip) return;
      if (grip.kind === 'plane')
        return setView({ ...grip.view, x: grip.view.x + event.clientX - grip.from.x, y: grip.view.y + event.clientY - grip.from.y });
      const at = pointAt(event);
      if (grip.kind === 'area') return setArea(areaOf(grip.from, at));
      const by = { x: at.x - grip.from.x, y: at.y - grip.from.y };
      if (!held && Math.hypot(by.x, by.y) * view.scale < STARTS_PX) return;
      if (!held) pane.current?.setPointerCapture(event.pointerId);
      setHeld({ ids: grip.ids, from: grip.from, by, landing: grip.isGroup ? PLANE : landingAt(state.board, at, new Set(grip.ids)) });
    },
    onRelease: () => {
      const grip = gripped.current;
      if (grip?.kind === 'area' && area) state.choose([...state.chosen, ...cardsWithin(state.board, area)]);
      else if (grip?.kind === 'cards' && held) void state.letGo(held.ids, held.by, held.landing);
      drop();
    },
    cancel: drop,
    ...pushing,
  };
}
