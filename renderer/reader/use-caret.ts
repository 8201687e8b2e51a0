// The native caret and selection in the text: what they hold is what the screen takes as selected, and what copying copies.
import { useEffect, useRef } from 'react';
import { readerText } from '../../shared/i18n/reader.ts';
import { useText } from '../ui/language.tsx';
import type { Reader } from './reader-context.tsx';
import { isInEditor, readSelection, writeSelection } from './text-dom.ts';
import { isWithin, sameSpan } from './transcript.ts';
import type { Span } from './transcript.ts';
import { copiedText } from './turn-words.ts';
import { useLatest } from './use-latest.ts';
import type { TextElements } from './use-text-handle.ts';

/** Marks the turn that holds the caret: its speaker shows it. */
function markTurn(text: HTMLElement, paragraphs: TextElements['paragraphs'], turn: number): void {
  for (const marked of text.querySelectorAll('[data-caret]')) marked.removeAttribute('data-caret');
  paragraphs.current.get(turn)?.setAttribute('data-caret', '');
}

/** Follows the caret and the selection while the focus is in the text. The mouse's own selections are taken when it is released. */
export function useCaret(reader: Reader, { root, paragraphs }: TextElements, hasFocus: boolean, drawn: unknown): void {
  const words = useText(readerText);
  const latest = useLatest({ reader, words });
  /** What the screen heard of from the browser. */
  const followed = useRef(new WeakSet<Span>());
  useEffect(() => {
    const text = root.current;
    if (!text) return undefined;
    let isDragging = false;
    const onSelectionChange = () => {
      const { transcript, selection: before, passageId, target, select, choose } = latest.current.reader;
      const now = document.activeElement === text ? readSelection(text, transcript) : null;
      if (!now) return;
      markTurn(text, paragraphs, now.focus.turn);
      if (isDragging) return;
      if (now.span) followed.current.add(now.span);
      if (now.span || before) select(now.span);
      else if (passageId && target && !isWithin(target, now.focus)) choose(null);
    };
    const onCopy = (event: ClipboardEvent) => {
      if (isInEditor(event.target)) return;
      const { transcript } = latest.current.reader;
      const span = readSelection(text, transcript)?.span;
      if (!span || !event.clipboardData) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', copiedText(transcript, span, latest.current.words.copied));
    };
    const listening = new AbortController();
    const { signal } = listening;
    text.addEventListener('pointerdown', () => (isDragging = true), { signal });
    // a drag of the words ends the pointer's part in it without a release
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => (isDragging = false), { signal });
    document.addEventListener('selectionchange', onSelectionChange, { signal });
    text.addEventListener('copy', onCopy, { signal });
    return () => listening.abort();
  }, [root, paragraphs, latest, drawn]);

  // A selection that an act has moved is moved on screen too. One that came from there may be behind by now: keys come fast.
  const { selection, transcript } = reader;
  useEffect(() => {
    const isInText = hasFocus && !isInEditor(document.activeElement);
    const now = isInText && selection && !followed.current.has(selection) && root.current ? readSelection(root.current, transcript)?.span : null;
    if (selection && now && !sameSpan(now, selection)) writeSelection(paragraphs.current, selection.start, selection.end);
  }, [selection, hasFocus, transcript, root, paragraphs]);
}

/** A focus that comes by the keyboard jumps to the first word: it is led back to where one was reading. */
export function useFocusWhereRead({ scroller, root, paragraphs }: TextElements, turnAtTop: () => number | null, drawn: unknown): void {
  useEffect(() => {
    const text = root.current;
    if (!text) return undefined;
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
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener('keydown', onKeyAnywhere, { signal, capture: true });
    text.addEventListener('focus', onFocus, { signal });
    return () => listening.abort();
  }, [scroller, root, paragraphs, turnAtTop, drawn]);
}
