// Backups are made apart from the project, hold what it holds, and are looked through before an older one goes.
import { existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backupIn, backupFoldersOf } from '../../../electron/storage/backup-folder.ts';
import { backUp, backupFolderOf, copyVerified, holdsAll, listBackups, removeBackups, restoreBeside } from '../../../electron/storage/backups.ts';
import { closeProject, openProject } from '../../../electron/storage/open-project.ts';
import type { Project } from '../../../electron/storage/open-project.ts';
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

const at = (time: string): { now: Date } => ({ now: new Date(`2026-01-${time}:00Z`) });
const restored = (project: Project, name: string): string => restoreBeside(backupFolderOf(project), name, project.path);

it('hold the project as it was, and open anywhere', async () => {
  const p = aProject().withCase('Pôle 1').withSource('E01', 'Anne : On vote.');
  const was = contentHash(p.project);
  const made = await backUp(p.project);
  p.withCase('Pôle 2');
  const back = openProject(restored(p.project, made?.name ?? ''), { origin: '00000000-0000-4000-8000-0000000000ab' });
  expect(contentHash(back)).toBe(was);
  expect(checkProject(back)).toEqual([]);
  closeProject(back);
});

it('tell what was done since each of them', async () => {
  const p = aProject();
  const first = await backUp(p.project, at('01T10:00'));
  p.withCase('Pôle 1').withCase('Pôle 2');
  const second = await backUp(p.project, { ...at('01T10:20'), before: 'import' });
  p.withSource('E01', 'Anne : On vote.');
  expect(listBackups(p.project)).toMatchObject([
    { name: second?.name, reason: 'import' },
    { name: first?.name, reason: null },
  ]);
  expect(readActsSince(p.project, [second?.lastEntry ?? 0, first?.lastEntry ?? 0])).toMatchObject([
    { entries: 1, kinds: [{ kind: 'texts', entries: 1 }], coders: ['Anne Berger'] },
    {
      entries: 3,
      kinds: [
        { kind: 'texts', entries: 1 },
        { kind: 'cases', entries: 2 },
      ],
    },
  ]);
});

it('are made again only when something was done', async () => {
  const p = aProject();
  const first = await backUp(p.project, at('01T10:00'));
  expect(await backUp(p.project, at('01T10:20'))).toEqual(first);
  p.withCase('Pôle 1');
  const second = await backUp(p.project, at('01T10:40'));
  expect(listBackups(p.project).map(({ name }) => name)).toEqual([second?.name, first?.name]);
});

it('are made again when typing went on under the same entry of the history', async () => {
  const p = aProject();
  p.project.sqlite.exec(`UPDATE change_log SET diffs = '[]' WHERE number = 1`);
  const first = await backUp(p.project, at('01T10:00'));
  p.project.sqlite.exec(`UPDATE change_log SET diffs = '[1]' WHERE number = 1`);
  expect(first && holdsAll(p.project, first)).toBe(false);
  expect((await backUp(p.project, at('01T10:20')))?.name).not.toBe(first?.name);
});

describe('of a damaged project', () => {
  /** A page of the texts written over: what is read at the table's ends is whole. */
  function damage(path: string): void {
    const bytes = readFileSync(path);
    const page = bytes.lastIndexOf('On vote encore') & ~4095;
    bytes.fill(0xff, page, page + 4096);
    writeFileSync(path, bytes);
  }

  it('are not kept, and no older one goes for them', async () => {
    const p = aProject();
    const good = await backUp(p.project);
    const broken = join(aFolder(), 'broken.trame');
    await copyVerified({ from: p.path, to: broken, depth: 'full', key: null });
    truncateSync(broken, 20_000);
    const to = join(aFolder(), 'copy.trame');
    const request = { from: broken, to, depth: 'quick', key: null } as const;
    await expect(copyVerified(request)).rejects.toMatchObject({ code: 'backup.failed' });
    expect(existsSync(to)).toBe(false);
    writeFileSync(broken, 'no database at all');
    await expect(copyVerified(request)).rejects.toMatchObject({ code: 'backup.failed' });
    expect(listBackups(p.project)).toEqual([good]);
  });

  it('are refused for damage in the middle of a table, however the copy itself went', async () => {
    const p = aProject().withSource('E01', 'Anne : On vote encore une fois.\n'.repeat(400));
    closeProject(p.project);
    damage(p.path);
    p.reopen();
    for (let day = 1; day < 4; day += 1) await expect(backUp(p.project, at(`0${day}T10:00`))).rejects.toMatchObject({ code: 'backup.failed' });
    expect(readdirSync(backupFolderOf(p.project))).toEqual(['place.json']);
  });
});

it('that are old go only after a newer one was verified', async () => {
  const p = aProject();
  await backUp(p.project, at('01T10:00'));
  p.withCase('Pôle 1');
  await backUp(p.project, at('01T12:00'));
  p.withCase('Pôle 2');
  await backUp(p.project, at('08T10:00'));
  expect(listBackups(p.project).map(({ at: when }) => when)).toEqual(['2026-01-08T10:00:00Z', '2026-01-01T12:00:00Z']);
});

it('are found by where the project lay, when it can no longer say who it is', async () => {
  const p = aProject();
  await backUp(p.project);
  expect(backupFoldersOf(p.path)).toEqual([backupFolderOf(p.project)]);
  expect(backupFoldersOf(join(aFolder(), 'autre.trame'))).toEqual([]);
});

it('go on request, all but one', async () => {
  const p = aProject();
  await backUp(p.project, at('01T10:00'));
  p.withCase('Pôle 1');
  const last = await backUp(p.project, at('01T10:20'));
  expect(removeBackups(p.project, last?.name ?? null)).toBe(1);
  expect(listBackups(p.project)).toEqual([last]);
});

it('are named one by one: nothing outside their folder is reached', async () => {
  const p = aProject();
  await backUp(p.project);
  for (const name of ['../../settings.json', 'x.trame', '2026-01-01T10-00-00Z n1.trame', ''])
    expect(() => backupIn(backupFolderOf(p.project), name)).toThrow(expect.objectContaining({ code: 'backup.unknown' }));
});

it('leave nothing unfinished behind where the place cannot be written', async () => {
  const p = aProject();
  const folder = aFolder();
  const request = { from: p.path, to: join(folder, 'no', 'copy.trame'), depth: 'quick', key: null } as const;
  await expect(copyVerified(request)).rejects.toMatchObject({ code: 'backup.failed' });
  expect(readdirSync(folder)).toEqual([]);
});
