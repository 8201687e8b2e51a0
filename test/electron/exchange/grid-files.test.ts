// Grids leave as files and come back the same; files of others are read, or refused with the reason.
import { describe, expect, it } from 'vitest';
import ExcelJS from 'exceljs';
import { setPlaces } from '../../../electron/commands/category-places.ts';
import { addGrid, createCategory, updateCategory, updateGrid } from '../../../electron/commands/codebook.ts';
import { printPieceAs } from '../../../electron/exchange/printing/print-piece.ts';
import { usualStyle } from '../../../electron/exchange/printing/print-setting.ts';
import { readGridFile, writeGridFile } from '../../../electron/exchange/grid-files.ts';
import type { GridFormat } from '../../../electron/exchange/grid-files.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { isGridKeyTaken, readCodebook, toGridFile } from '../../../electron/queries/codebook.ts';
import type { Grid } from '../../../shared/domain/category.ts';
import type { PieceOf, PrintFormat } from '../../../shared/domain/print.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';
import { aStudy } from '../../support/study.ts';
import { zipTexts } from '../../support/zip-text.ts';

const outils = (project: TestProject): Grid => readCodebook(project.project).find(({ key }) => key === 'outils') as Grid;
const bytesOf = (content: Uint8Array | string): Uint8Array => (typeof content === 'string' ? new TextEncoder().encode(content) : content);
const bookOf = async (content: Uint8Array | string): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((content as Uint8Array).slice().buffer);
  return book;
};
const textsIn = (book: ExcelJS.Workbook): string[] => {
  const texts: string[] = [];
  for (const sheet of book.worksheets) sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
  return texts;
};
const noneTaken = (): boolean => false;

/** Everything that a category may have, and words that files find hard. */
function aFullGrid(): TestProject {
  const { project: p } = aStudy();
  const id = p.category('salon');
  updateCategory(p.session, {
    categoryId: id,
    name: 'salon « d’été » & <fils>',
    definition: 'Où l’on se montre,\nsur deux lignes.',
    inclusion: 'les œuvres à 5 < 6 & "x"',
    exclusion: '=SOMME(A1)',
    example: `${'long, très long. '.repeat(2_500)}fin 😀`,
    color: '#0a0b0c',
    origin: 'in-vivo',
    stage: 'selective',
    status: 'stable',
    scale: { min: -2, max: 2, step: 0.5 },
  });
  setPlaces(p.session, { categoryId: id, parentIds: [p.category('Régulation')] });
  createCategory(p.session, { gridId: p.grid('outils'), parentId: id, name: 'stand', origin: 'emergent' });
  return p;
}

async function throughFile(project: TestProject, format: GridFormat): Promise<Grid> {
  const file = { name: `ma grille.${format}`, bytes: bytesOf(await writeGridFile(outils(project), format, 'fr')) };
  const other = aProject();
  addGrid(other.session, await readGridFile(file, (key) => isGridKeyTaken(other.project, key)), 'fr', null);
  expect(checkProject(other.project)).toEqual([]);
  return readCodebook(other.project)[0] as Grid;
}

