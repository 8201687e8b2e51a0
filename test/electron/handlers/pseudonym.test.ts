// Names replaced and shown again through the core, as a window asks for it: the key, the backups, the originals on the screens.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keyPathOf, readKeyFile } from '../../../electron/storage/key-file.ts';
import { closeProject } from '../../../electron/storage/open-project.ts';
import { aCore } from '../../support/core.ts';
import type { TestCore } from '../../support/core.ts';
import { aProject } from '../../support/project.ts';
import { entities, foundOnDisk } from '../../support/pseudonyms.ts';

const TEXT = 'Enquêtrice : Bonjour Sophie.\nSophie Durand : Oui, c’est d’Élodie que je parle.\n';
const NAMES = { 'Claire Martin': ['Sophie Durand', 'Sophie = Claire'], Marion: ['Élodie'] };
const REAL = ['Sophie', 'sophie', 'Durand', 'durand', 'Élodie', 'elodie'];
/** A password takes a while to try, as it should. */
const PATIENCE = { timeout: 30_000 };
const PASSWORD = 'quatre mots bien choisis';

async function aCoreWithNames(): Promise<{ core: TestCore; path: string; settings: string }> {
  const study = aProject().withSource('Entretien de Sophie', TEXT).withOwnGrid('Grille', { Lien: [] }).codedBy('AB', 'Lien', 'd’Élodie');
  closeProject(study.project);
  const core = aCore();
  core.desk.open(study.path);
  await core.call('pseudonym.createKey', { password: PASSWORD });
  await core.call('pseudonym.write', { entities: entities(NAMES) });
  await core.call('backup.make', {});
  return { core, path: study.path, settings: process.env.TRAME_SETTINGS ?? '' };
}

const textOf = async (core: TestCore): Promise<string> => {
  const { sources } = await core.call('corpus.read', {});
  const opened = await core.call('source.open', { sourceId: sources[0]?.id as never });
  return opened.turns.map(({ text }) => text).join('');
};
const quotes = (core: TestCore): string[] =>
  core.desk
    .project()
    .sqlite.prepare<[], string>(
      'SELECT substr(t.text, p.start_utf16 + 1, p.end_utf16 - p.start_utf16) FROM passage p JOIN turn t ON t.id = p.start_turn_id',
    )
    .pluck()
    .all();

it('nothing of a name is left in the project, its backups and the settings; the key leads back, on the screens only', PATIENCE, async () => {
  const { core, path, settings } = await aCoreWithNames();
  expect(foundOnDisk([settings], ['Durand'])).not.toEqual([]);
  const preview = await core.call('pseudonym.preview', { job: 'p' });
  expect(preview.counts).toMatchObject({ e0: { texts: 2 }, e1: { texts: 1 } });
  expect(await core.call('pseudonym.apply', { job: 'a', isConfirmed: true })).toMatchObject({ replaced: 3, isBackedUp: true });
  expect(await textOf(core)).toBe('Enquêtrice : Bonjour Claire.\nClaire Martin : Oui, c’est de Marion que je parle.\n');
  expect(foundOnDisk([path, `${path}-wal`, `${path}-shm`, keyPathOf(path), settings], REAL)).toEqual([]);
  expect(await core.call('backup.list', {})).toMatchObject({ backups: [{ isCurrent: true }] });

  await core.call('pseudonym.show', { originals: true });
  expect(await textOf(core)).toBe(TEXT);
  expect(quotes(core)).toEqual(['d’Élodie']);
  expect((await core.call('corpus.read', {})).sources[0]?.name).toMatch(/Sophie/u);
  expect(await core.refused('case.create', { name: 'Pôle' })).toBe('pseudonym.viewOnly');
  await core.call('pseudonym.show', { originals: false });
  expect(quotes(core)).toEqual(['de Marion']);
  await core.call('case.create', { name: 'Pôle' });
  core.desk.close();
  expect(foundOnDisk([path, settings], REAL)).toEqual([]);
});

it('the key opens with its password only, and only for its own project', PATIENCE, async () => {
  const { core, path } = await aCoreWithNames();
  const key = keyPathOf(path);
  expect(await core.refused('pseudonym.createKey', { password: PASSWORD })).toBe('pseudonym.keyExists');
  await core.call('pseudonym.closeKey', {});
  expect(await core.call('pseudonym.state', {})).toMatchObject({ isKeyOpen: false, entities: [] });
  expect(await core.refused('pseudonym.openKey', { password: 'autre', file: null })).toBe('pseudonym.wrongPassword');
  expect(await core.refused('pseudonym.preview', { job: 'p' })).toBe('pseudonym.noKey');
  const bytes = readFileSync(key);
  const altered = join(path, '..', 'abîmée.cle');
  writeFileSync(altered, bytes.toString('utf8').replace(/"data":"./u, '"data":"~'));
  expect(() => readKeyFile(altered, PASSWORD)).toThrow(expect.objectContaining({ code: 'pseudonym.wrongPassword' }));
  rmSync(key);
  await core.call('pseudonym.openKey', { password: PASSWORD, file: { name: 'x.cle', base64: bytes.toString('base64') } });
  expect((await core.call('pseudonym.state', {})).entities).toHaveLength(2);
  const other = aProject();
  closeProject(other.project);
  core.desk.open(other.path);
  writeFileSync(keyPathOf(other.path), bytes);
  expect(await core.refused('pseudonym.openKey', { password: PASSWORD, file: null })).toBe('pseudonym.otherProject');
  expect(existsSync(keyPathOf(other.path))).toBe(true);
});

it('proposes who speaks, what attributes hold and what is written with a capital more than once', async () => {
  const study = aProject()
    .withSource('E1', 'Enquêtrice : Où ?\nPaule : Nous allons à Rennes, puis nous quittons Rennes.\nPaule : Oui. Oui.\n')
    .withCase('Atelier');
  closeProject(study.project);
  const core = aCore();
  core.desk.open(study.path);
  const proposals = await core.call('pseudonym.proposals', { job: 'p' });
  expect(proposals.map(({ form, kind }) => [form, kind])).toEqual(
    expect.arrayContaining([
      ['Paule', 'person'],
      ['Rennes', 'place'],
      ['Atelier', 'organisation'],
    ]),
  );
  expect(proposals.map(({ form }) => form)).not.toContain('Oui');
});
