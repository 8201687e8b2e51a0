// The corpus table as a Word document: one real table under a numbered caption, its heading repeated on every page.
import { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { CorpusCell, CorpusTable, CorpusTableColumn } from '../../shared/domain/corpus-table.ts';
import type { Language } from '../../shared/domain/project.ts';
import { exportText } from '../../shared/i18n/export.ts';
import { cellWords } from './corpus-cell.ts';
import { belowTable, packWord, textArea, wordCaption, wordPage } from './word-page.ts';
import { STYLE } from './word-styles.ts';

const MOST_COLUMNS_UPRIGHT = 5;
const HEADER_FILL = 'EDEDED';

/** Twips: an average character of 8.5 points, bold ones somewhat wider; the margins of a cell. */
const CHARACTER_WIDTH = 92;
const BOLD_CHARACTER_WIDTH = 108;
const CELL_PADDING = 200;
/** Longer texts run over several lines. */
const LONGEST_LINE = 34;

const longest = (lengths: readonly number[]): number => Math.max(0, ...lengths);
const longestWord = (text: string): number => longest(text.split(/[ \n-]/).map((word) => word.length));

/**
 * Widths that add up to the text width to the twip: what the longest word of each column needs, and the rest by how long its texts
 * are. A table with more columns than the page can hold gets narrower ones, and words break.
 */
export function corpusColumnWidths(textWidth: number, columns: readonly { readonly label: string; readonly texts: readonly string[] }[]): number[] {
  const needs = columns.map(({ label, texts }) => {
    const least = CELL_PADDING + Math.max(longestWord(label) * BOLD_CHARACTER_WIDTH, longest(texts.map(longestWord)) * CHARACTER_WIDTH);
    const wished = CELL_PADDING + Math.min(LONGEST_LINE, longest(texts.map((text) => text.length))) * CHARACTER_WIDTH;
    return { least, wished: Math.max(least, wished) };
  });
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  const wished = needs.reduce((sum, need) => sum + need.wished, 0);
  const widths = needs.map((need) => {
    if (least >= textWidth) return (need.least / least) * textWidth;
    if (wished >= textWidth) return need.least + ((need.wished - need.least) / (wished - least)) * (textWidth - least);
    return (need.wished / wished) * textWidth;
  });
  const whole = widths.map(Math.floor);
  const rest = textWidth - whole.reduce((sum, width) => sum + width, 0);
  return whole.map((width, at) => (at === whole.length - 1 ? width + rest : width));
}

function headerRow(columns: readonly CorpusTableColumn[], widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ label }, at) =>
        new TableCell({
          children: [new Paragraph({ style: STYLE.header, text: label })],
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          borders: { bottom: { style: BorderStyle.SINGLE, size: 8, color: '000000' } },
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: HEADER_FILL },
          verticalAlign: VerticalAlignTable.CENTER,
        }),
    ),
  });
}

function styleOf({ key, kind }: CorpusTableColumn): string {
  if (key === 'code') return STYLE.rowHeader;
  return kind === 'text' ? STYLE.cell : STYLE.number;
}

function dataRow(row: readonly CorpusCell[], columns: readonly CorpusTableColumn[], widths: readonly number[], language: Language): TableRow {
  return new TableRow({
    cantSplit: true,
    children: columns.map(
      (column, at) =>
        new TableCell({
          children: [new Paragraph({ style: styleOf(column), text: cellWords(row[at] ?? null, column.kind, language) })],
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
        }),
    ),
  });
}

function wordTable({ columns, rows }: CorpusTable, textWidth: number, language: Language): Table {
  const texts = columns.map(({ label, kind }, at) => ({ label, texts: rows.map((row) => cellWords(row[at] ?? null, kind, language)) }));
  const widths = corpusColumnWidths(textWidth, texts);
  return new Table({
    style: STYLE.table,
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: true, firstColumn: columns[0]?.key === 'code', noHBand: true, noVBand: true },
    rows: [headerRow(columns, widths), ...rows.map((row) => dataRow(row, columns, widths, language))],
  });
}

/** A Word document (A4), across where the table has many columns. */
export function corpusTableToDocx(table: CorpusTable, language: Language): Promise<Uint8Array> {
  const isAcross = table.columns.length > MOST_COLUMNS_UPRIGHT;
  const { textWidth } = textArea(isAcross);
  const children = [
    wordCaption(table.title, 1, exportText[language]),
    wordTable(table, textWidth, language),
    ...belowTable(table.note, table.source),
  ];
  return packWord({ title: table.title, author: undefined, language, sections: [{ ...wordPage(isAcross), children }] });
}
