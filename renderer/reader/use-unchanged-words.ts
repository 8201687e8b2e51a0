// The text is editable for the sake of its caret alone: whatever would change a word is refused, or undone by drawing it anew.
// The turn that is corrected is left to its editor.
import { useCallback, useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { isInEditor } from './text-dom.ts';

/** Answers with a number that grows whenever the text must be drawn anew. */
export function useUnchangedWords(root: RefObject<HTMLElement | null>): number {
  const [drawing, setDrawing] = useState(0);
  const drawAnew = useCallback(() => setDrawing((count) => count + 1), []);
  useEffect(() => {
    const text = root.current;
    if (!text) return undefined;
    const outside = (act: () => void) => (event: Event) => {
      if (!isInEditor(event.target)) act();
    };
    const refuse = (event: Event) => outside(() => event.preventDefault())(event);
    const listening = new AbortController();
    const { signal } = listening;
    for (const change of ['beforeinput', 'cut', 'drop']) text.addEventListener(change, refuse, { signal });
    // An input method cannot be refused, only left; what it wrote all the same goes with the old paragraphs.
    text.addEventListener(
      'compositionstart',
      outside(() => text.blur()),
      { signal },
    );
    for (const written of ['compositionend', 'input']) text.addEventListener(written, outside(drawAnew), { signal });
    return () => listening.abort();
  }, [root, drawAnew, drawing]);
  return drawing;
}
