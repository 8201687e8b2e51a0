// The mouse in the text: dragging selects words, a click chooses what is coded there, a click in the gutter takes the turn.
import { useEffect } from 'react';
import { passagesAt } from './coded-text.ts';
import type { Reader } from './reader-context.tsx';
import { readSelection, writeSelection } from './text-dom.ts';
import { spanOfTurn } from './transcript.ts';
import { useLatest } from './use-latest.ts';
import type { TextElements } from './use-text-handle.ts';

/** Long enough for a third click or a second thought, short enough not to be waited for. */
const PALETTE_AFTER_MS = 320;

/** The turn whose gutter was clicked. */
function gutterTurn(event: PointerEvent): number | null {
  const paragraph = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-t]') : null;
  if (!paragraph) return null;
  const wordsLeft = paragraph.getBoundingClientRect().left + parseFloat(getComputedStyle(paragraph).paddingLeft);
  return event.clientX < wordsLeft ? Number(paragraph.dataset['t']) : null;
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
 * `opensPalette`: whether the palette opens by itself over words selected with the mouse. It waits a moment, and a key, a
 * click or a drag in that moment keeps it closed: selecting to read, copy or correct the selection stays undisturbed.
 */
export function useMouseSelection(reader: Reader, { root, paragraphs }: TextElements, opensPalette: boolean, drawn: unknown): void {
  const latest = useLatest({ reader, opensPalette });
  useEffect(() => {
    const text = root.current;
    if (!text) return undefined;
    let isDown = false;
    let opening = 0;
    const stayClosed = () => clearTimeout(opening);
    const onDown = (event: PointerEvent) => {
      stayClosed();
      if (event.button !== 0) return;
      isDown = true;
      latest.current.reader.closePalette();
    };
    const onUp = (event: PointerEvent) => {
      if (!isDown) return;
      isDown = false;
      // The browser settles the selection after this event.
      setTimeout(() => {
        const canCode = settle(event, text, latest.current.reader, paragraphs);
        if (canCode && latest.current.opensPalette) opening = window.setTimeout(() => latest.current.reader.openPalette(), PALETTE_AFTER_MS);
      }, 0);
    };
    const listening = new AbortController();
    const { signal } = listening;
    text.addEventListener('pointerdown', onDown, { signal });
    addEventListener('pointerup', onUp, { signal });
    text.addEventListener('keydown', stayClosed, { signal });
    return () => {
      stayClosed();
      listening.abort();
    };
  }, [root, paragraphs, latest, drawn]);
}
