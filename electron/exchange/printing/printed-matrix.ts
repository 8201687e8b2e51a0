// A computed matrix as it is printed: words typeset, cells reduced to what the definition asks for. Every format starts here,
// so that a Word table, a spreadsheet and a web page say the same thing.
import type { CaseComparison, ComparedCell } from '../../../shared/domain/compare-cases.ts';
import { withoutCuts } from '../../../shared/domain/cell.ts';
import type { PinnedQuote } from '../../../shared/domain/cell.ts';
import type { PassageId } from '../../../shared/domain/ids.ts';
import type { AxisSpec, CellContent, FoundCategory, MatrixCell, MatrixHeader, MatrixQuote, MatrixTable } from '../../../shared/domain/matrix.ts';
import { headerDepth, headerLabels, headerSpans } from '../../../shared/domain/matrix-headers.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { quoted, typeset, withCuts } from '../../../shared/domain/typography.ts';
import type { ExportOptions } from './export-options.ts';
import { printable, referenceOf } from './formats/printable-words.ts';
import type { CellBlock } from './formats/printed-document.ts';

export interface PrintedVerbatim {
  readonly passageId: PassageId;
  /** In quotation marks, with its cuts. */
  readonly text: string;
  /** `(E12, Directrice, §34)` */
  readonly reference: string;
  readonly contrasts: boolean;
}

/** What somebody wrote, and the form it was given; null where its words are all there is. */
export interface PrintedSynthesis {
  readonly words: string;
  readonly form: readonly CellBlock[] | null;
  readonly isDraft: boolean;
}

/** What is written of a group's member. */
export interface PrintedMember {
  readonly label: string;
  readonly rating: string | null;
  readonly synthesis: PrintedSynthesis | null;
}

/** In the order in which a cell says it. */
export interface PrintedCell {
  /** For formats that compute with numbers. */
  readonly passages: number;
  readonly rating: string | null;
  readonly counts: string | null;
  /** Who stands there: a line of names for each kind asked for. */
  readonly units: readonly string[];
  readonly stance: string | null;
  readonly categories: readonly FoundCategory[];
  readonly synthesis: PrintedSynthesis | null;
  readonly members: readonly PrintedMember[];
  readonly pinned: readonly PrintedVerbatim[];
  /** Without those that are pinned, where these are shown too. */
  readonly verbatims: readonly PrintedVerbatim[];
  /** Verbatims left out because the synthesis above quotes them. */
  readonly saidAbove: number;
  readonly remark: string | null;
  readonly status: string | null;
}

/** A scale that cells are rated on, with the rules that decide. */
export interface PrintedScale {
  readonly name: string;
  readonly steps: readonly { readonly label: string; readonly rule: string }[];
}

/** Headers carry typeset words; `cells[row][column]`. */
export interface PrintedTable {
  readonly title: string;
  readonly rowAxis: string;
  /** Null where the one line over all columns says it already. */
  readonly columnAxis: string | null;
  readonly rows: readonly MatrixHeader[];
  readonly columns: readonly MatrixHeader[];
  readonly cells: readonly (readonly PrintedCell[])[];
  /** Every cell is one number: spreadsheets then hold numbers, not sentences. */
  readonly countsOnly: boolean;
  /** Of the ratings in the table, from the most to the least. */
  readonly scales: readonly PrintedScale[];
  readonly note: string;
  readonly source: string;
}

function printWords(text: string, options: ExportOptions): string {
  return typeset(printable(text), options.language);
}

export function isEmptyCell({ units, categories, members, pinned, verbatims, ...cell }: PrintedCell): boolean {
  const words = [cell.rating, cell.counts, cell.stance, cell.synthesis, cell.remark, cell.status];
  return words.every((each) => each === null) && units.length + categories.length + members.length + pinned.length + verbatims.length === 0;
}

type Quoted = Pick<MatrixQuote, 'passageId' | 'sourceId' | 'speaker' | 'ref' | 'text'>;

function printVerbatim(quote: Quoted, contrasts: boolean, options: ExportOptions): PrintedVerbatim {
  const speaker = options.speaker ? options.speaker(quote.sourceId, quote.speaker) : quote.speaker;
  return {
    passageId: quote.passageId,
    text: quoted(withCuts(printable(quote.text)), options.language),
    reference: printWords(referenceOf({ ref: quote.ref, speaker }), options),
    contrasts,
  };
}

