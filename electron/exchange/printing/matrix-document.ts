// A computed matrix as a printed document: its table with the key of its ratings, then what the cases have in common where that is asked for.
import type { MatrixHeader, MatrixTable } from '../../../shared/domain/matrix.ts';
import { headerBands } from '../../../shared/domain/matrix-headers.ts';
import { COLON } from '../../../shared/i18n/text.ts';
import { VERBATIM_FITS, paragraph, passageReference, plainColumns, textInlines } from './formats/document-words.ts';
import type { ExportOptions } from './export-options.ts';
import { isEmptyCell, printComparison, printMatrix } from './printed-matrix.ts';
import type { PrintedCell, PrintedMember, PrintedScale, PrintedSynthesis, PrintedTable, PrintedVerbatim } from './printed-matrix.ts';
import type { CellBlock, Inline, ParagraphBlock, PrintedBlock, PrintedDocument, TableBlock, TableRow } from './formats/printed-document.ts';

/** Its words are put together when they are written: a large matrix quotes a hundred thousand passages. */
class VerbatimParagraph implements ParagraphBlock {
  readonly kind = 'paragraph';
  readonly style = 'verbatim';
  readonly #verbatim: PrintedVerbatim;
  readonly #options: ExportOptions;

  constructor(verbatim: PrintedVerbatim, options: ExportOptions) {
    this.#verbatim = verbatim;
    this.#options = options;
  }

  get inlines(): Inline[] {
    const { text, reference, passageId, contrasts } = this.#verbatim;
    const { labels, projectId } = this.#options;
    return [
      ...(contrasts ? textInlines(`${labels.contrastMark}\u00a0`, { role: 'contrast' }) : []),
      ...textInlines(text),
      { kind: 'text', text: ' ' },
      passageReference(reference, passageId, projectId ?? null),
    ];
  }
}

/** Words before the first ones, in the paragraph that these begin. */
function ledBy(lead: readonly Inline[], blocks: readonly CellBlock[]): CellBlock[] {
  const [first, ...rest] = blocks;
  if (lead.length === 0) return [...blocks];
  if (first?.kind !== 'paragraph') return [paragraph('synthesis', lead), ...blocks];
  return [{ ...first, inlines: [...lead, ...first.inlines] }, ...rest];
}

function synthesisBlocks({ words, form, isDraft }: PrintedSynthesis, { labels }: ExportOptions, lead: readonly Inline[] = []): CellBlock[] {
  const draft = isDraft ? textInlines(`[${labels.draft}] `, { role: 'remark' }) : [];
  return ledBy([...lead, ...draft], form ?? [paragraph('synthesis', words)]);
}

/** What a group gathers: each member by its name. */
function memberBlocks({ label, rating, synthesis }: PrintedMember, options: ExportOptions): CellBlock[] {
  const name = textInlines(`${label}${rating === null ? '' : ` (${rating})`}`, { bold: true });
  if (synthesis === null) return [paragraph('cell', name)];
  return synthesisBlocks(synthesis, options, [...name, ...textInlines(COLON[options.language])]);
}

/** All that a cell says, the same on a page and in a sheet. */
export function cellBlocks(cell: PrintedCell, options: ExportOptions): CellBlock[] {
  const { labels } = options;
  if (isEmptyCell(cell)) return [paragraph('counts', labels.figure.nothing)];
  return [
    ...(cell.rating === null ? [] : [paragraph('cell', textInlines(cell.rating, { bold: true }))]),
    ...(cell.counts === null ? [] : [paragraph('counts', cell.counts)]),
    ...cell.units.map((names) => paragraph('cell', names)),
    ...(cell.stance === null ? [] : [paragraph('counts', cell.stance)]),
    ...cell.categories.map(({ color, name, passages }) =>
      paragraph('category', [{ kind: 'swatch', color }, ...textInlines(`${name} (${passages})`)]),
    ),
    ...(cell.synthesis === null ? [] : synthesisBlocks(cell.synthesis, options)),
    ...cell.members.flatMap((member) => memberBlocks(member, options)),
    ...[...cell.pinned, ...cell.verbatims].map((verbatim) => new VerbatimParagraph(verbatim, options)),
    ...(cell.remark === null ? [] : [paragraph('remark', [...textInlines(labels.remark, { bold: true }), ...textInlines(cell.remark)])]),
    ...(cell.status === null ? [] : [paragraph('counts', cell.status)]),
  ];
}

function tableRows({ rows, cells }: PrintedTable, options: ExportOptions): TableRow[] {
  const bandAt = new Map(headerBands(rows).map((band) => [band.first, band.label]));
  return rows.map((row: MatrixHeader, at) => ({
    band: bandAt.get(at) ?? null,
    label: [paragraph('rowHeader', row.label)],
    cells: (cells[at] ?? []).map((cell) => cellBlocks(cell, options)),
  }));
}

function tableBlock(table: PrintedTable, options: ExportOptions): TableBlock {
  return {
    kind: 'table',
    title: table.title,
    lead: [],
    rowAxis: table.rowAxis,
    columnAxis: table.columnAxis,
    columns: table.columns,
    rows: tableRows(table, options),
    note: table.note,
    source: table.source,
    widths: 'even',
    fits: VERBATIM_FITS,
  };
}

/** Ratings without the rules that decide them say nothing: the rules stand under the table. */
function scaleBlock({ name, steps }: PrintedScale, { labels }: ExportOptions): TableBlock {
  return {
    kind: 'table',
    title: null,
    lead: [paragraph('note', labels.scaleKey(name), { keepsWithNext: true })],
    rowAxis: labels.scaleStep,
    columnAxis: null,
    columns: plainColumns([labels.scaleRule]),
    rows: steps.map(({ label, rule }) => ({
      band: null,
      label: [paragraph('rowHeader', label)],
      cells: [[rule === '' ? paragraph('remark', labels.noRule) : paragraph('cell', rule)]],
    })),
    note: null,
    source: null,
    widths: [0.25, 0.75],
    fits: { upright: 1, across: 1 },
  };
}

/** A table without a single cell would be a blank page: it says what to do instead. */
function blocksOf(table: PrintedTable, options: ExportOptions): PrintedBlock[] {
  if (table.rows.length === 0 || table.columns.length === 0)
    return [paragraph('rowHeader', table.title), paragraph('note', options.labels.emptyTable)];
  const scales = table.scales.map((scale) => scaleBlock(scale, options));
  return [tableBlock(table, options), ...scales];
}

/** One section per table: each lies as its own columns want. */
export function matricesToDocument(tables: readonly MatrixTable[], title: string, options: ExportOptions): PrintedDocument {
  const [first] = tables;
  const matrices = tables.map((table) => printMatrix(table, options));
  const compared = options.comparison && first ? [printComparison(options.comparison, { ...first, title }, options)] : [];
  return {
    title: matrices.length === 1 ? (matrices[0]?.title ?? title) : title,
    author: options.author ?? null,
    language: options.language,
    sections: [...matrices, ...compared].map((printed) => ({ page: 'asNeeded', blocks: blocksOf(printed, options) })),
  };
}

export function matrixToDocument(table: MatrixTable, options: ExportOptions): PrintedDocument {
  return matricesToDocument([table], table.title, options);
}
