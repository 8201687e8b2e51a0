// The margin beside the text: a bar and a name for each category on each passage near the view. Each is a button, so that
// what the eye sees, the mouse hits and the screen reader says is one list.
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { CoderId } from '../../shared/domain/ids.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { useText } from '../ui/language.tsx';
import { passagesOver } from './coded-text.ts';
import type { CodedText, Stripe } from './coded-text.ts';
import type { Margin } from './display-context.tsx';
import { markOf } from './margin-display.ts';
import { useReader } from './reader-context.tsx';
import type { Reader } from './reader-context.tsx';
import { StripeButton } from './stripe-button.tsx';
import type { Paragraphs } from './text-dom.ts';
import { useLatest } from './use-latest.ts';
import { usePlacedStripes } from './use-placed-stripes.ts';
import type { ShownStripe } from './use-placed-stripes.ts';
import type { TextView } from './use-text-view.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function initialsOf(stripe: Stripe, coders: Reader['coders']): string {
  const ids = new Set<CoderId>(stripe.codings.map(({ coderId }) => coderId));
  return [...ids].map((id) => coders.get(id)?.initials ?? '?').join(' ');
}

/** The arrows go from stripe to stripe, beyond the view too: one that is not drawn yet takes the focus once it is. */
function useStripeKeys(
  reader: Reader,
  coded: CodedText,
  list: RefObject<HTMLElement | null>,
  shown: readonly ShownStripe[],
  onPassageKey: (event: KeyboardEvent) => void,
) {
  const [currentKey, setCurrentKey] = useState<string | null>(null);
  const awaited = useRef<string | null>(null);
  const focusStripe = useCallback(
    (key: string) => {
      const button = list.current?.querySelector<HTMLElement>(`[data-stripe="${key}"]`);
      awaited.current = button ? null : key;
      button?.focus({ preventScroll: true });
    },
    [list],
  );
  useLayoutEffect(() => {
    if (awaited.current !== null) focusStripe(awaited.current);
  }, [shown, focusStripe]);

  const latest = useLatest({ reader, coded, currentKey });
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const { text } = latest.current.reader;
      const { stripes } = latest.current.coded;
      if (event.key === 'Escape') text.current?.focus();
      const step = event.altKey || event.ctrlKey ? undefined : STEPS[event.key];
      if (step === undefined) return onPassageKey(event);
      event.preventDefault();
      const index = stripes.findIndex((stripe) => stripe.key === latest.current.currentKey);
      const next = stripes[index + step];
      if (!next) return;
      text.current?.reveal(next.span, { flash: false });
      focusStripe(next.key);
    },
    [latest, focusStripe, onPassageKey],
  );
  return { currentKey, setCurrentKey, onKeyDown };
}

interface StripesProps {
  margin: Margin;
  view: TextView;
  paragraphs: RefObject<Paragraphs>;
  root: RefObject<HTMLElement | null>;
  onPassageKey: (event: KeyboardEvent) => void;
}

/** One stop of the Tab key. */
export function Stripes({ margin, view, paragraphs, root, onPassageKey }: StripesProps) {
  const text = useText(readerText);
  const reader = useReader();
  const { pointer } = reader;
  const shown = usePlacedStripes(margin.shown, view, paragraphs, root);
  const list = useRef<HTMLDivElement>(null);
  const widthPx = list.current?.clientWidth ?? 0;
  const { currentKey, setCurrentKey, onKeyDown } = useStripeKeys(reader, margin.shown, list, shown, onPassageKey);
  const tabbable = shown.some(({ stripe }) => stripe.key === currentKey) ? currentKey : shown[0]?.stripe.key;

  const latest = useLatest(reader);
  const onFocus = useCallback(
    (stripe: Stripe) => {
      setCurrentKey(stripe.key);
      pointer.point(stripe.span);
    },
    [pointer, setCurrentKey],
  );
  const onChoose = useCallback(
    (stripe: Stripe) => {
      const { transcript, coded, choose, showRule } = latest.current;
      choose(stripe.passageId, passagesOver(transcript, coded, stripe.span));
      showRule(stripe.categoryId);
    },
    [latest],
  );
  return (
    <div ref={list} className="reader-stripes" role="group" aria-label={text.stripesLabel}>
      {shown.map(({ placed, stripe }) => (
        <StripeButton
          key={stripe.key}
          stripe={stripe}
          placed={placed}
          entry={reader.categories.get(stripe.categoryId)}
          initials={initialsOf(stripe, reader.coders)}
          transcript={reader.transcript}
          widthPx={widthPx}
          isTabbable={stripe.key === tabbable}
          isChosen={stripe.passageId === reader.passageId}
          mark={markOf(margin.look.colorsOf(stripe))}
          isFaint={margin.isFaint?.(stripe) === true || (reader.emphasised !== null && reader.emphasised !== stripe.categoryId)}
          onFocus={onFocus}
          onPoint={pointer.point}
          onChoose={onChoose}
          onKeyDown={onKeyDown}
        />
      ))}
    </div>
  );
}
