// What this installation remembers; a damaged or impossible memory never stops the work.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installationOrigin, readSettings, settingsFolder, writeSettings } from '../../../electron/storage/settings.ts';
import { aFolder } from '../../support/project.ts';

const before = process.env.TRAME_SETTINGS;
let folder: string;
beforeEach(() => {
  folder = join(aFolder(), 'réglages');
  process.env.TRAME_SETTINGS = folder;
});
afterEach(() => {
  if (before === undefined) delete process.env.TRAME_SETTINGS;
  else process.env.TRAME_SETTINGS = before;
});

it('an installation keeps its name from the first start on', () => {
  const origin = installationOrigin();
  expect(origin).toMatch(/^[0-9a-f-]{36}$/);
  expect(installationOrigin()).toBe(origin);
  writeSettings({ ...readSettings(), recentProjects: ['/a.trame'] });
  expect(installationOrigin()).toBe(origin);
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

it('only the latest projects are remembered', () => {
  writeSettings({ origin: 'x', recentProjects: Array.from({ length: 50 }, (_, index) => `/${index}.trame`), actingCoders: {} });
  expect(readSettings().recentProjects).toHaveLength(20);
});

it.each(['', '{', 'null', '[]', '7', '{"origin": 3, "recentProjects": "x", "actingCoders": null}', '{"recentProjects": [1, "/a.trame", null]}'])(
  'damaged settings (%s) are as good as none',
  (text) => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'settings.json'), text);
    const settings = readSettings();
    expect(settings.origin).toMatch(/^[0-9a-f-]{36}$/);
    expect(settings.recentProjects.every((path) => typeof path === 'string')).toBe(true);
    expect(settings.actingCoders).toEqual({});
  },
);

it('where nothing can be written the program works on without memory', () => {
  writeFileSync(folder, 'a file where the folder should be');
  expect(() => writeSettings({ origin: 'x', recentProjects: [], actingCoders: {} })).not.toThrow();
  expect(installationOrigin()).toMatch(/^[0-9a-f-]{36}$/);
  expect(readFileSync(folder, 'utf8')).toContain('a file');
});

it('lie where the environment wants them', () => {
  expect(settingsFolder({ TRAME_SETTINGS: '/x' })).toBe('/x');
});
