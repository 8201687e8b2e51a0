// The keys as they are now, for whoever hears a key; the window's settings change them.
import type { ChosenKeys, KeyPress } from '../../shared/domain/key-chord.ts';
import type { ActionId, Area } from './actions.ts';
import type { Hand } from './hand-layouts.ts';
import { keymapFor } from './keymap.ts';
import type { Heard, Keymap } from './keymap.ts';

let now = keymapFor({}, 'none');
const listeners = new Set<() => void>();

export function presentKeymap(): Keymap {
  return now;
}

export function onKeymap(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function take(next: Keymap): void {
  now = next;
  for (const listener of listeners) listener();
}

export function chooseKeys(chosen: ChosenKeys): void {
  take(keymapFor(chosen, now.hand));
}

export function chooseHand(hand: Hand): void {
  take(keymapFor(now.chosen, hand));
}

/** What a press means now. */
export function actionAt(areas: readonly Area[], press: KeyPress, heard?: Heard): ActionId | null {
  return now.actionAt(areas, press, heard);
}
