// Recordings beside the project: whole or not at all, named by what they are.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MediaIntake, mediaFolder, mediaPath } from '../../../electron/storage/media-files.ts';
import { aFolder } from '../../support/project.ts';
import { aRecording } from '../../support/tones.ts';

const project = (): string => join(aFolder(), 'Thèse.trame');
const SOUND = aRecording(2);
const SHA = createHash('sha256').update(SOUND).digest('hex');

function takeIn(path: string, name: string, sound = SOUND): string {
  const intake = new MediaIntake(path, name);
  for (let from = 0; from < sound.length; from += 5000) intake.add(sound.subarray(from, from + 5000));
  return intake.keep().sha256;
}

it('a recording that came in pieces lies beside the project under its hash', () => {
  const path = project();
  const intake = new MediaIntake(path, 'E01 entretien.WAV');
  intake.add(SOUND.subarray(0, 1000));
  expect(readdirSync(mediaFolder(path))).toEqual([expect.stringMatching(/\.part$/)]);
  intake.add(SOUND.subarray(1000));
  expect(intake.keep()).toEqual({ sha256: SHA, sizeBytes: SOUND.length, mime: 'audio/wav' });
  expect(mediaFolder(path)).toBe(`${path}.media`);
  expect(readdirSync(mediaFolder(path))).toEqual([`${SHA}.wav`]);
  expect(readFileSync(mediaPath(path, SHA, 'E01 entretien.WAV')).equals(SOUND)).toBe(true);
});

it('the same recording of two sources is one file', () => {
  const path = project();
  expect(takeIn(path, 'E01.wav')).toBe(takeIn(path, 'copie de E01.wav'));
  expect(readdirSync(mediaFolder(path))).toEqual([`${SHA}.wav`]);
});

it('a file that was cut short is made whole again', () => {
  const path = project();
  takeIn(path, 'E01.wav');
  writeFileSync(mediaPath(path, SHA, 'E01.wav'), SOUND.subarray(0, 99));
  takeIn(path, 'E01.wav');
  expect(readFileSync(mediaPath(path, SHA, 'E01.wav')).equals(SOUND)).toBe(true);
});

it('what is given up leaves nothing, not even the folder; other recordings stay', () => {
  const path = project();
  const intake = new MediaIntake(path, 'E01.wav');
  intake.add(SOUND);
  intake.discard();
  intake.discard();
  expect(existsSync(mediaFolder(path))).toBe(false);
  expect(() => intake.add(SOUND)).toThrow('media.unknown');
  takeIn(path, 'E01.wav');
  new MediaIntake(path, 'E02.wav').discard();
  expect(readdirSync(mediaFolder(path))).toEqual([`${SHA}.wav`]);
});

it('what is no recording leaves nothing', () => {
  const path = project();
  expect(() => new MediaIntake(path, 'E01.docx')).toThrow('media.formatUnknown');
  const intake = new MediaIntake(path, 'E01.mp3');
  expect(() => intake.add(new TextEncoder().encode('Enquêtrice : bonjour'))).toThrow('media.formatUnknown');
  expect(() => new MediaIntake(path, 'vide.mp3').keep()).toThrow('media.formatUnknown');
  expect(existsSync(mediaFolder(path))).toBe(false);
});

it('what a program that died left behind goes with the next recording; what another one writes just now stays', () => {
  const path = project();
  mkdirSync(mediaFolder(path));
  const [old, fresh] = ['old.part', 'fresh.part'].map((name) => join(mediaFolder(path), name));
  for (const each of [old, fresh]) writeFileSync(each ?? '', 'x');
  utimesSync(old ?? '', new Date(), new Date(Date.now() - 2 * 3_600_000));
  takeIn(path, 'E01.wav');
  expect(readdirSync(mediaFolder(path)).toSorted()).toEqual([`${SHA}.wav`, 'fresh.part'].toSorted());
});

it('a folder that cannot be made is refused as such', () => {
  const path = project();
  writeFileSync(mediaFolder(path), 'a file in its place');
  expect(() => new MediaIntake(path, 'E01.wav')).toThrow('file.unwritable');
});
