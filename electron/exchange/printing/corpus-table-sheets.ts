// The corpus table, and a guide's tables, as a sheet: days, durations and counts as a spreadsheet computes with them.
import type { CorpusCell, CorpusCellKind, CorpusTable } from '../../../shared/domain/corpus-table.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { corpusTableText } from '../../../shared/i18n/corpus-table.ts';
import { printable } from './formats/printable-words.ts';
import { sheetColumn } from './formats/printed-sheet.ts';
import type { PrintedSheets, SheetValue } from './formats/printed-sheet.ts';

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:[.,]\d{1,6})?$/;

/** Not typeset: what is sorted, filtered and read by programs keeps its plain spaces. */
function valueOf(cell: CorpusCell, kind: CorpusCellKind): SheetValue {
  if (cell === null || cell === '' || typeof cell === 'number' || kind === 'date') return cell;
  // an attribute that is a plain number (a year, a size) is one for a spreadsheet too; a code such as 007 stays as it is
  return PLAIN_NUMBER.test(cell) ? Number(cell.replace(',', '.')) : printable(cell);
}

export function corpusTableToSheets(
  { title, columns, rows, note, source }: CorpusTable,
  language: Language,
  name = corpusTableText[language].sheet,
  author: string | null = null,
): PrintedSheets {
  return {
    title,
    author,
    language,
    sheets: [
      {
        name,
        title,
        columns: columns.map(({ key, label, kind }) => sheetColumn(label, { kind, isLabel: key === 'code' })),
        headerLines: null,
        rows: rows.map((row) => ({ values: columns.map(({ kind }, at) => valueOf(row[at] ?? null, kind)) })),
        frozenColumns: columns[0]?.key === 'code' ? 1 : 0,
        note: note === '' ? null : note,
        source: source === '' ? null : source,
      },
    ],
  };
}
