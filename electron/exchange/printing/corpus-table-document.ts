// The corpus table, and a guide's tables, as a printed document: one table with as many columns as a page across holds.
import type { CorpusCell, CorpusTable, CorpusTableColumn } from '../../../shared/domain/corpus-table.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { typeset } from '../../../shared/domain/typography.ts';
import { cellWords } from './corpus-cell.ts';
import { paragraph, plainColumns } from './formats/document-words.ts';
import type { CellBlock, PrintedDocument } from './formats/printed-document.ts';

/** Columns with short words: more of them fit than of verbatims, and the table is never cut. */
const FITS = { upright: 4, across: Number.POSITIVE_INFINITY };

function cellBlock(cell: CorpusCell, { key, kind }: CorpusTableColumn, language: Language): CellBlock {
  const style = key === 'code' ? 'rowHeader' : kind === 'text' ? 'cell' : 'number';
  return paragraph(style, cellWords(cell, kind, language));
}

/** The first column names the rows. */
export function corpusTableToDocument(
  { title, columns, rows, note, source }: CorpusTable,
  language: Language,
  author: string | null = null,
): PrintedDocument {
  const [first, ...others] = columns;
  const cellsOf = (row: readonly CorpusCell[]): CellBlock[] => columns.map((column, at) => cellBlock(row[at] ?? null, column, language));
  return {
    title,
    author,
    language,
    sections: [
      {
        page: 'asNeeded',
        blocks: [
          {
            kind: 'table',
            title,
            lead: [],
            rowAxis: others.length > 0 ? typeset(first?.label ?? '', language) : null,
            columnAxis: null,
            columns: plainColumns((others.length > 0 ? others : columns).map(({ label }) => typeset(label, language))),
            rows: rows.map((row) => {
              const [label, ...cells] = cellsOf(row);
              const named = others.length > 0 && label !== undefined;
              return { band: null, label: named ? [label] : [], cells: (named ? cells : cellsOf(row)).map((cell) => [cell]) };
            }),
            note: note === '' ? null : note,
            source: source === '' ? null : source,
            widths: 'byWords',
            fits: FITS,
          },
        ],
      },
    ],
  };
}
