// Coding with one hand on the keyboard and the other on the mouse: keys of the left hand by their place, or of the numeric pad.
import type { ActionId } from './actions.ts';

export const HANDS = ['none', 'left', 'right'] as const;
export type Hand = (typeof HANDS)[number];

type Layout = readonly (readonly [chord: string, action: ActionId])[];

/** E, S, D, F lie under the fingers as arrows do, on every keyboard by the keys' places; a digit of 6 and more is Shift with one of 1 to 4. */
const LEFT: Layout = [
  ['KeyE', 'previousTurn'],
  ['KeyD', 'nextTurn'],
  ['KeyS', 'extendWordBack'],
  ['KeyF', 'extendWordForth'],
  ['Shift+KeyE', 'extendTurnBack'],
  ['Shift+KeyD', 'extendTurnForth'],
  ['KeyG', 'nextUncoded'],
  ['KeyW', 'palette'],
  ['KeyR', 'codeTurn'],
  ['KeyA', 'stance'],
  ['KeyQ', 'inVivo'],
  ['Digit1', 'quick.1'],
  ['Digit2', 'quick.2'],
  ['Digit3', 'quick.3'],
  ['Digit4', 'quick.4'],
  ['Digit5', 'quick.5'],
  ['Shift+Digit1', 'quick.6'],
  ['Shift+Digit2', 'quick.7'],
  ['Shift+Digit3', 'quick.8'],
  ['Shift+Digit4', 'quick.9'],
  ['KeyX', 'undo'],
];

/** The pad's digits are the quick list; what surrounds them moves, extends, codes and undoes. */
const RIGHT: Layout = [
  ['NumSubtract', 'previousTurn'],
  ['NumAdd', 'nextTurn'],
  ['NumMultiply', 'extendTurnForth'],
  ['NumEnter', 'palette'],
  ['Num0', 'codeTurn'],
  ['NumDecimal', 'stance'],
  ['NumDivide', 'undo'],
  ['Num1', 'quick.1'],
  ['Num2', 'quick.2'],
  ['Num3', 'quick.3'],
  ['Num4', 'quick.4'],
  ['Num5', 'quick.5'],
  ['Num6', 'quick.6'],
  ['Num7', 'quick.7'],
  ['Num8', 'quick.8'],
  ['Num9', 'quick.9'],
];

export const HAND_LAYOUTS: Readonly<Record<Hand, Layout>> = { none: [], left: LEFT, right: RIGHT };

/** What the legend shows: the quick list row by row, the rest key by key. */
export function legendOf(hand: Hand): { readonly chords: readonly string[]; readonly action: ActionId }[] {
  const layout = HAND_LAYOUTS[hand];
  const isQuick = (action: ActionId): boolean => action.startsWith('quick.');
  const quick = layout.filter(([, action]) => isQuick(action));
  const rows = [quick.filter(([chord]) => !chord.startsWith('Shift+')), quick.filter(([chord]) => chord.startsWith('Shift+'))];
  return [
    ...layout.filter(([, action]) => !isQuick(action)).map(([chord, action]) => ({ chords: [chord], action })),
    ...rows.flatMap((row) => (row[0] ? [{ chords: row.map(([chord]) => chord), action: row[0][1] }] : [])),
  ];
}
