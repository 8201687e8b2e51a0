// Finding in the text that is open: what is sought, what was found, which of it one is at.
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { readingText } from '../../shared/i18n/reading.ts';
import { useText } from '../ui/language.tsx';
import { findInText, firstFrom } from './find-in-text.ts';
import type { Reader } from './reader-context.tsx';
import type { Point, Span } from './transcript.ts';
import { wordsOf } from './transcript.ts';
import { gutterRef } from './turn-words.ts';
import { useLatest } from './use-latest.ts';
import type { TextElements } from './use-text-handle.ts';

const START: Point = { turn: 0, offset: 0 };
const NONE: readonly Span[] = [];

export interface Find {
  readonly isOpen: boolean;
  readonly query: string;
  readonly wholeWords: boolean;
  readonly found: readonly Span[];
  /** 0-based, among those found. */
  readonly at: number | null;
  /** Grows with each wish to type anew what is sought. */
  readonly asked: number;
  readonly open: () => void;
  /** Back to where one was, or, after going through what was found, to the words one is at: they are selected then. */
  readonly close: () => void;
  readonly seek: (query: string) => void;
  readonly setWholeWords: (wholeWords: boolean) => void;
  /** To the next one or the one before, and round again. */
  readonly step: (by: 1 | -1) => void;
}

/** Where one was before the search began. */
interface Origin {
  readonly scrollTop: number;
  readonly caret: Point | null;
  readonly from: Point;
}

export function useFind(reader: Reader, { scroller }: TextElements, turnAtTop: () => number | null): Find {
  const words = useText(readingText);
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState(0);
  const [query, setQuery] = useState('');
  const [wholeWords, setWholeWords] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const origin = useRef<Origin | null>(null);
  const hasStepped = useRef(false);
  const { transcript } = reader;
  const sought = useDeferredValue(query);
  const found = useMemo(() => (isOpen ? findInText(transcript, sought, { wholeWords }) : NONE), [isOpen, transcript, sought, wholeWords]);
  const latest = useLatest({ reader, found, at, isOpen, query, words });

  const goTo = useCallback(
    (index: number | null) => {
      const { reader: now, found: all, words: said } = latest.current;
      const span = index === null ? undefined : all[index];
      setAt(span ? index : null);
      if (!span || index === null) return;
      now.text.current?.reveal(span, { flash: false });
      now.say(said.foundAloud(index + 1, all.length, gutterRef(now.transcript, span.start.turn), wordsOf(now.transcript, span)));
    },
    [latest],
  );

  // Other words, or the same ones after a correction: from where one began.
  useEffect(() => {
    if (isOpen) goTo(sought.trim() === '' ? null : firstFrom(found, origin.current?.from ?? START));
  }, [isOpen, found, sought, goTo]);

  const open = useCallback(() => {
    setAsked((count) => count + 1);
    if (latest.current.isOpen) return;
    const { text, selection, transcript: shown } = latest.current.reader;
    const caret = text.current?.caret() ?? null;
    const top = turnAtTop();
    origin.current = { scrollTop: scroller.current?.scrollTop ?? 0, caret, from: caret ?? { turn: top ?? 0, offset: 0 } };
    hasStepped.current = false;
    const inHand = selection && selection.start.turn === selection.end.turn ? wordsOf(shown, selection) : '';
    if (inHand !== '' && inHand.length <= 60) setQuery(inHand);
    setOpen(true);
  }, [latest, scroller, turnAtTop]);

  const close = useCallback(() => {
    const { reader: now, found: all, at: index } = latest.current;
    const span = index === null ? undefined : all[index];
    setOpen(false);
    now.text.current?.focus();
    if (span && hasStepped.current) return now.text.current?.select(span);
    if (!origin.current) return undefined;
    if (origin.current.caret && !now.target) now.text.current?.putCaret(origin.current.caret);
    scroller.current?.scrollTo({ top: origin.current.scrollTop, behavior: 'instant' });
    return undefined;
  }, [latest, scroller]);

  const step = useCallback(
    (by: 1 | -1) => {
      const { found: all, at: index, isOpen: isShown } = latest.current;
      if (!isShown) return open();
      if (all.length === 0) return undefined;
      hasStepped.current = true;
      return goTo(((index ?? (by === 1 ? -1 : 0)) + by + all.length) % all.length);
    },
    [latest, goTo, open],
  );
  return useMemo(
    () => ({ isOpen, query, wholeWords, found, at, asked, open, close, seek: setQuery, setWholeWords, step }),
    [isOpen, query, wholeWords, found, at, asked, open, close, step],
  );
}
