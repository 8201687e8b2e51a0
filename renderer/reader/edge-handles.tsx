// At both ends of the passage in hand: what the mouse takes hold of to move them. The keyboard has keys of its own for this.
import { useLayoutEffect, useState } from 'react';
import type { PointerEvent, RefObject } from 'react';
import { readingText } from '../../shared/i18n/reading.ts';
import { useText } from '../ui/language.tsx';
import { draggedSpan } from './edge-drag.ts';
import { useReader } from './reader-context.tsx';
import type { Reader } from './reader-context.tsx';
import { caretRect, pointFromDom, rectOf } from './text-dom.ts';
import { comparePoints } from './transcript.ts';
import type { Point, Span } from './transcript.ts';
import { useLatest } from './use-latest.ts';
import type { TextElements } from './use-text-handle.ts';
import type { TextView } from './use-text-view.ts';
import type { Edge } from './word-steps.ts';

const EDGES: readonly Edge[] = ['start', 'end'];
/** Nearer than this to the view's border the text moves on under the pointer. */
const BORDER_PX = 36;
const ON_PX = 14;

interface Place {
  readonly top: number;
  readonly left: number;
  readonly height: number;
}

/** The passage in hand, when its ends are this coder's to move. */
function movableSpan({ isReadOnly, selection, passageId, coded, me, correction }: Reader): Span | null {
  if (isReadOnly || selection || !passageId || correction.editing) return null;
  const stripes = coded.byPassage.get(passageId) ?? [];
  const isMine = stripes.some(({ codings }) => codings.some(({ coderId }) => coderId === me));
  return isMine ? (stripes[0]?.span ?? null) : null;
}

function pointUnder(x: number, y: number, root: HTMLElement): Point | null {
  const range = document.caretRangeFromPoint(x, y);
  return range && pointFromDom(root, range.startContainer, range.startOffset);
}

/** Null for an end outside the painted zone: measuring there would lay the section out. */
function placeOf(edge: Edge, span: Span, { paragraphs }: TextElements, view: TextView, sheet: HTMLElement): Place | null {
  const point = span[edge];
  if (point.turn < view.first || point.turn > view.last) return null;
  const rect =
    edge === 'start' ? caretRect(paragraphs.current, point) : rectOf(paragraphs.current, point.turn, Math.max(0, point.offset - 1), point.offset);
  if (!rect) return null;
  const page = sheet.getBoundingClientRect();
  return { top: rect.top - page.top, left: (edge === 'start' ? rect.left : rect.right) - page.left, height: rect.height };
}

interface EdgeHandlesProps {
  elements: TextElements;
  sheet: RefObject<HTMLElement | null>;
  view: TextView;
}

export function EdgeHandles({ elements, sheet, view }: EdgeHandlesProps) {
  const text = useText(readingText);
  const reader = useReader();
  const span = movableSpan(reader);
  const [dragged, setDragged] = useState<Span | null>(null);
  const [places, setPlaces] = useState<Partial<Record<Edge, Place | null>>>({});
  const latest = useLatest(reader);
  const shown = dragged ?? span;
  useLayoutEffect(() => {
    const page = sheet.current;
    if (!shown || !page || view.isForPaper) return setPlaces({});
    setPlaces({ start: placeOf('start', shown, elements, view, page), end: placeOf('end', shown, elements, view, page) });
  }, [shown, elements, sheet, view]);
  if (!span) return null;

  const begin = (edge: Edge) => (event: PointerEvent<HTMLElement>) => {
    const root = elements.root.current;
    const scroller = elements.scroller.current;
    if (event.button !== 0 || !root || !scroller) return;
    event.preventDefault();
    // the line is aimed at through the middle of its letters, wherever the handle was taken
    const aimY = (places[edge]?.top ?? 0) + (sheet.current?.getBoundingClientRect().top ?? 0) + (places[edge]?.height ?? 0) / 2 - event.clientY;
    const listening = new AbortController();
    const { signal } = listening;
    let now = span;
    const onMove = (move: globalThis.PointerEvent) => {
      const { top, bottom } = scroller.getBoundingClientRect();
      if (move.clientY < top + BORDER_PX) scroller.scrollTop -= ON_PX;
      if (move.clientY > bottom - BORDER_PX) scroller.scrollTop += ON_PX;
      const point = pointUnder(move.clientX, move.clientY + aimY, root);
      if (!point) return;
      now = draggedSpan(latest.current.transcript, span, edge, point, move.shiftKey);
      latest.current.pointer.point(now);
      setDragged(now);
    };
    const end = (isKept: boolean) => {
      listening.abort();
      latest.current.pointer.point(null);
      setDragged(null);
      const isMoved = comparePoints(now.start, span.start) !== 0 || comparePoints(now.end, span.end) !== 0;
      if (isKept && isMoved) void latest.current.acts.moveTo(now);
    };
    addEventListener('pointermove', onMove, { signal });
    addEventListener('pointerup', () => end(true), { signal });
    addEventListener('pointercancel', () => end(false), { signal });
    addEventListener(
      'keydown',
      (press) => {
        if (press.key !== 'Escape') return;
        press.preventDefault();
        press.stopPropagation();
        end(false);
      },
      { signal, capture: true },
    );
  };
  return EDGES.map((edge) => {
    const place = places[edge];
    if (!place) return null;
    return (
      <span
        key={edge}
        className={`reader-handle reader-handle-${edge}${dragged ? ' reader-handle-dragged' : ''}`}
        style={{ top: place.top, left: place.left, height: place.height }}
        title={edge === 'start' ? text.handleStart : text.handleEnd}
        aria-hidden
        onPointerDown={begin(edge)}
      />
    );
  });
}