const placeOf = ({ sourceId, start, end }: PinnedQuote | MatrixQuote): string => `${sourceId} ${start} ${end}`;

/** Places of the passages that the syntheses shown in a cell quote already. */
function citedPlaces(cell: MatrixCell, shows: ReadonlySet<CellContent>, { citedIn }: ExportOptions): ReadonlySet<string> {
  if (!citedIn || !shows.has('synthesis')) return new Set();
  const cited = new Set([cell, ...cell.members].flatMap(({ key, synthesis }) => (synthesis?.trim() ? [...citedIn(key)] : [])));
  return new Set([...cell.pinned, ...cell.quotes].flatMap((quote) => (cited.has(quote.passageId) ? [placeOf(quote)] : [])));
}

function printQuotes(
  cell: MatrixCell,
  shows: ReadonlySet<CellContent>,
  options: ExportOptions,
): Pick<PrintedCell, 'pinned' | 'verbatims' | 'saidAbove'> {
  const cited = citedPlaces(cell, shows, options);
  const pinned = shows.has('pinned') ? cell.pinned : [];
  const places = new Set(pinned.map(placeOf));
  const contrasting = new Set(pinned.length > 0 ? cell.quotes.filter(({ stance }) => stance === 'contrasts').map(placeOf) : []);
  const others = shows.has('passages') ? cell.quotes.filter((quote) => !places.has(placeOf(quote))) : [];
  const isNew = (quote: PinnedQuote | MatrixQuote): boolean => !cited.has(placeOf(quote));
  return {
    pinned: pinned
      .filter(isNew)
      .map((quote) => printVerbatim({ ...quote, text: withoutCuts(quote.text, quote.cuts) }, contrasting.has(placeOf(quote)), options)),
    verbatims: others.filter(isNew).map((quote) => printVerbatim(quote, quote.stance === 'contrasts', options)),
    saidAbove: [...pinned, ...others].filter((quote) => !isNew(quote)).length,
  };
}

function printSynthesis(
  { key, synthesis, status }: Pick<MatrixCell, 'key' | 'synthesis' | 'status'>,
  options: ExportOptions,
): PrintedSynthesis | null {
  if (!synthesis?.trim()) return null;
  return { words: printWords(synthesis.trim(), options), form: options.formOf?.(key) ?? null, isDraft: status === 'draft' };
}

function printMembers({ members }: MatrixCell, shows: ReadonlySet<CellContent>, options: ExportOptions): PrintedMember[] {
  return members
    .map((member) => ({
      label: printWords(member.label, options),
      rating: shows.has('rating') && member.rating ? printWords(member.rating.label, options) : null,
      synthesis: shows.has('synthesis') ? printSynthesis(member, options) : null,
    }))
    .filter(({ rating, synthesis }) => rating !== null || synthesis !== null);
}

/** Fully said only for what was written: a draft is marked where it stands, whatever is shown. */
function printStatus({ status, isOutdated, synthesis }: MatrixCell, { labels }: ExportOptions): string | null {
  if (synthesis === null) return null;
  const words = [...(status === null || status === 'draft' ? [] : [labels.statuses[status]]), ...(isOutdated ? [labels.outdated] : [])];
  return words.length > 0 ? words.join(' · ') : null;
}

function printCategories(categories: readonly FoundCategory[], options: ExportOptions): FoundCategory[] {
  return categories.map((category) => ({ ...category, name: printWords(category.name, options) }));
}

function printUnits({ units }: MatrixCell, options: ExportOptions): string[] {
  const byKind = Map.groupBy(units, ({ kind }) => kind);
  return [...byKind.values()].map((same) => same.map(({ label }) => printWords(label, options)).join(', '));
}

function printCell(cell: MatrixCell, table: MatrixTable, options: ExportOptions): PrintedCell {
  const shows: ReadonlySet<CellContent> = new Set(table.definition.contents);
  const { labels, language } = options;
  return {
    passages: cell.passages,
    rating: shows.has('rating') && cell.rating ? printWords(cell.rating.label, options) : null,
    counts: shows.has('counts') && cell.passages > 0 ? typeset(labels.countLine(cell.passages, cell.sources), language) : null,
    units: printUnits(cell, options),
    stance: shows.has('stance') && cell.passages > 0 ? labels.stanceLine(cell.stance) : null,
    categories: shows.has('categories') ? printCategories(cell.categories, options) : [],
    synthesis: shows.has('synthesis') ? printSynthesis(cell, options) : null,
    members: printMembers(cell, shows, options),
    ...printQuotes(cell, shows, options),
    remark: shows.has('remark') && cell.remark?.trim() ? printWords(cell.remark.trim(), options) : null,
    status: shows.has('status') ? printStatus(cell, options) : null,
  };
}

