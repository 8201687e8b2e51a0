// Crash files on the disk: written where the settings are, a few of them, read by name alone; and none of the project in them.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { crashFolder, latestCrash, readCrash, writeCrash } from '../../electron/crash-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trame-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const home = () => ({ folder, version: '0.1.0' });
const crash = { place: 'core', during: 'source.open', error: new Error('Tout le monde décide') } as const;
const day = (n: number) => new Date(Date.UTC(2030, 0, 1, 0, 0, 10 * n));

test('a crash is one readable file, the latest first; twenty are kept', () => {
  const names = Array.from({ length: 25 }, (_, n) => writeCrash(home(), crash, day(n)));
  expect(latestCrash(folder)).toBe(names.at(-1));
  expect(readdirSync(crashFolder(folder))).toHaveLength(20);
  const said = readCrash(folder, names.at(-1) ?? '');
  expect(said).toContain('During: source.open');
  expect(said).not.toContain('monde');
});

test('what breaks at every moment is written once in a while', () => {
  expect(writeCrash(home(), crash, day(100))).not.toBeNull();
  expect(writeCrash(home(), crash, new Date(day(100).getTime() + 500))).toBeNull();
});

test('only a report can be read, and a folder that cannot be written stops nothing', () => {
  writeFileSync(join(folder, 'settings.json'), 'secret');
  expect(readCrash(folder, '../settings.json')).toBe('');
  expect(readCrash(folder, 'trame-2030.txt')).toBe('');
  expect(latestCrash(join(folder, 'none'))).toBeNull();
  expect(writeCrash({ folder: join(folder, 'settings.json'), version: '' }, crash, day(200))).toBeNull();
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe('secret');
});
