// Computed matrices as sheets: to read on the first ones, to sort and filter their verbatims on the next, then the comparison, then the scales.
import { headerDepth, headerLabels, headerSpans } from '../../../shared/domain/matrix-headers.ts';
import type { MatrixTable } from '../../../shared/domain/matrix.ts';
import { passageAddress } from '../../../shared/domain/passage-link.ts';
import { printedWords } from './formats/document-words.ts';
import type { ExportOptions } from './export-options.ts';
import { cellBlocks } from './matrix-document.ts';
import { printComparison, printMatrix } from './printed-matrix.ts';
import type { PrintedScale, PrintedTable } from './printed-matrix.ts';
import { printable, referenceOf } from './formats/printable-words.ts';
import { sheetColumn } from './formats/printed-sheet.ts';
import type { PrintedSheet, PrintedSheets, SheetHeader, SheetRow } from './formats/printed-sheet.ts';

/** Characters. */
const LABEL_WIDTH = 24;
const COUNT_WIDTH = 14;
const LEAST_WIDTH = 30;
const LEAST_FOR_WORDS = 38;
const MOST_WIDTH = 90;
/** A row is 409 points high at most: longer cells get wider columns. */
const LINES = 30;

function cellLengths({ cells }: PrintedTable): number {
  return cells.flat().reduce((most, { synthesis, members, pinned, verbatims }) => {
    const written = [synthesis, ...members.map((member) => member.synthesis)].reduce((sum, each) => sum + (each?.words.length ?? 0), 0);
    return Math.max(most, written + [...pinned, ...verbatims].reduce((sum, { text }) => sum + text.length, 0));
  }, 0);
}

function widthOf(table: PrintedTable): number {
  if (table.countsOnly) return COUNT_WIDTH;
  const longest = cellLengths(table);
  return longest === 0 ? LEAST_WIDTH : Math.min(MOST_WIDTH, Math.max(LEAST_FOR_WORDS, Math.ceil(longest / LINES)));
}

/** What the columns are, then one line per level; the rows' axis stands in the corner. */
function linesOfHeaders({ rowAxis, columnAxis, columns }: PrintedTable, labels: number): SheetHeader[][] {
  const axis = columnAxis === null || columns.length === 0 ? [] : [[{ label: columnAxis, column: labels, columns: columns.length, lines: 1 }]];
  const levels = headerSpans(columns).map((spans) =>
    spans.map((span) => ({ label: span.label, column: labels + span.first, columns: span.count, lines: span.levels })),
  );
  const [first = [], ...others] = [...axis, ...levels];
  return [[{ label: rowAxis, column: 0, columns: labels, lines: axis.length + headerDepth(columns) }, ...first], ...others];
}

function tableSheet(name: string, table: PrintedTable, options: ExportOptions): PrintedSheet {
  const depth = headerDepth(table.rows);
  const width = widthOf(table);
  const labelColumns = Array.from({ length: depth }, (_, level) =>
    sheetColumn(depth === 1 ? table.rowAxis : `${table.rowAxis} ${level + 1}`, { width: LABEL_WIDTH, isLabel: true }),
  );
  const kind = table.countsOnly ? 'number' : 'text';
  const columns = headerLabels(table.columns).map((path) => sheetColumn(path.filter(Boolean).join(' › '), { kind, width }));
  const paths = headerLabels(table.rows);
  const rows = paths.map((path, row) => ({
    values: [
      ...Array.from({ length: depth }, (_, level) => path[level] ?? ''),
      ...(table.cells[row] ?? []).map((cell) => (table.countsOnly ? cell.passages : cellBlocks(cell, options))),
    ],
  }));
  return {
    name,
    title: table.title,
    columns: [...labelColumns, ...columns],
    headerLines: linesOfHeaders(table, depth),
    rows,
    frozenColumns: depth,
    note: rows.length === 0 || columns.length === 0 ? options.labels.emptyTable : table.note,
    source: table.source,
  };
}

