// A project in a synchronised or network folder is worked on as a local copy; where two wrote, both stay.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync, copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCase } from '../../../electron/commands/corpus.ts';
import { Desk } from '../../../electron/desk.ts';
import { caseByName } from '../../../electron/queries/corpus.ts';
import { closeProject, openProject, peekProject } from '../../../electron/storage/open-project.ts';
import { macMountsIn, mountsIn, sharedPlaceOf } from '../../../electron/storage/sync-folder.ts';
import { aFolder, aProject } from '../../support/project.ts';

beforeEach(() => {
  vi.stubEnv('TRAME_SETTINGS', aFolder());
});
afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ['/home/anne/Dropbox/thèse/étude.trame', 'Dropbox'],
  ['/home/anne/Dropbox (Labo)/étude.trame', 'Dropbox'],
  ['/Users/anne/Library/CloudStorage/OneDrive-Université/étude.trame', 'OneDrive'],
  ['/mnt/c/Users/anne/OneDrive - Université de Lyon/étude.trame', 'OneDrive'],
  ['/Users/anne/Library/Mobile Documents/com~apple~CloudDocs/étude.trame', 'iCloud Drive'],
  ['/home/anne/Nextcloud2/étude.trame', 'Nextcloud'],
  ['/home/anne/ownCloud/étude.trame', 'ownCloud'],
  ['/home/anne/kDrive/étude.trame', 'kDrive'],
  ['/Volumes/GoogleDrive-123/Mon Drive/étude.trame', 'Google Drive'],
])('%s is synchronised by %s', (path, service) => {
  expect(sharedPlaceOf(path, [])).toEqual({ kind: 'synchronised', service });
});

it('a network drive is told by what is mounted there, a share by its name', () => {
  const linux = mountsIn('/dev/vda / ext4 rw 0 0\n//serveur/labo /media/labo\\040commun cifs rw 0 0\nnas:/vol /srv/nas nfs4 rw 0 0\n');
  expect(sharedPlaceOf('/media/labo commun/étude.trame', linux)).toEqual({ kind: 'network', service: 'SMB' });
  expect(sharedPlaceOf('/srv/nas/a/étude.trame', linux)).toEqual({ kind: 'network', service: 'NFS' });
  expect(sharedPlaceOf('/srv/nasal/étude.trame', linux)).toBeNull();
  expect(sharedPlaceOf('/Volumes/labo/étude.trame', macMountsIn('//anne@serveur/labo on /Volumes/labo (smbfs, nodev, nosuid)\n'))).toEqual({
    kind: 'network',
    service: 'SMB',
  });
  expect(sharedPlaceOf('\\\\serveur\\labo\\étude.trame', [])).toEqual({ kind: 'network', service: 'SMB' });
  expect(sharedPlaceOf('/home/anne/Trame/étude.trame', linux)).toBeNull();
});

it('a folder is told by what its service keeps in it, whatever its name', () => {
  const folder = aFolder();
  mkdirSync(join(folder, 'thèse'));
  writeFileSync(join(folder, '._sync_0123456789ab.db'), '');
  expect(sharedPlaceOf(join(folder, 'thèse', 'étude.trame'), [])).toEqual({ kind: 'synchronised', service: 'Nextcloud' });
});

/** A closed project in a folder that a service synchronises. */
function inDropbox(): string {
  const p = aProject().withCase('Pôle 1');
  closeProject(p.project);
  const path = join(aFolder(), 'Dropbox', 'étude.trame');
  mkdirSync(dirname(path));
  copyFileSync(p.path, path);
  return path;
}

function opened(path: string): Desk {
  const desk = new Desk();
  desk.open(path);
  return desk;
}

/** As the service does when somebody else has worked there. */
function changeElsewhere(path: string, name: string): void {
  const project = openProject(path);
  const coderId = project.sqlite.prepare<[], string>('SELECT id FROM coder').pluck().get();
  createCase({ project, coderId: coderId as never }, { name });
  closeProject(project);
}

const cases = (path: string): unknown[] =>
  peekProject(path, ({ sqlite }) => sqlite.prepare('SELECT name FROM study_case ORDER BY position').pluck().all());
