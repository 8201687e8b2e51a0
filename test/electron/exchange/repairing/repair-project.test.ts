// Files damaged in every way that disks have: what can be read is in the new file, which is sound, and the damaged one is not touched.
import { copyFileSync, existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { repairInto } from '../../../../electron/exchange/repairing/repair-project.ts';
import { checkProject } from '../../../../electron/queries/check.ts';
import { closeProject, openProject, peekProject } from '../../../../electron/storage/open-project.ts';
import type { Problem } from '../../../../shared/domain/project.ts';
import { snapshot } from '../../../support/content.ts';
import { aFolder } from '../../../support/project.ts';
import { chance } from '../../../support/seeded.ts';
import { aFurnishedStudy } from '../../../support/work/study-file.ts';

const PAGE = 4096;
const TIMES = 6;

/** Everything that a project can hold, and an interview long enough to have a tree of pages. */
function sound(): string {
  const study = aFurnishedStudy().withSource('Long', 'Directrice : Encore un mot sur la règle commune.\n'.repeat(1500));
  closeProject(study.project);
  return study.path;
}

const SOUND = sound();
const WHOLE = peekProject(SOUND, snapshot);
const ROWS = Object.values(WHOLE).reduce((sum, rows) => sum + rows.length, 0);

function damaged(damage: (bytes: Buffer) => Buffer | undefined): string {
  const path = join(aFolder(), 'étude.trame');
  const bytes = readFileSync(SOUND);
  writeFileSync(path, damage(bytes) ?? bytes);
  return path;
}

/** The recordings of the study lie beside another file. */
const besideMedia = (problems: readonly Problem[]): Problem[] => problems.filter(({ what }) => what !== 'media.fileMissing');

const repaired = (path: string): string => join(dirname(path), 'réparé.trame');

function contentOf(path: string): Record<string, unknown[]> {
  const project = openProject(path);
  expect(besideMedia(checkProject(project))).toEqual([]);
  const content = snapshot(project);
  closeProject(project);
  return content;
}

/** Where the tree of this table, or index, begins. */
function rootOf(name: string): number {
  const sqlite = new Database(SOUND, { readonly: true });
  const root = Number(sqlite.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name));
  sqlite.close();
  return root;
}

const fill = (bytes: Buffer, page: number, value = 0xff): void => void bytes.fill(value, (page - 1) * PAGE, page * PAGE);

it('a sound file is the same afterwards', () => {
  const path = damaged(() => undefined);
  expect(repairInto(path, repaired(path))).toMatchObject({ tables: [], unreadablePages: 0, stray: 0, turnsGone: [] });
  expect(contentOf(repaired(path))).toEqual(WHOLE);
});

it.each(['turn', 'coding', 'coder', 'project', 'category', 'memo', 'passage'])(
  'the first page of the table « %s » is gone: the project’s history gives its rows back',
  (table) => {
    const path = damaged((bytes) => {
      fill(bytes, rootOf(table));
    });
    const before = readFileSync(path);
    const repair = repairInto(path, repaired(path));
    expect(besideMedia(repair.problems)).toEqual([]);
    expect(Object.keys(contentOf(repaired(path)))).toEqual(Object.keys(WHOLE));
    expect(contentOf(repaired(path))).toEqual(WHOLE);
    expect(readFileSync(path).equals(before)).toBe(true);
  },
);

it('the history’s own pages are gone: the study is there all the same', () => {
  const path = damaged((bytes) => {
    fill(bytes, rootOf('change_log'));
  });
  expect(besideMedia(repairInto(path, repaired(path)).problems)).toEqual([]);
  expect(contentOf(repaired(path))).toEqual(WHOLE);
});

it('indexes and the index of words are made anew', () => {
  const path = damaged((bytes) => {
    for (const name of ['turn_by_source', 'turn_words_data', 'indexed_turn', 'turn_words_docsize']) fill(bytes, rootOf(name), 0);
  });
  expect(besideMedia(repairInto(path, repaired(path)).problems)).toEqual([]);
  expect(contentOf(repaired(path))).toEqual(WHOLE);
});

