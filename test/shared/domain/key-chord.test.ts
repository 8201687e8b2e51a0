// Keys as they are written, kept and compared, on every keyboard.
import { describe, expect, test } from 'vitest';
import { areChosenKeys, chordToKeep, chordsOf, chosenKeysIn, isChord, pressOf } from '../../../shared/domain/key-chord.ts';
import type { KeyPress } from '../../../shared/domain/key-chord.ts';

const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('a digit is its key', () => {
  test('on a French keyboard, where it writes « & », and Shift writes the digit', () => {
    expect(chordsOf(press('&', 'Digit1'))).toContain('1');
    expect(chordsOf(press('1', 'Digit1', { shiftKey: true }))).toContain('1');
    expect(chordToKeep(press('é', 'Digit2'))).toBe('2');
    expect(chordToKeep(press('&', 'Digit1', { ctrlKey: true }))).toBe('Ctrl+1');
  });

  test('but Shift with a digit that writes a sign is not the digit', () => {
    expect(chordsOf(press('!', 'Digit1', { shiftKey: true }))).not.toContain('1');
  });

  test('on the pad it is the pad’s first, and the digit that it writes', () => {
    expect(chordsOf(press('7', 'Numpad7'))).toEqual(['Num7', '7']);
    expect(chordToKeep(press('+', 'NumpadAdd'))).toBe('NumAdd');
  });
});

test('a sign that needs Shift is the sign, whatever the layout; a letter with Shift is another chord', () => {
  expect(chordToKeep(press('?', 'Slash', { shiftKey: true }))).toBe('?');
  expect(chordToKeep(press('/', 'Period', { shiftKey: true }))).toBe('/');
  expect(chordToKeep(press('N', 'KeyN', { shiftKey: true }))).toBe('Shift+N');
  expect(chordToKeep(press('n', 'KeyN'))).toBe('N');
});

test('a letter is what is written, and also its place, for keys that lie under a hand', () => {
  expect(chordsOf(press('q', 'KeyA'))).toEqual(['KeyA', 'Q']);
});

test('a Mac’s command key counts as Ctrl; held modifiers alone are no key', () => {
  expect(chordToKeep(press('z', 'KeyZ', { metaKey: true }))).toBe('Ctrl+Z');
  expect(chordToKeep(press('Shift', 'ShiftLeft', { shiftKey: true }))).toBeNull();
  expect(chordToKeep(press('Dead', 'BracketLeft'))).toBeNull();
});

test.each(['Ctrl+Shift+Z', 'Alt+ArrowUp', '?', '+', 'Ctrl++', 'F4', 'Space', 'Num0', 'Shift+Digit1', 'é'])(
  '%s is a chord, and the press it is means it',
  (chord) => {
    expect(isChord(chord)).toBe(true);
    expect(chordsOf(pressOf(chord))).toContain(chord === 'é' ? 'É' : chord);
  },
);

test.each(['', 'Ctrl+', 'Shift+Ctrl+A', 'a b', 'Ctrl+Alt+Shift+Meta+A', '<script>'])('« %s » is none', (chord) => {
  expect(isChord(chord)).toBe(false);
});

test('of a damaged choice what is one is kept, and only that', () => {
  const stored = { undo: ['Ctrl+U'], 'quick.1': [], bad: 'Ctrl+B', 'worse thing': ['A'], many: ['A', 'B', 'C', 'D', 'E'], odd: [3] };
  expect(chosenKeysIn(stored)).toEqual({ undo: ['Ctrl+U'], 'quick.1': [] });
  for (const rubbish of [null, 7, 'x', []]) expect(chosenKeysIn(rubbish)).toEqual({});
  expect(areChosenKeys({ undo: ['Ctrl+U'] })).toBe(true);
  expect(areChosenKeys({ undo: ['Ctrl U'] })).toBe(false);
});
