// Other programs' own files become projects with every coding on its words.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { newProjectFromElsewhere } from '../../../../electron/exchange/elsewhere/open-elsewhere.ts';
import { textOfHtml } from '../../../../electron/exchange/elsewhere/html-text.ts';
import { checkProject } from '../../../../electron/queries/check.ts';
import { readCorpusFrame } from '../../../../electron/queries/corpus.ts';
import { listMemos } from '../../../../electron/queries/memos.ts';
import { listCodings } from '../../../../electron/queries/passages.ts';
import { closeProject, openProject } from '../../../../electron/storage/open-project.ts';
import type { Project } from '../../../../electron/storage/open-project.ts';
import { aFolder } from '../../../support/project.ts';
import { qualcoderProject } from '../../../support/elsewhere/qualcoder.ts';
import { rqdaProject } from '../../../support/elsewhere/rqda.ts';
import { taguetteProject } from '../../../support/elsewhere/taguette.ts';

const ORIGIN = '00000000-0000-4000-8000-0000000000aa';
const WHEN = '2024-03-01 10:00:00';

async function brought<T>(from: string, look: (project: Project) => T): Promise<T> {
  const path = join(aFolder(), 'ici.trame');
  await newProjectFromElsewhere(from, path, { language: 'fr', origin: ORIGIN });
  const project = openProject(path, { origin: ORIGIN });
  try {
    expect(checkProject(project)).toEqual([]);
    return look(project);
  } finally {
    closeProject(project);
  }
}

const codingsOf = (project: Project): string[] =>
  listCodings(project).map(({ source, quote, category, coder }) => `${source}: ${quote} = ${category} (${coder})`);

const TEXT = 'Anne : On décide ensemble 🙂, toujours.\nPaul : Moi, je n’ai pas voté.';
const point = (quote: string): [number, number] => {
  const before = Array.from(TEXT.slice(0, TEXT.indexOf(quote))).length;
  return [before, before + Array.from(quote).length];
};

