// The data structure as a figure and as a table whose merged cells stay editable; cells over several rows in every format.
import { describe, expect, it } from 'vitest';
import { createCategory } from '../../../../electron/commands/codebook.ts';
import { setPlaces } from '../../../../electron/commands/category-places.ts';
import { rowsOver } from '../../../../electron/exchange/printing/formats/document-bands.ts';
import { dataStructureDocument, dataStructureScene } from '../../../../electron/exchange/printing/print-data-structure.ts';
import type { TableRow } from '../../../../electron/exchange/printing/formats/printed-document.ts';
import { DOCUMENT_FORMATS, writeDocument } from '../../../../electron/exchange/printing/formats/write-document.ts';
import type { DocumentFormat } from '../../../../electron/exchange/printing/formats/write-document.ts';
import type { PrintStyle } from '../../../../shared/domain/print.ts';
import { pdfPages } from '../../../support/pdf-pages.ts';
import { aProject } from '../../../support/project.ts';
import type { TestProject } from '../../../support/project.ts';
import { xmlProblem } from '../../../support/xml.ts';
import { zipTexts } from '../../../support/zip-text.ts';

const STYLE: PrintStyle = { language: 'fr', author: null, sourceLine: null, reference: { who: 'label' }, links: false };

/** Two dimensions: one of two themes with two concepts and one, the other of a theme without concepts. */
function aGrid(): TestProject {
  const project = aProject().withOwnGrid('Gioia', { Engagement: ['Confiance', 'Présence'], Distance: ['Retrait'] });
  const gridId = project.grid('gioia');
  const under = (parent: string, name: string): unknown =>
    createCategory(project.session, { gridId, parentId: project.category(parent), name, origin: 'emergent' });
  for (const name of ['on se dit tout', 'on se prête']) under('Confiance', name);
  under('Présence', 'on vient');
  setPlaces(project.session, { categoryId: project.category('on vient'), parentIds: [project.category('Confiance')] });
  return project;
}

const made = (project: TestProject) => dataStructureDocument(project.project, { kind: 'dataStructure', gridId: project.grid('gioia') }, STYLE);

describe('the data structure', () => {
  it('is a table of Word in which a theme and a dimension are one cell each', async () => {
    const project = aGrid();
    const xml = zipTexts(await writeDocument(made(project), 'docx')).get('word/document.xml') ?? '';
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)].slice(1).map(([row]) =>
      [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gsu)].map(([, cell = '']) => {
        const merge = /<w:vMerge w:val="(\w+)"/u.exec(cell)?.[1] ?? '';
        return `${merge === '' ? '' : `${merge}: `}${[...cell.matchAll(/<w:t [^>]*>([^<]*)/gu)].map(([, words]) => words).join(' | ')}`;
      }),
    );
    expect(rows).toEqual([
      ['on se dit tout', 'restart: Confiance', 'restart: Engagement'],
      ['on se prête', 'continue: ', 'continue: '],
      ['on vient | Voir aussi sous Confiance', 'Présence', 'continue: '],
      ['', 'Retrait', 'Distance'],
    ]);
    expect(xml).toContain('<pic:pic');
  });

  it('is a figure too, and refuses a grid that is not there', () => {
    const project = aGrid();
    const scene = dataStructureScene(project.project, { kind: 'dataStructure', gridId: project.grid('gioia') }, STYLE);
    for (const name of ['Confiance', 'Engagement', 'Distance']) expect(JSON.stringify(scene)).toContain(name);
    expect(() => dataStructureDocument(project.project, { kind: 'dataStructure', gridId: 'x' as never }, STYLE)).toThrow('grid.unknown');
  });

  it('of two levels has no column for concepts', () => {
    const project = aProject().withOwnGrid('Gioia', { A: ['B', 'C'] });
    const table = made(project)
      .sections.flatMap(({ blocks }) => blocks)
      .find((block) => block.kind === 'table');
    expect(table?.columns.map(({ label }) => label)).toEqual(['Thèmes de second ordre', 'Dimensions agrégées']);
  });
});

describe('a cell over several rows', () => {
  async function wordsOf(format: DocumentFormat): Promise<string> {
    const bytes = await writeDocument(made(aGrid()), format);
    if (format === 'pdf') return (await pdfPages(bytes)).pages.map(({ text }) => text).join(' ');
    if (format === 'docx') return zipTexts(bytes).get('word/document.xml') ?? '';
    return format === 'odt' ? (zipTexts(bytes).get('content.xml') ?? '') : new TextDecoder().decode(bytes);
  }

  it.each(DOCUMENT_FORMATS)('says its words once in %s', async (format) => {
    const words = await wordsOf(format);
    if (format === 'docx' || format === 'odt') expect(xmlProblem(words)).toBeNull();
    // the figure's words stand before the table's, as text or as a picture
    const table = words.slice(words.lastIndexOf('on se dit tout'));
    for (const name of ['on se prête', 'Engagement', 'Distance', 'Retrait']) expect([name, table.split(name).length - 1]).toEqual([name, 1]);
  });

  it('spans as many rows as it goes over', async () => {
    expect(await wordsOf('html')).toMatch(/<td rowspan="3">[^<]*<p[^>]*>Engagement/u);
    expect(await wordsOf('odt')).toContain('table:number-rows-spanned="3"');
    expect(await wordsOf('tex')).toContain('\\cmidrule(lr){1-1}');
  });

  it('ends where a band begins', () => {
    const row = (band: string | null, continues: readonly number[]): TableRow => ({ band, label: [], cells: [[]], continues });
    const rows = [row(null, []), row(null, [0]), row('B', [0]), row(null, [0])];
    expect(rows.map((_, at) => rowsOver(rows, at, 0))).toEqual([2, 0, 2, 0]);
  });
});
