// Backups are made apart from the project, hold what it holds, and are looked through before an older one goes.
import { existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { backUp, backupPath, copyVerified, listBackups, restoreBeside } from '../../../electron/storage/backups.ts';
import { closeProject, openProject } from '../../../electron/storage/open-project.ts';
import { readActsSince } from '../../../electron/queries/acts-since.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { contentHash } from '../../support/content.ts';
import { aFolder, aProject } from '../../support/project.ts';

beforeEach(() => {
  vi.stubEnv('TRAME_SETTINGS', aFolder());
});
afterEach(() => {
  vi.unstubAllEnvs();
});

it('hold the project as it was, and open anywhere', async () => {
  const p = aProject().withCase('Pôle 1').withSource('E01', 'Anne : On vote.');
  const was = contentHash(p.project);
  const made = await backUp(p.project);
  p.withCase('Pôle 2');
  const restored = openProject(restoreBeside(p.project, made?.name ?? ''), { origin: '00000000-0000-4000-8000-0000000000ab' });
  expect(contentHash(restored)).toBe(was);
  expect(checkProject(restored)).toEqual([]);
  closeProject(restored);
  expect(readActsSince(p.project, made?.lastEntry ?? 0)).toMatchObject({ entries: 1, kinds: [{ kind: 'cases', entries: 1 }] });
});

it('are made again only when something was done', async () => {
  const p = aProject();
  const first = await backUp(p.project, new Date('2026-01-01T10:00:00Z'));
  expect(await backUp(p.project, new Date('2026-01-01T10:20:00Z'))).toEqual(first);
  p.withCase('Pôle 1');
  const second = await backUp(p.project, new Date('2026-01-01T10:40:00Z'));
  expect(listBackups(p.project).map(({ name }) => name)).toEqual([second?.name, first?.name]);
});

it('of a damaged project are not kept, and no older one goes for them', async () => {
  const p = aProject();
  const good = await backUp(p.project);
  const broken = join(aFolder(), 'broken.trame');
  await copyVerified({ from: p.path, to: broken });
  truncateSync(broken, 20_000);
  const to = join(aFolder(), 'copy.trame');
  await expect(copyVerified({ from: broken, to })).rejects.toMatchObject({ code: 'backup.failed' });
  expect(existsSync(to)).toBe(false);
  writeFileSync(broken, 'no database at all');
  await expect(copyVerified({ from: broken, to })).rejects.toMatchObject({ code: 'backup.failed' });
  expect(listBackups(p.project)).toEqual([good]);
});

it('are named one by one: nothing outside their folder is reached', async () => {
  const p = aProject();
  await backUp(p.project);
  for (const name of ['../../settings.json', 'x.trame', '2026-01-01T10-00-00Z n1.trame', ''])
    expect(() => backupPath(p.project, name)).toThrow(expect.objectContaining({ code: 'backup.unknown' }));
});

it('leave nothing unfinished behind where the place cannot be written', async () => {
  const p = aProject();
  const folder = aFolder();
  await expect(copyVerified({ from: p.path, to: join(folder, 'no', 'copy.trame') })).rejects.toMatchObject({ code: 'backup.failed' });
  expect(readdirSync(folder)).toEqual([]);
});