describe('a QualCoder project', () => {
  const rows = {
    project: [['v14', WHEN, 'Comment décide-t-on ?', 'QualCoder 3.7', 0, 0, 'Anne', '']],
    source: [
      [1, 'E01.docx', TEXT, '/docs/E01.docx', 'entretien court', 'Anne', WHEN, null, null],
      [2, 'photo.jpg', null, '/images/photo.jpg', '', 'Anne', WHEN, null, null],
    ],
    code_cat: [
      [2, 'Vote', 'Anne', WHEN, '', 1],
      [1, 'Décision', 'Anne', WHEN, 'ce qui se décide', null],
    ],
    code_name: [
      [1, 'ensemble', 'à plusieurs', 1, 'Anne', WHEN, '#F5A9A9'],
      [2, 'abstention', '', 2, 'Anne', WHEN, '#A9F5A9'],
      [3, 'libre', '', null, 'Anne', WHEN, '#A9A9F5'],
    ],
    code_text: [
      [1, 1, 1, 'On décide ensemble 🙂', ...point('On décide ensemble 🙂'), 'Anne', WHEN, 'fort', null, 1],
      [2, 2, 1, 'je n’ai pas voté', ...point('je n’ai pas voté'), 'Béa', WHEN, '', null, null],
      [3, 3, 1, 'toujours', ...point('toujours'), 'Béa', WHEN, '', null, null],
    ],
    code_image: [[1, 2, 10, 20, 30, 40, 3, '', WHEN, 'Anne', null, null]],
    annotation: [[1, 1, ...point('toujours'), 'à vérifier', 'Anne', WHEN]],
    cases: [[1, 'Pôle 1', '', 'Anne', WHEN]],
    case_text: [[1, 1, 1, 0, [...TEXT].length, 'Anne', WHEN, '']],
    attribute_type: [
      ['Année', WHEN, 'Anne', '', 'case', 'numeric'],
      ['Lieu', WHEN, 'Anne', '', 'file', 'character'],
    ],
    attribute: [
      [1, 'Année', 'case', '2005', 1, WHEN, 'Anne'],
      [2, 'Lieu', 'file', 'Lyon', 1, WHEN, 'Anne'],
    ],
    journal: [[1, 'Journal', 'première impression', WHEN, 'Anne']],
  } as const;

  it('comes with every coding on its words and by its coder, categories above codes', async () => {
    await brought(qualcoderProject(aFolder(), rows), (project) => {
      expect(codingsOf(project)).toEqual([
        'E01.docx: On décide ensemble 🙂 = refi-1 > Décision > ensemble (Anne)',
        'E01.docx: toujours = refi-1 > libre (Béa)',
        'E01.docx: je n’ai pas voté = refi-1 > Décision > Vote > abstention (Béa)',
        'photo.jpg: [x1 10, y1 20, width 30, height 40] = refi-1 > libre (Anne)',
      ]);
      const memos = listMemos(project, null, null).map(({ targetKind, text }) => `${targetKind}: ${text}`);
      expect(memos.toSorted()).toEqual(['coding: fort', 'passage: à vérifier', 'project: première impression', 'source: entretien court']);
      const { cases, attributes, values } = readCorpusFrame(project);
      expect(cases.map(({ name }) => name)).toEqual(['Pôle 1']);
      expect(attributes.map(({ name, type, scope }) => `${scope} ${name} ${type}`)).toEqual(['case Année number', 'source Lieu text']);
      expect(values.map(({ value }) => value).toSorted()).toEqual(['2005', 'Lyon']);
      expect(project.sqlite.prepare('SELECT count(*) FROM passage WHERE starred_at IS NOT NULL').pluck().get()).toBe(1);
    });
  });

  it('is right too where positions after an emoji were counted in UTF-16 units', async () => {
    const inUnits = (quote: string): [number, number] => [TEXT.indexOf(quote), TEXT.indexOf(quote) + quote.length];
    const shifted = rows.code_text.map(([id, code, file, quote, , , ...rest]) => [id, code, file, quote, ...inUnits(quote), ...rest]);
    await brought(qualcoderProject(aFolder(), { ...rows, code_text: shifted }), (project) => {
      const quotes = codingsOf(project).map((line) => line.split(' = ')[0]);
      expect(quotes.slice(0, 3)).toEqual(['E01.docx: On décide ensemble 🙂', 'E01.docx: toujours', 'E01.docx: je n’ai pas voté']);
    });
  });

  it('of a later version has codes under codes', async () => {
    const names = rows.code_name.map((row) => [...row, row[0] === 2 ? 1 : null]);
    await brought(qualcoderProject(aFolder(), { ...rows, code_name: names }, { hasSubcodes: true }), (project) => {
      expect(codingsOf(project)[2]).toContain('refi-1 > Décision > ensemble > abstention');
    });
  });
});

it('an RQDA project comes without what was deleted there', async () => {
  const coded = (cid: number, quote: string, status = 1): (string | number | null)[] => [
    cid,
    1,
    quote,
    ...point(quote),
    status,
    'rqda',
    'Fri Mar  1 10:00:00 2024',
    '',
  ];
  const path = rqdaProject(aFolder(), {
    source: [['E01', 1, TEXT, '', 'rqda', '', '', 1]],
    freecode: [
      ['ensemble', 'à plusieurs', 'rqda', '', '', 1, 1, 'red'],
      ['effacé', '', 'rqda', '', '', 2, 0, ''],
    ],
    codecat: [['Décision', null, 1, 'rqda', '', '', '', 1]],
    treecode: [[1, 1, '', '', '', 1, 'rqda']],
    coding: [coded(1, 'On décide ensemble 🙂'), coded(1, 'toujours', 0), coded(1, 'pas voté')],
    cases: [['Pôle 1', '', 'rqda', '', '', 1, 1]],
    caselinkage: [[1, 1, 0, [...TEXT].length, 1, 'rqda', '', '']],
    caseAttr: [['Année', '2005', 1, '', '', 'rqda', 1]],
    annotation: [[1, point('pas voté')[0], 'tiens', 'rqda', '', '', 1]],
    project: [['0.2.2', '', '', 'Comment ?', '', '']],
  });
  await brought(path, (project) => {
    expect(codingsOf(project).map((line) => line.split(' (')[0])).toEqual([
      'E01: On décide ensemble 🙂 = refi-1 > Décision > ensemble',
      'E01: pas voté = refi-1 > Décision > ensemble',
    ]);
    expect(readCorpusFrame(project).values.map(({ value }) => value)).toEqual(['2005']);
    expect(listCodings(project)[0]?.createdAt.slice(0, 10)).toBe('2024-03-01');
  });
});