describe('a grid', () => {
  it.each(['json', 'xlsx'] as const)('goes out as %s and comes back with everything', async (format) => {
    const project = aFullGrid();
    expect(toGridFile(await throughFile(project, format))).toEqual(toGridFile(outils(project)));
  });

  it('too long for the cells of a workbook goes on in the next rows, which say so, and comes back whole', async () => {
    const project = aFullGrid();
    const long = (sign: string): string => `${`${sign} beaucoup de mots. `.repeat(4_000)}😀 fin`;
    updateGrid(project.session, { gridId: project.grid('outils'), description: long('présentation'), source: long('source') });
    updateCategory(project.session, { categoryId: project.category('Régulation'), definition: long('définition'), inclusion: long('inclure') });
    expect(toGridFile(await throughFile(project, 'xlsx'))).toEqual(toGridFile(outils(project)));
    const texts = textsIn(await bookOf(await writeGridFile(outils(project), 'xlsx', 'fr')));
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(32_767);
    expect(texts.filter((text) => text.endsWith('[… suite à la ligne suivante]')).length).toBeGreaterThanOrEqual(8);
    expect(texts.filter((text) => text.startsWith('[suite de la ligne précédente …]')).length).toBeGreaterThanOrEqual(8);
  });

  it('goes out as qdc and comes back with names, colours, rules and tree', async () => {
    const project = aFullGrid();
    const back = await throughFile(project, 'qdc');
    expect(back.title).toBe('ma grille');
    const facts = ({ categories }: Grid): unknown =>
      categories.map(({ name, color, definition, inclusion, exclusion, example }) => [name, color, definition, inclusion, exclusion, example.trim()]);
    expect(facts(back)).toEqual(facts(outils(project)));
    expect(back.categories.map(({ parentId }) => back.categories.find(({ id }) => id === parentId)?.name)).toEqual(
      outils(project).categories.map(({ parentId }, _at, all) => all.find(({ id }) => id === parentId)?.name),
    );
  });

  it('without a category makes no qdc', async () => {
    const project = aProject().withOwnGrid('Outils', {});
    await expect(writeGridFile(outils(project), 'qdc', 'fr')).rejects.toThrow('grid.empty');
  });
});

