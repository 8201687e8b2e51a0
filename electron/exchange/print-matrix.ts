// A computed matrix as it is printed: words typeset, cells reduced to what the definition asks for. Every format starts here,
// so that a Word table, a spreadsheet and a web page say the same thing.
import type { CaseComparison, ComparedCell } from '../../shared/domain/compare-cases.ts';
import type { PassageId } from '../../shared/domain/ids.ts';
import type { AxisSpec, FoundCategory, MatrixCell, MatrixHeader, MatrixQuote, MatrixTable } from '../../shared/domain/matrix.ts';
import { headerLabels } from '../../shared/domain/matrix-headers.ts';
import { quoted, typeset, withCuts } from '../../shared/domain/typography.ts';
import type { ExportOptions } from './export-options.ts';

export interface PrintedVerbatim {
  readonly passageId: PassageId;
  /** In quotation marks, with its cuts. */
  readonly text: string;
  /** `(E12, Directrice, §34)` */
  readonly reference: string;
  readonly contrasts: boolean;
}

export interface PrintedCell {
  /** For formats that compute with numbers. */
  readonly passages: number;
  readonly counts: string | null;
  readonly categories: readonly FoundCategory[];
  readonly synthesis: string | null;
  readonly isDraft: boolean;
  readonly verbatims: readonly PrintedVerbatim[];
}

/** Headers carry typeset words; `cells[row][column]`. */
export interface PrintedTable {
  readonly title: string;
  readonly rowAxis: string;
  readonly columnAxis: string;
  readonly rows: readonly MatrixHeader[];
  readonly columns: readonly MatrixHeader[];
  readonly cells: readonly (readonly PrintedCell[])[];
  /** Every cell is one number: spreadsheets then hold numbers, not sentences. */
  readonly countsOnly: boolean;
  readonly note: string;
  readonly source: string;
}

/** Without the characters that XML 1.0 forbids: Word and Excel refuse a file that holds one. */
export function printable(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\r\t]|[\ufffe\uffff]/gu, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .toWellFormed();
}

function printWords(text: string, options: ExportOptions): string {
  return typeset(printable(text), options.language);
}

export function isEmptyCell(cell: PrintedCell): boolean {
  return cell.counts === null && cell.categories.length === 0 && cell.synthesis === null && cell.verbatims.length === 0;
}

/** `(E12, Directrice, §34)`: the citation's code, who speaks, the turn. */
export function referenceOf(quote: Pick<MatrixQuote, 'ref' | 'speaker'>): string {
  const [, code, turn] = /^(.*?)(?: (§\d+))?$/su.exec(quote.ref) ?? [];
  return `(${[code, quote.speaker, turn].filter(Boolean).join(', ')})`;
}

function printVerbatim(quote: MatrixQuote, options: ExportOptions): PrintedVerbatim {
  return {
    passageId: quote.passageId,
    text: quoted(withCuts(printable(quote.text)), options.language),
    reference: printWords(referenceOf(quote), options),
    contrasts: quote.stance === 'contrasts',
  };
}

function printCategories(categories: readonly FoundCategory[], options: ExportOptions): FoundCategory[] {
  return categories.map((category) => ({ ...category, name: printWords(category.name, options) }));
}

function printCell(cell: MatrixCell, table: MatrixTable, options: ExportOptions): PrintedCell {
  const shows = new Set(table.definition.contents);
  const synthesis = shows.has('synthesis') && cell.synthesis?.trim() ? printWords(cell.synthesis.trim(), options) : null;
  return {
    passages: cell.passages,
    counts: shows.has('counts') && cell.passages > 0 ? typeset(options.labels.countLine(cell.passages, cell.sources), options.language) : null,
    categories: shows.has('categories') ? printCategories(cell.categories, options) : [],
    synthesis,
    isDraft: synthesis !== null && cell.status === 'draft',
    verbatims: shows.has('passages') ? cell.quotes.map((quote) => printVerbatim(quote, options)) : [],
  };
}

