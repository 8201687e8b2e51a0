// The workbook is read back as Excel would: nothing is cut, headers stay in view and come back on every printed page.
import ExcelJS from 'exceljs';
import type { Worksheet } from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { ExportOptions } from '../../../../electron/exchange/printing/export-options.ts';
import { matrixToSheets } from '../../../../electron/exchange/printing/matrix-sheets.ts';
import { printMatrix } from '../../../../electron/exchange/printing/printed-matrix.ts';
import { sheetsToXlsx } from '../../../../electron/exchange/printing/formats/sheet-xlsx.ts';
import { CELL_LIMIT, divideRuns } from '../../../../electron/exchange/printing/formats/sheet-text.ts';
import { comparableCases, compareCases } from '../../../../shared/domain/compare-cases.ts';
import type { MatrixTable } from '../../../../shared/domain/matrix.ts';
import { exportText } from '../../../../shared/i18n/export.ts';
import { aMatrixTable, withCell } from '../../../support/matrix-table.ts';
import { missingParts } from '../../../support/printed-parts.ts';

const labels = exportText.fr;
const french: ExportOptions = { language: 'fr', comparison: null, labels };

async function workbook(table: MatrixTable, options = french): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  const bytes = await sheetsToXlsx(matrixToSheets(table, options));
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return book;
}

function texts(sheet: Worksheet): string[] {
  const found: string[] = [];
  sheet.eachRow((row) => row.eachCell((cell) => found.push(cell.text)));
  return found;
}

/** Labels in the first columns, then headers, then the data: the first row below the headers. */
const FIRST_DATA_ROW = 5;

describe('the matrix sheet', () => {
  test.each([
    ['7 × 6', {}],
    ['30 × 12', { rows: 30, families: 6, cases: 2 }],
  ])('of %s: every cell holds its whole content', async (_, shape) => {
    const table = aMatrixTable(shape);
    const book = await workbook(table);
    const sheet = book.getWorksheet(labels.sheets.matrix)!;
    printMatrix(table, french).cells.forEach((line, row) => {
      line.forEach((cell, column) => {
        // two columns of row labels: conception, dimension
        expect(missingParts([cell], sheet.getCell(FIRST_DATA_ROW + row, 3 + column).text)).toEqual([]);
      });
    });
  });

  test('families are merged above their cases; panes, print titles and fit to width are set', async () => {
    const sheet = (await workbook(aMatrixTable())).getWorksheet(labels.sheets.matrix)!;
    expect(sheet.getCell('C3').text).toBe('Coordination');
    expect(sheet.getCell('D3').master.address).toBe('C3');
    expect([sheet.getCell('C4').text, sheet.getCell('D4').text]).toEqual(['Pôle n°\u00a01', 'Pôle n°\u00a02']);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 4 });
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '2:4',
      printTitlesColumn: 'A:B',
    });
  });

  test('rows are as high as their longest cell, as far as Excel allows', async () => {
    const sheet = (await workbook(aMatrixTable({ withCases: false, contents: ['synthesis'] }))).getWorksheet(labels.sheets.matrix)!;
    const short = sheet.getRow(FIRST_DATA_ROW).height;
    const long = (
      await workbook(withCell(aMatrixTable({ withCases: false, contents: ['synthesis'] }), 1, 0, { synthesis: 'Phrase. '.repeat(3000) }))
    ).getWorksheet(labels.sheets.matrix)!;
    expect(short).toBeGreaterThan(30);
    expect(long.getRow(FIRST_DATA_ROW).height).toBe(409);
  });

  test('counts alone are numbers that Excel can add up', async () => {
    const table = aMatrixTable({ contents: ['counts'] });
    const sheet = (await workbook(table)).getWorksheet(labels.sheets.matrix)!;
    table.cells.forEach((line, row) => {
      expect(line.map((_, column) => sheet.getCell(FIRST_DATA_ROW + row, 3 + column).value)).toEqual(line.map((cell) => cell.passages));
    });
  });
});

