// Which key means what for the recording, wherever the focus is: transcribers' pedals send F4 and F5.

export type MediaAct = 'toggle' | 'back' | 'forth' | 'faster' | 'slower' | 'stamp';

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

interface MediaKey {
  readonly act: MediaAct;
  /** `Shift+F5`: modifiers in the order Ctrl, Alt, Shift, then the key's own name, a letter in capitals. */
  readonly keys: string;
  /** A letter means this only where letters are not written, in the text that is read. */
  readonly inTextOnly?: boolean;
}

/** The one table; the keyboard sheet says the same. */
export const MEDIA_KEYS: readonly MediaKey[] = [
  { act: 'toggle', keys: 'F4' },
  { act: 'toggle', keys: 'Ctrl+Space' },
  { act: 'back', keys: 'F5' },
  { act: 'forth', keys: 'Shift+F5' },
  { act: 'faster', keys: 'Alt+PageUp' },
  { act: 'slower', keys: 'Alt+PageDown' },
  { act: 'stamp', keys: 'F8' },
  { act: 'stamp', keys: 'T', inTextOnly: true },
];

/** The first keys of an act, for its button. */
export function keysOf(act: MediaAct): string {
  return MEDIA_KEYS.find((key) => key.act === act)?.keys ?? '';
}

function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  return [ctrlKey || metaKey ? 'Ctrl' : null, altKey ? 'Alt' : null, shiftKey ? 'Shift' : null, name].filter((part) => part !== null).join('+');
}

/** @param isInText the focus is in the text that is read, where letters are keys and not words */
export function mediaActOf(press: KeyPress, isInText: boolean): MediaAct | null {
  const chord = chordOf(press);
  return MEDIA_KEYS.find(({ keys, inTextOnly }) => keys === chord && (isInText || !inTextOnly))?.act ?? null;
}
