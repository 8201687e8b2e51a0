// `undo`, `redo`, `log`, `check`, `list`, `export`, `grid`: what was done can be read, taken back, carried elsewhere.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { A, B, aCodedStudyFile, codingsOf, copyOf, done, json, onThisTerminal, refused, trame } from '../../support/command-line.ts';
import type { StudyFile } from '../../support/command-line.ts';

onThisTerminal();

let original: StudyFile;
let study: StudyFile;
beforeAll(async () => {
  original = await aCodedStudyFile();
});
beforeEach(() => {
  study = copyOf(original);
});

interface PrintedEntry {
  readonly command: string;
  readonly kind: string;
  readonly coderName: string;
  readonly isUndone: boolean;
  readonly diffs: readonly object[];
}
const log = (): Promise<PrintedEntry[]> => json<PrintedEntry[]>('log', study.path);
const MADE = ['project.create', 'case.create', 'source.import', 'case.create', 'source.import', 'grid.add', 'grid.add', 'coding.applyTable'];

describe('undo and redo', () => {
  it('take back and bring back as many steps as are asked for, from one start of the program to the next', async () => {
    const codings = await codingsOf(study.path);
    expect((await done('undo', study.path)).err).toMatch(/^[^\n]+\n$/);
    expect(await codingsOf(study.path)).toEqual([]);
    expect((await done('undo', study.path, '2')).err.split('\n')).toHaveLength(3);
    expect(await json('list', study.path, 'grids')).toEqual([]);
    await done('redo', study.path, '3', '--coder', 'Éric Faye');
    expect(await codingsOf(study.path)).toEqual(codings);
    expect((await log()).slice(-6).map(({ kind, coderName }) => [kind, coderName])).toEqual([
      ...Array.from({ length: 3 }, () => ['undo', 'Anne Berger']),
      ...Array.from({ length: 3 }, () => ['redo', 'Éric Faye']),
    ]);
  });

  it.each([
    ['undo', '99', 'There is nothing to undo.'],
    ['redo', '1', 'There is nothing to redo.'],
    ['redo', '2', 'There is nothing to redo.'],
  ])('%s %s beyond the steps that there are is refused, and takes no step', async (direction, count, because) => {
    if (count === '2') await done('undo', study.path);
    const before = [await log(), await codingsOf(study.path), await json('list', study.path, 'sources')];
    expect(await refused(direction, study.path, count)).toBe(because);
    expect([await log(), await codingsOf(study.path), await json('list', study.path, 'sources')]).toEqual(before);
  });

  it('of everything but the making leaves an empty study', async () => {
    await done('undo', study.path, String(MADE.length - 1));
    for (const what of ['sources', 'cases', 'grids', 'codings', 'participants']) expect(await json('list', study.path, what)).toEqual([]);
    expect((await done('check', study.path)).out).toBe('ok\n');
  });
});

describe('log', () => {
  it('says every command, oldest first, with its differences', async () => {
    const entries = await log();
    expect(entries.map(({ command }) => command)).toEqual(MADE);
    for (const entry of entries) expect(entry).toMatchObject({ kind: 'do', coderName: 'Anne Berger', isUndone: false });
    for (const { diffs } of entries) expect(diffs.length).toBeGreaterThan(0);
    await done('undo', study.path);
    expect((await log()).map(({ kind, isUndone }) => `${kind} ${isUndone}`).slice(-2)).toEqual(['do true', 'undo false']);
  });

  it('is a table to read, one line a command', async () => {
    const lines = (await done('log', study.path)).out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^# +at +coder +kind +what/);
    expect(lines).toHaveLength(MADE.length + 1);
  });
});

describe('check', () => {
  it('finds nothing wrong in a sound project', async () => {
    expect(await json('check', study.path)).toEqual({ sound: true, problems: [] });
    expect(await done('check', study.path)).toEqual({ code: 0, out: 'ok\n', err: '' });
  });

  it('ends with 1 where something is wrong, and says what and where', async () => {
    const sqlite = new Database(study.path);
    sqlite.exec(`UPDATE source SET words = 999 WHERE name = 'A'`);
    sqlite.close();
    const ended = await trame('check', study.path, '--json');
    expect(ended).toMatchObject({ code: 1, err: '1 problem(s)\n' });
    expect(JSON.parse(ended.out)).toEqual({ sound: false, problems: [{ what: 'source.words', where: 'A' }] });
    const read = await trame('check', study.path);
    expect(read).toMatchObject({ code: 1, err: '1 problem(s)\n' });
    expect(read.out).toMatch(/source\.words +A/);
  });
});

