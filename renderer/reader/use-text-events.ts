// What the mouse and the native selection do in the text: select, choose a coded passage, copy; never change a word.
import { useEffect, useRef } from 'react';
import { readerText } from '../../shared/i18n/reader.ts';
import { useText } from '../ui/language.tsx';
import { passagesAt } from './coded-text.ts';
import type { Reader } from './reader-context.tsx';
import { readSelection, writeSelection } from './text-dom.ts';
import { comparePoints, spanOfTurn } from './transcript.ts';
import type { Point, Span } from './transcript.ts';
import { copiedText } from './turn-words.ts';
import type { TextElements } from './use-text-handle.ts';

/** Long enough for a third click or a second thought, short enough not to be waited for. */
const PALETTE_AFTER_MS = 320;

function covers(span: Span, point: Point): boolean {
  return comparePoints(span.start, point) <= 0 && comparePoints(point, span.end) <= 0;
}

/** The turn whose gutter was clicked. */
function gutterTurn(event: PointerEvent): number | null {
  const paragraph = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-t]') : null;
  const turn = paragraph?.dataset['t'];
  return paragraph &&
    turn !== undefined &&
    event.clientX < paragraph.getBoundingClientRect().left + parseFloat(getComputedStyle(paragraph).paddingLeft)
    ? Number(turn)
    : null;
}

interface TextEvents extends TextElements {
  /** Whether the palette opens by itself once words are selected with the mouse. */
  readonly opensPalette: boolean;
  /** Index of the turn at the top of the view. */
  readonly turnAtTop: () => number | null;
  /** The text's elements are no longer what was drawn: an input method wrote into them. */
  readonly onSpoilt: () => void;
}

export function useTextEvents(
  reader: Reader,
  { scroller, root, paragraphs, opensPalette, turnAtTop, onSpoilt }: TextEvents,
  identity: unknown,
): void {
  const words = useText(readerText);
  const latest = useRef({ reader, words, opensPalette, onSpoilt });
  latest.current = { reader, words, opensPalette, onSpoilt };

  useEffect(() => {
    const text = root.current;
    if (!text) return undefined;
    let isPointerDown = false;
    let opening = 0;

    const onPointerDown = (event: PointerEvent) => {
      clearTimeout(opening);
      if (event.button !== 0) return;
      isPointerDown = true;
      latest.current.reader.closePalette();
    };
    const onPointerUp = (event: PointerEvent) => {
      if (!isPointerDown) return;
      isPointerDown = false;
      // The browser settles the selection after this event.
      setTimeout(() => settle(event), 0);
    };
    const settle = (event: PointerEvent) => {
      const { reader: now } = latest.current;
      const selection = readSelection(text, now.transcript);
      if (!selection) return;
      const turn = selection.span ? null : gutterTurn(event);
      const span = turn === null ? selection.span : spanOfTurn(now.transcript, turn);
      if (!span) {
        const around = passagesAt(now.transcript, now.coded, selection.focus);
        return now.choose(around[0] ?? null, around);
      }
      if (turn !== null) writeSelection(paragraphs.current, span.start, span.end);
      now.select(span);
      if (latest.current.opensPalette && !now.isReadOnly) opening = window.setTimeout(() => latest.current.reader.openPalette(), PALETTE_AFTER_MS);
    };

    const onSelectionChange = () => {
      if (isPointerDown || document.activeElement !== text) return;
      const { reader: now } = latest.current;
      const selection = readSelection(text, now.transcript);
      if (!selection) return;
      for (const marked of text.querySelectorAll('[data-caret]')) marked.removeAttribute('data-caret');
      paragraphs.current.get(selection.focus.turn)?.setAttribute('data-caret', '');
      if (selection.span || now.selection) now.select(selection.span);
      else if (now.passageId && now.target && !covers(now.target, selection.focus)) now.choose(null);
    };

    const onCopy = (event: ClipboardEvent) => {
      const { reader: now, words: said } = latest.current;
      const span = readSelection(text, now.transcript)?.span;
      if (!span || !event.clipboardData) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', copiedText(now.transcript, span, said.copied));
    };
    // A focus that comes by the keyboard jumps to the first word: it is led back to where one was reading.
    let read: { scrollTop: number; turn: number } | null = null;
    const onKeyAnywhere = ({ key }: KeyboardEvent) => {
      const turn = key === 'Tab' || key === 'F6' ? turnAtTop() : null;
      read = turn === null || !scroller.current ? null : { scrollTop: scroller.current.scrollTop, turn };
    };
    const onFocus = () => {
      if (!read || !scroller.current || scroller.current.scrollTop === read.scrollTop) return;
      writeSelection(paragraphs.current, { turn: read.turn, offset: 0 }, { turn: read.turn, offset: 0 });
      scroller.current.scrollTop = read.scrollTop;
    };
    const refuse = (event: Event) => event.preventDefault();
    const cancelOpening = () => clearTimeout(opening);
    const listening = new AbortController();
    const { signal } = listening;
    text.addEventListener('pointerdown', onPointerDown, { signal });
    addEventListener('pointerup', onPointerUp, { signal });
    document.addEventListener('selectionchange', onSelectionChange, { signal });
    text.addEventListener('copy', onCopy, { signal });
    for (const change of ['cut', 'beforeinput', 'drop']) text.addEventListener(change, refuse, { signal });
    text.addEventListener('keydown', cancelOpening, { signal });
    // An input method cannot be refused, only left.
    text.addEventListener('compositionstart', () => text.blur(), { signal });
    for (const spoilt of ['compositionend', 'input']) text.addEventListener(spoilt, () => latest.current.onSpoilt(), { signal });
    addEventListener('keydown', onKeyAnywhere, { signal, capture: true });
    text.addEventListener('focus', onFocus, { signal });
    return () => {
      clearTimeout(opening);
      listening.abort();
    };
  }, [scroller, root, paragraphs, turnAtTop, identity]);
}