describe('a Taguette project', () => {
  const html = '\n<h1>Entretien 🙂</h1>\n<p>Anne&nbsp;: on <b>décide</b> ensemble.</p><p>Paul : je n’ai pas voté.</p>';
  const bytes = (quote: string): [number, number] => {
    const said = 'Entretien 🙂\nAnne\u00a0: on décide ensemble.Paul : je n’ai pas voté.';
    const start = Buffer.byteLength(said.slice(0, said.indexOf(quote)));
    return [start, start + Buffer.byteLength(quote)];
  };
  const rows = {
    users: [['anne', WHEN, null, null, null, null, null]],
    projects: [[1, 'Deux pôles', 'Comment ?', WHEN]],
    documents: [[1, 'E01', 'court', 'e01.docx', WHEN, 1, 'LEFT_TO_RIGHT', html]],
    highlights: [
      [1, 1, ...bytes('décide ensemble.'), ''],
      [2, 1, ...bytes('Paul : je n’ai'), ''],
    ],
    tags: [
      [1, 1, 'décision.collective', 'à plusieurs'],
      [2, 1, 'vote', ''],
    ],
    highlight_tags: [
      [1, 1],
      [2, 2],
      [2, 1],
    ],
    commands: [[1, WHEN, 'anne', 1, 1, '{"end_offset": 3, "highlight_id": 2, "start_offset": 1, "tags": [2], "type": "highlight_add"}']],
  } as const;

  it('has its highlights on their words, its dotted tags as levels', async () => {
    await brought(taguetteProject(aFolder(), rows), (project) => {
      expect(codingsOf(project).map((line) => line.split(' (')[0])).toEqual([
        'E01: décide ensemble. = refi-1 > décision > collective',
        'E01: Paul : je n’ai = refi-1 > vote',
        'E01: Paul : je n’ai = refi-1 > décision > collective',
      ]);
    });
  });

  it('of a whole server is refused by the names of its projects', async () => {
    const path = taguetteProject(aFolder(), { ...rows, projects: [...rows.projects, [2, 'Autre', '', WHEN]] });
    await expect(brought(path, () => null)).rejects.toMatchObject({ code: 'elsewhere.severalProjects', data: { names: 'Deux pôles, Autre' } });
  });

  it('counts bytes as its own positions do', () => {
    const { text, at } = textOfHtml('<p>é🙂</p><p>b</p>');
    expect(text).toBe('é🙂\nb\n');
    expect([at(0, 'start'), at(2, 'start'), at(6, 'end'), at(6, 'start'), at(7, 'end'), at(8, 'end')]).toEqual([0, 1, 3, 4, 5, Number.NaN]);
  });
});

