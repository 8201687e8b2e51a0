// Moves the text on screen: brings words into view, puts the caret, remembers where one was reading.
import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { TurnId } from '../../shared/domain/ids.ts';
import type { Reader, TextHandle } from './reader-context.tsx';
import { readingTurn, rememberReading } from './reading-place.ts';
import { caretRect, edgeRects, readSelection, writeSelection } from './text-dom.ts';
import type { Paragraphs } from './text-dom.ts';
import { pointOf } from './transcript.ts';
import type { Point, Span } from './transcript.ts';
import { useLatest } from './use-latest.ts';

export interface TextElements {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly paragraphs: RefObject<Paragraphs>;
}

const FLASH_MS = 1400;
/** Where a passage that is gone to stands in the view, as a share of its height. */
const REST = 0.3;
const EDGE_PX = 48;
const REMEMBER_MS = 400;

/** Scrolls just enough for the caret to be seen. */
export function keepInView(scroller: HTMLElement, rect: DOMRect): void {
  const view = scroller.getBoundingClientRect();
  if (rect.top < view.top + EDGE_PX) scroller.scrollTop -= view.top + EDGE_PX - rect.top;
  else if (rect.bottom > view.bottom - EDGE_PX) scroller.scrollTop += rect.bottom - view.bottom + EDGE_PX;
}

function scrollTo(reader: Reader, { scroller, paragraphs }: TextElements, span: Span): void {
  const view = scroller.current?.getBoundingClientRect();
  const rects = edgeRects(reader.transcript, paragraphs.current, span);
  if (!view || !rects || !scroller.current) return;
  const isSeen = rects.first.top >= view.top + EDGE_PX && rects.first.top < view.bottom - 2 * EDGE_PX;
  if (!isSeen) scroller.current.scrollTop += rects.first.top - view.top - REST * view.height;
}

/** Fills `reader.text`; answers with the words that are to be flashed now. */
export function useTextHandle(reader: Reader, elements: TextElements): Span | null {
  const [flashed, setFlashed] = useState<Span | null>(null);
  const timer = useRef(0);
  const latest = useLatest(reader);
  const { root, paragraphs, scroller } = elements;

  // A field that takes the focus takes the caret with it: where it stood in the text is still meant.
  const lastCaret = useRef<Point | null>(null);
  useEffect(() => {
    const remember = () => {
      const now = root.current && document.activeElement === root.current ? readSelection(root.current, latest.current.transcript) : null;
      if (now) lastCaret.current = now.focus;
    };
    document.addEventListener('selectionchange', remember);
    return () => document.removeEventListener('selectionchange', remember);
  }, [root, latest]);

  const handle = useMemo<TextHandle>(() => {
    const caret = (): Point | null => {
      const now = root.current ? readSelection(root.current, latest.current.transcript)?.focus : null;
      return now ?? lastCaret.current;
    };
    return {
      reveal: (span, { flash }) => {
        scrollTo(latest.current, elements, span);
        // Sections near the new place take their true height only now.
        requestAnimationFrame(() => requestAnimationFrame(() => scrollTo(latest.current, elements, span)));
        if (!flash) return;
        clearTimeout(timer.current);
        setFlashed(span);
        timer.current = window.setTimeout(() => setFlashed(null), FLASH_MS);
      },
      select: (span) => {
        writeSelection(paragraphs.current, span.start, span.end);
        latest.current.select(span);
      },
      putCaret: (point) => {
        writeSelection(paragraphs.current, point, point);
        const rect = caretRect(paragraphs.current, point);
        if (scroller.current && rect) keepInView(scroller.current, rect);
      },
      caret,
      focus: () => {
        root.current?.focus({ preventScroll: true });
        const { target } = latest.current;
        if (target) writeSelection(paragraphs.current, target.start, target.end);
      },
    };
  }, [latest, elements, root, paragraphs, scroller]);
  useImperativeHandle(reader.text, () => handle, [handle]);
  return flashed;
}

/** Opens the text where it was left, and notes where it is left. `turnAtTop` answers with an index; `isMain`: the project opens with this source. */
export function useReadingPlace(reader: Reader, { scroller, paragraphs }: TextElements, turnAtTop: () => number | null, isMain: boolean): void {
  const { projectId, transcript } = reader;
  const isRestored = useRef(false);
  const isLed = useLatest(reader.target !== null);
  // Before the first frame, which shows the place.
  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view) return undefined;
    // a passage that is gone to is where one reads: laying out another place for it to leave again would only take time
    const stored = isLed.current ? null : readingTurn(projectId, transcript.sourceId);
    const place = stored === null ? null : pointOf(transcript, { turnId: stored as TurnId, offsetUtf16: 0 });
    if (place && !isRestored.current) paragraphs.current.get(place.turn)?.scrollIntoView({ block: 'start' });
    isRestored.current = true;
    if (isMain) rememberReading(projectId, transcript.sourceId, null);

    let later = 0;
    const remember = () => {
      const turn = transcript.turns[turnAtTop() ?? -1];
      if (turn) rememberReading(projectId, transcript.sourceId, turn.id, isMain);
    };
    const onScroll = () => {
      clearTimeout(later);
      later = window.setTimeout(remember, REMEMBER_MS);
    };
    view.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(later);
      view.removeEventListener('scroll', onScroll);
    };
  }, [projectId, transcript, scroller, paragraphs, turnAtTop, isMain, isLed]);
}
