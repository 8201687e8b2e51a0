// Where the stripes near the view stand beside the text.
import { useLayoutEffect, useRef, useState } from 'react';
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

interface Edges {
  top: number;
  bottom: number;
}

/** Where stripes stand, in pixels from the text's top, as long as the view stays what it was. */
interface Measured {
  view: TextView | null;
  edges: ReadonlyMap<Stripe, Edges>;
}

/** Measures the stripes of the view that were not measured in it yet. A stripe that goes on outside the view is cut there. */
function measure(coded: CodedText, view: TextView, paragraphs: Paragraphs, root: HTMLElement, known: Measured): ReadonlyMap<Stripe, Edges> {
  const edges = new Map<Stripe, Edges>();
  let origin: number | undefined;
  for (let turn = view.first; turn <= view.last; turn += 1) {
    for (const { stripe, start, end } of coded.byTurn.get(turn) ?? []) {
      const before = known.view === view ? known.edges.get(stripe) : undefined;
      if (before) {
        edges.set(stripe, before);
        continue;
      }
      const rect = rectOf(paragraphs, turn, start, end);
      if (!rect) continue;
      origin ??= root.getBoundingClientRect().top;
      const begun = edges.get(stripe);
      if (begun) begun.bottom = rect.bottom - origin;
      else edges.set(stripe, { top: rect.top - origin, bottom: rect.bottom - origin });
    }
  }
  return edges;
}

function boxesOf(edges: ReadonlyMap<Stripe, Edges>): StripeBox[] {
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
  const known = useRef<Measured>({ view: null, edges: new Map() });
  useLayoutEffect(() => {
    if (!root.current || view.isForPaper) return;
    const edges = measure(coded, view, paragraphs.current, root.current, known.current);
    known.current = { view, edges };
    const boxes = boxesOf(edges);
    setShown((before) => {
      const standing = new Map(before.map(({ placed }) => [placed.key, placed]));
      return placeStripes(boxes).flatMap((placed) => {
        const stripe = coded.byKey.get(placed.key);
        const same = standing.get(placed.key);
        return stripe ? [{ stripe, placed: same && samePlace(same, placed) ? same : placed }] : [];
      });
    });
  }, [coded, view, paragraphs, root]);
  return shown;
}
