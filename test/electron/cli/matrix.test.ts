// `trame matrix` on a study small enough to count by hand.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { A, B, aCodedStudyFile, done, json, misused, onThisTerminal, refused } from '../../support/command-line.ts';
import type { PrintedMatrix, StudyFile } from '../../support/command-line.ts';
import { zipTexts } from '../../support/zip-text.ts';

onThisTerminal();

let study: StudyFile;
beforeAll(async () => {
  study = await aCodedStudyFile();
  const people = study.file('people.csv', 'locuteur;source;Fonction\nDirectrice;A;gouvernance\nPrésident;B;entrepreneurs\n');
  const cases = study.file('cases.tsv', 'cas\tCréation\nPôle 1\t2005\nPôle 2\t2015\n');
  await done(
    'import',
    study.path,
    study.file('C.txt', 'Une note sans locuteur.\n'),
    '--participants',
    people,
    '--cases',
    cases,
    '--kind',
    'document',
  );
});

const matrix = (...options: string[]): Promise<PrintedMatrix> => json('matrix', study.path, ...options);
const ofPoles = (...options: string[]): Promise<PrintedMatrix> => matrix('--rows', 'grid:dimensions', '--cols', 'grid:outils@1,case', ...options);

/** Each cell as `codings/passages categories`. */
function inShort({ cells }: PrintedMatrix): string[][] {
  return cells.map((row) => row.map((cell) => [`${cell.codings}/${cell.passages}`, ...cell.categories].join(' ')));
}

describe('nested columns', () => {
  it('print exactly what was coded', async () => {
    const categories = await json<{ id: string; name: string }[]>('list', study.path, 'categories');
    const cases = await json<{ id: string; name: string }[]>('list', study.path, 'cases');
    const category = (name: string): string => `category:${categories.find((item) => item.name === name)?.id}`;
    const pole = (name: string): string => `case:${cases.find((item) => item.name === name)?.id}`;
    const none = {
      codings: 0,
      passages: 0,
      sources: 0,
      cases: 0,
      categories: [],
      quotes: [],
      synthesis: null,
      rating: null,
      stance: { supports: 0, contrasts: 0, mentions: 0 },
    };
    const one = { ...none, codings: 1, passages: 1, sources: 1, cases: 1 };
    const quote = (source: string, speaker: string, ref: string, words: string, stance: string | null = null): object => {
      const start = (source === 'A' ? A : B).indexOf(words);
      return { source, speaker, start, end: start + words.length, text: words, ref, stance };
    };
    const nested = ['Coordination', 'Régulation'].flatMap((family) =>
      ['Pôle 1', 'Pôle 2'].map((name) => ({ key: `${category(family)}|${pole(name)}`, label: name, path: [family, name] })),
    );
    expect(await ofPoles()).toEqual({
      title: 'Deux pôles',
      rows: ['Gouvernance', 'Territoire'].map((label) => ({ key: category(label), label, path: [label] })),
      columns: nested,
      cells: [
        [
          { ...one, categories: ['comité'], quotes: [quote('A', 'Directrice', 'A §2', 'Le comité réunit tout le monde')] },
          {
            ...one,
            categories: ['salon'],
            quotes: [quote('B', 'Président', 'B §3', 'Le salon rassemble', 'contrasts')],
            stance: { supports: 0, contrasts: 1, mentions: 0 },
          },
          { ...one, categories: ['charte'], quotes: [quote('A', 'Directrice', 'A §2', 'La charte fixe la règle')] },
          none,
        ],
        [{ ...one, categories: ['comité'], quotes: [quote('A', 'Directrice', 'A §2', 'tout le monde')] }, none, none, none],
      ],
      totals: { codings: 4, passages: 4, sources: 2 },
      omitted: { codings: 0 },
    });
  });

  it('may be in any order, three deep, on either side', async () => {
    const columns = async (...options: string[]): Promise<string[]> => (await matrix(...options)).columns.map(({ path }) => path.join(' / '));
    expect(await columns('--rows', 'grid:dimensions', '--cols', 'case, grid:outils@1')).toEqual([
      'Pôle 1 / Coordination',
      'Pôle 1 / Régulation',
      'Pôle 2 / Coordination',
      'Pôle 2 / Régulation',
    ]);
    expect(await columns('--rows', 'grid:dimensions', '--cols', 'category:outils > Régulation,case,source')).toHaveLength(6);
    const transposed = await matrix('--rows', 'grid:Outils, au sens large@1,case', '--cols', 'grid:dimensions');
    expect(transposed.rows.map(({ path }) => path)).toEqual((await ofPoles()).columns.map(({ path }) => path));
    expect(transposed.cells.map((row) => row.map(({ codings }) => codings))).toEqual([
      [1, 1],
      [1, 0],
      [1, 0],
      [0, 0],
    ]);
  });
});

