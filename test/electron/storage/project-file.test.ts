// Files that are no project, or no whole one, or not ours to write: named for what they are, and left exactly as they were.
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createCase } from '../../../electron/commands/corpus.ts';
import { createProject } from '../../../electron/commands/create-project.ts';
import type { NewProject } from '../../../electron/commands/create-project.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { coderIds, listSources } from '../../../electron/queries/corpus.ts';
import { readProject, readTotals } from '../../../electron/queries/project.ts';
import { readText } from '../../../electron/queries/sources.ts';
import { closeProject, openProject, peekProject } from '../../../electron/storage/open-project.ts';
import { APPLICATION_ID } from '../../../electron/storage/project-file.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { FailureCode } from '../../../shared/domain/failure.ts';
import { failureText } from '../../../shared/i18n/failures.ts';
import { snapshot } from '../../support/content.ts';
import { aFolder, aProject } from '../../support/project.ts';
import { E01, aStudy } from '../../support/study.ts';

const CARD: NewProject = { title: 'Deux pôles', question: '', language: 'fr', coderName: 'Anne Berger' };

/** A sound project, closed: some pages of text, some codings. */
function soundFile(): string {
  const { project } = aStudy();
  project.withSource('Long', 'Directrice : Encore un mot sur la règle.\n'.repeat(400));
  closeProject(project.project);
  return project.path;
}

const sound = soundFile();

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

type Wrong = readonly [FailureCode, string, (path: string) => void];

function database(path: string, work: (sqlite: Database.Database) => void): void {
  const sqlite = new Database(path);
  work(sqlite);
  sqlite.close();
}

const bytesOf = (path: string, from: number): Buffer => readFileSync(sound).subarray(0, path === '' ? 0 : from);

const WRONG: readonly Wrong[] = [
  ['project.notSqlite', 'an empty file', (path) => writeFileSync(path, '')],
  ['project.notSqlite', 'a text', (path) => writeFileSync(path, `${E01}\n`.repeat(20))],
  ['project.notSqlite', 'zeros', (path) => writeFileSync(path, Buffer.alloc(8192))],
  ['project.notSqlite', 'a short text', (path) => writeFileSync(path, 'TRAME')],
  ['project.notSqlite', 'an encrypted file', (path) => writeFileSync(path, Buffer.from(readFileSync(sound).map((byte) => byte ^ 0x5a)))],
  [
    'project.otherProgram',
    'another program’s database',
    (path) => database(path, (sqlite) => sqlite.exec('CREATE TABLE bookmarks (x); INSERT INTO bookmarks VALUES (1)')),
  ],
  [
    'project.otherProgram',
    'another program’s database of the same tables',
    (path) => database((copyFileSync(sound, path), path), (sqlite) => sqlite.pragma('application_id = 42')),
  ],
  [
    'project.damaged',
    'a database that is marked as ours and empty',
    (path) => database(path, (sqlite) => (sqlite.pragma(`application_id = ${APPLICATION_ID}`), sqlite.exec('CREATE TABLE x (y)'))),
  ],
  [
    'project.damaged',
    'a project without its card',
    (path) => database((copyFileSync(sound, path), path), (sqlite) => sqlite.exec('DELETE FROM project')),
  ],
  [
    'project.newerVersion',
    'a project of a newer version',
    (path) =>
      database((copyFileSync(sound, path), path), (sqlite) => sqlite.exec(`INSERT INTO schema_migration VALUES (9999, 'future', 'x', '2030')`)),
  ],
  [
    'project.historyEdited',
    'a project of an unreleased version',
    (path) => database((copyFileSync(sound, path), path), (sqlite) => sqlite.exec(`UPDATE schema_migration SET sha256 = 'x'`)),
  ],
  [
    'project.damaged',
    'a project whose list of tables is garbled',
    (path) => writeFileSync(path, Buffer.concat([bytesOf(path, 100), Buffer.alloc(3996, 0xff), readFileSync(sound).subarray(4096)])),
  ],
  ...[1, 15, 16, 50, 99, 100, 101, 512, 4095, 4096, 4097, 8192, 20_000, statSync(sound).size - 4096, statSync(sound).size - 1].map(
    (length): Wrong => ['project.damaged', `a project cut after ${length} bytes`, (path) => (copyFileSync(sound, path), truncateSync(path, length))],
  ),
];

