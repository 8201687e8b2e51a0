// The margin beside the text: a bar and a name for each category on each passage near the view. Each is a button, so that
// what the eye sees, the mouse hits and the screen reader says is one list.
import { memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { CoderId } from '../../shared/domain/ids.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import type { CategoryEntry } from './category-index.ts';
import { passagesOver } from './coded-text.ts';
import type { CodedText, Stripe } from './coded-text.ts';
import { LABEL_PX, placeStripes, shortLabel } from './labels.ts';
import type { PlacedStripe, StripeBox } from './labels.ts';
import { useReader } from './reader-context.tsx';
import type { Reader } from './reader-context.tsx';
import { rectOf } from './text-dom.ts';
import type { Paragraphs } from './text-dom.ts';
import { wordsOf } from './transcript.ts';
import type { Span, Transcript } from './transcript.ts';
import type { TextView } from './use-text-view.ts';

const QUOTE_UTF16 = 60;

interface Edges {
  top: number;
  bottom: number;
}

/** Where the stripes of the view stand, in pixels from the text's top. A stripe that goes on outside the view is cut there. */
function measureStripes(coded: CodedText, view: TextView, paragraphs: Paragraphs, origin: number): StripeBox[] {
  const edges = new Map<Stripe, Edges>();
  for (let turn = view.first; turn <= view.last; turn += 1) {
    for (const { stripe, start, end } of coded.byTurn.get(turn) ?? []) {
      const rect = rectOf(paragraphs, turn, start, end);
      if (!rect) continue;
      const known = edges.get(stripe);
      if (known) known.bottom = rect.bottom - origin;
      else edges.set(stripe, { top: rect.top - origin, bottom: rect.bottom - origin });
    }
  }
  return Array.from(edges, ([{ key, lane, lanes }, { top, bottom }]) => ({ key, top, bottom, lane, lanes }));
}

interface Shown {
  readonly placed: PlacedStripe;
  readonly stripe: Stripe;
}

function samePlace(a: PlacedStripe, b: PlacedStripe): boolean {
  const sameBar = a.top === b.top && a.bottom === b.bottom && a.barLeft === b.barLeft;
  return sameBar && a.label?.top === b.label?.top && a.label?.left === b.label?.left;
}

function usePlacedStripes(
  coded: CodedText,
  view: TextView,
  paragraphs: RefObject<Paragraphs>,
  root: RefObject<HTMLElement | null>,
): readonly Shown[] {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  useLayoutEffect(() => {
    if (!root.current) return;
    const boxes = measureStripes(coded, view, paragraphs.current, root.current.getBoundingClientRect().top);
    setShown((before) => {
      const known = new Map(before.map(({ placed }) => [placed.key, placed]));
      return placeStripes(boxes).flatMap((placed) => {
        const stripe = coded.byKey.get(placed.key);
        const same = known.get(placed.key);
        return stripe ? [{ stripe, placed: same && samePlace(same, placed) ? same : placed }] : [];
      });
    });
  }, [coded, view, paragraphs, root]);
  return shown;
}

export function initialsOfStripe(stripe: Stripe, coders: Reader['coders']): string {
  const ids = new Set<CoderId>(stripe.codings.map(({ coderId }) => coderId));
  return [...ids].map((id) => coders.get(id)?.initials ?? '?').join(' ');
}

interface StripesProps {
  view: TextView;
  paragraphs: RefObject<Paragraphs>;
  root: RefObject<HTMLElement | null>;
}

/** One stop of the Tab key; the arrows go from stripe to stripe, beyond the view too. */
export function Stripes({ view, paragraphs, root }: StripesProps) {
  const text = useText(readerText);
  const reader = useReader();
  const { coded } = reader;
  const shown = usePlacedStripes(coded, view, paragraphs, root);
  const list = useRef<HTMLDivElement>(null);
  const widthPx = list.current?.clientWidth ?? 0;
  const [currentKey, setCurrentKey] = useState<string | null>(null);
  const tabbable = shown.some(({ stripe }) => stripe.key === currentKey) ? currentKey : shown[0]?.stripe.key;

  const latest = useRef(reader);
  latest.current = reader;
  const awaited = useRef<string | null>(null);
  const focusStripe = useCallback((key: string) => {
    const button = list.current?.querySelector<HTMLElement>(`[data-stripe="${key}"]`);
    awaited.current = button ? null : key;
    button?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    if (awaited.current !== null) focusStripe(awaited.current);
  }, [shown, focusStripe]);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Escape') reader.text.current?.focus();
    if (by === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const index = coded.stripes.findIndex((stripe) => stripe.key === currentKey);
    const next = coded.stripes[index + by];
    if (!next) return;
    reader.text.current?.reveal(next.span, { flash: false });
    focusStripe(next.key);
  };

  const { pointer } = reader;
  const onFocus = useCallback(
    (stripe: Stripe) => {
      setCurrentKey(stripe.key);
      pointer.point(stripe.span);
    },
    [pointer],
  );
  const onChoose = useCallback((stripe: Stripe) => {
    const { transcript, coded: now, choose, showRule } = latest.current;
    choose(stripe.passageId, passagesOver(transcript, now, stripe.span));
    showRule(stripe.categoryId);
  }, []);

  return (
    <div ref={list} className="reader-stripes" role="group" aria-label={text.stripesLabel} onKeyDown={onKeyDown}>
      {shown.map(({ placed, stripe }) => (
        <StripeButton
          key={stripe.key}
          stripe={stripe}
          placed={placed}
          entry={reader.categories.get(stripe.categoryId)}
          initials={initialsOfStripe(stripe, reader.coders)}
          transcript={reader.transcript}
          widthPx={widthPx}
          isTabbable={stripe.key === tabbable}
          isChosen={stripe.passageId === reader.passageId}
          isFaint={reader.emphasised !== null && reader.emphasised !== stripe.categoryId}
          onFocus={onFocus}
          onPoint={pointer.point}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

interface StripeButtonProps {
  stripe: Stripe;
  placed: PlacedStripe;
  /** Undefined for a category made a moment ago, until the codebook is read again. */
  entry: CategoryEntry | undefined;
  initials: string;
  transcript: Transcript;
  /** Of the whole margin. */
  widthPx: number;
  isTabbable: boolean;
  isChosen: boolean;
  isFaint: boolean;
  onFocus: (stripe: Stripe) => void;
  onPoint: (span: Span | null) => void;
  onChoose: (stripe: Stripe) => void;
}

const StripeButton = memo(function StripeButton({
  stripe,
  placed,
  entry,
  initials,
  transcript,
  widthPx,
  isTabbable,
  isChosen,
  isFaint,
  onFocus,
  onPoint,
  onChoose,
}: StripeButtonProps) {
  const text = useText(readerText);
  const quote = useMemo(() => wordsOf(transcript, stripe.span).slice(0, QUOTE_UTF16), [transcript, stripe.span]);
  if (!entry) return null;
  const { top, bottom, barLeft, label } = placed;
  return (
    <button
      type="button"
      data-stripe={stripe.key}
      className={classes('reader-stripe', isChosen && 'reader-stripe-chosen', isFaint && 'reader-stripe-faint')}
      style={{ top, height: Math.max(bottom - top, LABEL_PX), left: barLeft, ['--mark' as string]: entry.category.color }}
      aria-label={text.stripe(entry.label, initials, quote)}
      title={text.stripeTitle([...entry.path, entry.category.name].join(' › '), initials)}
      tabIndex={isTabbable ? 0 : -1}
      onClick={() => onChoose(stripe)}
      onFocus={() => onFocus(stripe)}
      onBlur={() => onPoint(null)}
      onPointerEnter={() => onPoint(stripe.span)}
      onPointerLeave={() => onPoint(null)}
    >
      {label ? (
        <span className="reader-stripe-name" aria-hidden style={{ top: label.top - top, left: label.left - barLeft, maxWidth: widthPx - label.left }}>
          {shortLabel(entry.label === entry.category.name ? undefined : entry.path.at(-1), entry.category.name, widthPx - label.left)}
        </span>
      ) : null}
    </button>
  );
});