describe('the join rule', () => {
  const gap = '.\nPrésident : '.length;

  it.each<[string, string[][]]>([
    [
      'passage',
      [
        ['1/1 comité', '1/1 salon', '0/0', '0/0'],
        ['0/0', '0/0', '0/0', '0/0'],
      ],
    ],
    [
      'overlap',
      [
        ['1/1 comité', '1/1 salon', '1/1 charte', '0/0'],
        ['1/1 comité', '0/0', '0/0', '0/0'],
      ],
    ],
    [
      'turn',
      [
        ['2/2 comité', '1/1 salon', '2/2 charte', '0/0'],
        ['1/1 comité', '0/0', '1/1 charte', '0/0'],
      ],
    ],
    [
      `near:${gap}`,
      [
        ['2/2 comité', '2/1 comité salon', '2/2 charte', '0/0'],
        ['1/1 comité', '0/0', '1/1 charte', '0/0'],
      ],
    ],
    [
      `near:${gap - 1}`,
      [
        ['2/2 comité', '1/1 salon', '2/2 charte', '0/0'],
        ['1/1 comité', '0/0', '1/1 charte', '0/0'],
      ],
    ],
    [
      'near:4',
      [
        ['2/2 comité', '1/1 salon', '1/1 charte', '0/0'],
        ['1/1 comité', '0/0', '0/0', '0/0'],
      ],
    ],
  ])('%s decides which passages meet', async (rule, expected) => {
    expect(inShort(await ofPoles('--join', rule))).toEqual(expected);
  });
});

describe('coders and attributes', () => {
  it('one coder’s matrix holds their codings alone, several coders’ all of theirs', async () => {
    expect(inShort(await ofPoles('--coder', 'Anne Berger'))).toEqual([
      ['1/1 comité', '0/0', '1/1 charte', '0/0'],
      ['0/0', '0/0', '0/0', '0/0'],
    ]);
    expect(inShort(await ofPoles('--coder', 'Chloé Dumas'))).toEqual([
      ['0/0', '1/1 salon', '0/0', '0/0'],
      ['0/0', '0/0', '0/0', '0/0'],
    ]);
    expect(await ofPoles('--coder', 'Chloé Dumas', '--coder', 'Anne Berger')).toEqual(await ofPoles());
    expect(await refused('matrix', study.path, '--rows', 'grid:dimensions', '--cols', 'case', '--coder', 'Personne')).toBe(
      'This coder does not exist: Personne.',
    );
  });

  it.each<[string, string[], string[][]]>([
    [
      'attribute:Fonction',
      ['entrepreneurs', 'gouvernance'],
      [
        ['1/1', '2/2'],
        ['0/0', '1/1'],
      ],
    ],
    [
      'attribute:case/Création',
      ['2005', '2015'],
      [
        ['2/2', '1/1'],
        ['1/1', '0/0'],
      ],
    ],
    [
      'source',
      ['A', 'B', 'C'],
      [
        ['2/2', '1/1', '0/0'],
        ['1/1', '0/0', '0/0'],
      ],
    ],
    [
      'participant',
      ['Directrice', 'Président'],
      [
        ['2/2', '1/1'],
        ['1/1', '0/0'],
      ],
    ],
    [
      'coder',
      ['Anne Berger', 'Chloé Dumas'],
      [
        ['2/2', '1/1'],
        ['0/0', '1/1'],
      ],
    ],
    [
      'category:Coordination',
      ['comité', 'salon'],
      [
        ['1/1', '1/1'],
        ['1/1', '0/0'],
      ],
    ],
    [
      'grid:outils',
      ['comité', 'salon', 'charte'],
      [
        ['1/1', '1/1', '1/1'],
        ['1/1', '0/0', '0/0'],
      ],
    ],
  ])('%s is an axis', async (axis, labels, expected) => {
    const table = await matrix('--rows', 'grid:dimensions', '--cols', axis);
    expect(table.columns.map(({ label }) => label)).toEqual(labels);
    expect(inShort(table)).toEqual(expected);
  });

  it('empty rows and columns can be left out', async () => {
    const table = await matrix('--rows', 'grid:dimensions', '--cols', 'source', '--hide-empty', '--coder', 'Anne Berger');
    expect([table.rows.map(({ label }) => label), table.columns.map(({ label }) => label)]).toEqual([['Gouvernance'], ['A']]);
  });
});