describe('a wrong file', () => {
  it.each(WRONG)('%s: %s', (code, _sentence, make) => {
    const folder = aFolder();
    const path = join(folder, 'étude.trame');
    make(path);
    const bytes = readFileSync(path);
    for (const open of [() => openProject(path), () => peekProject(path, readTotals)]) {
      const refusal = refusalOf(open);
      expect(refusal.code).toBe(code);
      expect(readFileSync(path).equals(bytes)).toBe(true);
      expect(readdirSync(folder)).toEqual(['étude.trame']);
      for (const language of ['fr', 'en'] as const) expect(failureText[language][refusal.code](refusal.data)).toMatch(/^[^\n]{20,}$/);
    }
  });

  it('that is none, or a folder, is told apart from a folder that is none', () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'dossier.trame'));
    const codes = ['rien.trame', 'rien/étude.trame', 'dossier.trame'].map((name) => [
      refusalOf(() => openProject(join(folder, name))).code,
      refusalOf(() => peekProject(join(folder, name), readTotals)).code,
    ]);
    expect(codes).toEqual([
      ['project.notFound', 'project.notFound'],
      ['project.folderMissing', 'project.folderMissing'],
      ['project.notSqlite', 'project.notSqlite'],
    ]);
    expect(readdirSync(folder)).toEqual(['dossier.trame']);
  });

  it('whose damage lies deeper opens, and is named by the check', () => {
    const path = join(aFolder(), 'étude.trame');
    const bytes = readFileSync(sound);
    const at = bytes.indexOf('Encore un mot sur la règle');
    bytes.fill(0xff, at - (at % 4096) + 4096, at - (at % 4096) + 8192);
    writeFileSync(path, bytes);
    const project = openProject(path);
    expect(checkProject(project).some(({ what }) => what === 'file.integrity')).toBe(true);
    closeProject(project);
  });
});

describe('a file that must not be written', () => {
  function readOnlyCopy(): string {
    const path = join(aFolder(), 'étude.trame');
    copyFileSync(sound, path);
    chmodSync(path, 0o444);
    return path;
  }

  it('is read, and every command on it is refused', () => {
    const path = readOnlyCopy();
    const bytes = readFileSync(path);
    const project = openProject(path);
    const [coderId] = coderIds(project);
    if (!coderId) throw new Error('no coder');
    expect(project.isReadOnly).toBe(true);
    expect(readText(project, listSources(project)[0]?.id ?? '')).toBe(E01);
    expect(checkProject(project)).toEqual([]);
    expect(refusalOf(() => createCase({ project, coderId }, { name: 'Pôle 9' })).code).toBe('project.readOnly');
    expect(refusalOf(() => undo({ project, coderId })).code).toBe('project.readOnly');
    closeProject(project);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readdirSync(dirname(path))).toEqual(['étude.trame']);
  });

  it('is listed like any other', () => {
    expect(peekProject(readOnlyCopy(), (project) => readProject(project).title)).toBe('Deux pôles');
  });

  it('and that comes from a newer version is refused for that', () => {
    const path = readOnlyCopy();
    chmodSync(path, 0o644);
    database(path, (sqlite) => sqlite.exec(`INSERT INTO schema_migration VALUES (9999, 'future', 'x', '2030')`));
    chmodSync(path, 0o444);
    expect(refusalOf(() => openProject(path)).code).toBe('project.newerVersion');
  });

  it('after its program was killed still shows all that was acknowledged', () => {
    const { project } = aStudy();
    createCase(project.session, { name: 'Pôle 3' });
    const path = join(aFolder(), 'étude.trame');
    for (const suffix of ['', '-wal']) copyFileSync(`${project.path}${suffix}`, `${path}${suffix}`);
    chmodSync(path, 0o444);
    const opened = openProject(path);
    expect(snapshot(opened)).toEqual(project.snapshot());
    closeProject(opened);
  });
});

