// One door for all that a computed matrix can become.
import { comparableCases, compareCases } from '../../../shared/domain/compare-cases.ts';
import { USUAL_FIGURE } from '../../../shared/domain/figure-options.ts';
import type { MatrixTable } from '../../../shared/domain/matrix.ts';
import { matrixFigure } from '../../../shared/figure/matrix-figure.ts';
import type { Scene } from '../../../shared/figure/scene.ts';
import type { ExportOptions } from './export-options.ts';
import { pictureFile } from './formats/picture-file.ts';
import { matrixToDocument } from './matrix-document.ts';
import { matrixToSheets } from './matrix-sheets.ts';
import { isDocumentFormat, writeDocument } from './formats/write-document.ts';
import type { DocumentFormat } from './formats/write-document.ts';
import { writeSheets } from './formats/write-sheets.ts';

export type MatrixFormat = DocumentFormat | 'xlsx' | 'csv' | 'svg' | 'png';

/** The figure asked for; else the tools by case where there are cases with findings to compare, else the heat map. */
function sceneOf(table: MatrixTable, { language, labels, figure, comparison, theme, scales }: ExportOptions): Scene {
  const keys = comparableCases(table).map(({ key }) => key);
  const compared = comparison ?? (keys.length > 1 ? compareCases(table, keys) : null);
  const hasFindings = compared?.cells.some((row) => row.some((cell) => cell.common.length + cell.partly.length + cell.only.flat().length > 0));
  return matrixFigure(table, figure ?? (hasFindings ? 'toolsByCase' : 'heat'), {
    ...USUAL_FIGURE,
    title: table.title,
    language,
    labels: labels.figure,
    caseKeys: comparison?.cases.map(({ key }) => key) ?? null,
    ...(theme ? { theme } : {}),
    ...(scales ? { scales } : {}),
  });
}

/**
 * A computed matrix as a file. Pure: no database, no disk but the fonts of a picture or a PDF.
 * Without `figure`, svg and png draw the tools by case where cases can be compared, else the heat map.
 * Refuses (`figure.…`) a figure that this matrix has not the matter for.
 */
export async function exportMatrix(table: MatrixTable, format: MatrixFormat, options: ExportOptions): Promise<Uint8Array> {
  if (isDocumentFormat(format)) return writeDocument(matrixToDocument(table, options), format);
  switch (format) {
    case 'xlsx':
    case 'csv':
      return writeSheets(matrixToSheets(table, options), format);
    case 'svg':
    case 'png':
      return pictureFile(sceneOf(table, options), format, { widthCm: USUAL_FIGURE.widthCm, title: table.title, language: options.language });
  }
}
