// Which turns are near the view, and therefore painted and measured: the view and one screen above and below it.
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { TurnWindow } from './highlight-painter.ts';

export interface TextView extends TurnWindow {
  /** Grows whenever what was measured may stand elsewhere. */
  readonly revision: number;
  /** True while everything is painted because it is printed; nothing is worth measuring then, lines break elsewhere on paper. */
  readonly isForPaper: boolean;
}

const NOTHING: TextView = { first: 0, last: -1, revision: 0, isForPaper: false };
/** The zone is painted anew when the view comes this near to its border, as a share of the view's height. */
const MARGIN = 0.25;

interface Zone {
  readonly top: number;
  readonly bottom: number;
}

function turnIndex(paragraph: Element | undefined): number {
  return Number((paragraph as HTMLElement | undefined)?.dataset['t'] ?? -1);
}

/** First paragraph of a laid-out section that ends below `y`. */
function firstBelow(paragraphs: HTMLCollection, y: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const paragraph = paragraphs[middle] as HTMLElement;
    if (paragraph.offsetTop + paragraph.offsetHeight > y) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The turns of the zone; sections that the browser has not laid out are passed over: measuring them would make it do so. */
function turnsWithin(root: HTMLElement, laidOut: ReadonlySet<Element>, zone: Zone): TurnWindow {
  let first = -1;
  let last = -1;
  for (const section of root.children) {
    const { offsetTop, offsetHeight } = section as HTMLElement;
    if (offsetTop > zone.bottom) break;
    if (offsetTop + offsetHeight < zone.top || !laidOut.has(section)) continue;
    const paragraphs = section.children;
    const from = firstBelow(paragraphs, zone.top - offsetTop);
    const to = Math.min(firstBelow(paragraphs, zone.bottom - offsetTop), paragraphs.length - 1);
    if (from >= paragraphs.length) continue;
    if (first === -1) first = turnIndex(paragraphs[from]);
    last = turnIndex(paragraphs[to]);
  }
  return first === -1 ? { first: 0, last: -1 } : { first, last };
}

/** Until the browser has said what it lays out: what is in view will be in any case. */
function addSectionsInView(sections: Set<Element>, root: HTMLElement, { top, bottom }: Zone): void {
  for (const section of root.children) {
    const { offsetTop, offsetHeight } = section as HTMLElement;
    if (offsetTop < bottom && offsetTop + offsetHeight > top) sections.add(section);
  }
}

function isNearBorder({ scrollTop, clientHeight, scrollHeight }: HTMLElement, { top, bottom }: Zone): boolean {
  const margin = MARGIN * clientHeight;
  return (scrollTop - margin < top && top > 0) || (scrollTop + clientHeight + margin > bottom && bottom < scrollHeight);
}

interface ViewedText {
  readonly view: TextView;
  /** Index of the turn at the top of the view; null while nothing is laid out there. */
  readonly turnAtTop: () => number | null;
}

/** `drawn` changes whenever the paragraphs are others. */
export function useTextView(
  scroller: RefObject<HTMLElement | null>,
  root: RefObject<HTMLElement | null>,
  drawn: unknown,
  turnCount: number,
): ViewedText {
  const [view, setView] = useState<TextView>(NOTHING);
  const zone = useRef<Zone>({ top: 0, bottom: 0 });
  const laidOut = useRef<Set<Element>>(new Set());

  const refresh = useCallback(() => {
    if (!scroller.current || !root.current) return;
    const { scrollTop, clientHeight } = scroller.current;
    if (laidOut.current.size === 0) addSectionsInView(laidOut.current, root.current, { top: scrollTop, bottom: scrollTop + clientHeight });
    zone.current = { top: scrollTop - clientHeight, bottom: scrollTop + 2 * clientHeight };
    const near = turnsWithin(root.current, laidOut.current, zone.current);
    setView((before) => ({ ...near, revision: before.revision + 1, isForPaper: false }));
  }, [scroller, root]);

  // Before the first paint, after which the browser says what it lays out.
  useLayoutEffect(() => {
    const view = scroller.current;
    const text = root.current;
    if (!view || !text) return undefined;
    const sections = laidOut.current;
    // Of sections that stay the browser does not say again that they are laid out.
    for (const section of sections) if (!section.isConnected) sections.delete(section);
    // The first frame shows the text with its codings: nothing is waited for that would take another one.
    let frame = requestAnimationFrame(() => {
      frame = 0;
      flushSync(refresh);
      // Asking for it lays the text out: not before it stands where it is read.
      void document.fonts.ready.then(refreshSoon);
    });
    const refreshSoon = () => {
      if (frame === 0)
        frame = requestAnimationFrame(() => {
          frame = 0;
          refresh();
        });
    };
    const onScroll = () => isNearBorder(view, zone.current) && refreshSoon();
    const onSkip = (event: Event) => {
      if (!(event.target instanceof Element)) return;
      if ((event as ContentVisibilityAutoStateChangeEvent).skipped) sections.delete(event.target);
      else {
        sections.add(event.target);
        refreshSoon();
      }
    };
    const beforePrint = () =>
      flushSync(() => setView(({ revision }) => ({ first: 0, last: turnCount - 1, revision: revision + 1, isForPaper: true })));
    const sizes = new ResizeObserver(refreshSoon);
    sizes.observe(view);
    sizes.observe(text);
    view.addEventListener('scroll', onScroll, { passive: true });
    text.addEventListener('contentvisibilityautostatechange', onSkip, { capture: true });
    addEventListener('beforeprint', beforePrint);
    addEventListener('afterprint', refreshSoon);
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      view.removeEventListener('scroll', onScroll);
      text.removeEventListener('contentvisibilityautostatechange', onSkip, { capture: true });
      removeEventListener('beforeprint', beforePrint);
      removeEventListener('afterprint', refreshSoon);
    };
  }, [scroller, root, refresh, drawn, turnCount]);

  const turnAtTop = useCallback(() => {
    if (!scroller.current || !root.current) return null;
    const { scrollTop } = scroller.current;
    const { first, last } = turnsWithin(root.current, laidOut.current, { top: scrollTop, bottom: scrollTop + 1 });
    return last < first ? null : first;
  }, [scroller, root]);

  return { view, turnAtTop };
}
