// One door for all that printed sheets can become. The library behind the workbook is large: it is loaded when one is asked for.
import type { SheetFormat } from '../../../../shared/domain/print.ts';
import type { PrintedSheets } from './printed-sheet.ts';
import { tellNobody } from './progress.ts';
import type { Tell } from './progress.ts';
import { sheetsToCsv } from './sheet-csv.ts';

export async function writeSheets(sheets: PrintedSheets, format: SheetFormat, tell: Tell = tellNobody): Promise<Uint8Array> {
  if (format === 'csv') return new TextEncoder().encode(sheetsToCsv(sheets));
  return (await import('./sheet-xlsx.ts')).sheetsToXlsx(sheets, tell);
}
