// Which key means what in the whole window, and where it must be left to the text field.
import type { KeyPress } from '../../shared/domain/key-chord.ts';
import type { Screen } from '../navigation.tsx';
import type { ActionId } from './actions.ts';
import { actionAt } from './key-store.ts';

/** The screens of the rail, in the order of their keys 1 … 9. */
export const RAIL_SCREENS = [
  'corpus',
  'coding',
  'grids',
  'matrices',
  'search',
  'analysis',
  'memos',
  'review',
  'history',
] as const satisfies readonly Screen[];
export type RailScreen = (typeof RAIL_SCREENS)[number];

/**
 * What a key press means, or null.
 * @param isTyping the focus is where letters become text, so undo and `?` belong to the field
 * @param altWrites Alt+digit writes a sign, as on a Mac
 */
export function globalKeyOf(press: KeyPress, isTyping: boolean, altWrites = false): ActionId | null {
  if (altWrites && isTyping && press.altKey && !press.ctrlKey && !press.metaKey && [...press.key].length === 1) return null;
  return actionAt(['window'], press, { isTyping });
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
