// One stripe of the margin: a bar beside the words, and a name.
import { memo, useMemo } from 'react';
import type { KeyboardEvent } from 'react';
import { readerText } from '../../shared/i18n/reader.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import type { CategoryEntry } from './category-index.ts';
import type { Stripe } from './coded-text.ts';
import { LABEL_PX } from './labels.ts';
import type { PlacedStripe } from './labels.ts';
import { wordsOf } from './transcript.ts';
import type { Span, Transcript } from './transcript.ts';

const QUOTE_UTF16 = 60;

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
  /** The bar's colour, or parts of several. */
  mark: string;
  onFocus: (stripe: Stripe) => void;
  onPoint: (span: Span | null) => void;
  onChoose: (stripe: Stripe) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export const StripeButton = memo(function StripeButton({ stripe, placed, entry, onFocus, onPoint, onChoose, ...shown }: StripeButtonProps) {
  const { initials, transcript, widthPx, isTabbable, isChosen, isFaint, mark, onKeyDown } = shown;
  const text = useText(readerText);
  const quote = useMemo(() => wordsOf(transcript, stripe.span).slice(0, QUOTE_UTF16), [transcript, stripe.span]);
  if (!entry) return null;
  const { top, bottom, barLeft, label } = placed;
  const { name } = entry.category;
  const parent = entry.label === name ? undefined : entry.path.at(-1);
  return (
    <button
      type="button"
      data-stripe={stripe.key}
      className={classes('reader-stripe', isChosen && 'reader-stripe-chosen', isFaint && 'reader-stripe-faint')}
      style={{ top, height: Math.max(bottom - top, LABEL_PX), left: barLeft, ['--mark' as string]: mark }}
      aria-label={text.stripe(entry.label, initials, quote)}
      title={text.stripeTitle([...entry.path, name].join(' › '), initials)}
      tabIndex={isTabbable ? 0 : -1}
      onClick={() => onChoose(stripe)}
      onFocus={() => onFocus(stripe)}
      onBlur={() => onPoint(null)}
      onPointerEnter={() => onPoint(stripe.span)}
      onPointerLeave={() => onPoint(null)}
      onKeyDown={onKeyDown}
    >
      {label ? (
        <span className="reader-stripe-name" aria-hidden style={{ top: label.top - top, left: label.left - barLeft, maxWidth: widthPx - label.left }}>
          {parent === undefined ? null : <span className="reader-stripe-parent">{parent}</span>}
          <span className="reader-stripe-own">{parent === undefined ? name : ` › ${name}`}</span>
        </span>
      ) : null}
    </button>
  );
});
