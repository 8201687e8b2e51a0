// The recording's keys: pedals and chords anywhere, a letter only where letters are not written.
import { describe, expect, it } from 'vitest';
import { keymapFor } from '../../../renderer/frame/keymap.ts';
import { MEDIA_ACTIONS, mediaActOf } from '../../../renderer/media/media-keys.ts';

const PLAIN = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('a key', () => {
  it.each([
    ['F4', {}, 'toggle'],
    [' ', { ctrlKey: true }, 'toggle'],
    [' ', { metaKey: true }, 'toggle'],
    ['F5', {}, 'back'],
    ['F5', { shiftKey: true }, 'forth'],
    ['PageUp', { altKey: true }, 'faster'],
    ['PageDown', { altKey: true }, 'slower'],
    ['F8', {}, 'stamp'],
  ] as const)('%s %o means %s, while writing too', (key, held, act) => {
    for (const isInText of [true, false]) expect(mediaActOf({ ...PLAIN, key, ...held }, isInText)).toBe(act);
  });

  it('T stamps the time in the text that is read, and is a letter elsewhere', () => {
    expect(mediaActOf({ ...PLAIN, key: 't' }, true)).toBe('stamp');
    expect(mediaActOf({ ...PLAIN, key: 't' }, false)).toBeNull();
  });

  it.each([
    ['F4', { altKey: true }],
    ['F4', { ctrlKey: true }],
    ['F5', { ctrlKey: true }],
    ['F6', {}],
    [' ', {}],
    ['t', { ctrlKey: true }],
    ['PageDown', {}],
  ])('%s %o is left alone', (key, held) => expect(mediaActOf({ ...PLAIN, key, ...held }, true)).toBeNull());
});

it('gives buttons the action whose keys they show', () => {
  expect(Object.entries(MEDIA_ACTIONS).map(([act, id]) => [act, keymapFor({}, 'none').keysOf(id)[0]])).toEqual([
    ['toggle', 'F4'],
    ['back', 'F5'],
    ['forth', 'Shift+F5'],
    ['faster', 'Alt+PageUp'],
    ['slower', 'Alt+PageDown'],
    ['stamp', 'F8'],
  ]);
});
