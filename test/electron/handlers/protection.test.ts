// A protected project from its making to a crash: none of its words lie on the disk in plain at any moment, and only its password opens it.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import type { Input } from '../../../shared/contract/contract.ts';
import { plainSearch } from '../../../shared/domain/search.ts';
import { aCore, settingsIn } from '../../support/core.ts';
import type { TestCore } from '../../support/core.ts';

const PASSWORD = 'une phrase dont on se souvient';
const OTHER = 'une tout autre phrase, plus longue';
const [TITLE, SPOKEN, CATEGORY, MEMO, CASE] = ['Zorgulon', 'zibeline quadrangulaire', 'Flanquerie', 'mirabolance', 'Pôle Quirieu'] as const;
const MARKS = [TITLE, SPOKEN, CATEGORY, MEMO, CASE, PASSWORD, OTHER];
const NEW: Input<'project.create'> = {
  title: 'Étude',
  question: '',
  language: 'fr',
  gridKeys: ['innovation-sociale'],
  caseNames: [CASE],
  coderName: 'Anne Berger',
};
const TRANSCRIPT = `Directrice : On parle de ${SPOKEN} tous les jours.\n`.repeat(300);

afterEach(() => void vi.unstubAllEnvs());

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** The files in which one of the marks is in plain, in either of the ways that text is written. */
function leaksIn(folder: string): string[] {
  const words = MARKS.flatMap((mark) => [Buffer.from(mark), Buffer.from(mark, 'utf16le')]);
  return filesUnder(folder).filter((path) => {
    const bytes = readFileSync(path);
    return words.some((word) => bytes.includes(word));
  });
}

/** A core whose settings, projects and temporary files all lie in one folder. */
function aWatchedCore(): TestCore & { path: string; backups: () => string[] } {
  const core = aCore();
  const tmp = join(core.home, 'tmp');
  mkdirSync(tmp);
  vi.stubEnv('TMPDIR', tmp);
  const backups = (): string[] => filesUnder(join(core.home, '.settings')).filter((path) => path.endsWith('.trame'));
  return { ...core, path: join(core.home, 'Étude.trame'), backups };
}

/** Somebody's day: a title, an import, a category of one's own, a memo, a search, an undo. */
async function workADay(core: TestCore): Promise<void> {
  await core.call('project.update', { title: `Étude de ${TITLE}` });
  const { batch } = await core.call('import.begin', {});
  const { item } = await core.call('import.add', { batch, file: { name: 'E01.txt', base64: Buffer.from(TRANSCRIPT).toString('base64') } });
  await core.call('import.finish', { batch, job: 'j', kind: 'interview', caseId: null, items: [{ item }] });
  const [source] = (await core.call('corpus.read', {})).sources;
  const [grid] = await core.call('codebook.read', {});
  if (!source || !grid) throw new Error('nothing to code');
  const [turn] = (await core.call('source.open', { sourceId: source.id })).turns;
  if (!turn) throw new Error('nothing was said');
  const at = (offsetUtf16: number) => ({ turnId: turn.id, offsetUtf16 }) as never;
  const range = { sourceId: source.id, start: at(20), end: at(30) };
  await core.call('coding.applyNew', { ...range, gridId: grid.id, parentId: null, name: CATEGORY, origin: 'in-vivo' });
  await core.call('memo.write', { memoId: null, targetKind: 'project', targetId: '', title: 'Journal', text: `Tant de ${MEMO} !` });
  await core.call('search.run', { setting: plainSearch(SPOKEN), job: 's' });
  await core.call('history.undo', {});
  await core.call('history.redo', {});
}

it('leaves none of its words on the disk, through a day’s work, a backup, a merge, a lock and its closing', { timeout: 30_000 }, async () => {
  const core = aWatchedCore();
  const leaks = (): string[] => leaksIn(core.home);
  expect(await core.call('project.create', { ...NEW, password: PASSWORD })).toMatchObject({ isProtected: true });
  await workADay(core);
  expect(existsSync(`${core.path}-wal`)).toBe(true);
  expect(leaks()).toEqual([]);

  // the import made one
  const [backup = ''] = core.backups();
  const copy = join(core.home, 'copie de Léa.trame');
  copyFileSync(backup, copy);
  const { merge } = await core.call('merge.openPath', { path: copy });
  expect(await core.call('merge.apply', { merge, choices: {}, matches: {} })).toMatchObject({ isChanged: false });
  expect(leaks()).toEqual([]);

  await core.call('protection.lock', { place: JSON.stringify({ draft: MEMO }) });
  expect(await core.call('project.current', {})).toBeNull();
  expect(leaks()).toEqual([]);
  expect(await core.call('protection.unlock', { password: PASSWORD })).toMatchObject({ place: JSON.stringify({ draft: MEMO }) });
  expect(await core.call('project.check', {})).toEqual([]);
  await core.call('project.close', {});
  expect(leaks()).toEqual([]);
  expect(existsSync(`${core.path}-wal`)).toBe(false);
  expect(core.faults).toEqual([]);
});

it('is enciphered where the power goes from it, and loses nothing then', { timeout: 30_000 }, async () => {
  const core = aWatchedCore();
  await core.call('project.create', { ...NEW, password: PASSWORD });
  await core.call('project.close', {});
  const request = JSON.stringify({ path: core.path, password: PASSWORD, words: MEMO });
  const program = resolve(import.meta.dirname, '../../support/protected-worker.ts');
  expect(spawnSync(process.execPath, [program, request]).signal).toBe('SIGKILL');
  expect(existsSync(`${core.path}-wal`)).toBe(true);
  expect(leaksIn(core.home)).toEqual([]);
  await core.ask('project.openPath', { path: core.path });
  expect(await core.refused('protection.unlock', { password: OTHER })).toBe('project.passwordWrong');
  await core.call('protection.unlock', { password: PASSWORD });
  expect(await core.call('memo.list', {})).toHaveLength(20);
});

