// `trame media` and `trame subtitles`: the recording of a source from the disk, its times to the disk.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { aStudyFile, copyOf, done, json, misused, onThisTerminal, refused, trame } from '../../support/command-line.ts';
import type { StudyFile } from '../../support/command-line.ts';
import { aRecording } from '../../support/tones.ts';

onThisTerminal();

const SUBTITLES =
  '1\n00:00:01,000 --> 00:00:02,500\nEnquêtrice : Qui décide ?\n\n2\n00:00:02,500 --> 00:00:04,000\nDirectrice : Tout le monde.\n\n3\n00:00:04,000 --> 00:00:05,000\nEnquêtrice : Vraiment ?\n';

let original: StudyFile;
let study: StudyFile;
let sound: string;
beforeAll(async () => {
  original = await aStudyFile({});
  const srt = join(original.folder, 'E01.srt');
  writeFileSync(srt, SUBTITLES);
  await done('import', original.path, srt);
});
beforeEach(() => {
  study = copyOf(original);
  sound = join(study.folder, 'E01 prise.wav');
  writeFileSync(sound, aRecording(5));
});

const files = (): string[] => (existsSync(`${study.path}.media`) ? readdirSync(`${study.path}.media`) : []);

it('a recording is added, listed, checked and taken away', async () => {
  const added = await json<{ sha256: string; sizeBytes: number; mime: string }>('media', study.path, 'add', 'E01', sound);
  expect(added).toMatchObject({ sizeBytes: aRecording(5).length, mime: 'audio/wav' });
  expect(files()).toEqual([`${added.sha256}.wav`]);
  expect(await json('list', study.path, 'sources')).toMatchObject([{ name: 'E01', hasMedia: true }]);
  await done('check', study.path);
  await done('media', study.path, 'remove', 'E01');
  expect(await json('list', study.path, 'sources')).toMatchObject([{ hasMedia: false }]);
  expect(files()).toHaveLength(1);
});

it('what cannot be added leaves nothing', async () => {
  expect(await refused('media', study.path, 'add', 'E01', join(study.folder, 'nulle part.wav'))).toContain('nulle part.wav');
  writeFileSync(sound, 'Enquêtrice : bonjour, qui décide ?');
  expect(await refused('media', study.path, 'add', 'E01', sound)).toContain('E01 prise.wav');
  expect(await refused('media', study.path, 'add', 'E99', sound)).toContain('E99');
  expect(await misused('media', study.path, 'add', 'E01')).toContain('path');
  expect(await misused('media', study.path, 'play', 'E01')).toContain('play');
  expect(files()).toEqual([]);
});

it('a recording that is gone is a problem that check names', async () => {
  const { sha256 } = await json<{ sha256: string }>('media', study.path, 'add', 'E01', sound);
  writeFileSync(join(`${study.path}.media`, `${sha256}.wav`), 'cut short');
  const { code, out } = await trame('check', study.path, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual({ sound: false, problems: [{ what: 'media.fileMissing', where: 'E01' }] });
});

it('the times are written as srt and vtt, and come back as they were', async () => {
  const [srt, vtt] = ['copie.srt', 'copie.vtt'].map((name) => join(study.folder, name));
  await done('subtitles', study.path, 'E01', '--out', srt ?? '');
  expect(readFileSync(srt ?? '', 'utf8')).toBe(SUBTITLES.replaceAll(' : ', '\u00a0: '));
  await done('subtitles', study.path, 'E01', '--out', vtt ?? '');
  expect(readFileSync(vtt ?? '', 'utf8')).toContain('00:00:02.500 --> 00:00:04.000\n<v Directrice>Tout le monde.\n');
  expect(await refused('subtitles', study.path, 'E01', '--out', join(study.folder, 'copie.txt'))).toContain('srt');
});

it('a source without times has none to write', async () => {
  const text = join(study.folder, 'E02.txt');
  writeFileSync(text, 'Enquêtrice : Qui décide ?\nDirectrice : Personne.\nEnquêtrice : Ah.\n');
  await done('import', study.path, text);
  expect(await refused('subtitles', study.path, 'E02', '--out', join(study.folder, 'E02.srt'))).toContain('E02');
});
