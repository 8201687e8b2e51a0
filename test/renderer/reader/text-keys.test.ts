// The keys of the text, on the keyboards that French researchers have.
import { expect, test } from 'vitest';
import { textKeyOf } from '../../../renderer/reader/text-keys.ts';
import type { KeyPress } from '../../../shared/domain/key-chord.ts';
import { nextStance } from '../../../renderer/reader/stance.ts';

const press = (key: string, more: Partial<KeyPress> = {}) =>
  textKeyOf({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

test('Enter, the slash, space and the letters code', () => {
  expect(press('Enter')).toEqual({ act: 'enter' });
  expect(press('/', { shiftKey: true, code: 'Period' })).toEqual({ act: 'palette' });
  expect(press(' ')).toEqual({ act: 'codeTurn' });
  expect(press('N')).toEqual({ act: 'nextUncoded' });
  expect(press('m')).toEqual({ act: 'memo' });
});

test('E corrects, L names who speaks, the menu key opens the acts on turns', () => {
  expect(press('e')).toEqual({ act: 'edit' });
  expect(press('L')).toEqual({ act: 'speaker' });
  expect(press('F10', { shiftKey: true })).toEqual({ act: 'turnMenu' });
  expect(press('ContextMenu')).toEqual({ act: 'turnMenu' });
});

test('arrows go by turn, with Shift they extend by turn, with Alt by word or line', () => {
  expect(press('ArrowDown')).toEqual({ act: 'turn', step: 'forth' });
  expect(press('ArrowUp', { shiftKey: true })).toEqual({ act: 'extendTurn', step: 'back' });
  expect(press('ArrowRight', { altKey: true })).toEqual({ act: 'extendWord', step: 'forth' });
  expect(press('ArrowDown', { altKey: true })).toEqual({ act: 'line', step: 'forth' });
});

test('Alt and Shift move the passage’s ends: sideways the end, up and down the start', () => {
  expect(press('ArrowLeft', { altKey: true, shiftKey: true })).toEqual({ act: 'passageEdge', edge: 'end', step: 'back' });
  expect(press('ArrowUp', { altKey: true, shiftKey: true })).toEqual({ act: 'passageEdge', edge: 'start', step: 'back' });
});

test('digits reach the categories at hand on AZERTY and QWERTY alike', () => {
  expect(press('é', { code: 'Digit2' })).toEqual({ act: 'quick', index: 1 });
  expect(press('2', { code: 'Digit2' })).toEqual({ act: 'quick', index: 1 });
  expect(press('2', { code: 'Digit2', shiftKey: true })).toEqual({ act: 'quick', index: 1 });
  expect(press('/', { code: 'Digit7', shiftKey: true })).toEqual({ act: 'palette' });
});

test('moving the caret sideways, copying, finding and undoing stay with the browser', () => {
  expect(press('ArrowLeft')).toBeNull();
  expect(press('ArrowRight', { shiftKey: true })).toBeNull();
  expect(press('c', { ctrlKey: true })).toBeNull();
  expect(press('f', { ctrlKey: true })).toBeNull();
  expect(press('z', { ctrlKey: true })).toBeNull();
});

test('S goes round the three stances and none', () => {
  expect(nextStance(null)).toBe('supports');
  expect(nextStance('supports')).toBe('contrasts');
  expect(nextStance('mentions')).toBeNull();
});

test('P codes the sentence and A the paragraph; the star marks, R rewords, W weighs, U and K change how coding goes', () => {
  expect(['p', 'A', '*', 'r', 'w', 'U', 'k'].map((key) => press(key)?.act)).toEqual([
    'codeSentence',
    'codeParagraph',
    'star',
    'paraphrase',
    'weight',
    'stepUnit',
    'afterCoding',
  ]);
  expect(press('*', { code: 'Digit8', shiftKey: true })).toEqual({ act: 'star' });
});