it('asks for its password where it is opened, names a wrong one, and is left where another project is chosen', async () => {
  const core = aWatchedCore();
  await core.call('project.create', { ...NEW, password: PASSWORD });
  await core.call('project.close', {});
  const [listing] = await core.call('project.list', {});
  expect(listing).toMatchObject({ title: '', fileName: 'Étude.trame', isProtected: true, problem: null });
  expect(await core.refused('project.open', { ref: listing?.ref ?? '' })).toBe('project.encrypted');
  expect(await core.call('protection.locked', {})).toEqual({ fileName: 'Étude.trame' });
  expect(await core.refused('protection.unlock', { password: '' })).toBe('project.passwordWrong');
  expect(await core.call('protection.locked', {})).toEqual({ fileName: 'Étude.trame' });
  await core.call('protection.leave', {});
  expect(await core.call('protection.locked', {})).toBeNull();
  expect(await core.refused('protection.unlock', { password: PASSWORD })).toBe('project.notLocked');
  expect(await core.refused('project.create', { ...NEW, password: 'court' })).toBe('password.tooShort');
});

it('is protected later, with another password, and no longer: its backups follow', { timeout: 30_000 }, async () => {
  const core = aWatchedCore();
  await core.call('project.create', NEW);
  await core.call('memo.write', { memoId: null, targetKind: 'project', targetId: '', title: '', text: `Tant de ${MEMO} !` });
  await core.call('backup.make', {});
  expect(leaksIn(core.home).map((path) => path.endsWith('.trame'))).toContain(true);
  const titles = async () => (await core.call('memo.list', {})).map(({ text }) => text);
  const before = await titles();

  expect(await core.call('protection.set', { password: PASSWORD })).toMatchObject({ isProtected: true });
  expect(leaksIn(core.home)).toEqual([]);
  expect(await titles()).toEqual(before);
  expect(await core.refused('protection.set', { current: OTHER, password: OTHER })).toBe('project.passwordWrong');
  await core.call('protection.set', { current: PASSWORD, password: OTHER });
  await core.call('project.close', {});
  for (const path of [core.backups().at(-1) ?? '', core.path]) {
    await core.ask('project.openPath', { path });
    await core.call('protection.unlock', { password: OTHER });
  }
  expect(await titles()).toEqual(before);
  expect(await core.call('protection.remove', { current: OTHER })).toMatchObject({ isProtected: false });
  expect(await core.refused('protection.lock', { place: '' })).toBe('project.notProtected');
  expect(await titles()).toEqual(before);
  expect(await core.call('project.check', {})).toEqual([]);
  expect(JSON.stringify(settingsIn(core.home))).not.toMatch(/phrase/u);
});

it('a program that dies while a project is being enciphered leaves one of the two, whole, and nothing plain once it is opened', async () => {
  const core = aWatchedCore();
  await core.call('project.create', NEW);
  await core.call('project.update', { title: TITLE });
  await core.call('project.close', {});
  // before the new file is in its place: a half of it beside the old one
  writeFileSync(`${core.path}.recast`, 'half');
  await core.call('project.openPath', { path: core.path });
  expect(existsSync(`${core.path}.recast`)).toBe(false);
  // after: the old one is still to be overwritten
  copyFileSync(core.path, join(core.home, 'before'));
  await core.call('protection.set', { password: PASSWORD });
  await core.call('project.close', {});
  renameSync(join(core.home, 'before'), `${core.path}.replaced`);
  expect(leaksIn(core.home)).toEqual([`${core.path}.replaced`]);
  await core.ask('project.openPath', { path: core.path });
  await core.call('protection.unlock', { password: PASSWORD });
  expect(leaksIn(core.home)).toEqual([]);
});

it('is locked when nobody has been there for as long as was chosen, whether a window answers or not', async () => {
  vi.useFakeTimers();
  const core = aWatchedCore();
  try {
    await core.call('project.create', { ...NEW, password: PASSWORD });
    await core.call('protection.setLockAfter', { minutes: 5 });
    vi.advanceTimersByTime(4 * 60_000);
    await core.call('protection.active', {});
    vi.advanceTimersByTime(4 * 60_000);
    expect(core.events.some(({ kind }) => kind === 'lock')).toBe(false);
    vi.advanceTimersByTime(70_000);
    expect(core.events.filter(({ kind }) => kind === 'lock')).toHaveLength(1);
    expect(await core.call('protection.locked', {})).toEqual({ fileName: 'Étude.trame' });
    expect(await core.call('protection.lockAfter', {})).toBe(5);
  } finally {
    vi.useRealTimers();
  }
});

it('another copy is refused by name without its own password', async () => {
  const core = aWatchedCore();
  await core.call('project.create', { ...NEW, title: 'Autre', password: OTHER });
  await core.call('project.create', { ...NEW, password: PASSWORD });
  const { merge } = await core.call('merge.openPath', { path: join(core.home, 'Autre.trame') });
  const setting = { merge, choices: {}, matches: {} };
  expect(await core.refused('merge.preview', setting)).toBe('project.encrypted');
  expect(await core.refused('merge.preview', { ...setting, password: PASSWORD })).toBe('project.passwordWrong');
});
