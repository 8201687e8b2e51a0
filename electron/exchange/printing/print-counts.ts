// The piece « counts »: presence, passages or words in the crossing of two axes, always with the cases and the references, and with a warning.
import { headerBands, headerDepth, headerLabels } from '../../../shared/domain/matrix-headers.ts';
import type { MatrixHeader, MatrixQuote, MatrixTable } from '../../../shared/domain/matrix.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import { exportText } from '../../../shared/i18n/export.ts';
import { printTablesText } from '../../../shared/i18n/print-tables.ts';
import type { Session } from '../../commands/run-command.ts';
import { computeMatrix } from '../../queries/matrix.ts';
import { SpokenWords } from '../../queries/spoken-words.ts';
import { paragraph, plainColumns } from './formats/document-words.ts';
import { PrintSetting } from './print-setting.ts';
import { printedHeader } from './printed-matrix.ts';
import type { CellBlock, PrintedBlock, PrintedDocument, TableBlock } from './formats/printed-document.ts';
import { sheetColumn } from './formats/printed-sheet.ts';
import type { PrintedSheet, PrintedSheets } from './formats/printed-sheet.ts';

type Project = Session['project'];
type CountsPiece = PieceOf<'counts'>;
type Measure = CountsPiece['measures'][number];

/** Numbers need little room. */
const FITS: TableBlock['fits'] = { upright: 8, across: 16 };
const NUMBER_WIDTH = 13;
const LABEL_WIDTH = 34;

interface CountTable {
  readonly measure: Measure;
  readonly title: string;
  readonly note: string;
  /** After the columns of the axis. */
  readonly totals: readonly string[];
  /** By row, totals last. */
  readonly rows: readonly (readonly number[])[];
  /** Of all rows together, in the same columns. */
  readonly totalRow: readonly number[];
}

interface Counts {
  readonly setting: PrintSetting;
  readonly matrix: MatrixTable;
  readonly title: string;
  readonly rowAxis: string;
  readonly columnAxis: string;
  readonly rows: readonly MatrixHeader[];
  readonly columns: readonly MatrixHeader[];
  readonly tables: readonly CountTable[];
  readonly source: string;
}

/** Each passage once, though several cells hold it. */
function distinct(quotes: readonly MatrixQuote[]): MatrixQuote[] {
  return [...new Map(quotes.map((quote) => [`${quote.sourceId} ${quote.start} ${quote.end}`, quote])).values()];
}

const casesIn = (quotes: readonly MatrixQuote[]): number => new Set(quotes.flatMap(({ caseNames }) => caseNames)).size;
const sourcesIn = (quotes: readonly MatrixQuote[]): number => new Set(quotes.map(({ sourceId }) => sourceId)).size;

/** What one line of a measure's table says of the passages of its cells, and of all of them together. */
function lineOf(measure: Measure, cells: readonly (readonly MatrixQuote[])[], words: SpokenWords): number[] {
  const all = distinct(cells.flat());
  const about = [casesIn(all), sourcesIn(all)];
  switch (measure) {
    case 'presence':
      return [...cells.map((cell) => Math.min(1, cell.length)), ...about, all.length];
    case 'passages':
      return [...cells.map((cell) => cell.length), all.length, ...about];
    case 'words':
      return [...cells.map((cell) => words.count(cell)), words.count(all), ...about, all.length];
  }
}

function tableOf(measure: Measure, matrix: MatrixTable, names: readonly [string, string], words: SpokenWords, setting: PrintSetting): CountTable {
  const text = printTablesText[setting.language];
  const quotes = matrix.cells.map((row) => row.map((cell) => cell.quotes));
  const rows = quotes.map((row) => lineOf(measure, row, words));
  const columns = matrix.columns.map((_, column) => distinct(quotes.flatMap((row) => row[column] ?? [])));
  const all = lineOf(measure, columns, words);
  const present = matrix.columns.map((_, column) => rows.filter((row) => (row[column] ?? 0) > 0).length);
  const about = [text.cases, text.sources];
  return {
    measure,
    title: setting.words(text.countsTitle[measure](...names)),
    note: setting.words(text.countsNote[measure]),
    totals: { presence: [...about, text.references], passages: [text.total, ...about], words: [text.total, ...about, text.references] }[measure],
    rows,
    totalRow: measure === 'presence' ? [...present, ...all.slice(present.length)] : all,
  };
}

