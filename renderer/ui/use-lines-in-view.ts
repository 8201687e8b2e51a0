// Which lines of a tree or a sheet lie in what is seen of the panel that scrolls; all lines have one height.
import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { visibleRange } from '../matrices/visible-range.ts';
import type { Range } from '../matrices/visible-range.ts';

/** Until the panel has been measured: one screen. */
const AT_FIRST: Range = { first: 0, end: 32 };

/** Looks again when the panel scrolls, and before anything is painted when it or what it holds has another height. */
export function useLinesInView(root: RefObject<HTMLElement | null>, count: number): Range {
  const [range, setRange] = useState(AT_FIRST);
  const latest = useRef({ range, count });
  latest.current = { range, count };
  useLayoutEffect(() => {
    const tree = root.current;
    const panel = tree?.closest<HTMLElement>('[data-scrolls]');
    if (!tree || !panel) return undefined;
    const look = () => {
      const { range: before, count: lines } = latest.current;
      const { top, height } = tree.getBoundingClientRect();
      const next = visibleRange(panel.getBoundingClientRect().top - top, panel.clientHeight, height / lines, lines);
      // what lies beyond the last line is not asked for: fewer lines than before change nothing
      if (before.first === next.first && before.end >= next.end && (before.end === next.end || next.end === lines)) return;
      flushSync(() => setRange(next));
    };
    // an observer is told once the browser knows where everything stands: measuring then costs nothing
    const observer = new ResizeObserver(look);
    for (const element of [panel, ...panel.children]) observer.observe(element);
    panel.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      panel.removeEventListener('scroll', look);
    };
  }, [root]);
  return range;
}

/** Places of the lines to draw, in order: those in view, and those that the keyboard is on or leads to wherever they are. */
export function placesDrawn(inView: Range, count: number, others: readonly number[]): number[] {
  const end = Math.min(inView.end, count);
  const places = new Set(others.filter((at) => at >= 0 && at < count));
  for (let at = inView.first; at < end; at += 1) places.add(at);
  return [...places].sort((a, b) => a - b);
}