const filesBeside = (path: string): string[] => readdirSync(dirname(path)).filter((name) => name.endsWith('.trame'));

it('is not written in its folder while it is open, and lies there whole once it is closed', () => {
  const path = inDropbox();
  const before = readFileSync(path);
  const desk = opened(path);
  createCase(desk.session(), { name: 'Pôle 2' });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(dirname(path))).toEqual(['étude.trame', 'étude.trame.lock', 'étude.trame.media']);
  expect(desk.place()).toBe(path);
  desk.close();
  expect(cases(path)).toEqual(['Pôle 1', 'Pôle 2']);
  expect(filesBeside(path)).toEqual(['étude.trame']);
  expect(existsSync(`${path}.lock`)).toBe(false);
});

it('is laid back while somebody works, once they pause', async () => {
  const path = inDropbox();
  const desk = opened(path);
  expect(await desk.sharing()?.publishWhenIdle(desk.whole(), 0)).toBe(false);
  createCase(desk.session(), { name: 'Pôle 2' });
  expect(desk.sharing()?.status()).toMatchObject({ service: 'Dropbox', state: 'waiting' });
  expect(await desk.sharing()?.publishWhenIdle(desk.whole(), 60_000)).toBe(false);
  expect(await desk.sharing()?.publishWhenIdle(desk.whole(), 0)).toBe(true);
  expect(desk.sharing()?.status()).toMatchObject({ state: 'published' });
  expect(cases(path)).toEqual(['Pôle 1', 'Pôle 2']);
  desk.close();
});

it('changed there meanwhile: both stay, ours under a name that says so, and the next opening shows theirs', () => {
  const path = inDropbox();
  const desk = opened(path);
  createCase(desk.session(), { name: 'D’ici' });
  changeElsewhere(path, 'D’ailleurs');
  desk.close();
  expect(cases(path)).toEqual(['Pôle 1', 'D’ailleurs']);
  const [ours = ''] = filesBeside(path).filter((name) => name !== 'étude.trame');
  expect(ours).toMatch(/^étude \(.+ \d{4}-\d{2}-\d{2} \d{2}h\d{2}\)\.trame$/u);
  expect(cases(join(dirname(path), ours))).toEqual(['Pôle 1', 'D’ici']);
  const again = opened(path);
  expect(caseByName(again.whole(), 'D’ailleurs')).toBeDefined();
  again.close();
  expect(filesBeside(path)).toHaveLength(2);
});

it('changed there while it was closed: theirs is what opens', () => {
  const path = inDropbox();
  opened(path).close();
  changeElsewhere(path, 'D’ailleurs');
  const desk = opened(path);
  expect(caseByName(desk.whole(), 'D’ailleurs')).toBeDefined();
  desk.close();
  expect(filesBeside(path)).toEqual(['étude.trame']);
});

/** A program that dies leaves its working copy as it is. */
function die(desk: Desk): void {
  desk.whole().sqlite.close();
}

it('after the program died goes on with the work that had not reached the folder', () => {
  const path = inDropbox();
  const dead = opened(path);
  createCase(dead.session(), { name: 'D’ici' });
  die(dead);
  const desk = opened(path);
  expect(caseByName(desk.whole(), 'D’ici')).toBeDefined();
  desk.close();
  expect(cases(path)).toEqual(['Pôle 1', 'D’ici']);
});

it('after the program died, and changed there since: both stay', () => {
  const path = inDropbox();
  const dead = opened(path);
  createCase(dead.session(), { name: 'D’ici' });
  die(dead);
  changeElsewhere(path, 'D’ailleurs');
  const desk = opened(path);
  expect(caseByName(desk.whole(), 'D’ailleurs')).toBeDefined();
  expect(desk.sharing()?.status().state).toBe('conflict');
  createCase(desk.session(), { name: 'D’après' });
  desk.close();
  const ours = filesBeside(path).map((name) => cases(join(dirname(path), name)));
  expect(ours).toEqual(
    expect.arrayContaining([
      ['Pôle 1', 'D’ici'],
      ['Pôle 1', 'D’ailleurs', 'D’après'],
    ]),
  );
});
