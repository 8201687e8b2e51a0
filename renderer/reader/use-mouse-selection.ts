// The mouse in the text: dragging selects words, a click chooses what is coded there, a click in the gutter takes the turn.
import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { passagesAt } from './coded-text.ts';
import type { Reader } from './reader-context.tsx';
import { isInEditor, pointFromDom, readSelection, writeSelection } from './text-dom.ts';
import { isWithin, spanOfTurn } from './transcript.ts';
import type { Point } from './transcript.ts';
import { textKeyOf } from './text-keys.ts';
import { useLatest } from './use-latest.ts';
import type { TextElements } from './use-text-handle.ts';

/** Long enough for a third click or a second thought, short enough not to be waited for. */
const PALETTE_AFTER_MS = 320;

/** The turn whose gutter was clicked. */
function gutterTurn(event: MouseEvent): number | null {
  const paragraph = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-t]') : null;
  if (!paragraph) return null;
  const wordsLeft = paragraph.getBoundingClientRect().left + parseFloat(getComputedStyle(paragraph).paddingLeft);
  return event.clientX < wordsLeft ? Number(paragraph.dataset['t']) : null;
}

function pointUnder(event: MouseEvent, text: HTMLElement): Point | null {
  const range = document.caretRangeFromPoint(event.clientX, event.clientY);
  return range && pointFromDom(text, range.startContainer, range.startOffset);
}

/** Takes what the browser has selected by now; true when it is words that may be coded. */
function settle(event: PointerEvent, text: HTMLElement, reader: Reader, paragraphs: TextElements['paragraphs']): boolean {
  const { transcript, coded } = reader;
  const selection = readSelection(text, transcript);
  if (!selection) return false;
  const turn = selection.span ? null : gutterTurn(event);
  const span = turn === null ? selection.span : spanOfTurn(transcript, turn);
  if (!span) {
    const around = passagesAt(transcript, coded, selection.focus);
    reader.choose(around[0] ?? null, around);
    return false;
  }
  if (turn !== null) writeSelection(paragraphs.current, span.start, span.end);
  reader.select(span);
  return !reader.isReadOnly;
}

/**
 * The words in hand can be dragged off whatever has the focus: a field that took it, as the palette's does, took the browser's own
 * selection with it, and the browser drags only what it has selected itself when the button goes down.
 */
function takeHold(event: PointerEvent, text: HTMLElement, { selection }: Reader, paragraphs: TextElements['paragraphs']): void {
  if (!selection || event.shiftKey || document.activeElement === text) return;
  const point = pointUnder(event, text);
  if (point && isWithin(selection, point)) writeSelection(paragraphs.current, selection.start, selection.end);
}

function keepFromText(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/**
 * `opensPalette`: whether the palette opens by itself over words selected with the mouse. It waits a moment, and a key, a
 * click or a drag in that moment keeps it closed: selecting to read, copy or correct the selection stays undisturbed. The key that
 * leaves closes it before it is seen, as it does afterwards, and the words stay in hand. It opens in one step: no key falls between
 * the text and its field.
 */
export function useMouseSelection(reader: Reader, { root, paragraphs }: TextElements, opensPalette: boolean, drawn: unknown): void {
  const latest = useLatest({ reader, opensPalette });
  useEffect(() => {
    const text = root.current;
    if (!text) return undefined;
    let isDown = false;
    let opening = 0;
    let isAwaited = false;
    const stayClosed = () => {
      clearTimeout(opening);
      isAwaited = false;
    };
    const open = () => {
      isAwaited = false;
      flushSync(() => latest.current.reader.openPalette());
    };
    const onKey = (event: KeyboardEvent) => {
      if (isAwaited && textKeyOf(event)?.act === 'leave') keepFromText(event);
      stayClosed();
    };
    const onDown = (event: PointerEvent) => {
      stayClosed();
      if (event.button !== 0 || isInEditor(event.target)) return;
      isDown = true;
      takeHold(event, text, latest.current.reader, paragraphs);
      latest.current.reader.closePalette();
    };
    // What becomes a drag of the words is no selecting.
    const onCancel = () => (isDown = false);
    const onUp = (event: PointerEvent) => {
      if (!isDown) return;
      isDown = false;
      isAwaited = latest.current.opensPalette;
      // The browser settles the selection after this event.
      setTimeout(() => {
        isAwaited = settle(event, text, latest.current.reader, paragraphs) && isAwaited;
        if (isAwaited) opening = window.setTimeout(open, PALETTE_AFTER_MS);
      }, 0);
    };
    // A plain double click takes a word to code it; with Ctrl it goes into the words to correct them.
    const onDoubleClick = (event: MouseEvent) => {
      const { reader: now } = latest.current;
      const place = (event.ctrlKey || event.metaKey) && !now.isReadOnly && !isInEditor(event.target) ? readSelection(text, now.transcript) : null;
      if (!place) return;
      stayClosed();
      now.closePalette();
      now.correction.begin(pointUnder(event, text) ?? place.focus);
    };
    // In the margin the turns in hand are acted on; among the words the system's own menu copies and corrects.
    const onContextMenu = (event: MouseEvent) => {
      const turn = gutterTurn(event);
      if (turn === null) return;
      event.preventDefault();
      const { reader: now } = latest.current;
      const isSelected = now.selection !== null && now.selection.start.turn <= turn && turn <= now.selection.end.turn;
      if (!isSelected) now.text.current?.putCaret({ turn, offset: 0 });
      if (!isSelected) now.select(null);
      now.openTurnActs('menu');
    };
    const listening = new AbortController();
    const { signal } = listening;
    text.addEventListener('contextmenu', onContextMenu, { signal });
    text.addEventListener('dblclick', onDoubleClick, { signal });
    text.addEventListener('pointerdown', onDown, { signal });
    addEventListener('pointerup', onUp, { signal });
    addEventListener('pointercancel', onCancel, { signal });
    text.addEventListener('keydown', onKey, { signal });
    return () => {
      stayClosed();
      listening.abort();
    };
  }, [root, paragraphs, latest, drawn]);
}
