// Which files are taken for recordings: the name must promise one, the first bytes must be one.
import { describe, expect, it } from 'vitest';
import { isMediaName, mediaMimeOf } from '../../../shared/domain/media-format.ts';
import { aRecording } from '../../support/tones.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array([
    ...parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part)),
    ...Array(12).fill(0),
  ]);
const MP4 = bytes([0, 0, 0, 24], 'ftypM4A ');

describe('a recording', () => {
  it.each([
    ['E01.wav', aRecording(1), 'audio/wav'],
    ['E01.MP3', bytes('ID3', [4, 0]), 'audio/mpeg'],
    ['sans étiquette.mp3', bytes([0xff, 0xfb, 0x90, 0x64]), 'audio/mpeg'],
    ['dictaphone.aac', bytes([0xff, 0xf1, 0x50, 0x80]), 'audio/aac'],
    ['E01.ogg', bytes('OggS'), 'audio/ogg'],
    ['message.opus', bytes('OggS'), 'audio/ogg'],
    ['E01.flac', bytes('fLaC'), 'audio/flac'],
    ['E01.m4a', MP4, 'audio/mp4'],
    ['E01.mp4', MP4, 'video/mp4'],
    ['E01.mov', bytes([0, 0, 0, 8], 'wide'), 'video/mp4'],
    ['E01.webm', bytes([0x1a, 0x45, 0xdf, 0xa3]), 'video/webm'],
  ])('%s is played', (name, head, mime) => {
    expect(isMediaName(name)).toBe(true);
    expect(mediaMimeOf(name, head)).toBe(mime);
  });

  it('that was renamed is played for what it is', () => {
    expect(mediaMimeOf('E01.mp3', aRecording(1))).toBe('audio/wav');
    expect(mediaMimeOf('E01.wav', MP4)).toBe('video/mp4');
  });

  it.each([
    ['texte.mp3', bytes('Enquêtrice : bonjour')],
    ['texte en UTF-16.mp3', bytes([0xff, 0xfe, 0x45, 0x00])],
    ['film.wav', bytes('RIFF', [0, 0, 0, 0], 'AVI ')],
    ['vide.mp3', new Uint8Array()],
    ['image.mp4', bytes([0xff, 0xd8, 0xff, 0xe0])],
    ['zip.m4a', bytes('PK', [3, 4])],
  ])('%s is none', (name, head) => expect(mediaMimeOf(name, head)).toBeNull());

  it('bears the name of one', () => {
    expect(['E01.docx', 'E01', 'mp3', '.mp3/E01', 'E01.toString'].filter(isMediaName)).toEqual([]);
    expect(mediaMimeOf('E01.txt', aRecording(1))).toBeNull();
  });
});
