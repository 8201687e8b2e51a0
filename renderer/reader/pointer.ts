// The words pointed out while a stripe or a line of the panel is under the pointer or the focus. Kept outside React's state: a
// mouse that crosses the margin must not draw the screen anew.
import type { Span } from './transcript.ts';

export interface Pointer {
  readonly span: () => Span | null;
  readonly point: (span: Span | null) => void;
  readonly onMove: (listener: () => void) => () => void;
}

export function createPointer(): Pointer {
  let pointed: Span | null = null;
  const listeners = new Set<() => void>();
  return {
    span: () => pointed,
    point: (span) => {
      if (span === pointed) return;
      pointed = span;
      for (const listener of listeners) listener();
    },
    onMove: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
