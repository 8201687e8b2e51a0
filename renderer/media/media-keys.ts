// Which key means what for the recording, wherever the focus is: transcribers' pedals send F4 and F5.
import type { KeyPress } from '../../shared/domain/key-chord.ts';
import type { ActionId } from '../frame/actions.ts';
import { actionAt } from '../frame/key-store.ts';

export type MediaAct = 'toggle' | 'back' | 'forth' | 'faster' | 'slower' | 'stamp';

const ACTS = {
  mediaToggle: 'toggle',
  mediaBack: 'back',
  mediaForth: 'forth',
  mediaFaster: 'faster',
  mediaSlower: 'slower',
  mediaStamp: 'stamp',
  mediaStampInText: 'stamp',
} as const satisfies Partial<Record<ActionId, MediaAct>>;

/** The action of the registry whose keys a button shows. */
export const MEDIA_ACTIONS = {
  toggle: 'mediaToggle',
  back: 'mediaBack',
  forth: 'mediaForth',
  faster: 'mediaFaster',
  slower: 'mediaSlower',
  stamp: 'mediaStamp',
} as const satisfies Record<MediaAct, ActionId>;

/** @param isInText the focus is in the text that is read, where letters are keys and not words */
export function mediaActOf(press: KeyPress, isInText: boolean): MediaAct | null {
  const action = actionAt(isInText ? ['media', 'text'] : ['media'], press, { isTyping: !isInText });
  return action === null ? null : ((ACTS as Partial<Record<ActionId, MediaAct>>)[action] ?? null);
}
