// Printed sheets as files: what is typed stays typed, what is long goes on, names of tabs are Excel's.
import ExcelJS from 'exceljs';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { paragraph, textInlines } from '../../../../../electron/exchange/printing/formats/document-words.ts';
import { sheetColumn } from '../../../../../electron/exchange/printing/formats/printed-sheet.ts';
import type { PrintedSheet, PrintedSheets } from '../../../../../electron/exchange/printing/formats/printed-sheet.ts';
import { sheetsToCsv } from '../../../../../electron/exchange/printing/formats/sheet-csv.ts';
import { CELL_LIMIT } from '../../../../../electron/exchange/printing/formats/sheet-text.ts';
import { MOST_COLUMNS, sheetsToXlsx } from '../../../../../electron/exchange/printing/formats/sheet-xlsx.ts';
import { zipTexts } from '../../../../support/zip-text.ts';

const blank: PrintedSheet = {
  name: 'Feuille',
  title: null,
  columns: [sheetColumn('A', { isLabel: true }), sheetColumn('B')],
  headerLines: null,
  rows: [],
  frozenColumns: 1,
  note: null,
  source: null,
};
const sheetsOf = (...sheets: readonly PrintedSheet[]): PrintedSheets => ({ title: 'Essai', author: null, language: 'fr', sheets });

async function bookOf(sheets: PrintedSheets): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(await sheetsToXlsx(sheets)).buffer);
  return book;
}

function csvOf(sheets: PrintedSheets): string[][] {
  const text = sheetsToCsv(sheets);
  expect(text.startsWith('\ufeff')).toBe(true);
  return parse(text, { bom: true });
}

it('days, shares, durations and numbers are what a spreadsheet computes with', async () => {
  const columns = [
    sheetColumn('Jour', { kind: 'date' }),
    sheetColumn('Part', { kind: 'share' }),
    sheetColumn('Durée', { kind: 'duration' }),
    sheetColumn('Nombre', { kind: 'number' }),
  ];
  const sheets = sheetsOf({ ...blank, columns, rows: [{ values: ['2024-03-14', 0.25, 5_400_000, 1200] }, { values: [null, null, null, null] }] });
  const row = (await bookOf(sheets)).worksheets[0]!.getRow(2);
  expect(row.getCell(1).value).toEqual(new Date('2024-03-14T00:00:00Z'));
  expect([row.getCell(2).value, row.getCell(2).numFmt]).toEqual([0.25, '0%']);
  expect([row.getCell(3).numFmt, row.getCell(4).value]).toEqual(['[h]:mm', 1200]);
  expect(csvOf(sheets)).toEqual([
    ['Jour', 'Part', 'Durée (min)', 'Nombre'],
    ['2024-03-14', '0.25', '90', '1200'],
    ['', '', '', ''],
  ]);
});

it('words with a form keep it, and lose nothing in plain text', async () => {
  const value = [
    paragraph('cell', textInlines('fort', { bold: true })),
    paragraph('verbatim', '«\u00a0tout le monde\u00a0»'),
    { kind: 'list', start: 3, items: [[paragraph('cell', 'un')], [paragraph('cell', 'deux')]] } as const,
  ];
  const sheets = sheetsOf({ ...blank, rows: [{ values: ['x', value] }] });
  const cell = (await bookOf(sheets)).worksheets[0]!.getCell('B2');
  expect(cell.text).toBe('fort\n«\u00a0tout le monde\u00a0»\n3. un\n4. deux');
  const runs = (cell.value as ExcelJS.CellRichTextValue).richText;
  expect(runs.find(({ text }) => text.includes('fort'))?.font?.bold).toBe(true);
  expect(runs.find(({ text }) => text.includes('monde'))?.font?.italic).toBe(true);
  expect(csvOf(sheets)[1]).toEqual(['x', 'fort\n« tout le monde »\nun\ndeux']);
});

it('a cell longer than Excel keeps goes on in rows under the same label, and says so; numbers are not said again', async () => {
  const long = Array.from({ length: 12_000 }, (_, at) => `mot${at}`).join(' ');
  const columns = [...blank.columns, sheetColumn('N', { kind: 'number' })];
  const sheet = (await bookOf(sheetsOf({ ...blank, columns, rows: [{ values: ['x', long, 7] }, { values: ['y', 'court', 8] }] }))).worksheets[0]!;
  const parts = [2, 3, 4, 5].map((row) => sheet.getCell(row, 2).text).filter((text) => text.includes('mot'));
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(CELL_LIMIT);
  expect(parts.join(' ').match(/mot\d+/g)).toEqual(long.split(' '));
  expect([2, 3].map((row) => sheet.getCell(row, 1).text)).toEqual(['x', 'x']);
  expect([2, 3].map((row) => sheet.getCell(row, 3).value)).toEqual([7, null]);
  expect(sheet.getCell(2 + parts.length, 1).text).toBe('y');
});

