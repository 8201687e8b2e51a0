// Keeps the paint under the words true: codings near the view, and the marks of what is selected, chosen, pointed at.
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { useTheme } from '../ui/theme.tsx';
import type { CategoryIndex } from './category-index.ts';
import type { CodedText } from './coded-text.ts';
import type { Margin } from './display-context.tsx';
import { foundWithin } from './find-in-text.ts';
import { HighlightPainter, PURITY, highlightRules } from './highlight-painter.ts';
import type { Paint, PaintPrefix } from './highlight-painter.ts';
import type { Reader } from './reader-context.tsx';
import type { Paragraphs } from './text-dom.ts';
import type { Span } from './transcript.ts';
import type { Find } from './use-find.ts';
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
function paintedCategories({ stripes }: CodedText, categories: CategoryIndex): { id: CategoryId; color: string }[] {
  const ids = [...new Set(stripes.map(({ categoryId }) => categoryId))].sort();
  return ids.flatMap((id) => {
    const color = categories.get(id)?.category.color;
    return color === undefined ? [] : [{ id, color }];
  });
}

/** What lies over the tints of the codings. */
interface Marked {
  /** The selection while the browser does not show it itself. */
  readonly inHand: Span | null;
  readonly flashed: Span | null;
  readonly find: Pick<Find, 'found' | 'at'>;
}

/** `drawn` changes whenever the paragraphs are others. */
export function usePainting(
  reader: Reader,
  { shown: coded, isFaint }: Margin,
  prefix: PaintPrefix,
  view: TextView,
  paragraphs: RefObject<Paragraphs>,
  drawn: unknown,
  { inHand, flashed, find }: Marked,
): void {
  const { transcript, emphasised, pointer } = reader;
  const { shown } = useTheme();
  const painter = useRef<HighlightPainter | null>(null);

  useLayoutEffect(() => {
    painter.current = new HighlightPainter(prefix);
    return () => painter.current?.dispose();
  }, [prefix]);

  const paint = useMemo(() => paintIn(shown), [shown]);
  const rules = useMemo(
    () => highlightRules('.reader-text', paintedCategories(coded, reader.categories), emphasised, paint, prefix),
    [coded, reader.categories, emphasised, paint, prefix],
  );
  useLayoutEffect(() => painter.current?.setRules(rules), [rules]);

  // What was typed since the codings were worked out is painted with every letter.
  const { correction } = reader;
  const { editing, live, onType } = correction;
  useLayoutEffect(() => {
    const paintAll = () => painter.current?.paint(paragraphs.current, view, { coded, isFaint, live: live() });
    paintAll();
    return onType(paintAll);
  }, [coded, isFaint, view, paragraphs, drawn, editing, live, onType]);

  const chosen = reader.selection || !reader.passageId ? null : (coded.byPassage.get(reader.passageId)?.[0]?.span ?? null);
  useLayoutEffect(() => painter.current?.mark('chosen', transcript, paragraphs.current, chosen), [chosen, transcript, view, paragraphs, editing]);
  useLayoutEffect(() => painter.current?.mark('selection', transcript, paragraphs.current, inHand), [inHand, transcript, view, paragraphs]);
  useLayoutEffect(() => {
    const mark = () => painter.current?.mark('pointed', transcript, paragraphs.current, pointer.span());
    mark();
    return pointer.onMove(mark);
  }, [pointer, transcript, view, paragraphs]);
  useLayoutEffect(() => painter.current?.mark('flash', transcript, paragraphs.current, flashed), [flashed, transcript, view, paragraphs, editing]);

  const { found, at } = find;
  useLayoutEffect(() => {
    painter.current?.markAll('found', transcript, paragraphs.current, foundWithin(found, view.first, view.last));
  }, [found, transcript, view, paragraphs, editing]);
  const now = at === null ? null : (found[at] ?? null);
  useLayoutEffect(() => painter.current?.mark('foundNow', transcript, paragraphs.current, now), [now, transcript, view, paragraphs, editing]);
}
