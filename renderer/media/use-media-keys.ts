// Hears the recording's keys in the whole window, before anything else does: F5 must not load the page anew.
import { useEffect } from 'react';
import { isInEditor } from '../reader/text-dom.ts';
import { useLatest } from '../reader/use-latest.ts';
import { mediaActOf } from './media-keys.ts';
import type { MediaAct } from './media-keys.ts';

/** In the words as they are read; in those that are being corrected letters are letters. */
function isInText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('.reader-text') !== null && !isInEditor(target);
}

export function useMediaKeys(onAct: (act: MediaAct) => void): void {
  const latest = useLatest(onAct);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = event.isComposing ? null : mediaActOf(event, isInText(event.target));
      // What lies over the page is answered or closed first.
      if (act === null || document.querySelector('.dialog-veil')) return;
      event.preventDefault();
      event.stopPropagation();
      // a pedal that is held down sends its key again and again
      if (event.repeat && (act === 'toggle' || act === 'stamp')) return;
      latest.current(act);
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [latest]);
}