/** Its words typeset. */
export function printedHeader(header: MatrixHeader, language: Language): MatrixHeader {
  const words = (text: string): string => typeset(printable(text), language);
  const entities = header.entities.map((entity) => ({ ...entity, label: words(entity.label), path: entity.path.map(words) }));
  return { ...header, label: words(header.label), path: header.path.map(words), entities };
}

function sourceLine(table: MatrixTable, options: ExportOptions): string {
  return printWords(options.sourceLine ?? options.labels.sourceLine(options.author ?? null, table.totals.sources), options);
}

const holdsCategories = (axis: AxisSpec): boolean =>
  axis.kind === 'grid' || axis.kind === 'category' || (axis.kind === 'picked' && axis.of.kind === 'category');

function methodNote(table: MatrixTable, cells: readonly (readonly PrintedCell[])[], options: ExportOptions): string {
  const { definition } = table;
  const note = options.labels.methodNote({
    join: definition.join,
    crossesCategories: [...definition.rows, ...definition.columns].filter(holdsCategories).length > 1,
    coders: options.coderNames ?? definition.coderIds?.length ?? null,
    totals: table.totals,
    omittedCodings: table.omittedCodings,
    showsCounts: definition.contents.includes('counts'),
    saidAbove: cells.flat().reduce((sum, { saidAbove }) => sum + saidAbove, 0),
    showsContrast: cells.some((line) => line.some(({ pinned, verbatims }) => [...pinned, ...verbatims].some(({ contrasts }) => contrasts))),
  });
  return printWords(note, options);
}

/** The scales of the ratings shown, each with all its steps. */
function scalesOf(table: MatrixTable, options: ExportOptions): PrintedScale[] {
  if (!options.scales || !table.definition.contents.includes('rating')) return [];
  const used = new Set<string>();
  for (const cell of table.cells.flat()) for (const { rating } of [cell, ...cell.members]) if (rating) used.add(rating.scaleId);
  const words = (text: string): string => printWords(text, options);
  return options.scales
    .filter(({ id }) => used.has(id))
    .map(({ name, steps }) => ({
      name: words(name),
      steps: steps.toReversed().map(({ label, rule }) => ({ label: words(label), rule: words(rule) })),
    }));
}

/** The children of a theme stand under its name. */
function saysItself(axis: string, columns: readonly MatrixHeader[]): boolean {
  const [outermost = []] = headerSpans(columns);
  return headerDepth(columns) > 1 && outermost.length === 1 && outermost[0]?.label === axis;
}

export function printMatrix(table: MatrixTable, options: ExportOptions): PrintedTable {
  const words = (text: string): string => printWords(text, options);
  const cells = table.cells.map((line) => line.map((cell) => printCell(cell, table, options)));
  const columns = table.columns.map((column) => printedHeader(column, options.language));
  const columnAxis = table.columnAxes.map(words).join(' × ');
  return {
    title: words(table.title),
    rowAxis: table.rowAxes.map(words).join(' × '),
    columnAxis: saysItself(columnAxis, columns) ? null : columnAxis,
    rows: table.rows.map((row) => printedHeader(row, options.language)),
    columns,
    cells,
    countsOnly: table.definition.contents.every((content) => content === 'counts'),
    scales: scalesOf(table, options),
    note: methodNote(table, cells, options),
    source: sourceLine(table, options),
  };
}

function categoriesOnly(categories: readonly FoundCategory[], options: ExportOptions): PrintedCell {
  const passages = categories.reduce((sum, category) => sum + category.passages, 0);
  return { ...NOTHING, passages, categories: printCategories(categories, options) };
}

const NOTHING: Omit<PrintedCell, 'passages' | 'categories'> = {
  rating: null,
  counts: null,
  units: [],
  stance: null,
  synthesis: null,
  members: [],
  pinned: [],
  verbatims: [],
  saidAbove: 0,
  remark: null,
  status: null,
};

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
    scales: [],
    note: words(labels.comparisonNote),
    source: sourceLine(table, options),
  };
}
