// Hears the keys of reading for the pane that is in use, and offers what they do in the command field.
import { useEffect } from 'react';
import { readingText } from '../../shared/i18n/reading.ts';
import { presentKeymap } from '../frame/key-store.ts';
import { useScreenCommands } from '../frame/screen-commands.ts';
import { useText } from '../ui/language.tsx';
import { readingKeyOf } from './reading-keys.ts';
import type { ReadingKey } from './reading-keys.ts';
import type { Find } from './use-find.ts';
import { useLatest } from './use-latest.ts';

/** As they are when the command field opens. */
function keysOf(id: ReadingKey): { readonly keys?: string } {
  const [keys] = presentKeymap().keysOf(id);
  return keys === undefined ? {} : { keys };
}

function useKeys(isOn: boolean, answer: (key: ReadingKey) => boolean): void {
  const latest = useLatest(answer);
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const key = event.isComposing ? null : readingKeyOf(event);
      const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"],[role="alertdialog"]') !== null;
      if (!key || isInDialog || !latest.current(key)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [isOn, latest]);
}

/** Asked for once more from its own field, the browser's own search opens. */
export function useFindKeys(find: Find, isActive: boolean): void {
  const text = useText(readingText);
  useKeys(isActive, (key) => {
    if (key === 'find') {
      if (document.activeElement?.classList.contains('reader-find-field')) return false;
      find.open();
    } else if (key === 'findNext' || key === 'findPrevious') find.step(key === 'findNext' ? 1 : -1);
    else return false;
    return true;
  });
  useScreenCommands(() =>
    isActive ? [{ id: 'reading find', group: 'action', label: text.find, run: () => setTimeout(find.open, 0), ...keysOf('find') }] : [],
  );
}

/** What concerns the screen as a whole. */
export function useReadingActs({ print, toggleBeside }: { readonly print: () => void; readonly toggleBeside: (() => void) | null }): void {
  const text = useText(readingText);
  useKeys(true, (key) => {
    if (key === 'print') print();
    else if (key === 'beside' && toggleBeside) toggleBeside();
    else return false;
    return true;
  });
  useScreenCommands(() => [
    { id: 'reading print', group: 'action', label: text.print, run: () => setTimeout(print, 0), ...keysOf('print') },
    ...(toggleBeside ? [{ id: 'reading beside', group: 'action' as const, label: text.beside, run: toggleBeside, ...keysOf('beside') }] : []),
  ]);
}