describe('a cell of 40,000 characters', () => {
  const long = Array.from({ length: 5000 }, (_, n) => `mot${String(n).padStart(4, '0')}`)
    .join(' ')
    .concat(' 😀'.repeat(600));

  test('goes on in the row below, with a notice at both ends and nothing lost', async () => {
    const table = withCell(aMatrixTable({ contents: ['synthesis'] }), 0, 1, { synthesis: long });
    const sheet = (await workbook(table)).getWorksheet(labels.sheets.matrix)!;
    const [above, below] = [sheet.getCell(FIRST_DATA_ROW, 4).text, sheet.getCell(FIRST_DATA_ROW + 1, 4).text];
    expect(Math.max(above.length, below.length)).toBeLessThanOrEqual(CELL_LIMIT);
    expect(above.endsWith(labels.continuesBelow)).toBe(true);
    expect(below.startsWith(labels.continuesAbove)).toBe(true);
    const put = above.replace(`\n${labels.continuesBelow}`, '') + below.replace(`${labels.continuesAbove}\n`, '');
    expect(put).toContain(long.trim());
    expect(sheet.getCell(FIRST_DATA_ROW + 1, 2).text).toBe(table.rows[0]?.label);
    expect(sheet.getCell(FIRST_DATA_ROW + 2, 2).text).toBe(table.rows[1]?.label);
  });

  test('is divided in the list of verbatims too', async () => {
    const base = aMatrixTable();
    const [quote] = base.cells[0]![1]!.quotes;
    const table = withCell(base, 0, 1, { quotes: [{ ...quote!, text: long }] });
    const sheet = (await workbook(table)).getWorksheet(labels.sheets.verbatims)!;
    const parts = texts(sheet).filter((text) => /mot0000|mot4999/.test(text));
    expect(parts).toHaveLength(2);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(CELL_LIMIT);
  });

  test('is never cut inside an emoji', () => {
    const parts = divideRuns([{ text: '😀'.repeat(300) }], labels, 101);
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) {
      const text = part.map((run) => run.text).join('');
      expect(text.length).toBeLessThanOrEqual(101);
      expect(text.isWellFormed()).toBe(true);
    }
    expect(
      parts
        .flat()
        .map((run) => run.text)
        .join('')
        .match(/😀/gu),
    ).toHaveLength(300);
  });
});

describe('the other sheets', () => {
  test('every verbatim has a line, in the words of the interview', async () => {
    const table = aMatrixTable();
    const sheet = (await workbook(table)).getWorksheet(labels.sheets.verbatims)!;
    const quotes = table.cells.flat().flatMap((cell) => cell.quotes);
    expect(sheet.rowCount).toBe(quotes.length + 1);
    expect(sheet.autoFilter).toBeTruthy();
    const lines = sheet.getRows(2, quotes.length)!.map((row) => [3, 4, 5, 9].map((column) => row.getCell(column).text));
    expect(lines).toEqual(quotes.map((quote) => [quote.ref, quote.speaker ?? '', quote.caseNames.join(', '), quote.text]));
  });

  test('without verbatims there is no empty sheet for them', async () => {
    const table = aMatrixTable();
    const without = { ...table, cells: table.cells.map((line) => line.map((cell) => ({ ...cell, quotes: [] }))) };
    expect((await workbook(without)).worksheets.map((sheet) => sheet.name)).toEqual([labels.sheets.matrix]);
  });

  test('the comparison stands on the third', async () => {
    const table = aMatrixTable();
    const comparison = compareCases(
      table,
      comparableCases(table).map((entity) => entity.key),
    );
    const book = await workbook(table, { ...french, comparison });
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual([labels.sheets.matrix, labels.sheets.verbatims, labels.sheets.comparison]);
    const found = texts(book.worksheets[2]!);
    expect(found).toContain('Commun aux deux cas');
    for (const category of comparison.cells.flat().flatMap((cell) => cell.only.flat()))
      expect(found.some((text) => text.includes(`${category.name} (${category.passages})`))).toBe(true);
  });
});
