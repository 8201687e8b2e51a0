// What an analysis shows, as files: its picture at its size on paper, its table as a sheet that says what is counted.
import type { Language } from '../../../shared/domain/project.ts';
import type { SheetFormat } from '../../../shared/domain/print.ts';
import type { FigureTable } from '../../../shared/figure/figure-table.ts';
import { sheetColumn } from './formats/printed-sheet.ts';
import { writeSheets } from './formats/write-sheets.ts';

export interface TableFile {
  readonly title: string;
  /** What is counted, under the table; empty: nothing. */
  readonly caption: string;
  readonly language: Language;
}

/** A column whose values are all numbers is one of numbers. */
export function tableFile({ columns, rows }: FigureTable, format: SheetFormat, { title, caption, language }: TableFile): Promise<Uint8Array> {
  const isNumber = (column: number): boolean => rows.every((row) => typeof row[column] === 'number');
  return writeSheets(
    {
      title,
      author: null,
      language,
      sheets: [
        {
          name: title,
          title: format === 'csv' ? null : title,
          columns: columns.map((header, at) => sheetColumn(header, { kind: at > 0 && isNumber(at) ? 'number' : 'text', isLabel: at === 0 })),
          headerLines: null,
          rows: rows.map((values) => ({ values })),
          frozenColumns: 1,
          note: format === 'csv' || caption === '' ? null : caption,
          source: null,
        },
      ],
    },
    format,
  );
}
