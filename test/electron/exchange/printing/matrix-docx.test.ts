// The Word table is what the thesis prints: everything in it, widths that add up, headers that come back, fields that count.
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import type { ExportOptions } from '../../../../electron/exchange/printing/export-options.ts';
import { captionLabels } from '../../../../electron/exchange/printing/formats/document-captions.ts';
import { layOut } from '../../../../electron/exchange/printing/formats/document-layout.ts';
import { matrixToDocument } from '../../../../electron/exchange/printing/matrix-document.ts';
import type { CellBlock } from '../../../../electron/exchange/printing/formats/printed-document.ts';
import { printMatrix } from '../../../../electron/exchange/printing/printed-matrix.ts';
import { writeDocument } from '../../../../electron/exchange/printing/formats/write-document.ts';
import { comparableCases, compareCases } from '../../../../shared/domain/compare-cases.ts';
import type { MatrixTable } from '../../../../shared/domain/matrix.ts';
import { exportText } from '../../../../shared/i18n/export.ts';
import { aMatrixTable, withCell } from '../../../support/matrix-table.ts';
import { missingParts } from '../../../support/printed-parts.ts';
import { unescaped, xmlProblem } from '../../../support/xml.ts';
import { zipTexts } from '../../../support/zip-text.ts';

const french: ExportOptions = { language: 'fr', comparison: null, labels: exportText.fr, author: 'Claire Aubert' };
const compared = (table: MatrixTable): ExportOptions => ({
  ...french,
  comparison: compareCases(
    table,
    comparableCases(table).map((entity) => entity.key),
  ),
});

interface Word {
  readonly xml: string;
  readonly styles: string;
  readonly parts: ReadonlyMap<string, string>;
  readonly plain: string;
}

async function word(table: MatrixTable, options = french): Promise<Word> {
  const file = await writeDocument(matrixToDocument(table, options), 'docx');
  const parts = zipTexts(file);
  const plain = (await mammoth.extractRawText({ buffer: Buffer.from(file) })).value;
  return { parts, plain, xml: parts.get('word/document.xml') ?? '', styles: parts.get('word/styles.xml') ?? '' };
}

const tablesIn = (xml: string): string[] => xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
const rowsIn = (table: string): string[] => table.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
const textIn = (xml: string): string =>
  unescaped([...xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t xml:space="preserve">[^<]*<\/w:t>/g)].map(([run]) => run.replace(/<[^>]+>/g, '')).join(''));

describe('what the cells hold', () => {
  test.each(['fr', 'en'] as const)('every count, tool, synthesis and verbatim is in the document (%s)', async (language) => {
    const table = aMatrixTable();
    const options = { ...french, language, labels: exportText[language] };
    const { xml } = await word(table, options);
    expect(missingParts(printMatrix(table, options).cells.flat(), textIn(xml))).toEqual([]);
  });

  test('only what the definition asks for is shown', async () => {
    const { plain } = await word(aMatrixTable({ contents: ['synthesis'] }));
    expect(plain).toContain('mais elles n’arbitrent pas');
    expect(plain).not.toContain('On a mis tout le monde');
    expect(plain).not.toContain('Commission de labellisation');
    expect(plain).not.toMatch(/\d+ passages ·/);
  });

  test('what a synthesis quotes does not stand again under it, and the note says how many verbatims that is', async () => {
    const table = aMatrixTable();
    const cells = table.cells.flat();
    const cell = cells.find(({ synthesis, quotes }) => synthesis !== null && quotes.length > 1);
    const [quote, other] = cell?.quotes ?? [];
    if (!cell || !quote || !other) throw new Error('no synthesis with passages');
    const options: ExportOptions = { ...french, citedIn: (key) => new Set(key === cell.key ? [quote.passageId] : []) };
    const printed = printMatrix(table, options);
    const own = printed.cells.flat()[cells.indexOf(cell)];
    expect(own?.verbatims.map(({ passageId }) => passageId)).toEqual(cell.quotes.slice(1).map(({ passageId }) => passageId));
    expect(printed.note).toContain('1 verbatim déjà cité dans une synthèse n’est pas répété sous elle.');
    expect(printMatrix(table, french).note).not.toContain('répété');
    // without the synthesis nothing is said above
    const bare = { ...table, definition: { ...table.definition, contents: ['passages' as const] } };
    expect(printMatrix(bare, options).cells.flat()[cells.indexOf(cell)]?.verbatims).toHaveLength(cell.quotes.length);
  });

  test('a quotation within a synthesis is set as small as the cell around it', async () => {
    const table = aMatrixTable();
    const formOf = (): readonly CellBlock[] => [{ kind: 'quote', isInCell: true, inlines: [{ kind: 'text', text: 'dit mot à mot' }] }];
    const { xml, styles } = await word(table, { ...french, formOf });
    expect(xml).toMatch(/<w:pStyle w:val="TrameCitationTableau"\/><\/w:pPr>.{0,200}dit mot à mot/);
    expect(styles).toMatch(/w:styleId="TrameCitationTableau".*?<w:sz w:val="17"\/>/s);
  });

  test('a verbatim stands in guillemets, in italics, with its cuts, its reference, and its contrast', async () => {
    const { xml } = await word(aMatrixTable());
    const verbatim =
      xml.match(/<w:p><w:pPr><w:pStyle w:val="TrameVerbatim"\/>.*?<\/w:p>/gs)?.find((paragraph) => textIn(paragraph).startsWith('≠')) ?? '';
    expect(textIn(verbatim)).toMatch(/^≠\u00a0«\u00a0(\[…\] )?.+\u00a0» \(E\d+(, [^)]+)?, §\d+\)$/s);
    expect(verbatim).toContain('<w:rStyle w:val="TrameContraste"/>');
    expect(verbatim).toContain('<w:rStyle w:val="TrameReference"/>');
  });

  test('text that looks like markup, and characters that XML forbids, do no harm', async () => {
    const table = withCell(aMatrixTable(), 1, 0, { synthesis: 'a < b & "c" \u0000\u000b\ud800 </w:t> 😀\nligne 2' });
    const { parts, plain } = await word(table);
    const problems = [...parts].filter(([name]) => name.endsWith('.xml')).map(([name, content]) => [name, xmlProblem(content)]);
    expect(problems.filter(([, problem]) => problem !== null)).toEqual([]);
    expect(plain).toContain('a < b & «\u00a0c\u00a0» � </w:t> 😀');
  });

  test('each reference has a bookmark named after its passage, none twice', async () => {
    const table = aMatrixTable();
    const { xml } = await word(table);
    const names = [...xml.matchAll(/<w:bookmarkStart w:name="(p_[^"]+)"/g)].map(([, name]) => name ?? '');
    const quotes = table.cells.flat().flatMap((cell) => cell.quotes);
    expect(names).toHaveLength(quotes.length);
    expect(new Set(names).size).toBe(names.length);
    for (const quote of quotes) expect(names).toContain(`p_${quote.passageId.replaceAll('-', '')}`);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(40);
  });
});

