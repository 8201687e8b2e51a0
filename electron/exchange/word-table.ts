// A printed table as Word tables: fixed widths that add up to the text width, merged headers repeated on every page.
import {
  Bookmark,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { MatrixHeader } from '../../shared/domain/matrix.ts';
import { headerBands, headerDepth, headerSpans } from '../../shared/domain/matrix-headers.ts';
import type { ExportLabels } from '../../shared/i18n/export.ts';
import { isEmptyCell } from './print-matrix.ts';
import type { PrintedCell, PrintedTable, PrintedVerbatim } from './print-matrix.ts';
import { STYLE } from './word-styles.ts';

/** What the tables of one document share: the text area in twips, the words, and the bookmark names already given. */
export interface WordPage {
  readonly textWidth: number;
  readonly textHeight: number;
  readonly labels: ExportLabels;
  readonly bookmarks: Map<string, number>;
}

const HEADER_FILL = 'EDEDED';
const BAND_FILL = 'F6F6F6';

/** Twips: what a line of 8.5 points needs, and how wide one of its characters is on average. */
const LINE_HEIGHT = 215;
const CHARACTER_WIDTH = 92;
const CELL_PADDING = 190;

/** The row labels' column first. Twips; the sum is the text width to the twip. */
export function columnWidths(textWidth: number, columns: number): number[] {
  const label = Math.round(textWidth * (columns <= 1 ? 0.28 : columns <= 3 ? 0.2 : 0.13));
  const each = Math.floor((textWidth - label) / columns);
  return [textWidth - each * columns, ...Array.from({ length: columns }, () => each)];
}

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

function runsOf(text: string): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun(index === 0 ? { text: line } : { text: line, break: 1 }));
}

/** Word allows 40 characters, no hyphen, each name once: a passage printed again gets a number after its name. */
function bookmarkName(passageId: string, bookmarks: Map<string, number>): string {
  const times = (bookmarks.get(passageId) ?? 0) + 1;
  bookmarks.set(passageId, times);
  const name = `p_${passageId.replaceAll('-', '')}`;
  return times === 1 ? name : `${name}_${times}`;
}

function verbatimParagraph(verbatim: PrintedVerbatim, page: WordPage): Paragraph {
  return new Paragraph({
    style: STYLE.verbatim,
    children: [
      ...(verbatim.contrasts ? [new TextRun({ text: `${page.labels.contrastMark}\u00a0`, style: STYLE.contrast })] : []),
      ...runsOf(verbatim.text),
      new TextRun({ text: ' ' }),
      new Bookmark({
        id: bookmarkName(verbatim.passageId, page.bookmarks),
        children: [new TextRun({ text: verbatim.reference, style: STYLE.reference })],
      }),
    ],
  });
}

function cellParagraphs(cell: PrintedCell, page: WordPage): Paragraph[] {
  if (isEmptyCell(cell)) return [new Paragraph({ style: STYLE.counts, text: page.labels.figure.nothing })];
  const { synthesis } = cell;
  const draft = cell.isDraft ? [new TextRun({ text: `[${page.labels.draft}] `, style: STYLE.remark })] : [];
  return [
    ...(cell.counts === null ? [] : [new Paragraph({ style: STYLE.counts, text: cell.counts })]),
    ...cell.categories.map(
      (category) =>
        new Paragraph({
          style: STYLE.category,
          children: [
            new TextRun({ text: '■ ', color: category.color.slice(1), size: 12 }),
            new TextRun(category.name),
            new TextRun(` (${category.passages})`),
          ],
        }),
    ),
    ...(synthesis === null ? [] : [new Paragraph({ style: STYLE.synthesis, children: [...draft, ...runsOf(synthesis)] })]),
    ...cell.verbatims.map((verbatim) => verbatimParagraph(verbatim, page)),
  ];
}

