// The matrix for programs that read tables: one line per row, one column per innermost header.
import { headerDepth, headerLabels } from '../../shared/domain/matrix-headers.ts';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import type { ExportLabels } from '../../shared/i18n/export.ts';
import { toCsv } from './csv.ts';
import type { ExportOptions } from './export-options.ts';
import { printMatrix } from './print-matrix.ts';
import type { PrintedCell } from './print-matrix.ts';

function cellText(cell: PrintedCell, labels: ExportLabels): string {
  return [
    ...(cell.counts === null ? [] : [cell.counts]),
    ...cell.categories.map((category) => `${category.name} (${category.passages})`),
    ...(cell.synthesis === null ? [] : [`${cell.isDraft ? `[${labels.draft}] ` : ''}${cell.synthesis}`]),
    ...cell.verbatims.map((verbatim) => `${verbatim.contrasts ? `${labels.contrastMark} ` : ''}${verbatim.text} ${verbatim.reference}`),
  ].join('\n');
}

/**
 * RFC 4180, UTF-8 with a byte order mark, a comma in both languages: programs guess it, a French Excel asks for it at import.
 * Numbers alone where only counts are asked for.
 */
export function matrixToCsv(table: MatrixTable, options: ExportOptions): string {
  const printed = printMatrix(table, options);
  const depth = headerDepth(printed.rows);
  const rowTitles = Array.from({ length: depth }, (_, level) => (depth === 1 ? printed.rowAxis : `${printed.rowAxis} ${level + 1}`));
  const columnTitles = headerLabels(printed.columns).map((path) => path.filter(Boolean).join(' › '));
  const lines = headerLabels(printed.rows).map((path, row) => [
    ...Array.from({ length: depth }, (_, level) => path[level] ?? ''),
    ...(printed.cells[row] ?? []).map((cell) => (printed.countsOnly ? cell.passages : cellText(cell, options.labels))),
  ]);
  return toCsv([[...rowTitles, ...columnTitles], ...lines]);
}
