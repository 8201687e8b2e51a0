// `trame code`: a table of codings is applied whole or not at all, whatever program wrote it.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aStudyFile, codingsOf, copyOf, csv, done, json, onThisTerminal, refused } from '../../support/command-line.ts';
import type { StudyFile } from '../../support/command-line.ts';
import { xlsxOf } from '../../support/documents.ts';

onThisTerminal();

const E01 =
  'Enquêtrice : Qui décide 😀 ?\nDirectrice : Tout le monde décide, c’est notre règle.\nDirectrice : Le salon, dit-elle, « le salon » ; l’ouverture 🎉 compte.\nEnquêtrice : Et après ?\n';
const E02 = 'Enquêtrice : Et ici ?\nPrésident : Les grands groupes décident. Les petits suivent.\nPrésident : On se voit au comité.\n';

const COORDINATION = 'outils-de-gestion > Coordination > Projets collaboratifs';
const GOUVERNANCE = 'innovation-sociale > Processus / Fonctionnement > Gouvernance';

let original: StudyFile;
let study: StudyFile;
beforeAll(async () => {
  original = await aStudyFile({ 'Pôle 1': { 'Entretien à Évry': E01 }, 'Pôle 2': { E02 } }, ['innovation-sociale', 'outils-de-gestion']);
});
beforeEach(() => {
  study = copyOf(original);
});

const at = (text: string, quote: string): { start: number; end: number } => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
const inCodePoints = (text: string, quote: string): { start: number; end: number } => {
  const characters = (words: string): number => Array.from(words).length;
  const start = characters(text.slice(0, text.indexOf(quote)));
  return { start, end: start + characters(quote) };
};

const COLUMNS = ['source', 'quote', 'category', 'coder', 'memo', 'weight', 'stance', 'createdAt'];
const ROWS = [
  [
    'Entretien à Évry',
    'Tout le monde décide, c’est notre règle',
    'Gouvernance',
    'Chloé Dumas',
    'dit deux fois ; à "relire"',
    '2,5',
    'soutient',
    '2019-03-01',
  ],
  [
    'E02',
    'Les grands groupes décident. Les petits suivent.\nPrésident : On se voit',
    'Gouvernance|Projets collaboratifs',
    '',
    '',
    '',
    'contrasts',
    '',
  ],
];
const EXPECTED = [
  {
    source: 'Entretien à Évry',
    quote: ROWS[0]?.[1],
    category: GOUVERNANCE,
    coder: 'Chloé Dumas',
    memo: 'dit deux fois ; à "relire"',
    weight: 2.5,
    stance: 'supports',
    createdAt: '2019-03-01T00:00:00.000Z',
  },
  { source: 'E02', quote: ROWS[1]?.[1], category: GOUVERNANCE, coder: 'Anne Berger', memo: null, weight: null, stance: 'contrasts' },
  { source: 'E02', quote: ROWS[1]?.[1], category: COORDINATION, coder: 'Anne Berger', memo: null, weight: null, stance: 'contrasts' },
];

describe('a table of quotes', () => {
  it.each<[string, () => string | Uint8Array | Promise<Uint8Array>]>([
    ['table.csv', () => csv([COLUMNS, ...ROWS])],
    ['tableau français.csv', () => `\ufeff${csv([COLUMNS, ...ROWS], ';')}`],
    ['table.tsv', () => csv([COLUMNS, ...ROWS], '\t')],
    ['Tableau d’été.XLSX', () => xlsxOf([COLUMNS, ...ROWS])],
    ['table.json', () => JSON.stringify(ROWS.map((row) => Object.fromEntries(row.map((value, index) => [COLUMNS[index], value]))))],
    [
      'lists.json',
      () =>
        JSON.stringify(
          ROWS.map((row) =>
            Object.fromEntries(row.map((value, index) => [COLUMNS[index], index === 2 ? value.split('|') : value === '' ? null : value])),
          ),
        ),
    ],
  ])('is applied from %s', async (name, content) => {
    const table = study.file(name, await content());
    expect(await json('code', study.path, table)).toEqual({ rows: 2, codings: 3, newCategories: [], newCoders: ['Chloé Dumas'] });
    const codings = await codingsOf(study.path);
    expect(codings).toHaveLength(3);
    expect(codings).toEqual(expect.arrayContaining(EXPECTED.map((coding) => expect.objectContaining(coding) as unknown)));
    for (const { source, start, end, quote } of codings) expect((source === 'E02' ? E02 : E01).slice(start, end)).toBe(quote);
  });

  it('does not code twice what is coded already', async () => {
    const table = study.file('table.csv', csv([COLUMNS, ...ROWS, ...ROWS]));
    await done('code', study.path, table);
    expect(await json('code', study.path, table)).toMatchObject({ rows: 4, codings: 0, newCoders: [] });
    expect(await codingsOf(study.path)).toHaveLength(3);
  });

  it('may name its columns in any case, leave lines empty, and hold columns of its own', async () => {
    const table = study.file('table.csv', 'N°,Source,QUOTE,Category\r\n1,E02,au comité,Gouvernance\r\n,,,\r\n\r\n2,E02,Et ici,Gouvernance\r\n');
    expect(await json('code', study.path, table)).toMatchObject({ rows: 2, codings: 2 });
  });

  it('written by `export` brings the same codings to a copy of the corpus', async () => {
    const copy = join(study.folder, 'copie.trame');
    copyFileSync(study.path, copy);
    await done('code', study.path, study.file('table.csv', csv([COLUMNS, ...ROWS])));
    const out = join(study.folder, 'codages.csv');
    await done('export', study.path, '--out', out);
    await done('code', copy, out);
    const withoutIds = (await codingsOf(study.path)).map(({ id: _id, ...coding }) => coding);
    expect((await codingsOf(copy)).map(({ id: _id, ...coding }) => coding)).toEqual(expect.arrayContaining(withoutIds));
    expect(await codingsOf(copy)).toHaveLength(withoutIds.length);
  });
});

