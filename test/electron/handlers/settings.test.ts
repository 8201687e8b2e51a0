// The keys that a user chose: validated, kept by the installation, the same in every project.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCore, settingsIn } from '../../support/core.ts';

test('chosen keys are kept and given back after a restart', async () => {
  const core = aCore();
  expect(await core.call('settings.keys', {})).toEqual({});
  await core.call('settings.setKeys', { keys: { undo: ['Ctrl+U'], 'quick.1': [] } });
  expect(await core.call('settings.keys', {})).toEqual({ undo: ['Ctrl+U'], 'quick.1': [] });
  expect(settingsIn(core.home)).toMatchObject({ keys: { undo: ['Ctrl+U'], 'quick.1': [] }, recentProjects: [] });
  await core.call('settings.setKeys', { keys: {} });
  expect(await core.call('settings.keys', {})).toEqual({});
});

test('what is no choice of keys is not taken', async () => {
  const core = aCore();
  const tooMany = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`a${index}`, ['A']]));
  for (const keys of [{ undo: ['Ctrl U'] }, { undo: 'Ctrl+U' }, { 'an action': ['A'] }, { undo: ['A', 'B', 'C', 'D', 'E'] }, tooMany, 7, null]) {
    expect(await core.ask('settings.setKeys', { keys })).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
  }
  expect(await core.call('settings.keys', {})).toEqual({});
});

test('a damaged settings file costs only what is damaged', async () => {
  const core = aCore();
  mkdirSync(join(core.home, '.settings'), { recursive: true });
  writeFileSync(join(core.home, '.settings', 'settings.json'), JSON.stringify({ origin: 'x', keys: { undo: ['Ctrl+U'], redo: 3, 'bad id': ['A'] } }));
  expect(await core.call('settings.keys', {})).toEqual({ undo: ['Ctrl+U'] });
});

test('opening projects leaves the keys alone', async () => {
  const core = aCore();
  await core.call('settings.setKeys', { keys: { memo: ['Y'] } });
  await core.call('project.create', { title: 'Étude', question: '', language: 'fr', gridKeys: [], caseNames: [], coderName: 'Anne' });
  await core.call('project.close', {});
  expect(await core.call('settings.keys', {})).toEqual({ memo: ['Y'] });
});