describe('a file of somebody else', () => {
  it('is read from qdc: nested codes, short colours, and codes of one name told apart', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
      <Code guid="{5215cc69-b628-4e02-afb9-9beeaee55808}" name="Équité" isCodable="false"><Code guid="5215cc69-b628-4e02-afb9-9beeaee55809" name="à l’école" isCodable="true" color="#fC0"><Description>Ce qui &amp; touche</Description></Code></Code>
      <Code guid="5215cc69-b628-4e02-afb9-9beeaee55810" name="Équité" isCodable="true"/></Codes><Sets/></CodeBook>`;
    const read = await readGridFile({ name: 'Livre de codes.qdc', bytes: new TextEncoder().encode(xml) }, noneTaken);
    expect(read).toEqual({
      id: 'livre-de-codes',
      title: 'Livre de codes',
      categories: [{ name: 'Équité', children: [{ name: 'à l’école', definition: 'Ce qui & touche', color: '#ffCC00' }] }, { name: 'Équité (2)' }],
    });
  });

  it('is read from a workbook written as an outline', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Codes');
    for (const row of [
      ['Level 1', 'Level 2', 'Definition', 'Origin'],
      ['Temps'],
      [null, 'rythme', 'Vite ou lentement', 'In vivo'],
      [null, 'durée'],
      ['Espace'],
    ])
      sheet.addRow(row);
    const read = await readGridFile({ name: 'mes codes.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) }, noneTaken);
    expect(read.categories).toEqual([
      { name: 'Temps', children: [{ name: 'rythme', definition: 'Vite ou lentement', origin: 'in-vivo' }, { name: 'durée' }] },
      { name: 'Espace' },
    ]);
  });

  it.each([
    ['notes.txt', 'x', 'file.formatUnknown'],
    ['vide.qdc', '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>', 'grid.invalidFile'],
    ['coupé.qdc', '<CodeBook><Codes><Code name="a">', 'grid.invalidFile'],
    ['entités.qdc', '<!DOCTYPE x [<!ENTITY a "aaaa">]><CodeBook><Codes><Code name="&a;"/></Codes></CodeBook>', 'grid.invalidFile'],
    ['sans-nom.qdc', '<CodeBook><Codes><Code name=" "/></Codes></CodeBook>', 'grid.invalidFile'],
    ['faux.xlsx', 'pas une archive', 'source.unreadable'],
  ])('%s is refused', async (name, text, code) => {
    await expect(readGridFile({ name, bytes: new TextEncoder().encode(text) }, noneTaken)).rejects.toMatchObject({ code });
  });

  it('with two of one name under one parent is refused, nothing written', async () => {
    const { project: p } = aStudy();
    const before = p.snapshot();
    const file = { id: 'double', title: 'Double', categories: [{ name: 'A', children: [{ name: 'b' }, { name: 'b' }] }] };
    expect(() => addGrid(p.session, file, 'fr', null)).toThrow('category.nameTaken');
    expect(p.snapshot()).toEqual(before);
  });
});

describe('the printed codebook', () => {
  const printed = ({ project }: TestProject, format: PrintFormat, choice: Partial<PieceOf<'codebook'>>): Promise<Uint8Array> =>
    printPieceAs(
      project,
      { kind: 'codebook', gridIds: null, withExamples: true, withCounts: true, byCase: false, ...choice },
      usualStyle(project),
      format,
    );

  it('as a workbook holds every word of a rule longer than a cell, under its category’s name', async () => {
    const project = aFullGrid();
    const words = Array.from({ length: 9_000 }, (_, at) => `mot${at}`);
    updateCategory(project.session, { categoryId: project.category('Régulation'), definition: words.join(' ') });
    const book = await bookOf(await printed(project, 'xlsx', { gridIds: [project.grid('outils')] }));
    const rows: string[][] = [];
    book.worksheets[0]?.eachRow((row) => rows.push(Array.from({ length: row.cellCount }, (_, at) => row.getCell(at + 1).text)));
    const own = rows.filter(([name, below]) => name === 'Régulation' && below === '');
    const said = own.map((row) => row.find((text) => text.includes('mot')) ?? '').join(' ');
    expect([own.length, said.match(/mot\d+/g)]).toEqual([own.length, words]);
    expect(own.length).toBeGreaterThan(1);
    expect(own[0]?.some((text) => text.endsWith('[… suite à la ligne suivante]'))).toBe(true);
    // what is counted is counted once
    expect(own.map((row) => row.at(-1)).filter((text) => text !== '')).toHaveLength(1);
  });

  it('says rule, example with its place, and counts with those below', async () => {
    const study = aStudy();
    const { project: p } = study;
    updateCategory(p.session, { categoryId: p.category('Influence d’acteurs'), examplePassageId: study.alone });
    const html = new TextDecoder().decode(await printed(p, 'html', { byCase: true }));
    expect(html).toMatch(
      new RegExp(
        `«\u00a0Les petits suivent\u00a0» <span id="p_\\w{32}"><a href="trame://open\\?project=[-\\w]+&amp;passage=${study.alone}"><cite>\\(E02, Président, §2\\)</cite>`,
      ),
    );
    // Coordination: itself once, « feuille de route » and « salon » once each, in two sources
    const row = /<tr[^>]*><th[^>]*><p[^>]*><span[^>]*><\/span>Coordination.*?<\/tr>/s.exec(html)?.[0] ?? '';
    expect(row).toContain('Codages\u00a0: 3');
    expect(row).toContain('Sources\u00a0: 2');
    expect(row).toContain('Pôle 1\u00a0: 2');
    expect(row).toContain('Pôle 2\u00a0: 1');
    const docx = await printed(p, 'docx', { gridIds: [p.grid('outils')], title: 'Mes thèmes' });
    const document = zipTexts(docx as Uint8Array).get('word/document.xml');
    expect(document).toContain('feuille de route');
    expect(document).not.toContain('Gouvernance');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await printed(p, 'xlsx', { byCase: true })).slice().buffer as ArrayBuffer);
    const sheet = book.getWorksheet('Outils');
    const valuesOf = (row: number): unknown[] => [...((sheet?.getRow(row).values ?? []) as unknown[])];
    expect(valuesOf(1).slice(-2)).toEqual(['Codages\u00a0: Pôle 1', 'Codages\u00a0: Pôle 2']);
    expect(valuesOf(2).slice(-4)).toEqual([2, 3, 2, 1]);
  });
});
