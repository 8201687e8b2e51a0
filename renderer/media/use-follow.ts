// Follows the recording in the text: the turn that is heard is marked, and kept in view until one scrolls elsewhere.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Reader } from '../reader/reader-context.tsx';
import { isInEditor } from '../reader/text-dom.ts';
import { useLatest } from '../reader/use-latest.ts';
import type { SpokenPiece } from './spoken-pieces.ts';

const MARK = 'data-spoken';
/** A scroll this soon after a hand was on wheel, bar or keys is the hand's; others are the page's own. */
const OF_THE_HAND_MS = 700;
/** Bringing a turn into view takes several frames: far from the view heights are guesses. */
const OWN_SCROLL_MS = 300;

function paragraphOf(turn: number): HTMLElement | null {
  return document.querySelector(`.reader-turn[data-t="${turn}"]`);
}

function isInView(turn: number, scroller: Element): boolean {
  const words = paragraphOf(turn)?.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  return words !== undefined && words.bottom > view.top && words.top < view.bottom;
}

/** Marks the turn from outside of React: of thousands of paragraphs one changes. */
function useMark(turn: number | null, drawn: unknown): void {
  useEffect(() => {
    const paragraph = turn === null ? null : paragraphOf(turn);
    paragraph?.setAttribute(MARK, '');
    return () => paragraph?.removeAttribute(MARK);
  }, [turn, drawn]);
}

/** True as long as the view stays with the recording; false from when the hand scrolls away from it. */
function useStaying(turn: number | null, ownScrollAt: RefObject<number>): readonly [boolean, (stays: boolean) => void] {
  const [stays, setStays] = useState(true);
  const latest = useLatest(turn);
  const handAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const listening = new AbortController();
    const passive = { signal: listening.signal, passive: true, capture: true };
    const onHand = () => (handAt.current = performance.now());
    for (const event of ['wheel', 'touchmove', 'pointerdown', 'keydown']) document.addEventListener(event, onHand, passive);
    const onScroll = ({ target }: Event) => {
      const now = performance.now();
      const isHand = now - handAt.current < OF_THE_HAND_MS && now - ownScrollAt.current > OWN_SCROLL_MS;
      if (!isHand || latest.current === null || !(target instanceof Element) || !target.matches('.reader-scroller')) return;
      setStays(isInView(latest.current, target));
    };
    document.addEventListener('scroll', onScroll, passive);
    return () => listening.abort();
  }, [latest, ownScrollAt]);
  return [stays, setStays];
}

interface Following {
  /** The view was left behind by hand. */
  readonly isOff: boolean;
  /** From now on the view stays with the recording again. */
  readonly stay: () => void;
  /** The same, at once. */
  readonly comeBack: () => void;
}

export function useFollow(reader: Reader, piece: SpokenPiece | null, isWanted: boolean): Following {
  const turn = piece?.turn ?? null;
  const ownScrollAt = useRef(Number.NEGATIVE_INFINITY);
  const [stays, setStays] = useStaying(turn, ownScrollAt);
  const latest = useLatest({ reader, piece, isFollowing: isWanted && stays });
  useMark(turn, reader.transcript);

  const show = useCallback(() => {
    const { reader: now, piece: heard } = latest.current;
    ownScrollAt.current = performance.now();
    if (heard) now.text.current?.reveal({ start: heard, end: { turn: heard.turn, offset: heard.offset + 1 } }, { flash: false });
  }, [latest]);
  useEffect(() => {
    // the text must not move away under what is being corrected
    if (piece && latest.current.isFollowing && !isInEditor(document.activeElement)) show();
    // a step of the recording moves the view, not the hand's coming and going
  }, [piece, latest, show]);
  const stay = useCallback(() => setStays(true), [setStays]);
  const comeBack = useCallback(() => {
    stay();
    show();
  }, [stay, show]);
  return { isOff: isWanted && turn !== null && !stays, stay, comeBack };
}
