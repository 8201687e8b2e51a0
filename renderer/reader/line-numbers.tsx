// The lines of each turn near the view, counted as they break here: for citing by line while reading aloud together.
import { memo, useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { rectOf } from './text-dom.ts';
import type { Paragraphs } from './text-dom.ts';
import type { Transcript } from './transcript.ts';
import { bodyAt } from './transcript.ts';
import type { TextView } from './use-text-view.ts';

interface Numbered {
  readonly turn: number;
  readonly top: number;
  readonly lines: number;
  readonly linePx: number;
}

interface LineNumbersProps {
  transcript: Transcript;
  paragraphs: RefObject<Paragraphs>;
  root: RefObject<HTMLElement | null>;
  view: TextView;
}

export const LineNumbers = memo(function LineNumbers({ transcript, paragraphs, root, view }: LineNumbersProps) {
  const [shown, setShown] = useState<readonly Numbered[]>([]);
  useLayoutEffect(() => {
    const page = root.current?.parentElement?.getBoundingClientRect();
    if (!page || view.isForPaper) return setShown([]);
    const numbered: Numbered[] = [];
    for (let turn = view.first; turn <= view.last; turn += 1) {
      const paragraph = paragraphs.current.get(turn);
      const rect = paragraph && rectOf(paragraphs.current, turn, 0, bodyAt(transcript, turn).trimEnd().length);
      if (!paragraph || !rect) continue;
      const linePx = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
      // letters stand within their line, so that the words are a little less high than their lines
      const lines = Math.max(1, Math.round(rect.height / linePx));
      numbered.push({ turn, top: rect.top - page.top - (lines * linePx - rect.height) / 2, lines, linePx });
    }
    return setShown(numbered);
  }, [transcript, paragraphs, root, view]);
  return shown.map(({ turn, top, lines, linePx }) => (
    <div
      key={turn}
      className="reader-lines"
      style={{ top, left: `calc(${root.current?.offsetLeft ?? 0}px + var(--gutter))`, lineHeight: `${linePx}px` }}
      aria-hidden
    >
      {Array.from({ length: lines }, (_, index) => index + 1).join('\n')}
    </div>
  ));
});
