// The codebook as a Word document: one table per grid, its themes shaded, the heading repeated on every page.
import { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx';
import type { FileChild } from 'docx';
import { codebookFileText } from '../../shared/i18n/codebook-file.ts';
import { exportText } from '../../shared/i18n/export.ts';
import type { PrintedCategory, PrintedCodebook, PrintedGrid } from './printed-codebook.ts';
import { belowTable, packWord, textArea, wordCaption, wordPage } from './word-page.ts';
import { STYLE } from './word-styles.ts';

const HEADER_FILL = 'EDEDED';
const BAND_FILL = 'F6F6F6';
/** Shares of the text width: the category, its rule, the example, the counts. */
const SHARES = [0.22, 0.37, 0.27, 0.14] as const;
/** Twips by which a level stands in; deeper ones stand in no further. */
const INDENT = 140;
const MOST_INDENTS = 4;
/** A rule longer than this goes over the page's end rather than leave a page half empty. */
const LONG_CELL_UTF16 = 1_800;

/** Twips that add up to the text width. */
function widthsOf(textWidth: number): number[] {
  const widths = SHARES.map((share) => Math.floor(share * textWidth));
  return widths.map((width, at) => (at === 0 ? width + textWidth - widths.reduce((sum, each) => sum + each, 0) : width));
}

function runsOf(text: string): TextRun[] {
  return text.split('\n').map((line, at) => new TextRun(at === 0 ? { text: line } : { text: line, break: 1 }));
}

function labelled(label: string, text: string): Paragraph[] {
  return text === ''
    ? []
    : [new Paragraph({ style: STYLE.cell, children: [new TextRun({ text: `${label}\u00a0: `, bold: true }), ...runsOf(text)] })];
}

function nameCell(category: PrintedCategory, { language }: PrintedCodebook): Paragraph[] {
  const indent = { left: INDENT * Math.min(MOST_INDENTS, category.path.length - 1) };
  const small = (text: string): Paragraph => new Paragraph({ style: STYLE.counts, indent, children: [new TextRun(text)] });
  return [
    new Paragraph({
      style: STYLE.rowHeader,
      indent,
      children: [new TextRun({ text: '■ ', color: category.color.slice(1), size: 14 }), new TextRun(category.path.at(-1) ?? '')],
    }),
    small(category.facts.join(' · ')),
    ...(category.alsoUnder.length > 0 ? [small(codebookFileText[language].seeAlso(category.alsoUnder))] : []),
  ];
}

function ruleCell({ definition, inclusion, exclusion }: PrintedCategory, { language }: PrintedCodebook): Paragraph[] {
  const words = codebookFileText[language];
  if (`${definition}${inclusion}${exclusion}` === '')
    return [new Paragraph({ style: STYLE.counts, children: [new TextRun({ text: words.noRule, style: STYLE.remark })] })];
  return [
    ...(definition === '' ? [] : [new Paragraph({ style: STYLE.cell, children: runsOf(definition) })]),
    ...labelled(words.inclusion, inclusion),
    ...labelled(words.exclusion, exclusion),
  ];
}

function exampleCell({ example, reference }: PrintedCategory): Paragraph[] {
  if (example === '') return [new Paragraph({ style: STYLE.cell, text: '' })];
  const where = reference === null ? [] : [new TextRun(' '), new TextRun({ text: reference, style: STYLE.reference })];
  return [new Paragraph({ style: STYLE.verbatim, children: [...runsOf(example), ...where] })];
}

function countsCell({ sources, codings, byCase }: PrintedCategory, { language, cases }: PrintedCodebook): Paragraph[] {
  const words = codebookFileText[language];
  const lines = [
    words.perCase(words.codings, codings),
    words.perCase(words.sources, sources),
    ...cases.map((name, at) => words.perCase(name, byCase[at] ?? 0)),
  ];
  return lines.map((text, at) => new Paragraph({ style: at < 2 ? STYLE.cell : STYLE.counts, text }));
}

function categoryRow(category: PrintedCategory, codebook: PrintedCodebook, widths: readonly number[]): TableRow {
  const contents = [nameCell(category, codebook), ruleCell(category, codebook), exampleCell(category), countsCell(category, codebook)];
  // a theme stands out from what it holds
  const isTheme = category.path.length === 1 && category.hasChildren;
  const shading = isTheme ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: BAND_FILL } } : {};
  const length = category.definition.length + category.inclusion.length + category.exclusion.length;
  return new TableRow({
    cantSplit: Math.max(length, category.example.length) < LONG_CELL_UTF16,
    children: contents.map((children, at) => new TableCell({ children, width: { size: widths[at] ?? 0, type: WidthType.DXA }, ...shading })),
  });
}

function headerRow(codebook: PrintedCodebook, widths: readonly number[]): TableRow {
  const words = codebookFileText[codebook.language];
  const labels = [words.category, words.rule, words.example, words.codings];
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: labels.map(
      (text, at) =>
        new TableCell({
          children: [new Paragraph({ style: STYLE.header, text })],
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          borders: { bottom: { style: BorderStyle.SINGLE, size: 8, color: '000000' } },
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: HEADER_FILL },
          verticalAlign: VerticalAlignTable.CENTER,
        }),
    ),
  });
}

function gridTable(grid: PrintedGrid, number: number, codebook: PrintedCodebook, textWidth: number): FileChild[] {
  const widths = widthsOf(textWidth);
  const words = codebookFileText[codebook.language];
  const rows = grid.categories.map((category) => categoryRow(category, codebook, widths));
  const about = [grid.description, grid.source, words.gridLine(grid.categories.length, grid.codings)].filter((text) => text !== '');
  return [
    wordCaption(`${codebook.title}, ${grid.title}`, number, exportText[codebook.language]),
    ...about.map((text) => new Paragraph({ style: STYLE.note, keepNext: true, children: runsOf(text) })),
    new Paragraph({ style: STYLE.note, keepNext: true, text: '' }),
    ...(rows.length === 0
      ? []
      : [
          new Table({
            style: STYLE.table,
            layout: TableLayoutType.FIXED,
            width: { size: textWidth, type: WidthType.DXA },
            columnWidths: widths,
            tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
            rows: [headerRow(codebook, widths), ...rows],
          }),
        ]),
    ...belowTable(codebook.note, codebook.source),
  ];
}

/** A Word document (A4 across), one section per grid. */
export function codebookToDocx(codebook: PrintedCodebook): Promise<Uint8Array> {
  const { textWidth } = textArea(true);
  const sections = codebook.grids.map((grid, at) => ({ ...wordPage(true), children: gridTable(grid, at + 1, codebook, textWidth) }));
  const empty = { ...wordPage(true), children: [new Paragraph({ style: STYLE.note, text: codebook.title })] };
  return packWord({
    title: codebook.title,
    author: undefined,
    language: codebook.language,
    sections: sections.length > 0 ? sections : [empty],
  });
}
