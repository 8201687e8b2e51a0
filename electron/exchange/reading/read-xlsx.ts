// The first sheet of an Excel file that holds anything, as rows of text.
import ExcelJS from 'exceljs';
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { openContainer } from './zip-container.ts';

async function openWorkbook(bytes: Uint8Array, file: string): Promise<ExcelJS.Workbook> {
  const container = openContainer(bytes, file);
  if (!container.has('xl/workbook.xml')) throw unreadable(file, 'notAsNamed');
  // Each part is what the directory says, before a package that does not check unpacks them all.
  for (const { name } of container.entries) container.read(name);
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  } catch (cause) {
    throw Object.assign(unreadable(file, 'damaged'), { cause });
  }
  return workbook;
}

function rowsOf(sheet: ExcelJS.Worksheet | undefined): string[][] {
  const rows: string[][] = [];
  // Only what is there: a sheet may claim a million rows.
  sheet?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      while (cells.length < column - 1) cells.push('');
      cells.push(textOf(cell));
    });
    rows.push(cells);
  });
  return rows;
}

/** Rows without trailing empty cells; refuses what is no Excel file, is protected or damaged. */
export async function readXlsx(bytes: Uint8Array, file: string): Promise<string[][]> {
  const workbook = await openWorkbook(bytes, file);
  return rowsOf(workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0));
}

/** Every sheet that holds anything, in order. */
export async function readXlsxSheets(bytes: Uint8Array, file: string): Promise<string[][][]> {
  const workbook = await openWorkbook(bytes, file);
  return workbook.worksheets.filter(({ actualRowCount }) => actualRowCount > 0).map(rowsOf);
}

/** Dates as programs write them (2026-11-23); the rest as the sheet shows it. A merged cell's text stands in its first cell only. */
function textOf(cell: ExcelJS.Cell): string {
  if (cell.isMerged && cell.master !== cell) return '';
  const value = cell.value !== null && typeof cell.value === 'object' && 'result' in cell.value ? cell.value.result : cell.value;
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? ''
      : value
          .toISOString()
          .replace(/T00:00:00\.000Z$/, '')
          .replace(/\.000Z$/, '');
  return cell.text ?? '';
}
