// Every way in which French transcripts are saved as text, and the files that only look like one.
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../electron/exchange/reading/decode-text.ts';
import { Refusal } from '../../../../shared/domain/failure.ts';

const FRENCH = 'L1 : « Où êtes-vous ? » — çà, l’œuvre… coûte 12 €\r\nL2 : là-bas\r\n';

function refusalOf(bytes: Uint8Array): unknown {
  try {
    return decodeText(bytes, 'essai.txt').text;
  } catch (error) {
    return error;
  }
}

describe('a text', () => {
  test.each([
    ['utf-8', Buffer.from(FRENCH)],
    ['utf-8-bom', Buffer.from(`\ufeff${FRENCH}`)],
    ['utf-16le', Buffer.from(`\ufeff${FRENCH}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${FRENCH}`, 'utf16le').swap16()],
    ['utf-16le', Buffer.from(FRENCH, 'utf16le')],
    ['utf-16be', Buffer.from(FRENCH, 'utf16le').swap16()],
    ['windows-1252', iconv.encode(FRENCH, 'windows-1252')],
  ])('in %s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: FRENCH, encoding });
  });

  test('in a part of a larger buffer', () => {
    const whole = Buffer.concat([Buffer.from('%PDF-'), iconv.encode('été', 'windows-1252'), Buffer.from('xx')]);
    expect(decodeText(whole.subarray(5, 8))).toEqual({ text: 'été', encoding: 'windows-1252' });
  });

  test('in Windows-1252 keeps every one of its bytes', () => {
    const bytes = Uint8Array.from({ length: 256 - 32 }, (_, index) => index + 32).filter((byte) => byte !== 0x7f);
    const { text, encoding } = decodeText(bytes);
    expect(encoding).toBe('windows-1252');
    expect(text).toHaveLength(bytes.length);
    expect(new Set(text).size).toBe(bytes.length);
    const undefinedThere = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
    bytes.forEach((byte, index) => {
      const expected = undefinedThere.has(byte) ? String.fromCharCode(byte) : iconv.decode(Buffer.from([byte]), 'windows-1252');
      expect(text[index]).toBe(expected);
    });
  });

  test('keeps its accents as they are, composed or not, and its emoji', () => {
    const text = 'e\u0301te\u0301 \u00e9t\u00e9 👩🏽‍🌾';
    expect(decodeText(Buffer.from(text)).text).toBe(text);
  });

  test('may hold a form feed, tabs and an end-of-file mark', () => {
    expect(decodeText(Buffer.from('un\tdeux\f\ntrois\x1a')).text).toBe('un\tdeux\f\ntrois\x1a');
  });

  test('of two characters in UTF-16 is recognised', () => {
    expect(decodeText(Buffer.from('ok', 'utf16le')).encoding).toBe('utf-16le');
  });
});

describe('what is no text', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['white space', Buffer.from(' \r\n\t\u00a0\n'), 'empty'],
    ['a byte order mark alone', Buffer.from([0xef, 0xbb, 0xbf]), 'empty'],
    ['zeros', Buffer.alloc(40), 'binary'],
    ['a NUL in a sentence', Buffer.from('bonjour\0 à tous'), 'binary'],
    ['an archive', Buffer.from('PK\x03\x04quelque chose'), 'binary'],
    ['a PDF', Buffer.from('%PDF-1.7\nbla bla'), 'binary'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\nabc', 'latin1'), 'binary'],
    ['an old Word file', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1abc', 'latin1'), 'binary'],
    ['a photograph', Buffer.from('\xff\xd8\xff\xe0abc', 'latin1'), 'binary'],
    ['compressed noise', Buffer.from(Array.from({ length: 4000 }, (_, index) => ((index * index * 31 + index * 7) % 255) + 1)), 'binary'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'binary'],
    ['rich text', Buffer.from('{\\rtf1\\ansi Bonjour}'), 'notAsNamed'],
  ])('%s is refused', (_, bytes, reason) => {
    expect(refusalOf(bytes)).toEqual(new Refusal('source.unreadable', { file: 'essai.txt', reason }));
  });
});
