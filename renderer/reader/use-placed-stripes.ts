// Where the stripes near the view stand beside the text.
import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { CodedText, Stripe } from './coded-text.ts';
import { placeStripes } from './labels.ts';
import type { PlacedStripe, StripeBox } from './labels.ts';
import { rectOf } from './text-dom.ts';
import type { Paragraphs } from './text-dom.ts';
import type { TextView } from './use-text-view.ts';

export interface ShownStripe {
  readonly placed: PlacedStripe;
  readonly stripe: Stripe;
}

/** In pixels from the text's top, which is at `origin` in the viewport. A stripe that goes on outside the view is cut there. */
function measured(coded: CodedText, view: TextView, paragraphs: Paragraphs, origin: number): StripeBox[] {
  const edges = new Map<Stripe, { top: number; bottom: number }>();
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

function samePlace(a: PlacedStripe, b: PlacedStripe): boolean {
  const sameBar = a.top === b.top && a.bottom === b.bottom && a.barLeft === b.barLeft;
  return sameBar && a.label?.top === b.label?.top && a.label?.left === b.label?.left;
}

/** Measured whenever the codings or the view change; what stays in its place stays the same object. */
export function usePlacedStripes(
  coded: CodedText,
  view: TextView,
  paragraphs: RefObject<Paragraphs>,
  root: RefObject<HTMLElement | null>,
): readonly ShownStripe[] {
  const [shown, setShown] = useState<readonly ShownStripe[]>([]);
  useLayoutEffect(() => {
    if (!root.current || view.isForPaper) return;
    const boxes = measured(coded, view, paragraphs.current, root.current.getBoundingClientRect().top);
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
