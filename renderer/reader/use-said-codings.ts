// Says to screen readers which codings the caret comes into and leaves, as it moves among the words of a turn.
import { useEffect } from 'react';
import { readingText } from '../../shared/i18n/reading.ts';
import { useText } from '../ui/language.tsx';
import { categoriesAt } from './coded-text.ts';
import type { Reader } from './reader-context.tsx';
import { readSelection } from './text-dom.ts';
import { useLatest } from './use-latest.ts';
import type { TextElements } from './use-text-handle.ts';

/** A turn that is gone to is said as a whole by the key that leads there. */
export function useSaidCodings(reader: Reader, { root }: TextElements): void {
  const words = useText(readingText);
  const latest = useLatest({ reader, words });
  useEffect(() => {
    let turn = -1;
    let before = '';
    const onMove = () => {
      const text = root.current;
      const { transcript, coded, categories, say } = latest.current.reader;
      const caret = text && document.activeElement === text ? readSelection(text, transcript) : null;
      if (!caret || caret.span) return;
      const names = categoriesAt(coded, caret.focus).map((id) => categories.get(id)?.label ?? '');
      const now = names.join(', ');
      if (caret.focus.turn === turn && now !== before) say(now === '' ? latest.current.words.saidOutside : latest.current.words.saidInside(now));
      turn = caret.focus.turn;
      before = now;
    };
    document.addEventListener('selectionchange', onMove);
    return () => document.removeEventListener('selectionchange', onMove);
  }, [root, latest]);
}