it.each([
  ['its header is zeros', 100],
  ['its whole first page is zeros', PAGE],
  ['its first page is another program’s', PAGE - 1],
])('tables are found where such a file has them though %s', (_sentence, bytesGone) => {
  const path = damaged((bytes) => bytes.fill(bytesGone === PAGE - 1 ? 0x41 : 0, 0, bytesGone));
  expect(() => openProject(path)).toThrow(/project\.(notSqlite|damaged)/);
  expect(besideMedia(repairInto(path, repaired(path)).problems)).toEqual([]);
  expect(contentOf(repaired(path))).toEqual(WHOLE);
});

it.each([0.95, 0.6])('cut at %s of its length: what is left is sound, and it says which turns are gone', (share) => {
  const path = damaged((bytes) => bytes.subarray(0, Math.floor(bytes.length * share)));
  const repair = repairInto(path, repaired(path));
  expect(besideMedia(repair.problems)).toEqual([]);
  expect(repair.unreadablePages).toBeGreaterThan(0);
  contentOf(repaired(path));
});

it('two thirds of it are cut off: it opens, and what is not right in it is named', () => {
  const path = damaged((bytes) => bytes.subarray(0, Math.floor(bytes.length * 0.3)));
  const { problems } = repairInto(path, repaired(path));
  expect(besideMedia(problems).map(({ what }) => what)).toEqual(expect.arrayContaining(['cell.entityGone']));
  const project = openProject(repaired(path));
  expect(checkProject(project)).toEqual(problems);
  closeProject(project);
});

it('work that was only in the log beside it is in the new file', () => {
  const study = aFurnishedStudy().withCase('Pôle 9');
  const path = join(aFolder(), 'étude.trame');
  for (const suffix of ['', '-wal']) copyFileSync(`${study.path}${suffix}`, `${path}${suffix}`);
  const bytes = readFileSync(path);
  bytes.fill(0, 0, 100);
  writeFileSync(path, bytes);
  repairInto(path, repaired(path));
  expect(contentOf(repaired(path))).toEqual(study.snapshot());
});

it('its log is missing: the last state that was folded in is in the new file', () => {
  const study = aFurnishedStudy();
  closeProject(study.project);
  const was = peekProject(study.path, snapshot);
  const path = join(aFolder(), 'étude.trame');
  study.reopen().withCase('Pôle 9');
  copyFileSync(study.path, path);
  repairInto(path, repaired(path));
  expect(contentOf(repaired(path))).toEqual(was);
});

it('pages damaged by chance: the new file is sound, whatever they held', () => {
  const luck = chance(9);
  let kept = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const path = damaged((bytes) => {
      const pages = bytes.length / PAGE;
      for (let page = 0; page < 3; page += 1) {
        const at = luck.below(pages) * PAGE;
        if (luck.below(2) === 0) for (let byte = 0; byte < 200; byte += 1) bytes[at + luck.below(PAGE)] = luck.below(256);
        else bytes.fill(luck.below(256), at, at + PAGE);
      }
    });
    const repair = repairInto(path, repaired(path));
    expect(besideMedia(repair.problems)).toEqual([]);
    kept += Object.values(contentOf(repaired(path))).reduce((sum, rows) => sum + rows.length, 0);
  }
  expect(kept / TIMES / ROWS).toBeGreaterThan(0.9);
});

it('nothing is written where nothing is left, or where a file is', () => {
  const path = damaged((bytes) => Buffer.alloc(bytes.length));
  expect(() => repairInto(path, repaired(path))).toThrow('repair.nothing');
  expect(() => repairInto(SOUND, path)).toThrow('project.exists');
  truncateSync(path, 0);
  expect(() => repairInto(path, repaired(path))).toThrow('repair.nothing');
  expect(existsSync(repaired(path))).toBe(false);
  expect(readdirSync(dirname(path))).toEqual(['étude.trame']);
});