/** Axes are crossed as passages carry them: both categories on the same passage. */
function countsOf(project: Project, { rows, columns, measures }: CountsPiece, style: PrintStyle): Counts {
  const { language } = style;
  const setting = new PrintSetting(project, style);
  const definition = {
    rows: [rows],
    columns: [columns],
    join: { kind: 'passage' },
    coderIds: null,
    contents: ['counts'],
    hidesEmpty: false,
  } as const;
  const matrix = computeMatrix(
    project,
    { ...definition, rows: [...definition.rows], columns: [...definition.columns], contents: [...definition.contents] },
    axisTitles[language],
    { title: '', withQuotes: true },
  );
  const [rowAxis, columnAxis] = [matrix.rowAxes, matrix.columnAxes].map((titles) => setting.words(titles.join(' × '))) as [string, string];
  const words = new SpokenWords(project);
  return {
    setting,
    matrix,
    title: setting.words(printTablesText[language].countsDocument(rowAxis, columnAxis)),
    rowAxis,
    columnAxis,
    rows: matrix.rows.map((header) => printedHeader(header, language)),
    columns: matrix.columns.map((header) => printedHeader(header, language)),
    tables: [...new Set(measures)].map((measure) => tableOf(measure, matrix, [rowAxis, columnAxis], words, setting)),
    source: setting.sourceLine(),
  };
}

/** What the columns are stands above them alone: totals are of everything. */
function allColumns({ columns, columnAxis }: Counts, totals: readonly string[]): MatrixHeader[] {
  const own = columns.map((header) => ({ ...header, path: [columnAxis, ...header.path] }));
  return [...own, ...plainColumns(totals).map((header, at) => ({ ...header, key: `total:${at}` }))];
}

function tableBlock(counts: Counts, { title, note, totals, rows, totalRow }: CountTable): TableBlock {
  const { setting, rows: headers, rowAxis, source } = counts;
  const text = printTablesText[setting.language];
  const bandAt = new Map(headerBands(headers).map((band) => [band.first, band.label]));
  const numbers = (line: readonly number[]): CellBlock[][] => line.map((value) => [paragraph('number', text.number(value))]);
  return {
    kind: 'table',
    title,
    lead: [],
    rowAxis,
    columnAxis: null,
    columns: allColumns(counts, totals),
    rows: [
      ...headers.map((header, at) => ({
        band: bandAt.get(at) ?? null,
        label: [paragraph('rowHeader', header.label)],
        cells: numbers(rows[at] ?? []),
      })),
      { band: null, label: [paragraph('rowHeader', text.total)], cells: numbers(totalRow), isShaded: true },
    ],
    note,
    source,
    widths: 'byWords',
    fits: FITS,
  };
}

export function countsDocument(project: Project, piece: CountsPiece, style: PrintStyle): PrintedDocument {
  const counts = countsOf(project, piece, style);
  const text = printTablesText[style.language];
  const isEmpty = counts.rows.length === 0 || counts.columns.length === 0;
  const blocks: PrintedBlock[] = isEmpty
    ? [paragraph('note', exportText[style.language].emptyTable)]
    : [paragraph('body', counts.setting.words(text.warning)), ...counts.tables.map((table) => tableBlock(counts, table))];
  return { title: counts.title, author: style.author, language: style.language, sections: [{ page: 'asNeeded', blocks }] };
}

function countSheet(counts: Counts, { measure, title, note, totals, rows, totalRow }: CountTable): PrintedSheet {
  const { setting, rowAxis, source } = counts;
  const text = printTablesText[setting.language];
  const depth = headerDepth(counts.rows);
  const paths = headerLabels(counts.rows);
  const labels = Array.from({ length: depth }, (_, level) =>
    sheetColumn(depth === 1 ? rowAxis : `${rowAxis} ${level + 1}`, { width: LABEL_WIDTH, isLabel: true }),
  );
  const names = [...headerLabels(counts.columns).map((path) => path.filter(Boolean).join(' › ')), ...totals];
  const labelled = (path: readonly string[], line: readonly number[]): (string | number)[] => [
    ...Array.from({ length: depth }, (_, level) => path[level] ?? ''),
    ...line,
  ];
  return {
    name: text.measures[measure],
    title,
    columns: [...labels, ...names.map((name) => sheetColumn(name, { kind: 'number', width: NUMBER_WIDTH }))],
    headerLines: null,
    rows: [...paths.map((path, at) => ({ values: labelled(path, rows[at] ?? []) })), { values: labelled([text.total], totalRow), isShaded: true }],
    frozenColumns: depth,
    note: `${note} ${setting.words(text.warning)}`,
    source,
  };
}

/** One sheet per measure. */
export function countsSheets(project: Project, piece: CountsPiece, style: PrintStyle): PrintedSheets {
  const counts = countsOf(project, piece, style);
  return { title: counts.title, author: style.author, language: style.language, sheets: counts.tables.map((table) => countSheet(counts, table)) };
}
