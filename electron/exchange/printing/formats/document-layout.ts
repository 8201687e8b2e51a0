// A printed document put on pages: which lie across, how wide tables are cut, how wide their columns are, what is numbered how.
import type { MatrixHeader } from '../../../../shared/domain/matrix.ts';
import { headerDepth, headerSpans, splitColumns } from '../../../../shared/domain/matrix-headers.ts';
import { CELL_MARGIN, LOOKS, blockLookName } from './document-looks.ts';
import { inlineText, plainText } from './document-words.ts';
import type {
  CellBlock,
  ContentsBlock,
  FigureBlock,
  PrintedBlock,
  PrintedDocument,
  PrintedSection,
  TableBlock,
  TableRow,
} from './printed-document.ts';

/** A4 in twips (1/1440 inch): 16 cm of text upright, 25 cm across. */
export const PAGE = { width: 11906, height: 16838 } as const;
export const MARGINS = {
  upright: { left: 1417, right: 1417, top: 1417, bottom: 1417 },
  across: { left: 1332, right: 1332, top: 1134, bottom: 1134 },
} as const;
export const TWIPS_PER_PX = 15;
export const TWIPS_PER_POINT = 20;

/** Twips. */
export interface TextArea {
  readonly textWidth: number;
  readonly textHeight: number;
}

export function textArea(isAcross: boolean): TextArea {
  const margin = isAcross ? MARGINS.across : MARGINS.upright;
  return {
    textWidth: (isAcross ? PAGE.height : PAGE.width) - margin.left - margin.right,
    textHeight: (isAcross ? PAGE.width : PAGE.height) - margin.top - margin.bottom,
  };
}

/** One of the tables that a wide one is cut into: which of its columns, and their widths in twips, the label column's first. */
export interface TablePart {
  readonly indexes: readonly number[];
  readonly columns: readonly MatrixHeader[];
  readonly widths: readonly number[];
}

export interface LaidTable {
  readonly kind: 'table';
  readonly table: TableBlock;
  /** Of its caption; null without one. */
  readonly number: number | null;
  readonly parts: readonly TablePart[];
}

export interface LaidFigure {
  readonly kind: 'figure';
  readonly figure: FigureBlock;
  readonly number: number | null;
  /** px, at most what the page has room for. */
  readonly width: number;
  readonly height: number;
}

/** A table of contents with what it lists: each has the bookmark that it is found under. */
export interface LaidContents {
  readonly kind: 'contents';
  readonly contents: ContentsBlock;
  readonly entries: readonly ContentsEntry[];
}

export interface ContentsEntry {
  readonly words: string;
  readonly level: number;
  readonly bookmark: string;
}

export interface LaidHeading extends Extract<PrintedBlock, { kind: 'heading' }> {
  readonly bookmark: string;
}

export type LaidBlock =
  | Exclude<PrintedBlock, TableBlock | FigureBlock | ContentsBlock | { kind: 'heading' }>
  | LaidHeading
  | LaidTable
  | LaidFigure
  | LaidContents;

export interface LaidSection extends TextArea {
  readonly isAcross: boolean;
  readonly blocks: readonly LaidBlock[];
}

export const tableBookmark = (number: number): string => `trame_table_${number}`;
export const figureBookmark = (number: number): string => `trame_figure_${number}`;

/** A heading or a paragraph that leads into what follows. */
function leads(block: PrintedBlock): boolean {
  return block.kind === 'heading' || (block.kind === 'paragraph' && block.keepsWithNext === true);
}

const isWide = (block: PrintedBlock): boolean => block.kind === 'table' && block.columns.length > block.fits.upright;