function printHeader(header: MatrixHeader, options: ExportOptions): MatrixHeader {
  const words = (text: string): string => printWords(text, options);
  const entities = header.entities.map((entity) => ({ ...entity, label: words(entity.label), path: entity.path.map(words) }));
  return { ...header, label: words(header.label), path: header.path.map(words), entities };
}

function sourceLine(table: MatrixTable, options: ExportOptions): string {
  return printWords(options.sourceLine ?? options.labels.sourceLine(options.author ?? null, table.totals.sources), options);
}

const holdsCategories = (axis: AxisSpec): boolean => axis.kind === 'grid' || axis.kind === 'category';

function methodNote(table: MatrixTable, cells: readonly (readonly PrintedCell[])[], options: ExportOptions): string {
  const { definition } = table;
  const note = options.labels.methodNote({
    join: definition.join,
    crossesCategories: [...definition.rows, ...definition.columns].filter(holdsCategories).length > 1,
    coders: options.coderNames ?? definition.coderIds?.length ?? null,
    totals: table.totals,
    omittedCodings: table.omittedCodings,
    showsCounts: definition.contents.includes('counts'),
    showsContrast: cells.flat().some((cell) => cell.verbatims.some((verbatim) => verbatim.contrasts)),
  });
  return printWords(note, options);
}

export function printMatrix(table: MatrixTable, options: ExportOptions): PrintedTable {
  const words = (text: string): string => printWords(text, options);
  const cells = table.cells.map((line) => line.map((cell) => printCell(cell, table, options)));
  return {
    title: words(table.title),
    rowAxis: table.rowAxes.map(words).join(' × '),
    columnAxis: table.columnAxes.map(words).join(' × '),
    rows: table.rows.map((row) => printHeader(row, options)),
    columns: table.columns.map((column) => printHeader(column, options)),
    cells,
    countsOnly: table.definition.contents.every((content) => content === 'counts'),
    note: methodNote(table, cells, options),
    source: sourceLine(table, options),
  };
}

function categoriesOnly(categories: readonly FoundCategory[], options: ExportOptions): PrintedCell {
  const passages = categories.reduce((sum, category) => sum + category.passages, 0);
  return { passages, counts: null, categories: printCategories(categories, options), synthesis: null, isDraft: false, verbatims: [] };
}

function comparedColumns(cell: ComparedCell, comparison: CaseComparison): (readonly FoundCategory[])[] {
  return [cell.common, ...(comparison.cases.length > 2 ? [cell.partly] : []), ...cell.only];
}

/** The comparison laid flat: a row per crossing where something was found, then what is common, shared by some, or one case's own. */
export function printComparison(comparison: CaseComparison, table: MatrixTable, options: ExportOptions): PrintedTable {
  const { labels } = options;
  const words = (text: string): string => printWords(text, options);
  const names = comparison.cases.map((entity) => entity.label);
  const titles = [labels.figure.common(names.length), ...(names.length > 2 ? [labels.figure.partly] : []), ...names.map(labels.figure.only)];
  const rowLabels = headerLabels(comparison.rows);
  const lines = comparison.rows.flatMap((row, r) =>
    comparison.columns.flatMap((column, c) => {
      const cell = comparison.cells[r]?.[c];
      const found = cell ? comparedColumns(cell, comparison) : [];
      if (found.every((categories) => categories.length === 0)) return [];
      const path = [...(rowLabels[r] ?? []), ...(column.label === '' ? [] : [column.path.join(' › ')])].map(words);
      const header: MatrixHeader = { key: `${row.key}|${column.key}`, label: path.at(-1) ?? '', path, entities: [] };
      return [{ header, cells: found.map((categories) => categoriesOnly(categories, options)) }];
    }),
  );
  return {
    title: words(labels.comparisonTitle(table.title, names)),
    rowAxis: table.rowAxes.map(words).join(' × '),
    columnAxis: words(labels.comparedAxis),
    rows: lines.map((line) => line.header),
    columns: titles.map((title, index) => ({ key: `compared:${index}`, label: words(title), path: [words(title)], entities: [] })),
    cells: lines.map((line) => line.cells),
    countsOnly: false,
    note: words(labels.comparisonNote),
    source: sourceLine(table, options),
  };
}