function headerCell(label: string | null, width: number, columnSpan: number, merge: 'none' | 'restart' | 'continue', isLast: boolean): TableCell {
  return new TableCell({
    children: [new Paragraph({ style: STYLE.header, text: label ?? '' })],
    width: { size: width, type: WidthType.DXA },
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(merge === 'none' ? {} : { verticalMerge: merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
    ...(isLast ? { borders: { bottom: { style: BorderStyle.SINGLE, size: 8, color: '000000' } } } : {}),
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: HEADER_FILL },
    verticalAlign: VerticalAlignTable.CENTER,
  });
}

/** Header lines: what the columns are, then one line per level. The corner runs down all of them. */
function headerRows(table: PrintedTable, columns: readonly MatrixHeader[], widths: readonly number[]): TableRow[] {
  const depth = headerDepth(columns);
  const spans = headerSpans(columns).flat();
  const corner = (line: number): TableCell =>
    headerCell(line === 0 ? table.rowAxis : null, widths[0] ?? 0, 1, line === 0 ? 'restart' : 'continue', line === depth);
  const levels = Array.from({ length: depth }, (_, level) =>
    spans
      .filter((span) => span.level <= level && level < span.level + span.levels)
      .sort((a, b) => a.first - b.first)
      .map((span) => {
        const merge = span.levels === 1 ? 'none' : span.level === level ? 'restart' : 'continue';
        const width = sumOf(widths.slice(1 + span.first, 1 + span.first + span.count));
        return headerCell(span.level === level ? span.label : null, width, span.count, merge, level === depth - 1);
      }),
  );
  const axis = headerCell(table.columnAxis, sumOf(widths.slice(1)), columns.length, 'none', false);
  return [[corner(0), axis], ...levels.map((cells, level) => [corner(level + 1), ...cells])].map(
    (children) => new TableRow({ children, tableHeader: true, cantSplit: true }),
  );
}

/** Twips that a cell needs; an estimate from average characters is enough to know rows that outgrow a page. */
function heightOf(cell: PrintedCell, width: number): number {
  const perLine = Math.max(8, (width - CELL_PADDING) / CHARACTER_WIDTH);
  const texts = [
    cell.counts ?? '',
    ...cell.categories.map((category) => category.name),
    cell.synthesis ?? '',
    ...cell.verbatims.map((verbatim) => verbatim.text + verbatim.reference),
  ];
  return texts.filter(Boolean).reduce((height, text) => height + Math.ceil(text.length / perLine) * LINE_HEIGHT + 80, 0);
}

function dataRow(table: PrintedTable, row: number, part: readonly number[], widths: readonly number[], page: WordPage): TableRow {
  const cells = part.map((column) => table.cells[row]?.[column]).filter((cell) => cell !== undefined);
  const tallest = Math.max(0, ...cells.map((cell, index) => heightOf(cell, widths[index + 1] ?? 0)));
  const label = new Paragraph({ style: STYLE.rowHeader, text: table.rows[row]?.label ?? '' });
  return new TableRow({
    // A row that outgrows three quarters of a page would leave the page before it empty.
    cantSplit: tallest < page.textHeight * 0.75,
    children: [
      new TableCell({ children: [label], width: { size: widths[0] ?? 0, type: WidthType.DXA } }),
      ...cells.map(
        (cell, index) => new TableCell({ children: cellParagraphs(cell, page), width: { size: widths[index + 1] ?? 0, type: WidthType.DXA } }),
      ),
    ],
  });
}

function bandRow(label: string, columns: number, textWidth: number): TableRow {
  const cell = new TableCell({
    children: [new Paragraph({ style: STYLE.band, text: label })],
    columnSpan: columns + 1,
    width: { size: textWidth, type: WidthType.DXA },
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: BAND_FILL },
  });
  return new TableRow({ children: [cell], cantSplit: true, keepNext: true });
}

/** @param part indexes of the columns that this table shows */
export function wordTable(table: PrintedTable, part: readonly number[], page: WordPage): Table {
  const columns = part.map((index) => table.columns[index]).filter((column) => column !== undefined);
  const widths = columnWidths(page.textWidth, columns.length);
  const body = headerBands(table.rows).flatMap((band) => [
    ...(band.label === null ? [] : [bandRow(band.label, columns.length, page.textWidth)]),
    ...Array.from({ length: band.count }, (_, offset) => dataRow(table, band.first + offset, part, widths, page)),
  ]);
  return new Table({
    style: STYLE.table,
    layout: TableLayoutType.FIXED,
    width: { size: page.textWidth, type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [...headerRows(table, columns, widths), ...body],
  });
}
