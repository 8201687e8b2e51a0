// A click on a turn's time, or a click among the words with Ctrl, is heard from there.
import { useEffect } from 'react';
import { isInEditor, pointFromDom } from '../reader/text-dom.ts';
import type { Point } from '../reader/transcript.ts';
import { useLatest } from '../reader/use-latest.ts';

/** A double click with Ctrl means something else: the first click waits for the second. */
const SECOND_CLICK_MS = 300;

function turnUnder(event: MouseEvent): HTMLElement | null {
  const isPlain = event.button === 0 && !event.altKey && !event.shiftKey;
  return isPlain && event.target instanceof Element ? event.target.closest<HTMLElement>('.reader-turn[data-t]') : null;
}

/** Where the time under the mouse stands: a turn's in the gutter, which is drawn after its words, or one inside it. */
function timeUnder(event: MouseEvent): Point | null {
  const turn = turnUnder(event);
  const mark = turn && event.target instanceof Element ? event.target.closest<HTMLElement>('.reader-mark[data-mark*=":"]') : null;
  const root = turn?.closest<HTMLElement>('.reader-text');
  if (mark && root) return pointFromDom(root, mark, 0);
  if (!turn || !/:/.test(turn.dataset['ref'] ?? '')) return null;
  const line = getComputedStyle(turn, '::after');
  const box = turn.getBoundingClientRect();
  const top = box.top + parseFloat(line.top);
  const isInGutter = event.clientX >= box.left && event.clientX <= box.left + parseFloat(line.width);
  const isOnLine = isInGutter && event.clientY >= top && event.clientY <= top + parseFloat(line.height);
  return isOnLine ? { turn: Number(turn.dataset['t']), offset: 0 } : null;
}

function wordsUnder(event: MouseEvent): Point | null {
  const turn = turnUnder(event);
  const root = turn?.closest<HTMLElement>('.reader-text');
  if (!turn || !root) return null;
  const range = document.caretRangeFromPoint(event.clientX, event.clientY);
  return (range && pointFromDom(root, range.startContainer, range.startOffset)) ?? { turn: Number(turn.dataset['t']), offset: 0 };
}

export function useHearOnClick(hear: (place: Point) => void): void {
  const latest = useLatest(hear);
  useEffect(() => {
    let waiting = 0;
    // the text must not take the press for the beginning of a selection
    const onPointerDown = (event: PointerEvent) => {
      if (timeUnder(event)) event.stopPropagation();
    };
    const onMouseDown = (event: MouseEvent) => {
      const place = timeUnder(event);
      if (!place) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(place);
    };
    const onClick = (event: MouseEvent) => {
      clearTimeout(waiting);
      if (!(event.ctrlKey || event.metaKey) || event.detail !== 1 || isInEditor(event.target) || timeUnder(event)) return;
      const place = wordsUnder(event);
      if (place) waiting = window.setTimeout(() => latest.current(place), SECOND_CLICK_MS);
    };
    const listening = new AbortController();
    const first = { signal: listening.signal, capture: true };
    document.addEventListener('pointerdown', onPointerDown, first);
    document.addEventListener('mousedown', onMouseDown, first);
    document.addEventListener('click', onClick, first);
    return () => {
      clearTimeout(waiting);
      listening.abort();
    };
  }, [latest]);
}