/** One line per verbatim and cell, as it was said: this sheet is for sorting, filtering and taking elsewhere. */
function verbatimSheet(tables: readonly MatrixTable[], options: ExportOptions): PrintedSheet {
  const { labels, projectId } = options;
  const { columns } = labels;
  const rows = tables.flatMap((table): SheetRow[] => {
    const across = headerLabels(table.columns).map((path) => path.join(' › '));
    return headerLabels(table.rows).flatMap((path, r) =>
      across.flatMap((column, c) =>
        (table.cells[r]?.[c]?.quotes ?? []).map((quote) => {
          const speaker = options.speaker ? options.speaker(quote.sourceId, quote.speaker) : quote.speaker;
          const ref = options.speaker ? printedWords(referenceOf({ ref: quote.ref, speaker }), options.language) : printable(quote.ref);
          return {
            values: [
              printable(path.join(' › ')),
              printable(column),
              projectId === undefined ? ref : { text: ref, to: passageAddress(projectId, quote.passageId) },
              printable(speaker ?? ''),
              printable(quote.caseNames.join(', ')),
              quote.stance === null ? '' : labels.stances[quote.stance],
              printable(quote.categories.join(', ')),
              printable(quote.source),
              printable(quote.text).trim(),
            ],
          };
        }),
      ),
    );
  });
  return {
    name: labels.sheets.verbatims,
    title: null,
    columns: [
      sheetColumn(columns.row, { width: 30 }),
      sheetColumn(columns.column, { width: 30 }),
      sheetColumn(columns.reference, { width: 32 }),
      sheetColumn(columns.speaker, { width: 22 }),
      sheetColumn(columns.case, { width: 18 }),
      sheetColumn(columns.stance, { width: 12 }),
      sheetColumn(columns.categories, { width: 30 }),
      sheetColumn(columns.source, { width: 24 }),
      sheetColumn(columns.verbatim, { width: 80 }),
    ],
    headerLines: null,
    rows,
    frozenColumns: 0,
    note: null,
    source: null,
    isBeside: true,
  };
}

function scaleSheet(scales: readonly PrintedScale[], { labels }: ExportOptions): PrintedSheet {
  return {
    name: labels.sheets.scales,
    title: null,
    columns: [
      sheetColumn(labels.sheets.scales, { isLabel: true }),
      sheetColumn(labels.scaleStep, { isLabel: true }),
      sheetColumn(labels.scaleRule, { width: 80 }),
    ],
    headerLines: null,
    rows: scales.flatMap(({ name, steps }) => steps.map(({ label, rule }) => ({ values: [name, label, rule] }))),
    frozenColumns: 0,
    note: null,
    source: null,
    isBeside: true,
  };
}

/** The matrices, all their verbatims where they were asked for, the comparison when one is given, the scales of their ratings. */
export function matricesToSheets(
  tables: readonly MatrixTable[],
  title: string,
  options: ExportOptions,
  names: readonly string[] = [],
): PrintedSheets {
  const { labels } = options;
  const [first] = tables;
  const printed = tables.map((table) => printMatrix(table, options));
  const hasQuotes = tables.some(({ cells }) => cells.some((row) => row.some(({ quotes }) => quotes.length > 0)));
  const scales = new Map(printed.flatMap((table) => table.scales.map((scale) => [scale.name, scale])));
  const compared = options.comparison && first ? printComparison(options.comparison, { ...first, title }, options) : null;
  return {
    title: printedWords(title, options.language),
    author: options.author ?? null,
    language: options.language,
    sheets: [
      ...printed.map((table, at) => tableSheet(names[at] ?? labels.sheets.matrix, table, options)),
      ...(hasQuotes ? [verbatimSheet(tables, options)] : []),
      ...(compared ? [{ ...tableSheet(labels.sheets.comparison, compared, options), isBeside: true }] : []),
      ...(scales.size > 0 ? [scaleSheet([...scales.values()], options)] : []),
    ],
  };
}

export function matrixToSheets(table: MatrixTable, options: ExportOptions): PrintedSheets {
  return matricesToSheets([table], table.title, options);
}