describe('list', () => {
  it.each([
    ['sources', ['A', 'B']],
    ['cases', ['Pôle 1', 'Pôle 2']],
    ['participants', ['Directrice', 'Enquêtrice', 'Président']],
    ['grids', ['Dimensions', 'Outils, au sens large']],
    ['categories', ['Gouvernance', 'Territoire', 'Coordination', 'comité', 'salon', 'Régulation', 'charte']],
    ['coders', ['Anne Berger', 'Chloé Dumas']],
    ['memos', []],
    ['matrices', []],
    ['attributes', []],
  ])('%s: each with its id and its name', async (what, names) => {
    const items = await json<{ id: string; name: string }[]>('list', study.path, what);
    expect(items.map(({ name }) => name)).toEqual(names);
    expect(new Set(items.map(({ id }) => id)).size).toBe(names.length);
    const lines = (await done('list', study.path, what)).out.trimEnd().split('\n');
    expect(lines).toHaveLength(names.length + 1);
  });

  it('codings: whole-document offsets of the text, in the corpus’s order', async () => {
    const codings = await codingsOf(study.path);
    expect(codings.map(({ source, category }) => [source, category])).toEqual([
      ['A', 'dimensions > Gouvernance'],
      ['A', 'outils > Coordination > comité'],
      ['A', 'dimensions > Territoire'],
      ['A', 'dimensions > Gouvernance'],
      ['A', 'outils > Régulation > charte'],
      ['B', 'outils > Coordination > comité'],
      ['B', 'dimensions > Gouvernance'],
      ['B', 'outils > Coordination > salon'],
    ]);
    for (const { source, start, end, quote } of codings) expect((source === 'A' ? A : B).slice(start, end)).toBe(quote);
    expect(Object.keys(codings[0] ?? {})).toEqual([
      'id',
      'source',
      'start',
      'end',
      'quote',
      'category',
      'coder',
      'memo',
      'weight',
      'stance',
      'createdAt',
    ]);
  });
});

describe('export', () => {
  it('json holds everything but the history', async () => {
    const out = join(study.folder, 'tout.json');
    expect(await done('export', study.path, '--out', out)).toEqual({ code: 0, out: '', err: '' });
    const data = JSON.parse(readFileSync(out, 'utf8')) as Record<string, unknown>;
    expect(data).toMatchObject({
      format: 'trame-project',
      project: { title: 'Deux pôles' },
      sources: [
        { name: 'A', text: A },
        { name: 'B', text: B },
      ],
      codings: await codingsOf(study.path),
    });
  });

  it('csv holds the codings, whatever the file is called', async () => {
    const out = join(study.folder, 'codages d’été.txt');
    await done('export', study.path, '--out', out, '--format', 'csv');
    const lines = readFileSync(out, 'utf8').split('\r\n');
    expect(lines[0]).toBe('\ufeffsource,start,end,quote,category,coder,memo,weight,stance,createdAt');
    expect(lines).toHaveLength(10);
  });

  it('elsewhere than it can is refused, and leaves no file', async () => {
    expect(await refused('export', study.path, '--out', join(study.folder, 'tout.zip'))).toMatch(/format is not known: zip/);
    expect(await refused('export', study.path, '--out', join(study.folder, 'tout'))).toMatch(/format is not known/);
    expect(await refused('export', study.path, '--out', join(study.folder, 'rien', 'tout.json'))).toMatch(/Cannot write here/);
    expect(readdirSync(study.folder)).toEqual(['étude de cas.trame']);
  });
});