describe('positions', () => {
  const quote = 'Tout le monde décide';
  const party = 'l’ouverture 🎉';

  it.each([
    ['utf16', at],
    ['codepoint', inCodePoints],
  ] as const)('in %s units find the words after an emoji', async (unit, place) => {
    const rows = [quote, party].map((words) => ['Entretien à Évry', place(E01, words).start, place(E01, words).end, 'Gouvernance']);
    const table = study.file('table.csv', csv([['source', 'start', 'end', 'category'], ...rows]));
    await done('code', study.path, table, '--unit', unit);
    expect((await codingsOf(study.path)).map((coding) => [coding.quote, coding.start])).toEqual([
      [quote, at(E01, quote).start],
      [party, at(E01, party).start],
    ]);
  });

  it('count UTF-16 units when nothing is said', async () => {
    const { start, end } = at(E01, quote);
    await done('code', study.path, study.file('table.json', JSON.stringify([{ source: 'Entretien à Évry', start, end, category: 'Gouvernance' }])));
    expect((await codingsOf(study.path)).map((coding) => coding.quote)).toEqual([quote]);
  });

  it('reach from the first character to the last', async () => {
    const length = [...E01].length;
    await done(
      'code',
      study.path,
      study.file('table.json', JSON.stringify([{ source: 'Entretien à Évry', start: 0, end: length, category: 'Gouvernance' }])),
      '--unit',
      'codepoint',
    );
    expect((await codingsOf(study.path)).map((coding) => coding.quote)).toEqual([E01]);
  });
});

