// The keys of reading, heard wherever the focus is on the coding screen.
import type { KeyPress } from '../../shared/domain/key-chord.ts';
import { actionAt } from '../frame/key-store.ts';

export type ReadingKey = 'find' | 'findNext' | 'findPrevious' | 'print' | 'beside';

export function readingKeyOf(press: Omit<KeyPress, 'code'>): ReadingKey | null {
  // heard also where a field is written in
  return actionAt(['coding'], { ...keysIn(press), code: '' }, { isTyping: true }) as ReadingKey | null;
}

/** A key event's own properties do not spread. */
function keysIn({ key, ctrlKey, metaKey, altKey, shiftKey }: Omit<KeyPress, 'code'>): Omit<KeyPress, 'code'> {
  return { key, ctrlKey, metaKey, altKey, shiftKey };
}