describe('a hostile database', () => {
  async function refused(path: string): Promise<unknown> {
    const target = join(aFolder(), 'x.trame');
    const failure: unknown = await newProjectFromElsewhere(path, target, { language: 'fr', origin: ORIGIN }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(existsSync(target)).toBe(false);
    return failure;
  }

  it('has views and computed columns in place of tables: they are not read', async () => {
    const path = join(aFolder(), 'x.rqda');
    const sqlite = new Database(path);
    sqlite.exec(`CREATE TABLE hidden (x); CREATE VIEW freecode AS SELECT 1 AS id, 'a' AS name, 1 AS status;
      CREATE TABLE coding (cid, fid, selfirst, selend, seltext AS (zeroblob(1000000000)));
      CREATE TABLE source (file text, id integer); CREATE TRIGGER boom AFTER INSERT ON source BEGIN DELETE FROM source; END;`);
    sqlite.close();
    expect(await refused(path)).toMatchObject({ code: 'source.unreadable', data: { reason: 'formatUnsupported' } });
  });

  it('is damaged, or no database: it says so, and stays as it was', async () => {
    const folder = aFolder();
    const path = rqdaProject(folder, {});
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 0x41)]));
    expect(await refused(path)).toMatchObject({ code: 'source.unreadable', data: { reason: 'damaged' } });
    writeFileSync(path, 'SQLite format 3\0 and nothing more');
    expect(await refused(path)).toMatchObject({ code: 'source.unreadable' });
    expect(readFileSync(path, 'latin1')).toBe('SQLite format 3\0 and nothing more');
  });
});

describe('a corpus of Sonal Pi', () => {
  const categories = [
    { code: 'cat_001', nom: 'Décision', couleur: '#0331ff', rang: '0', act: true },
    { code: 'cat_002', nom: 'Vote', couleur: '', rang: '1', act: true },
    { code: 'cat_003', nom: 'Parcours', couleur: '#d84315', rang: '0', act: true },
  ];
  const span = (words: string, classes = '', more = ''): string => `<span class="${classes}" data-rk="1" data-sg="0" ${more}>${words}</span>`;
  const segment = (loc: number, ...inside: readonly string[]): string =>
    `<span class="lblseg sautlig" data-deb="0.7" data-fin="4.3" data-loc="${loc}">${inside.join('')}</span>`;
  const page = `<!DOCTYPE html><html><body><script id="loc-json" type="application/json">{["","Enquêtrice","Paul"]}</script><div id="contenuText">${[
    segment(1, span('Qui  décide ? ')),
    segment(
      2,
      span('On '),
      span('vote  ', 'cat_001 cat_002'),
      span('Karine', 'cat_001 anon', 'data-pseudo="Marie"'),
      span(' et moi.', '', 'data-obs="à revoir" data-auth="Anne"'),
    ),
    segment(2, span('J’ai arrêté ', 'cat_003')),
    segment(2, span('l’école.', 'cat_003')),
  ].join('')}</div></body></html>`;
  const interviews = [
    { nom: 'entretien 1', notes: 'fait chez lui', rtrPath: 'e1.sonal' },
    { nom: 'entretien 2', notes: '', rtrPath: '../ailleurs.sonal' },
  ];

  it('comes with its tree of categories, its interviews and every coding on its words', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'e1.sonal'), page);
    writeFileSync(join(folder, 'corpus.crp'), JSON.stringify({ tabThm: categories, tabEnt: interviews, tabVar: [], tabDic: [], tabAnon: [] }));
    await brought(join(folder, 'corpus.crp'), (project) => {
      expect(codingsOf(project).map((line) => line.replace(/ \(.*$/, '').replace(/= \S+ > /, '= '))).toEqual([
        'entretien 1: vote = Décision > Vote',
        'entretien 1: vote Marie = Décision',
        'entretien 1: J’ai arrêté\nPaul : l’école. = Parcours',
      ]);
      expect(listMemos(project, null, null).map(({ text }) => text)).toEqual(expect.arrayContaining(['à revoir', 'fait chez lui']));
    });
  });

  it('of the older Sonal, or anything else under its extension, is refused by name', async () => {
    const path = join(aFolder(), 'ancien.crp');
    writeFileSync(path, Buffer.from([0, 1, 2, 3]));
    await expect(newProjectFromElsewhere(path, join(aFolder(), 'ici.trame'), { language: 'fr', origin: ORIGIN })).rejects.toMatchObject({
      code: 'source.unreadable',
      data: { file: 'ancien.crp' },
    });
  });
});