describe('a table with wrong lines', () => {
  const emoji = E01.indexOf('😀');
  const wrong: readonly (readonly [line: (string | number)[], because: RegExp])[] = [
    [['Entretien à Évry', '', '', 'e salon', 'Gouvernance'], /2 times in “Entretien à Évry”: e salon/],
    [['Entretien à Évry', '', '', 'jamais dit', 'Gouvernance'], /not in “Entretien à Évry”: jamais dit/],
    [['Entretien à Évry', '', '', 'Et après', 'Gouvernence'], /category does not exist: Gouvernence/],
    [['Entretien à Évry', '', '', 'Et après', 'gouvernance'], /category does not exist: gouvernance/],
    [['Entretien à Évry', '', '', 'Et après', ''], /category does not exist/],
    [['Entretien à Évry', '', '', 'Et après', 'Gouvernance|Rien'], /category does not exist: Rien/],
    [['Entretien à Évry', 0, E01.length + 1, '', 'Gouvernance'], /goes past the end of the text/],
    [['Entretien à Évry', -1, 4, '', 'Gouvernance'], /goes past the end of the text/],
    [['Entretien à Évry', 4, 4, '', 'Gouvernance'], /passage is empty/],
    [['Entretien à Évry', 9, 4, '', 'Gouvernance'], /passage is empty/],
    [['Entretien à Évry', '1.5', 4, '', 'Gouvernance'], /goes past the end of the text/],
    [['Entretien à Évry', emoji + 1, emoji + 5, '', 'Gouvernance'], /falls in the middle of a character/],
    [['Entretien à Évry', 0, emoji + 1, '', 'Gouvernance'], /falls in the middle of a character/],
    [['Entretien à Évry', 3, '', '', 'Gouvernance'], /not well formed: start \+ end, quote/],
    [['Entretien à Évry', 'début', 'fin', '', 'Gouvernance'], /not well formed: start: début/],
    [['Entretien à Évry', '', '', '', 'Gouvernance'], /not well formed: start \+ end, quote/],
    [['E03', '', '', 'Et ici', 'Gouvernance'], /No source has this name: E03/],
    [['', '', '', 'Et ici', 'Gouvernance'], /No source has this name/],
  ];
  const good = ['E02', '', '', 'au comité', 'Gouvernance'];
  const header = ['source', 'start', 'end', 'quote', 'category'];

  it('is refused, every wrong line named with its reason, and nothing is applied', async () => {
    const line = await refused(
      'code',
      study.path,
      study.file('table.csv', csv([header, good, ...wrong.map(([row]) => row), good])),
      '--coder',
      'Nouvelle',
    );
    const reasons = line.split(/(?=row \d+:)/).slice(1);
    expect(reasons.map((reason) => Number(/^row (\d+)/.exec(reason)?.[1]))).toEqual(wrong.map((_, index) => index + 3));
    wrong.forEach(([, because], index) => expect(reasons[index]).toMatch(because));
    expect(line).toMatch(/^The table is refused, nothing was coded\. row 3: /);
    expect(await codingsOf(study.path)).toEqual([]);
    expect(await json('list', study.path, 'coders')).toHaveLength(1);
    await done('undo', study.path);
    expect(await json('list', study.path, 'sources')).toHaveLength(1);
  });

  it('in code points is refused likewise', async () => {
    const length = [...E01].length;
    const rows = [0, length - 1].map((start) => ({ source: 'Entretien à Évry', start, end: length + 1, category: 'Gouvernance' }));
    const line = await refused('code', study.path, study.file('table.json', JSON.stringify(rows)), '--unit', 'codepoint');
    expect(line).toMatch(/row 1: .*goes past the end of the text \(\d+ characters\)\..*row 2: /);
  });

  it.each([
    ['stance', 'peut-être', /stance: peut-être/],
    ['weight', 'lourd', /weight: lourd/],
    ['createdAt', '01/03/2019', /createdAt: 01\/03\/2019/],
  ])('in the column %s is refused', async (column, value, because) => {
    const rows = [{ source: 'E02', quote: 'au comité', category: 'Gouvernance', [column]: value }];
    expect(await refused('code', study.path, study.file('table.json', JSON.stringify(rows)))).toMatch(because);
    expect(await codingsOf(study.path)).toEqual([]);
  });

  it('is explained in French to whom reads French', async () => {
    process.env.TRAME_LANG = 'fr';
    try {
      const line = await refused('code', study.path, study.file('table.csv', csv([header, ['E02', '', '', 'jamais', 'Gouvernance']])));
      expect(line).toMatch(
        /^Le tableau est refusé, rien n’a été codé\. ligne 2\u00a0: Cette citation ne se trouve pas dans «\sE02\s»\u00a0: jamais$/,
      );
    } finally {
      process.env.TRAME_LANG = 'en';
    }
  });

  it.each([
    ['not.json', '{"source":', /not valid JSON/],
    ['object.json', '{"source":"E02"}', /not a list of rows/],
    ['numbers.json', '[7]', /row 1 is not an object/],
    ['twice.csv', 'source,quote,Quote,category\n', /column twice: quote/i],
    ['quotes.csv', 'source,quote,category\nE02,"au comité,Gouvernance\n', /quotes\.csv/],
    ['broken.xlsx', 'not an archive', /not a readable xlsx/],
    ['table.docx', 'x', /format is not known: docx/],
    ['table', 'x', /format is not known/],
  ])('that is no table is refused: %s', async (name, content, because) => {
    expect(await refused('code', study.path, study.file(name, content))).toMatch(because);
  });

  it('that is not there is refused', async () => {
    expect(await refused('code', study.path, join(study.folder, 'rien.csv'))).toMatch(/does not exist: .*rien\.csv/);
  });
});

