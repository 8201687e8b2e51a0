// Hears the keys that work in the whole window, and runs what is offered for them.
import { useEffect } from 'react';
import { globalKeyOf, isTypingIn } from './keys.ts';
import { runsNow } from './offered-actions.ts';

const isMac = /mac/i.test(navigator.platform);

export function useGlobalKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const action = globalKeyOf(event, isTypingIn(event.target instanceof HTMLElement ? event.target : null), isMac);
      const run = action === null ? undefined : runsNow()[action];
      if (!run) return;
      event.preventDefault();
      // What lies over the page is answered or closed first; who leaves the computer does not wait for that.
      if (action === 'lockNow' || !document.querySelector('.dialog-veil')) run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