/** Runs of blocks that share a page's orientation; what leads into a wide table goes across with it. */
function oriented({ page, blocks }: PrintedSection): { isAcross: boolean; blocks: PrintedBlock[] }[] {
  if (page !== 'asNeeded') return [{ isAcross: page === 'across', blocks: [...blocks] }];
  const runs: { isAcross: boolean; blocks: PrintedBlock[] }[] = [];
  blocks.forEach((block, at) => {
    const led = leads(block) ? blocks.slice(at).find((next) => !leads(next)) : block;
    const isAcross = led !== undefined && isWide(led);
    const last = runs.at(-1);
    if (last?.isAcross === isAcross) last.blocks.push(block);
    else runs.push({ isAcross, blocks: [block] });
  });
  return runs.length > 0 ? runs : [{ isAcross: false, blocks: [] }];
}

/** The label column first; whole twips that add up to the text width. */
function evenWidths(textWidth: number, columns: number): number[] {
  const label = Math.round(textWidth * (columns <= 1 ? 0.28 : columns <= 3 ? 0.2 : 0.13));
  const each = Math.floor((textWidth - label) / columns);
  return [textWidth - each * columns, ...Array.from({ length: columns }, () => each)];
}

/** Whole twips that add up to the text width. */
function sharedWidths(textWidth: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0) || 1;
  const widths = shares.map((share) => Math.floor((share / sum) * textWidth));
  const rest = textWidth - widths.reduce((total, width) => total + width, 0);
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width));
}

/** Twips: an average character of 8.5 points, bold ones somewhat wider; the margins of a cell. */
const CHARACTER_WIDTH = 92;
const BOLD_CHARACTER_WIDTH = 108;
const CELL_PADDING = 2 * CELL_MARGIN.side + 30;
/** Longer texts run over several lines. */
const LONGEST_LINE = 34;