describe('coders', () => {
  it('who are new are made, those of the rows and the one who acts', async () => {
    const rows = [
      { source: 'E02', quote: 'au comité', category: 'Gouvernance' },
      { source: 'E02', quote: 'Et ici', category: 'Gouvernance', coder: 'Éric Faye' },
      { source: 'E02', quote: 'Les petits', category: 'Gouvernance', coder: 'Anne Berger' },
    ];
    await done('code', study.path, study.file('table.json', JSON.stringify(rows)), '--coder', 'Chloé Dumas');
    expect((await codingsOf(study.path)).map(({ quote, coder }) => [quote, coder])).toEqual([
      ['Et ici', 'Éric Faye'],
      ['Les petits', 'Anne Berger'],
      ['au comité', 'Chloé Dumas'],
    ]);
    expect((await json<{ name: string }[]>('list', study.path, 'coders')).map(({ name }) => name).sort()).toEqual([
      'Anne Berger',
      'Chloé Dumas',
      'Éric Faye',
    ]);
  });

  it('without a name are none', async () => {
    expect(await refused('code', study.path, study.file('table.json', '[]'), '--coder', ' ')).toMatch(/coder does not exist/);
  });
});

describe('categories that are missing', () => {
  const salon = (path: string, quote = 'Le salon'): object => ({ source: 'Entretien à Évry', quote, category: path });
  const names = async (): Promise<string[]> =>
    (await json<{ path: string; origin: string }[]>('list', study.path, 'categories'))
      .filter(({ origin }) => origin === 'in-vivo')
      .map(({ path }) => path);

  it('are made below what exists, in vivo, once', async () => {
    const rows = [
      salon('outils-de-gestion > Coordination > Projets collaboratifs > salon'),
      salon('Projets collaboratifs > salon > salon d’hiver'),
      salon('Coordination > Projets collaboratifs > salon', 'Et après'),
      salon('outils-de-gestion > Confiance|Gouvernance'),
    ];
    const result = await json('code', study.path, study.file('table.json', JSON.stringify(rows)), '--create-categories');
    expect(result).toEqual({ rows: 4, codings: 5, newCategories: ['salon', 'salon d’hiver', 'Confiance'], newCoders: [] });
    expect((await names()).sort()).toEqual(['outils-de-gestion > Confiance', `${COORDINATION} > salon`, `${COORDINATION} > salon > salon d’hiver`]);
    await done('undo', study.path);
    expect(await names()).toEqual([]);
  });

  it('written with one apostrophe here and another there are one', async () => {
    const rows = [
      salon('Coordination > boîte à idées d’été'),
      salon("Coordination > boîte à idées d'été", 'Et après'),
      salon('Coordination > boîte à idées d’été'.normalize('NFD'), 'l’ouverture'),
    ];
    await done('code', study.path, study.file('table.json', JSON.stringify(rows)), '--create-categories');
    expect(await names()).toEqual(['outils-de-gestion > Coordination > boîte à idées d’été']);
    expect(await codingsOf(study.path)).toHaveLength(3);
  });

  it('are refused unless they are asked for, and where not even their grid or first level exists', async () => {
    const table = study.file('table.json', JSON.stringify([salon('Coordination > salon'), salon('Rien > salon'), salon('salon')]));
    expect(await refused('code', study.path, table)).toMatch(/row 1: .*row 2: .*row 3: /);
    const line = await refused('code', study.path, table, '--create-categories');
    expect(line).toMatch(/row 2: This category does not exist: Rien > salon\..*row 3: This category does not exist: salon\./);
    expect(line).not.toMatch(/row 1:/);
    expect(await names()).toEqual([]);
  });

  it('whose path fits several are refused with all of them', async () => {
    await done(
      'code',
      study.path,
      study.file('a.json', JSON.stringify([salon('Coordination > comité'), salon('Régulation > comité')])),
      '--create-categories',
    );
    expect(await refused('code', study.path, study.file('b.json', JSON.stringify([salon('comité')])))).toMatch(
      /Say which: outils-de-gestion > Coordination > comité ; outils-de-gestion > Régulation > comité/,
    );
  });
});

describe('codings of other programs', () => {
  it('come in by the columns and documents that are named; rows left out are told of', async () => {
    const rows = [
      ['Qui', 'Où', 'Quoi'],
      ['Gouvernance', 'Entretien nº 2', 'Les grands groupes  décident.'],
      ['Gouvernance', 'Entretien nº 2', 'jamais dit'],
    ];
    const table = study.file('segments.csv', csv(rows));
    const columns = ['--columns', 'source=Où,quote=Quoi,category=Qui', '--source', 'Entretien nº 2=E02'];
    expect(await refused('code', study.path, table, ...columns)).toContain('jamais dit');
    expect(await json('code', study.path, table, ...columns, '--skip-refused')).toMatchObject({
      rows: 1,
      codings: 1,
      refused: [expect.stringContaining('jamais dit')],
    });
    expect((await codingsOf(study.path)).map(({ source, quote }) => [source, quote])).toEqual([['E02', 'Les grands groupes décident.']]);
  });
});
