// Which key means what in the whole window, and where it must be left to the text field.
import type { Screen } from '../navigation.tsx';

/** The screens of the rail, in the order of their keys 1 … 6. */
export const RAIL_SCREENS = ['corpus', 'coding', 'grids', 'matrices', 'memos', 'history'] as const satisfies readonly Screen[];
export type RailScreen = (typeof RAIL_SCREENS)[number];

export type GlobalKey = 'undo' | 'redo' | 'commands' | 'keys' | 'nextPanel' | 'previousPanel' | RailScreen;

export interface KeyPress {
  readonly key: string;
  /** The key's place on the keyboard: `Digit1` also where digits need Shift (AZERTY). */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * What a key press means, or null.
 * @param isTyping the focus is where letters become text, so undo and `?` belong to the field
 * @param altWrites Alt+digit writes a sign, as on a Mac
 */
export function globalKeyOf(press: KeyPress, isTyping: boolean, altWrites = false): GlobalKey | null {
  const command = press.ctrlKey || press.metaKey;
  const key = press.key.toLowerCase();
  if (press.key === 'F6') return press.shiftKey ? 'previousPanel' : 'nextPanel';
  if (command && !press.altKey) {
    if (key === 'k' && !press.shiftKey) return 'commands';
    if (key === 'z' && !isTyping) return press.shiftKey ? 'redo' : 'undo';
    if (key === 'y' && !isTyping && !press.shiftKey) return 'redo';
  }
  // Browsers keep Ctrl+digit for their tabs, hence Alt+digit there.
  const changesScreen = command ? !press.altKey : press.altKey && !(isTyping && altWrites);
  if (changesScreen && !press.shiftKey) {
    const digit = /^Digit([1-6])$/.exec(press.code)?.[1];
    if (digit) return RAIL_SCREENS[Number(digit) - 1] ?? null;
  }
  if (press.key === '?' && !command && !press.altKey && !isTyping) return 'keys';
  return null;
}

interface Editable {
  readonly tagName: string;
  readonly type?: string;
  readonly isContentEditable?: boolean;
  closest(selector: string): unknown;
}

const INPUTS_WITHOUT_TEXT = ['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit'];

/** True where letters become text; a reader that is editable only to have a caret says `aria-readonly`, the turn corrected in it says that it is not. */
export function isTypingIn(target: Editable | null): boolean {
  if (!target) return false;
  if (target.tagName === 'TEXTAREA') return true;
  if (target.tagName === 'INPUT') return !INPUTS_WITHOUT_TEXT.includes(target.type ?? 'text');
  if (target.isContentEditable !== true) return false;
  const nearest = target.closest('[aria-readonly]') as { getAttribute?(name: string): string | null } | null;
  return nearest === null || nearest.getAttribute?.('aria-readonly') === 'false';
}
