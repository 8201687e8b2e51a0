// The matrix for note-taking programs: a GitHub table, then the verbatims that a table cell has no room for.
import { headerLabels } from '../../shared/domain/matrix-headers.ts';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import type { ExportOptions } from './export-options.ts';
import { isEmptyCell, printComparison, printMatrix } from './print-matrix.ts';
import type { PrintedCell, PrintedTable } from './print-matrix.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text on one line that Markdown, its tables and GitHub's formulas leave as it is. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]|~$#]/g, '\\$&')
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
    .replaceAll('\n', '<br>');
}

function cellMarkdown(cell: PrintedCell, { labels }: ExportOptions): string {
  if (isEmptyCell(cell)) return escaped(labels.figure.nothing);
  const draft = cell.isDraft ? `*\\[${escaped(labels.draft)}\\]* ` : '';
  return [
    ...(cell.counts === null ? [] : [escaped(cell.counts)]),
    ...cell.categories.map((category) => `• ${escaped(category.name)} (${category.passages})`),
    ...(cell.synthesis === null ? [] : [`${draft}${escaped(cell.synthesis)}`]),
    ...(cell.verbatims.length === 0 ? [] : [`${escaped(labels.verbatims)}${labels.captionSeparator}${cell.verbatims.length}`]),
  ].join('<br>');
}

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const named = (paths: readonly (readonly string[])[]): string[] => paths.map((path) => path.filter(Boolean).join(' › '));

function tableMarkdown(table: PrintedTable, options: ExportOptions): string[] {
  const columns = named(headerLabels(table.columns));
  const rows = named(headerLabels(table.rows));
  return [
    tableRow([table.rowAxis, ...columns].map(escaped)),
    tableRow(['---', ...columns.map(() => '---')]),
    ...rows.map((row, index) => tableRow([escaped(row), ...(table.cells[index] ?? []).map((cell) => cellMarkdown(cell, options))])),
    '',
    escaped(table.note),
    '',
    `*${escaped(table.source)}*`,
    '',
  ];
}

function verbatimsMarkdown(table: PrintedTable, { labels }: ExportOptions): string[] {
  const columns = named(headerLabels(table.columns));
  return named(headerLabels(table.rows)).flatMap((row, r) =>
    (table.cells[r] ?? []).flatMap((cell, c) =>
      cell.verbatims.length === 0
        ? []
        : [
            `### ${escaped(row)} × ${escaped(columns[c] ?? '')}`,
            '',
            ...cell.verbatims.map(
              (verbatim) => `- ${verbatim.contrasts ? `${labels.contrastMark} ` : ''}${escaped(verbatim.text)} ${escaped(verbatim.reference)}`,
            ),
            '',
          ],
    ),
  );
}

export function matrixToMarkdown(table: MatrixTable, options: ExportOptions): string {
  const printed = printMatrix(table, options);
  const comparison = options.comparison ? printComparison(options.comparison, table, options) : null;
  const verbatims = verbatimsMarkdown(printed, options);
  return [
    `# ${escaped(printed.title)}`,
    '',
    ...tableMarkdown(printed, options),
    ...(comparison ? [`## ${escaped(comparison.title)}`, '', ...tableMarkdown(comparison, options)] : []),
    ...(verbatims.length > 0 ? [`## ${escaped(options.labels.verbatims)}`, '', ...verbatims] : []),
  ].join('\n');
}
