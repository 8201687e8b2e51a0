// Keeps the paint under the words true: codings near the view, and the marks of what is selected, chosen, pointed at.
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { useTheme } from '../ui/theme.tsx';
import { HighlightPainter, PURITY, highlightRules } from './highlight-painter.ts';
import type { Paint } from './highlight-painter.ts';
import type { Reader } from './reader-context.tsx';
import type { Paragraphs } from './text-dom.ts';
import type { Span } from './transcript.ts';
import type { TextView } from './use-text-view.ts';

const FAINT = '10%';

/** A theme's paint, from its tokens, which are on <html> already. */
function paintIn(theme: 'light' | 'dark'): Paint {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    tint: token('--tint'),
    strongTint: token('--tint-strong'),
    faintTint: FAINT,
    purity: PURITY[theme],
    ink: token('--ink'),
    accent: token('--accent'),
    selection: token('--selection'),
  };
}

/** The categories of this text, in an order that adding a coding does not change. */
function paintedCategories({ coded, categories }: Reader): { id: CategoryId; color: string }[] {
  const ids = [...new Set(coded.stripes.map(({ categoryId }) => categoryId))].sort();
  return ids.flatMap((id) => {
    const color = categories.get(id)?.category.color;
    return color === undefined ? [] : [{ id, color }];
  });
}

/** `drawn` changes whenever the paragraphs are others; `inHand`: the selection while the browser does not show it itself. */
export function usePainting(
  reader: Reader,
  view: TextView,
  paragraphs: RefObject<Paragraphs>,
  drawn: unknown,
  inHand: Span | null,
  flashed: Span | null,
): void {
  const { transcript, coded, emphasised, pointer } = reader;
  const { shown } = useTheme();
  const painter = useRef<HighlightPainter | null>(null);

  useLayoutEffect(() => {
    painter.current = new HighlightPainter();
    return () => painter.current?.dispose();
  }, []);

  const paint = useMemo(() => paintIn(shown), [shown]);
  const rules = highlightRules('.reader-turn', paintedCategories(reader), emphasised, paint);
  useLayoutEffect(() => painter.current?.setRules(rules), [rules]);

  // What was typed since the codings were worked out is painted with every letter.
  const { correction } = reader;
  const { editing, live, onType } = correction;
  useLayoutEffect(() => {
    const paintAll = () => painter.current?.paint(paragraphs.current, coded, view, live());
    paintAll();
    return onType(paintAll);
  }, [coded, view, paragraphs, drawn, editing, live, onType]);

  const chosen = reader.selection || !reader.passageId ? null : (coded.byPassage.get(reader.passageId)?.[0]?.span ?? null);
  useLayoutEffect(() => painter.current?.mark('chosen', transcript, paragraphs.current, chosen), [chosen, transcript, view, paragraphs, editing]);
  useLayoutEffect(() => painter.current?.mark('selection', transcript, paragraphs.current, inHand), [inHand, transcript, view, paragraphs]);
  useLayoutEffect(() => {
    const mark = () => painter.current?.mark('pointed', transcript, paragraphs.current, pointer.span());
    mark();
    return pointer.onMove(mark);
  }, [pointer, transcript, view, paragraphs]);
  useLayoutEffect(() => painter.current?.mark('flash', transcript, paragraphs.current, flashed), [flashed, transcript, view, paragraphs, editing]);
}