describe('files', () => {
  const options = ['--rows', 'grid:dimensions', '--cols', 'grid:outils@1,case'];

  it('of every format are written in one run, and hold the matrix', async () => {
    const names = ['docx', 'xlsx', 'csv', 'html', 'md', 'tex', 'JSON', 'svg', 'png'].map((extension) => `Matrice d’été.${extension}`);
    const paths = names.map((name) => join(study.folder, name));
    const ended = await done(
      'matrix',
      study.path,
      ...options,
      '--title',
      'Pôle 1 / pôle 2',
      '--cell',
      'counts,categories,passages',
      ...paths.flatMap((path) => ['--out', path]),
    );
    expect(ended).toEqual({ code: 0, out: '', err: '' });
    const [docx = '', xlsx = '', csv = '', html = '', md = '', tex = '', asJson = '', svg = '', png = ''] = paths;
    expect(zipTexts(readFileSync(docx)).get('word/document.xml')).toContain('Le comité réunit tout le monde');
    expect([...zipTexts(readFileSync(xlsx)).values()].join('')).toContain('Gouvernance');
    for (const path of [csv, html, md, tex]) expect(readFileSync(path, 'utf8')).toMatch(/Gouvernance[^]*charte/);
    expect(JSON.parse(readFileSync(asJson, 'utf8'))).toEqual(await ofPoles('--title', 'Pôle 1 / pôle 2'));
    expect(readFileSync(svg, 'utf8')).toMatch(/^<(\?xml|svg)/);
    expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
  });

  it('come with the printed JSON where both are asked for', async () => {
    const path = join(study.folder, 'avec.csv');
    expect(await ofPoles('--out', path)).toEqual(await ofPoles());
    expect(existsSync(path)).toBe(true);
  });

  it.each([
    ['matrice.rtf', /format is not known: rtf/],
    ['matrice', /format is not known/],
    [join('rien', 'matrice.csv'), /Cannot write here: .*rien.matrice\.csv/],
  ])('none is written where one cannot be: %s', async (name, because) => {
    const good = join(study.folder, 'bonne.csv');
    expect(await refused('matrix', study.path, ...options, '--out', good, '--out', join(study.folder, name))).toMatch(because);
    expect(readdirSync(study.folder)).not.toContain('bonne.csv');
  });

  it('without --out and --json the matrix is printed to read', async () => {
    const { out, err } = await done('matrix', study.path, ...options);
    expect(out).toMatch(/\|.*Gouvernance/);
    expect(err).toBe('');
  });
});

describe('axes and options that are none', () => {
  it.each([
    ['grid:inconnue', /does not exist \(any more\): grid:inconnue/],
    ['attribute:Âge', /does not exist \(any more\): attribute:Âge/],
    ['category:Rien', /category does not exist: Rien/],
    ['cas', /not understood: cas/],
    ['', /not understood/],
    ['case,source,coder,participant', /case,source,coder,participant: at most 3 axes nest here/],
  ])('%j is refused as an axis', async (axis, because) => {
    expect(await refused('matrix', study.path, '--rows', 'grid:dimensions', '--cols', axis)).toMatch(because);
  });

  it('two axes at most stand on the rows', async () => {
    expect(await refused('matrix', study.path, '--cols', 'case', '--rows', 'grid:dimensions,source,coder')).toMatch(
      /grid:dimensions,source,coder: at most 2 axes nest here/,
    );
  });

  it('an attribute that two kinds of things have asks which', async () => {
    const people = study.file('people2.csv', 'participant,source,Création\nDirectrice,A,1999\n');
    await done('import', study.path, study.file('D.txt', 'Une autre note.\n'), '--participants', people);
    expect(await refused('matrix', study.path, '--rows', 'grid:dimensions', '--cols', 'attribute:Création')).toMatch(
      /attribute:case\/Création, attribute:participant\/Création/,
    );
    await done('undo', study.path, '2');
  });

  it.each([
    [['--rows', 'case'], /--cols/],
    [['--cols', 'case'], /--rows/],
    [['--rows', 'case', '--cols', 'case', '--join', 'near'], /passage, overlap, turn or near:N/],
    [['--rows', 'case', '--cols', 'case', '--join', 'near:-1'], /near:N/],
    [['--rows', 'case', '--cols', 'case', '--cell', 'rien'], /rating, counts, cases, sources, participants, stance, categories, synthesis/],
  ])('%j is told how it is used', async (wrong, because) => {
    expect(await misused('matrix', study.path, ...wrong)).toMatch(because);
  });
});
