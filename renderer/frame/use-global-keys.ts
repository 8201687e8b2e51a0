// Hears the keys that work in the whole window.
import { useEffect, useRef } from 'react';
import { useNavigation } from '../navigation.tsx';
import { globalKeyOf, isTypingIn } from './keys.ts';
import { focusNextPanel } from './panels.ts';

const isMac = /mac/i.test(navigator.platform);

interface Actions {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly openCommands: () => void;
  readonly openKeys: () => void;
}

export function useGlobalKeys(actions: Actions): void {
  const { go } = useNavigation();
  const latest = useRef(actions);
  latest.current = actions;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const meaning = globalKeyOf(event, isTypingIn(event.target instanceof HTMLElement ? event.target : null), isMac);
      if (meaning === null) return;
      event.preventDefault();
      // What lies over the page is answered or closed first.
      if (document.querySelector('.dialog-veil')) return;
      if (meaning === 'undo') latest.current.undo();
      else if (meaning === 'redo') latest.current.redo();
      else if (meaning === 'commands') latest.current.openCommands();
      else if (meaning === 'keys') latest.current.openKeys();
      else if (meaning === 'nextPanel') focusNextPanel(1);
      else if (meaning === 'previousPanel') focusNextPanel(-1);
      else go({ screen: meaning });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [go]);
}
