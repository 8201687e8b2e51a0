// A table of plain values (words, numbers, days, shares): on a page set as words, in a sheet kept as what they are.
import type { Language } from '../../../shared/domain/project.ts';
import { shortDate } from '../../../shared/i18n/corpus-table.ts';
import { formatNumber } from '../../../shared/i18n/text.ts';
import { paragraph, plainColumns } from './formats/document-words.ts';
import type { CellBlock, TableBlock } from './formats/printed-document.ts';
import { sheetColumn } from './formats/printed-sheet.ts';
import type { PrintedSheet } from './formats/printed-sheet.ts';

/** `date` holds an ISO day, `share` a number from 0 to 1. */
export type ValueKind = 'text' | 'number' | 'share' | 'date';
/** Text is typeset already; one cell may hold several paragraphs, a line each. */
export type Value = string | number | null;

export interface ValueColumn {
  readonly label: string;
  readonly kind: ValueKind;
}

export interface ValueRow {
  /** The group that begins here: a line of its own on a page, a first column in a sheet. */
  readonly band?: string;
  readonly values: readonly Value[];
}

export interface ValueTable {
  /** Of its sheet. */
  readonly sheet: string;
  /** Null for a table without caption. */
  readonly title: string | null;
  /** What bands are; a sheet's first column. */
  readonly bandLabel?: string;
  /** The first one names the rows. */
  readonly columns: readonly ValueColumn[];
  readonly rows: readonly ValueRow[];
  readonly note: string | null;
  readonly source: string | null;
  readonly widths: TableBlock['widths'];
}

const SHARE = { fr: new Intl.NumberFormat('fr-FR', { style: 'percent' }), en: new Intl.NumberFormat('en-GB', { style: 'percent' }) };

export function valueWords(value: Value, kind: ValueKind, language: Language): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return kind === 'share' ? SHARE[language].format(value) : formatNumber(language, value);
  return kind === 'date' ? shortDate(language, value) : value;
}

function cellBlocks(value: Value, kind: ValueKind, isLabel: boolean, language: Language): CellBlock[] {
  const style = isLabel ? 'rowHeader' : kind === 'number' || kind === 'share' ? 'number' : 'cell';
  return valueWords(value, kind, language)
    .split('\n')
    .map((line) => paragraph(style, line));
}

/** As many number columns as stand on a page: words want more room than these tables have. */
const FITS = { upright: 9, across: 14 };

export function valueTableBlock({ title, columns, rows, note, source, widths }: ValueTable, language: Language): TableBlock {
  const [first, ...others] = columns;
  let band: string | undefined;
  return {
    kind: 'table',
    title,
    lead: [],
    rowAxis: first?.label ?? '',
    columnAxis: null,
    columns: plainColumns(others.map(({ label }) => label)),
    rows: rows.map((row) => {
      const begins = row.band !== undefined && row.band !== band;
      band = row.band;
      const [label, ...cells] = row.values;
      return {
        band: begins ? (row.band ?? null) : null,
        label: cellBlocks(label ?? null, first?.kind ?? 'text', true, language),
        cells: cells.map((value, at) => cellBlocks(value, others[at]?.kind ?? 'text', false, language)),
      };
    }),
    note,
    source,
    widths,
    fits: FITS,
  };
}

/** Bands become a first column: a table to compute with says in every row what it belongs to. */
export function valueSheet({ sheet, title, bandLabel, columns, rows, note, source }: ValueTable): PrintedSheet {
  const bands = bandLabel === undefined ? [] : [sheetColumn(bandLabel, { isLabel: true })];
  const own = columns.map(({ label, kind }, at) => sheetColumn(label, { kind, ...(at === 0 ? { isLabel: true } : {}) }));
  const dayOf = (value: Value): Value => (typeof value === 'string' ? value.slice(0, 10) : value);
  return {
    name: sheet,
    title,
    columns: [...bands, ...own],
    headerLines: null,
    rows: rows.map(({ band, values }) => ({
      values: [...(bandLabel === undefined ? [] : [band ?? '']), ...values.map((value, at) => (columns[at]?.kind === 'date' ? dayOf(value) : value))],
    })),
    frozenColumns: bands.length + 1,
    note,
    source,
  };
}
