// A project's path that is wrong: every command says what it is in one clear line, and touches nothing.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCodedStudyFile, done, onThisTerminal, refused } from '../../support/command-line.ts';
import type { StudyFile } from '../../support/command-line.ts';
import { aFolder } from '../../support/project.ts';

onThisTerminal();

let study: StudyFile;
beforeAll(async () => {
  study = await aCodedStudyFile();
});

function inDatabase(path: string, sql: string): void {
  const sqlite = new Database(path);
  sqlite.exec(sql);
  sqlite.close();
}

/** Every command that opens a project, with what else it needs. */
const COMMANDS: readonly (readonly [string, (path: string) => readonly string[]])[] = [
  ['list', (path) => ['list', path, 'sources', '--json']],
  ['text', (path) => ['text', path, 'A']],
  ['edit', (path) => ['edit', path, 'A', '--replace', '0', '1', 'x']],
  ['grid add', (path) => ['grid', path, 'add', 'innovation-sociale']],
  ['grid import', (path) => ['grid', path, 'import', join(study.folder, 'dimensions.json')]],
  ['grid export', (path) => ['grid', path, 'export', 'dimensions', '--out', join(study.folder, 'never.json')]],
  ['import', (path) => ['import', path, join(study.folder, 'A.txt')]],
  ['code', (path) => ['code', path, join(study.folder, 'table.json')]],
  ['matrix', (path) => ['matrix', path, '--rows', 'case', '--cols', 'source', '--json']],
  ['synthesis', (path) => ['synthesis', path, '--row', 'x', '--col', 'y', '--text', 'z']],
  ['export', (path) => ['export', path, '--out', join(study.folder, 'never.json')]],
  ['log', (path) => ['log', path, '--json']],
  ['undo', (path) => ['undo', path]],
  ['redo', (path) => ['redo', path]],
  ['check', (path) => ['check', path, '--json']],
  ['serve', (path) => ['serve', path]],
];

type Wrong = readonly [string, RegExp, (path: string) => void];

const WRONG: readonly Wrong[] = [
  ['missing', /does not exist: .*étude\.trame/, () => undefined],
  ['a folder', /not a Trame project/, (path) => mkdirSync(path)],
  ['a text', /not a Trame project/, (path) => writeFileSync(path, 'Enquêtrice : Bonjour.\n'.repeat(20))],
  ['empty', /not a Trame project/, (path) => writeFileSync(path, '')],
  ['another program’s', /another program’s database/, (path) => inDatabase(path, 'CREATE TABLE bookmarks (x)')],
  ['cut', /damaged or incomplete/, (path) => (copyFileSync(study.path, path), truncateSync(path, 20_000))],
  [
    'newer',
    /newer version of Trame/,
    (path) => (copyFileSync(study.path, path), inDatabase(path, `INSERT INTO schema_migration VALUES (9999, 'future', 'x', '2030')`)),
  ],
];

describe.each(WRONG)('a project file that is %s', (_name, because, make) => {
  it('is named in one line by every command, and left as it was', async () => {
    const folder = aFolder();
    const path = join(folder, 'étude.trame');
    make(path);
    const before = readdirSync(folder, { withFileTypes: true }).map((entry) =>
      entry.isFile() ? readFileSync(join(folder, entry.name)) : entry.name,
    );
    for (const [name, args] of COMMANDS) expect([name, await refused(...args(path))]).toEqual([name, expect.stringMatching(because)]);
    expect(
      readdirSync(folder, { withFileTypes: true }).map((entry) => (entry.isFile() ? readFileSync(join(folder, entry.name)) : entry.name)),
    ).toEqual(before);
    expect(readdirSync(study.folder)).not.toContain('never.json');
  });
});

describe('a project file', () => {
  it('in a folder that is none is named with the folder', async () => {
    for (const [, args] of COMMANDS)
      expect(await refused(...args(join(study.folder, 'rien', 'étude.trame')))).toMatch(/folder does not exist: .*rien\./);
  });

  it('that is read-only can be read, and every change is refused', async () => {
    const path = join(aFolder(), 'lecture seule.trame');
    copyFileSync(study.path, path);
    chmodSync(path, 0o444);
    const bytes = readFileSync(path);
    const changing = new Set(['edit', 'grid add', 'grid import', 'import', 'code', 'synthesis', 'undo', 'redo']);
    const inIt: Readonly<Record<string, readonly string[]>> = {
      edit: ['edit', path, 'A', '--replace', '13', '16', 'Tout'],
      'grid import': [
        'grid',
        path,
        'import',
        study.file('autre.json', JSON.stringify({ id: 'autre', title: 'Autre', categories: [{ name: 'Une' }] })),
      ],
      synthesis: ['synthesis', path, '--row', 'Gouvernance', '--col', 'Pôle 1', '--text', 'z'],
      redo: ['undo', path, '2'],
    };
    for (const [name, args] of COMMANDS.filter(([each]) => changing.has(each)))
      expect([name, await refused(...(inIt[name] ?? args(path)))]).toEqual([name, expect.stringMatching(/read-only/)]);
    for (const [, args] of COMMANDS.filter(([each]) => ['list', 'text', 'matrix', 'log', 'check'].includes(each))) await done(...args(path));
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('that would be made where it cannot is refused', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'notes.txt'), 'x');
    expect(await refused('new', join(folder, 'rien', 'a.trame'), '--title', 'T')).toMatch(/folder does not exist/);
    expect(await refused('new', join(folder, 'notes.txt'), '--title', 'T')).toMatch(/already there/);
    expect(await refused('new', folder, '--title', 'T')).toMatch(/already there/);
    expect(await refused('new', join(folder, 'a.trame'), '--title', ' ')).toMatch(/title/);
    expect(await refused('new', join(folder, 'a.trame'), '--title', 'T', '--grid', 'inconnue')).toMatch(/grid does not exist: inconnue/);
    expect(await refused('new', join(folder, 'a.trame'), '--title', 'T', '--grid', 'posture-de-preuve')).toMatch(/not a grid of categories/);
    expect(await refused('demo', join(folder, 'notes.txt'))).toMatch(/notes\.txt/);
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });
});
