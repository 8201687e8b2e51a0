// One door for all that a computed matrix can become.
import { comparableCases, compareCases } from '../../shared/domain/compare-cases.ts';
import type { CaseComparison } from '../../shared/domain/compare-cases.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import { bubbleFigure } from '../../shared/figure/bubble-figure.ts';
import { heatFigure } from '../../shared/figure/heat-figure.ts';
import type { Scene } from '../../shared/figure/scene.ts';
import { sceneToSvg } from '../../shared/figure/scene-to-svg.ts';
import { toolsByCaseFigure } from '../../shared/figure/tools-by-case-figure.ts';
import type { ExportOptions } from './export-options.ts';
import { svgToPng } from './figure-files.ts';
import { matrixToCsv } from './matrix-csv.ts';
import { matrixToDocx } from './matrix-docx.ts';
import { matrixToHtml } from './matrix-html.ts';
import { matrixToMarkdown } from './matrix-markdown.ts';
import { matrixToTex } from './matrix-tex.ts';
import { matrixToXlsx } from './matrix-xlsx.ts';

export type MatrixFormat = 'docx' | 'xlsx' | 'csv' | 'html' | 'md' | 'tex' | 'svg' | 'png';

const DEFAULT_PNG_SCALE = 3;

/** The comparison given, else that of every case among the columns, when something was found to compare. */
function comparisonFor(table: MatrixTable, given: CaseComparison | null): CaseComparison | null {
  const keys = comparableCases(table).map((entity) => entity.key);
  const comparison = given ?? (keys.length > 1 ? compareCases(table, keys) : null);
  const hasFindings = comparison?.cells.some((row) => row.some((cell) => cell.common.length + cell.partly.length + cell.only.flat().length > 0));
  return hasFindings ? comparison : null;
}

function figureScene(table: MatrixTable, options: ExportOptions): Scene {
  const { language, figure, theme = 'light' } = options;
  const labels = options.labels.figure;
  if (figure === 'bubble') return bubbleFigure({ table, labels, theme, language });
  const comparison = figure === 'heat' ? null : comparisonFor(table, options.comparison);
  if (comparison) {
    const columnAxis = table.columnAxes.filter((_, axis) => table.definition.columns[axis]?.kind !== 'case').join(' × ');
    return toolsByCaseFigure({ comparison, title: table.title, rowAxis: table.rowAxes.join(' × '), columnAxis, labels, theme, language });
  }
  if (figure === 'toolsByCase') throw new Refusal('matrix.axisInvalid', { axis: 'case' });
  return heatFigure({ table, labels, theme, language });
}

/**
 * A computed matrix as a file. Pure: no database, no disk but the fonts of a PNG.
 * Without `figure`, svg and png draw the tools by case where cases can be compared, else the heat map.
 * Refuses (`matrix.axisInvalid`) the tools by case of a matrix without cases to compare.
 */
export async function exportMatrix(table: MatrixTable, format: MatrixFormat, options: ExportOptions): Promise<Uint8Array> {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (format) {
    case 'docx':
      return matrixToDocx(table, options);
    case 'xlsx':
      return matrixToXlsx(table, options);
    case 'csv':
      return bytes(matrixToCsv(table, options));
    case 'html':
      return bytes(matrixToHtml(table, options));
    case 'md':
      return bytes(matrixToMarkdown(table, options));
    case 'tex':
      return bytes(matrixToTex(table, options));
    case 'svg':
      return bytes(sceneToSvg(figureScene(table, options)));
    case 'png':
      return svgToPng(sceneToSvg(figureScene(table, options)), options.pngScale ?? DEFAULT_PNG_SCALE, options.fontsDir);
  }
}