describe('grids', () => {
  it('that ship are seven, one of them the stance', async () => {
    const grids = await json<{ id: string; kind: string; categories: object[] }[]>('grids');
    expect(grids).toHaveLength(7);
    expect(grids.map(({ id }) => id)).toEqual(expect.arrayContaining(['innovation-sociale', 'outils-de-gestion', 'posture-de-preuve']));
    expect(grids.filter(({ kind }) => kind !== 'categories').map(({ id }) => id)).toEqual(['posture-de-preuve']);
    expect((await done('grids')).out.trimEnd().split('\n')).toHaveLength(8);
  });

  it('are added once, in the project’s language', async () => {
    await done('grid', study.path, 'add', 'innovation-sociale', '--coder', 'Chloé Dumas');
    expect(await json('list', study.path, 'grids')).toContainEqual(
      expect.objectContaining({ id: 'innovation-sociale', name: 'Dimensions de l’innovation sociale' }),
    );
    expect(await refused('grid', study.path, 'add', 'innovation-sociale')).toMatch(/already in the project/);
    expect(await refused('grid', study.path, 'add', 'inconnue')).toMatch(/grid does not exist: inconnue/);
    expect(await refused('grid', study.path, 'add', 'posture-de-preuve')).toMatch(/not a grid of categories/);
    expect(await json('list', study.path, 'grids')).toHaveLength(3);
  });

  it('say what a file for other programs does not hold, after writing it', async () => {
    await done('grid', study.path, 'add', 'outils-de-gestion');
    const out = join(study.folder, 'pour d’autres.qdc');
    const { err } = await done('grid', study.path, 'export', 'outils-de-gestion', '--out', out);
    expect(err).toMatch(/^The qdc format has no place for: .*source and description.*json too\.\n$/);
    expect(readFileSync(out, 'utf8')).toContain('<CodeBook');
    expect((await done('grid', study.path, 'export', 'outils-de-gestion', '--out', join(study.folder, 'tout.json'))).err).toBe('');
  });

  it('go from one project to another through a file, whole', async () => {
    const out = join(study.folder, 'grille exportée.json');
    await done('grid', study.path, 'add', 'innovation-sociale');
    await done('grid', study.path, 'export', 'Dimensions de l’innovation sociale', '--out', out);
    const other = join(study.folder, 'autre.trame');
    await done('new', other, '--title', 'Autre');
    await done('grid', other, 'import', out);
    const again = join(study.folder, 'encore.json');
    await done('grid', other, 'export', 'innovation-sociale', '--out', again);
    expect(JSON.parse(readFileSync(again, 'utf8'))).toEqual(JSON.parse(readFileSync(out, 'utf8')));
    const words = async (path: string): Promise<unknown[]> =>
      (await json<{ grid: string; name: string; definition: string; color: string }[]>('list', path, 'categories'))
        .filter(({ grid }) => grid === 'innovation-sociale')
        .map(({ name, definition, color }) => [name, definition, color]);
    expect(await words(other)).toEqual(await words(study.path));
    expect((await words(other)).length).toBeGreaterThan(7);
  });

  it.each([
    ['pas.json', '{"id":', /not a grid: it is unreadable or incomplete/],
    ['sans-nom.json', '{"id":"x","title":"X","categories":[{"definition":"y"}]}', /not a grid: see “categories\.0\.name”/],
    ['liste.json', '[]', /not a grid/],
    ['grille.qdc', '<x/>', /not a grid/],
    ['grille.pdf', '<x/>', /format is not known: pdf/],
  ])('in a file that holds none are refused: %s', async (name, content, because) => {
    expect(await refused('grid', study.path, 'import', study.file(name, content))).toMatch(because);
    expect(await json('list', study.path, 'grids')).toHaveLength(2);
  });

  it('that are not there cannot be exported, nor to a format that is not written', async () => {
    expect(await refused('grid', study.path, 'export', 'inconnue', '--out', join(study.folder, 'x.json'))).toMatch(/grid does not exist: inconnue/);
    expect(await refused('grid', study.path, 'export', 'dimensions', '--out', join(study.folder, 'x.pdf'))).toMatch(/format is not known: pdf/);
    expect(readdirSync(study.folder)).toEqual(['étude de cas.trame']);
  });
});