describe('making a project', () => {
  it('gives one file with a coder and a log', () => {
    const folder = aFolder();
    const path = join(folder, 'Étude de cas (2).trame');
    createProject(path, { ...CARD, coderName: ' ' }, 'origin');
    expect(readdirSync(folder)).toEqual(['Étude de cas (2).trame']);
    const project = openProject(path);
    expect(project.sqlite.prepare('SELECT name, initials FROM coder').all()).toEqual([{ name: 'Chercheur·e', initials: 'C' }]);
    expect(project.sqlite.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(checkProject(project)).toEqual([]);
    closeProject(project);
  });

  it.each<[FailureCode, string, (folder: string) => string]>([
    ['project.exists', 'over a project', (folder) => (copyFileSync(sound, join(folder, 'a.trame')), join(folder, 'a.trame'))],
    ['project.exists', 'over any file', (folder) => (writeFileSync(join(folder, 'notes.txt'), 'x'), join(folder, 'notes.txt'))],
    ['project.exists', 'over a folder', (folder) => folder],
    ['project.folderMissing', 'in a folder that is none', (folder) => join(folder, 'rien', 'a.trame')],
    [
      'project.folderMissing',
      'in a file taken for a folder',
      (folder) => (writeFileSync(join(folder, 'notes.txt'), 'x'), join(folder, 'notes.txt', 'a.trame')),
    ],
    ['file.unwritable', 'under a name that is too long', (folder) => join(folder, `${'é'.repeat(200)}.trame`)],
  ])('%s: %s is refused, and nothing is left behind', (code, _sentence, prepare) => {
    const folder = aFolder();
    const path = prepare(folder);
    const before = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size]);
    expect(refusalOf(() => createProject(path, CARD, 'origin')).code).toBe(code);
    expect(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size])).toEqual(before);
  });

  it('without a title is refused', () => {
    expect(refusalOf(() => createProject(join(aFolder(), 'a.trame'), { ...CARD, title: ' ' }, 'origin')).code).toBe('project.titleEmpty');
  });

  it('whose furnishing is refused leaves no file', () => {
    const folder = aFolder();
    const furnish = () =>
      createProject(join(folder, 'a.trame'), CARD, 'origin', (session) => ['Pôle 1', 'Pôle 1'].forEach((name) => createCase(session, { name })));
    expect(refusalOf(furnish).code).toBe('case.nameTaken');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('closing', () => {
  it('leaves one file, which holds everything', () => {
    const project = aProject().withCase('Pôle 1');
    expect(existsSync(`${project.path}-wal`)).toBe(true);
    closeProject(project.project);
    closeProject(project.project);
    expect(readdirSync(dirname(project.path))).toEqual(['étude de cas.trame']);
    database(project.path, (sqlite) => expect(sqlite.prepare('SELECT name FROM study_case').pluck().all()).toEqual(['Pôle 1']));
  });

  it('while another program has the project open loses nothing, and the last one out tidies up', () => {
    const project = aProject();
    const other = openProject(project.path);
    createCase({ project: other, coderId: project.session.coderId }, { name: 'Pôle 1' });
    createCase(project.session, { name: 'Pôle 2' });
    closeProject(project.project);
    createCase({ project: other, coderId: project.session.coderId }, { name: 'Pôle 3' });
    closeProject(other);
    expect(readdirSync(dirname(project.path))).toEqual(['étude de cas.trame']);
    database(project.path, (sqlite) => expect(sqlite.prepare('SELECT name FROM study_case').pluck().all()).toEqual(['Pôle 1', 'Pôle 2', 'Pôle 3']));
  });

  it('a project that another program is writing to is refused in words, not with SQLite’s', () => {
    const project = aProject();
    project.project.sqlite.pragma('busy_timeout = 1');
    const other = new Database(project.path);
    other.exec('BEGIN IMMEDIATE');
    expect(refusalOf(() => createCase(project.session, { name: 'Pôle 1' })).code).toBe('project.busy');
    other.exec('ROLLBACK');
    other.close();
    createCase(project.session, { name: 'Pôle 1' });
  });

  it('a look at a project that was killed takes its log in, as opening would', () => {
    const { project } = aStudy();
    const folder = aFolder();
    const path = join(folder, 'étude.trame');
    for (const suffix of ['', '-wal']) copyFileSync(`${project.path}${suffix}`, `${path}${suffix}`);
    expect(peekProject(path, (peeked) => readTotals(peeked).codings)).toBe(7);
    expect(readdirSync(folder)).toEqual(['étude.trame']);
  });

  it('a look writes nothing, whatever it tries', () => {
    const path = join(aFolder(), 'étude.trame');
    copyFileSync(sound, path);
    const bytes = readFileSync(path);
    expect(() => peekProject(path, (project) => project.sqlite.exec('DELETE FROM coding'))).toThrow('project.readOnly');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
});