describe('the page', () => {
  test('three columns stand upright, six lie across', async () => {
    expect((await word(aMatrixTable({ withCases: false }))).xml).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    expect((await word(aMatrixTable())).xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
  });

  test('thirty columns become five tables of six, the row labels in each', async () => {
    const table = aMatrixTable({ rows: 12, families: 10, cases: 3, contents: ['counts'] });
    const tables = tablesIn((await word(table)).xml);
    expect(tables.map((part) => part.match(/<w:gridCol /g)?.length)).toEqual([7, 7, 7, 7, 7]);
    for (const part of tables) for (const row of table.rows) expect(textIn(part)).toContain(row.label);
  });

  test.each([1, 2, 3, 4, 5, 6])('with %i columns the widths add up to the text width, in the grid and in every row', async (columns) => {
    const [table] = tablesIn((await word(aMatrixTable({ families: columns, withCases: false, contents: ['counts'] }))).xml);
    const textWidth = columns > 3 ? 16838 - 2 * 1332 : 11906 - 2 * 1417;
    const sum = (found: Iterable<RegExpMatchArray>): number => [...found].reduce((total, [, width]) => total + Number(width), 0);
    expect(sum(table!.matchAll(/<w:gridCol w:w="(\d+)"/g))).toBe(textWidth);
    for (const row of rowsIn(table!)) expect(sum(row.matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"/g))).toBe(textWidth);
    expect(table).toContain('<w:tblLayout w:type="fixed"/>');
  });

  test('a column of verbatims has at least 3.6 cm', () => {
    for (const columns of [3, 6]) {
      const document = matrixToDocument(aMatrixTable({ families: columns, withCases: false }), french);
      const [table] = layOut(document, captionLabels('fr'))[0]?.blocks ?? [];
      expect(table?.kind === 'table' ? table.parts[0]?.widths[1] : 0).toBeGreaterThan((3.6 / 2.54) * 1440);
    }
  });

  test('the header lines come back on every page, and only they', async () => {
    const [table] = tablesIn((await word(aMatrixTable())).xml);
    const repeated = rowsIn(table!).map((row) => row.includes('<w:tblHeader/>'));
    // what the columns are, families, cases
    expect(repeated.slice(0, 3)).toEqual([true, true, true]);
    expect(repeated.slice(3)).not.toContain(true);
  });

  test('the families stand above their cases as merged cells', async () => {
    const [table] = tablesIn((await word(aMatrixTable())).xml);
    const families = rowsIn(table!)[1]!;
    expect(families.match(/<w:gridSpan w:val="2"\/>/g)).toHaveLength(3);
    expect(families).toContain('<w:vMerge w:val="continue"/>');
  });

  test('the children of one theme stand under its name once', async () => {
    const table = aMatrixTable({ families: 2, cases: 1 });
    const columns = table.columns.map(({ entities, ...column }, at) => ({
      ...column,
      entities: entities.slice(0, 1),
      path: ['Processus', `Famille ${at}`],
    }));
    const headers = async (columnAxes: string[]): Promise<string[]> => {
      const [first] = tablesIn((await word({ ...table, columnAxes, columns })).xml);
      return rowsIn(first!).slice(0, 2).map(textIn);
    };
    expect(await headers(['Processus'])).toEqual([expect.stringMatching(/Processus$/u), expect.not.stringContaining('Processus')]);
    expect(await headers(['Familles'])).toEqual([expect.stringMatching(/Familles$/u), expect.stringContaining('Processus')]);
  });

  test('rows stay whole, unless they outgrow a page', async () => {
    const long = withCell(aMatrixTable({ withCases: false }), 3, 1, { synthesis: 'Une phrase assez longue. '.repeat(400) });
    const [table] = tablesIn((await word(long)).xml);
    const splits = rowsIn(table!).filter((row) => !row.includes('<w:cantSplit/>'));
    expect(splits).toHaveLength(1);
    expect(textIn(splits[0]!)).toContain('Une phrase assez longue.');
  });
});

describe('around the table', () => {
  test('the caption counts by a field of its own, in the style that the list of tables gathers', async () => {
    const { xml, styles } = await word(aMatrixTable());
    const caption = xml.match(/<w:p><w:pPr><w:pStyle w:val="Caption"\/>.*?<\/w:p>/s)?.[0] ?? '';
    expect(caption).toContain('<w:fldSimple w:instr="SEQ Tableau \\* ARABIC">');
    expect(textIn(caption)).toBe('Tableau 1\u00a0: Les outils de gestion au service de l’innovation sociale dans deux pôles de compétitivité');
    expect(styles).toContain('w:styleId="Caption"><w:name w:val="caption"/>');
    expect(xml.indexOf(caption)).toBeLessThan(xml.indexOf('<w:tbl>'));
  });

  test('in English it is Table 1: …', async () => {
    const { xml } = await word(aMatrixTable({ title: 'Tools' }), { ...french, language: 'en', labels: exportText.en });
    expect(xml).toContain('SEQ Table \\* ARABIC');
    expect(textIn(xml)).toContain('Table 1: Tools');
  });

  test('the parts of a split table refer to its number and do not count again', async () => {
    const { xml } = await word(aMatrixTable({ families: 9, withCases: false, contents: ['counts'] }));
    expect(xml.match(/SEQ Tableau/g)).toHaveLength(1);
    expect(xml.match(/REF trame_table_1 /g)).toHaveLength(1);
    expect(textIn(xml)).toContain('(suite, 2 sur 2)');
  });

  test('note and source line follow, in their own styles', async () => {
    const { xml, plain } = await word(aMatrixTable());
    expect(plain).toContain('Note\u00a0: une cellule réunit les passages (même source, mêmes bornes) qui portent à la fois');
    expect(plain).toContain('Codages de tous les codeurs\u00a0: 1\u202f214 codages, 987 passages, 31 sources.');
    expect(plain).toContain('Source\u00a0: Claire Aubert, d’après 31 sources codées.');
    for (const style of ['TrameLegende', 'TrameSource']) expect(xml).toContain(`<w:pStyle w:val="${style}"/>`);
  });

  test('the given source line and coder names are used', async () => {
    const table = aMatrixTable();
    const { plain } = await word(
      { ...table, definition: { ...table.definition, coderIds: [] } },
      { ...french, sourceLine: 'Source : auteure, 2025', coderNames: ['Ada', 'Bruno'] },
    );
    expect(plain).toContain('Source\u00a0: auteure, 2025');
    expect(plain).toContain('Codages de Ada et Bruno');
  });

  test('every style used is defined, under a name that a template can restyle', async () => {
    const table = aMatrixTable();
    const { xml, styles } = await word(table, compared(table));
    const used = new Set([...xml.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g)].map(([, id]) => id));
    for (const id of used) expect(styles).toContain(`w:styleId="${id}"`);
    for (const name of ['Trame Tableau', 'Trame Verbatim', 'Trame Légende', 'Trame Source', 'Trame En-tête'])
      expect(styles).toContain(`<w:name w:val="${name}"/>`);
  });

  test('a comparison adds a second numbered table: common, only the one, only the other', async () => {
    const table = aMatrixTable();
    const options = compared(table);
    const { xml } = await word(table, options);
    const tables = tablesIn(xml);
    expect(tables).toHaveLength(2);
    expect(xml.match(/SEQ Tableau/g)).toHaveLength(2);
    const text = textIn(tables[1]!);
    for (const title of ['Commun aux deux cas', 'Seulement Pôle n°\u00a01', 'Seulement Pôle n°\u00a02']) expect(text).toContain(title);
    for (const cell of options.comparison!.cells.flat())
      for (const category of cell.common) expect(text).toContain(`${category.name} (${category.passages})`);
  });
});
