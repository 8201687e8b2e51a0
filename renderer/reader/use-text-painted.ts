// What surrounds a text waits for it: panels cost more to draw than the words that somebody opened the screen for.
import { startTransition, useEffect, useState } from 'react';

/** False until the first text has been painted, where there is one to read; true from then on, also while another one is on its way. */
export function useTextPainted(isToCome: boolean, isAwaited: boolean): boolean {
  const [isPainted, setPainted] = useState(!isToCome);
  useEffect(() => {
    if (isAwaited || isPainted) return undefined;
    // the first frame draws the words with their codings, the second begins once they are on the screen
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => startTransition(() => setPainted(true)));
    });
    return () => cancelAnimationFrame(frame);
  }, [isAwaited, isPainted]);
  return isPainted;
}
