// The recording's keys: pedals and chords anywhere, a letter only where letters are not written.
import { describe, expect, it } from 'vitest';
import { MEDIA_KEYS, keysOf, mediaActOf } from '../../../renderer/media/media-keys.ts';
import { globalKeyOf } from '../../../renderer/frame/keys.ts';
import { textKeyOf } from '../../../renderer/reader/text-keys.ts';
import { frameText } from '../../../shared/i18n/frame.ts';

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

describe('the table', () => {
  it('takes no key that the window or the text has', () => {
    for (const { keys } of MEDIA_KEYS) {
      const parts = keys.split('+');
      const name = parts.at(-1) ?? '';
      const press = {
        ...PLAIN,
        key: name === 'Space' ? ' ' : name.length === 1 ? name.toLowerCase() : name,
        ctrlKey: parts.includes('Ctrl'),
        altKey: parts.includes('Alt'),
        shiftKey: parts.includes('Shift'),
      };
      expect([keys, globalKeyOf(press, false), textKeyOf(press)]).toEqual([keys, null, null]);
    }
  });

  it('is on the keyboard sheet, in both languages', () => {
    for (const language of ['fr', 'en'] as const) {
      const sheet = frameText[language].keyGroups.flatMap(({ keys }) => keys.flatMap(([chords = '']) => chords.split(' · ')));
      expect(MEDIA_KEYS.map(({ keys }) => keys).filter((keys) => !sheet.includes(keys))).toEqual([]);
    }
  });

  it('gives buttons the key to show', () => expect([keysOf('toggle'), keysOf('stamp')]).toEqual(['F4', 'F8']));
});