it('words that lead somewhere are links in the workbook and words in csv; a formula is neither', async () => {
  const sheets = sheetsOf({ ...blank, rows: [{ values: ['=SOMME(A1)', { text: '(E12, §34)', to: 'trame://open?project=a&passage=b' }] }] });
  const sheet = (await bookOf(sheets)).worksheets[0]!;
  expect(sheet.getCell('A2').type).toBe(ExcelJS.ValueType.String);
  expect(sheet.getCell('B2')).toMatchObject({ text: '(E12, §34)', hyperlink: 'trame://open?project=a&passage=b' });
  expect(csvOf(sheets)[1]).toEqual(["'=SOMME(A1)", '(E12, §34)']);
});

it('tabs have names that Excel takes, all different', async () => {
  const names = ['Thèmes : 1/2', 'Thèmes 1 2', 'History', '', 'x'.repeat(40), 'X'.repeat(40), "'cité'"];
  const book = await bookOf(sheetsOf(...names.map((name) => ({ ...blank, name }))));
  const written = book.worksheets.map(({ name }) => name);
  expect(new Set(written.map((name) => name.toLowerCase())).size).toBe(names.length);
  for (const name of written) expect(name).toMatch(/^[^\\/*?:[\]]{1,31}$/);
});

it('only a flat table has a filter; headers come back on every page', async () => {
  const banded = { ...blank, name: 'Groupes', rows: [{ band: 'G', values: ['a', 'b'] }] };
  const headed = {
    ...blank,
    name: 'Fusion',
    headerLines: [[{ label: 'Tout', column: 0, columns: 2, lines: 1 }], [0, 1].map((column) => ({ label: 'x', column, columns: 1, lines: 1 }))],
  };
  const [flat, groups, merged] = (await bookOf(sheetsOf({ ...blank, rows: [{ values: ['a', 'b'] }] }, banded, headed))).worksheets;
  expect([flat, groups, merged].map((sheet) => Boolean(sheet?.autoFilter))).toEqual([true, false, false]);
  expect(groups?.getCell('A2').text).toBe('G');
  expect(merged?.getCell('B1').master.address).toBe('A1');
  expect([flat, merged].map((sheet) => sheet?.pageSetup.printTitlesRow)).toEqual(['1:1', '1:2']);
  expect(merged?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 2 });
});

it('several tables make one csv: a first column says which, columns of one name are one, what says the same again is left out', () => {
  const first = { ...blank, name: 'Un', rows: [{ band: 'G', values: ['a', 'b'] }, { values: ['c', 'd'] }] };
  const second = { ...blank, name: 'Deux', columns: [sheetColumn('B'), sheetColumn('C'), sheetColumn('C')], rows: [{ values: ['e', 'f', 'g'] }] };
  expect(csvOf(sheetsOf(first, second, { ...blank, isBeside: true }))).toEqual([
    ['Tableau', 'Groupe', 'A', 'B', 'C', 'C'],
    ['Un', 'G', 'a', 'b', '', ''],
    ['Un', 'G', 'c', 'd', '', ''],
    ['Deux', '', '', 'e', 'f', 'g'],
  ]);
});

it('a table wider than a workbook can be is refused with its measure, never cut', async () => {
  const columns = Array.from({ length: MOST_COLUMNS + 1 }, (_, at) => sheetColumn(`C${at}`, { width: 9 }));
  await expect(sheetsToXlsx(sheetsOf({ ...blank, columns, frozenColumns: 0 }))).rejects.toMatchObject({
    code: 'print.tooWide',
    data: { columns: MOST_COLUMNS + 1, most: MOST_COLUMNS },
  });
  const [widest] = (await bookOf(sheetsOf({ ...blank, columns: columns.slice(1), frozenColumns: 0 }))).worksheets;
  expect(widest?.getCell('XFD1').text).toBe(`C${MOST_COLUMNS}`);
});

it('words that look like a workbook’s own codes stay words', async () => {
  const said = '& <b> "vide"  deux espaces';
  const sheets = sheetsOf({ ...blank, rows: [{ values: ['_x0041_', said] }] });
  expect((await bookOf(sheets)).worksheets[0]?.getCell('B2').text).toBe(said);
  // Excel reads `_x0041_` as A, and this as `_x0041_`
  expect(zipTexts(await sheetsToXlsx(sheets)).get('xl/worksheets/sheet1.xml')).toContain('>_x005F_x0041_<');
});
