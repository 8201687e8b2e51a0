// The keymap for what shows keys; and the one place that reads and keeps what the user chose.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { ChosenKeys } from '../../shared/domain/key-chord.ts';
import { call, isDesktop } from '../core.ts';
import { useKeyWords } from '../ui/kbd.tsx';
import { useRun } from '../ui/use-run.ts';
import type { ActionId } from './actions.ts';
import { HANDS } from './hand-layouts.ts';
import type { Hand } from './hand-layouts.ts';
import { chooseHand, chooseKeys, onKeymap, presentKeymap } from './key-store.ts';
import type { Keymap } from './keymap.ts';

const HAND = 'trame.hand';
const LEGEND = 'trame.hand.legend';

export function useKeymap(): Keymap {
  return useSyncExternalStore(onKeymap, presentKeymap);
}

/** The chord to show beside an action's name; undefined where it has none. */
export function shownKeys(keymap: Keymap, id: ActionId): string | undefined {
  const keys = keymap.keysOf(id);
  if (isDesktop || !(id.startsWith('screen.') || id.startsWith('palettePin.'))) return keys[0];
  return keys.find((chord) => !/^Ctrl\+\d$/.test(chord)) ?? keys[0];
}

/** For what shows several. */
export function useActionKeys(): (id: ActionId) => string | undefined {
  const keymap = useKeymap();
  return (id) => shownKeys(keymap, id);
}

/** For sentences: all keys of an action, « Entrée, F2 »; a dash where it has none. */
export function useListedKeys(): (id: ActionId) => string {
  const keymap = useKeymap();
  const keyWords = useKeyWords('+');
  return (id) => keymap.keysOf(id).map(keyWords).join(', ') || '–';
}

/** For items of a menu, which take no `undefined`. */
export function useItemKeys(): (id: ActionId) => { readonly keys?: string } {
  const keymap = useKeymap();
  return (id) => {
    const keys = shownKeys(keymap, id);
    return keys === undefined ? {} : { keys };
  };
}

/** The same, where it is shown. */
export function useKeysOf(id: ActionId): string | undefined {
  return shownKeys(useKeymap(), id);
}

/** Takes over what was chosen, once the window is there. */
export function useStoredKeys(): void {
  useEffect(() => {
    const stored = localStorage.getItem(HAND);
    chooseHand(HANDS.find((hand) => hand === stored) ?? 'none');
    // without an answer the actions keep their own keys
    call('settings.keys', {}).then(chooseKeys, () => undefined);
  }, []);
}

/** Shown at once, kept by the core. */
export function useSetKeys(): (chosen: ChosenKeys) => void {
  const run = useRun();
  return useCallback(
    (chosen) => {
      chooseKeys(chosen);
      void run('settings.setKeys', { keys: Object.fromEntries(Object.entries(chosen).map(([id, keys]) => [id, [...keys]])) });
    },
    [run],
  );
}

export interface OneHand {
  readonly hand: Hand;
  /** The hand's own action once more lets go of it. */
  readonly choose: (hand: Hand) => void;
  readonly hasLegend: boolean;
  readonly showLegend: (isShown: boolean) => void;
}

export function useOneHand(): OneHand {
  const { hand } = useKeymap();
  const [hasLegend, setLegend] = useState(() => localStorage.getItem(LEGEND) !== 'hidden');
  const showLegend = useCallback((isShown: boolean) => {
    localStorage.setItem(LEGEND, isShown ? 'shown' : 'hidden');
    setLegend(isShown);
  }, []);
  const choose = useCallback((next: Hand) => {
    localStorage.setItem(HAND, next);
    chooseHand(next);
  }, []);
  return { hand, choose, hasLegend, showLegend };
}
