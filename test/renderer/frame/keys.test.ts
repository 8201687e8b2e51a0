// The keys of the whole window, and the text fields they leave alone.
import { describe, expect, test } from 'vitest';
import { globalKeyOf, isTypingIn } from '../../../renderer/frame/keys.ts';
import type { KeyPress } from '../../../shared/domain/key-chord.ts';
import { nextPanelIndex } from '../../../renderer/frame/panels.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('undo', () => {
  test('Ctrl+Z undoes and Ctrl+Shift+Z redoes, with a capital letter as the keyboard sends it', () => {
    expect(globalKeyOf(press('z', { ctrlKey: true }), false)).toBe('undo');
    expect(globalKeyOf(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('redo');
    expect(globalKeyOf(press('z', { metaKey: true }), false)).toBe('undo');
  });

  test('in a text field Ctrl+Z stays the field’s own', () => {
    expect(globalKeyOf(press('z', { ctrlKey: true }), true)).toBeNull();
    expect(globalKeyOf(press('y', { ctrlKey: true }), true)).toBeNull();
  });
});

test('Ctrl+K opens the commands also from a text field', () => {
  expect(globalKeyOf(press('k', { ctrlKey: true }), true)).toBe('commands');
});

test('a digit changes the screen on a French keyboard too, where the key writes “&”', () => {
  expect(globalKeyOf(press('&', { ctrlKey: true, code: 'Digit1' }), false)).toBe('screen.corpus');
  expect(globalKeyOf(press('8', { altKey: true, code: 'Digit8' }), false)).toBe('screen.review');
  expect(globalKeyOf(press('9', { altKey: true, code: 'Digit9' }), false)).toBe('screen.history');
  expect(globalKeyOf(press('0', { ctrlKey: true, code: 'Digit0' }), false)).toBeNull();
});

test('AltGr+digit, and on a Mac Alt+digit in a text field, write their signs', () => {
  expect(globalKeyOf(press('~', { ctrlKey: true, altKey: true, code: 'Digit2' }), false)).toBeNull();
  expect(globalKeyOf(press('¡', { altKey: true, code: 'Digit1' }), true, true)).toBeNull();
  expect(globalKeyOf(press('1', { altKey: true, code: 'Digit1' }), true, false)).toBe('screen.corpus');
});

test('a question mark shows the keys, except where it is being written', () => {
  expect(globalKeyOf(press('?', { shiftKey: true }), false)).toBe('keys');
  expect(globalKeyOf(press('?', { shiftKey: true }), true)).toBeNull();
});

test('the reader is editable only to have a caret: typing there is not writing', () => {
  const element = (tagName: string, more: object = {}) => ({ tagName, closest: () => null, ...more });
  expect(isTypingIn(element('INPUT', { type: 'text' }))).toBe(true);
  expect(isTypingIn(element('INPUT', { type: 'checkbox' }))).toBe(false);
  expect(isTypingIn(element('TEXTAREA'))).toBe(true);
  expect(isTypingIn(element('DIV', { isContentEditable: true }))).toBe(true);
  expect(isTypingIn(element('DIV', { isContentEditable: true, closest: () => ({}) }))).toBe(false);
  expect(isTypingIn(element('BUTTON'))).toBe(false);
  expect(isTypingIn(null)).toBe(false);
});

test('F6 goes round the panels both ways, and enters at an end', () => {
  expect([0, 1, 2].map((at) => nextPanelIndex(at, 3, 1))).toEqual([1, 2, 0]);
  expect([0, 1, 2].map((at) => nextPanelIndex(at, 3, -1))).toEqual([2, 0, 1]);
  expect(nextPanelIndex(-1, 3, 1)).toBe(0);
  expect(nextPanelIndex(-1, 3, -1)).toBe(2);
});