const longest = (lengths: readonly number[]): number => lengths.reduce((most, length) => Math.max(most, length), 0);
/** Average characters: a word of capitals, or of m and w, is wider than its letters are many. */
const wordWidth = (word: string): number =>
  [...word].reduce(
    (width, letter) => width + (/[mwMW@%]/u.test(letter) ? 1.5 : /\p{Lu}/u.test(letter) ? 1.25 : /[iljtfr.,;:!|’']/u.test(letter) ? 0.65 : 1),
    0,
  );
const longestWord = (text: string): number => longest(text.split(/[ \n-]/).map(wordWidth));

/**
 * Widths that add up to the text width to the twip: what the longest word of each column needs, and the rest by how long its texts
 * are. A table with more columns than the page can hold gets narrower ones, and words break.
 */
export function widthsByWords(textWidth: number, columns: readonly { readonly label: string; readonly texts: readonly string[] }[]): number[] {
  const needs = columns.map(({ label, texts }) => {
    const least = CELL_PADDING + Math.max(longestWord(label) * BOLD_CHARACTER_WIDTH, longest(texts.map(longestWord)) * CHARACTER_WIDTH);
    const wished = CELL_PADDING + Math.min(LONGEST_LINE, longest(texts.map((text) => text.length))) * CHARACTER_WIDTH;
    return { least, wished: Math.max(least, wished) };
  });
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  const wished = needs.reduce((sum, need) => sum + need.wished, 0);
  return sharedWidths(
    textWidth,
    needs.map((need) => {
      if (least >= textWidth || wished === least) return need.least;
      if (wished >= textWidth) return need.least + ((need.wished - need.least) / (wished - least)) * (textWidth - least);
      return need.wished;
    }),
  );
}

function widthsOf(table: TableBlock, indexes: readonly number[], textWidth: number): number[] {
  const { widths, rowAxis, columns, rows } = table;
  if (widths === 'even')
    return rowAxis === null
      ? sharedWidths(
          textWidth,
          indexes.map(() => 1),
        )
      : evenWidths(textWidth, indexes.length);
  if (widths === 'byWords') {
    const label = rowAxis === null ? [] : [{ label: rowAxis, texts: rows.map((row) => plainText(row.label)) }];
    const others = indexes.map((index) => ({ label: columns[index]?.label ?? '', texts: rows.map((row) => plainText(row.cells[index] ?? [])) }));
    return widthsByWords(textWidth, [...label, ...others]);
  }
  const first = rowAxis === null ? [] : [widths[0] ?? 1];
  return sharedWidths(textWidth, [...first, ...indexes.map((index) => widths[index + first.length] ?? 1)]);
}

/** Of a table that is not cut: parts of its width. */
export function wholeWidths(table: TableBlock): number[] {
  return widthsOf(
    table,
    table.columns.map((_, index) => index),
    textArea(true).textWidth,
  );
}

function partsOf(table: TableBlock, isAcross: boolean, textWidth: number): TablePart[] {
  const most = isAcross ? table.fits.across : table.fits.upright;
  const cuts = table.columns.length <= most ? [table.columns.map((_, index) => index)] : splitColumns(table.columns, most);
  return cuts.map((indexes) => ({
    indexes,
    columns: indexes.map((index) => table.columns[index]).filter((column) => column !== undefined),
    widths: widthsOf(table, indexes, textWidth),
  }));
}

/** Of the page's height, for a picture with its caption below it. */
const MOST_OF_HEIGHT = 0.86;

function figureSize({ scene }: FigureBlock, { textWidth, textHeight }: TextArea): { width: number; height: number } {
  const scale = Math.min(1, textWidth / TWIPS_PER_PX / scene.width, (textHeight * MOST_OF_HEIGHT) / TWIPS_PER_PX / scene.height);
  return { width: Math.round(scene.width * scale), height: Math.round(scene.height * scale) };
}

/** What tables of contents list, in the order of the document; numbers and bookmarks as `layOut` gives them. */
function listed(document: PrintedDocument, labels: CaptionLabels): Record<ContentsBlock['of'], ContentsEntry[]> {
  const entries: Record<ContentsBlock['of'], ContentsEntry[]> = { headings: [], tables: [], figures: [] };
  const caption = (label: string, number: number, title: string): string => `${label} ${number}${labels.separator}${title}`;
  for (const block of document.sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'heading') {
      const bookmark = `trame_heading_${entries.headings.length + 1}`;
      entries.headings.push({ words: inlineText(block.inlines).replaceAll('\n', ' '), level: block.level, bookmark });
    } else if (block.kind === 'table' && block.title !== null) {
      const number = entries.tables.length + 1;
      entries.tables.push({ words: caption(labels.table, number, block.title), level: 1, bookmark: tableBookmark(number) });
    } else if (block.kind === 'figure' && block.title !== null) {
      const number = entries.figures.length + 1;
      entries.figures.push({ words: caption(labels.figure, number, block.title), level: 1, bookmark: figureBookmark(number) });
    }
  }
  return entries;
}

export interface CaptionLabels {
  readonly table: string;
  readonly figure: string;
  readonly separator: string;
}

/** Captions are counted through the whole document. */
export function layOut(document: PrintedDocument, labels: CaptionLabels): LaidSection[] {
  const entries = listed(document, labels);
  const counted = { headings: 0, tables: 0, figures: 0 };
  const next = (what: keyof typeof counted): number => {
    counted[what] += 1;
    return counted[what];
  };
  const note: PrintedBlock[] =
    document.note === undefined ? [] : [{ kind: 'paragraph', style: 'note', inlines: [{ kind: 'text', text: document.note }] }];
  const sections = document.sections.length > 0 ? document.sections : [{ page: 'upright', blocks: [] } as const];
  return sections
    .flatMap((section, at) => oriented(at === 0 ? { ...section, blocks: [...note, ...section.blocks] } : section))
    .map(({ isAcross, blocks }) => {
      const area = textArea(isAcross);
      const laid = blocks.map((block): LaidBlock => {
        switch (block.kind) {
          case 'table':
            return {
              kind: 'table',
              table: block,
              number: block.title === null ? null : next('tables'),
              parts: partsOf(block, isAcross, area.textWidth),
            };
          case 'figure':
            return { kind: 'figure', figure: block, number: block.title === null ? null : next('figures'), ...figureSize(block, area) };
          case 'contents':
            return { kind: 'contents', contents: block, entries: entries[block.of] };
          case 'heading':
            return { ...block, bookmark: `trame_heading_${next('headings')}` };
          default:
            return block;
        }
      });
      return { isAcross, ...area, blocks: laid };
    });
}

/** Twips that blocks need in a column so wide; an estimate from average characters is enough to know rows that outgrow a page. */
export function heightOf(blocks: readonly CellBlock[], width: number): number {
  return blocks.reduce((height, block) => {
    if (block.kind === 'list') return block.items.reduce((sum, item) => sum + heightOf(item, width - 360), height);
    const look = LOOKS[blockLookName(block)];
    const perLine = Math.max(8, (width - 2 * CELL_MARGIN.side) / (look.size * 5.2));
    const lines = inlineText(block.inlines)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
    return height + lines * look.size * 11.6 + look.before + look.after;
  }, 0);
}

/** Twips that one line of headers needs, as a rule; what a caption and a band above a row need. */
const HEADER_LINE = 330;
export const ABOVE_FIRST_ROW = 1000;

/** Whether a row stays on one page: unless it outgrows one that has the caption, the header and a band on it. */
export function staysWhole(row: TableRow, part: TablePart, { textHeight }: TextArea): boolean {
  const hasLabel = part.widths.length > part.indexes.length;
  const columns = [...(hasLabel ? [row.label] : []), ...part.indexes.map((index) => row.cells[index] ?? [])];
  const room = textHeight - ABOVE_FIRST_ROW - HEADER_LINE * (1 + headerDepth(part.columns));
  return columns.every((blocks, at) => heightOf(blocks, part.widths[at] ?? 0) < room);
}

/** A cell of a header, over how many columns and lines it goes. */
export interface HeaderCell {
  readonly label: string;
  /** Of the part's columns, the label column being 0 where there is one. */
  readonly column: number;
  readonly columns: number;
  readonly lines: number;
}

/** Lines of header cells: what the columns are, then one line per level; the corner runs down all of them. */
export function headerLines({ rowAxis, columnAxis }: TableBlock, { columns }: TablePart): HeaderCell[][] {
  const depth = headerDepth(columns);
  const first = rowAxis === null ? 0 : 1;
  const axis = columnAxis === null ? [] : [[{ label: columnAxis, column: first, columns: columns.length, lines: 1 }]];
  const levels = headerSpans(columns).map((spans) =>
    spans.map((span) => ({ label: span.label, column: first + span.first, columns: span.count, lines: span.levels })),
  );
  const lines = [...axis, ...levels];
  if (rowAxis === null) return lines;
  const corner = { label: rowAxis, column: 0, columns: 1, lines: depth + axis.length };
  return lines.map((cells, line) => (line === 0 ? [corner, ...cells] : cells));
}

/** A header cell as one of the lines under it sees it. */
export interface OpenHeaderCell extends HeaderCell {
  /** The line it begins on. */
  readonly line: number;
}

/** Line by line, from the left: every header cell that begins on it or goes on from a line above. */
export function openHeaderCells(table: TableBlock, part: TablePart): OpenHeaderCell[][] {
  const lines = headerLines(table, part);
  return lines.map((_, at) =>
    lines
      .flatMap((cells, line) => cells.filter((cell) => line <= at && at < line + cell.lines).map((cell) => ({ ...cell, line })))
      .toSorted((a, b) => a.column - b.column),
  );
}

/** Gives each bookmark a name of its own: one that comes again gets a number after it. */
export function bookmarkNames(): (id: string) => string {
  const times = new Map<string, number>();
  return (id) => {
    const count = (times.get(id) ?? 0) + 1;
    times.set(id, count);
    return count === 1 ? id : `${id}_${count}`;
  };
}
