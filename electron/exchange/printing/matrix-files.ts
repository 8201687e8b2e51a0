// A matrix computed once and written in as many formats as are asked for.
import type { Session } from '../../commands/run-command.ts';
import type { MatrixDefinition } from '../../../shared/domain/matrix.ts';
import type { FigureKind } from '../../../shared/domain/print.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import { computeMatrix } from '../../queries/matrix.ts';
import { matrixToJson } from './matrix-json.ts';
import { matrixOptions } from './matrix-options.ts';
import type { ComparedKeys } from './matrix-options.ts';
import { usualStyle } from './print-setting.ts';

export const MATRIX_FILE_FORMATS = ['docx', 'odt', 'pdf', 'xlsx', 'csv', 'html', 'md', 'tex', 'json', 'svg', 'png'] as const;
export type MatrixFileFormat = (typeof MATRIX_FILE_FORMATS)[number];

export interface PrintOptions {
  readonly title: string;
  readonly formats: readonly MatrixFileFormat[];
  /** For svg and png; null: what suits the table best. */
  readonly figure: FigureKind | null;
  readonly compareCaseKeys: ComparedKeys;
}

/** One file's content per format asked for, in that order. */
export async function printMatrix(project: Session['project'], definition: MatrixDefinition, print: PrintOptions): Promise<(Uint8Array | string)[]> {
  // the words of an interview are printed as it has them: who wants functions instead of labels prints a piece with a style
  const style = usualStyle(project);
  const table = computeMatrix(project, definition, axisTitles[style.language], { title: print.title, withQuotes: true });
  const options = { ...matrixOptions(project, table, style, print.compareCaseKeys), ...(print.figure ? { figure: print.figure } : {}) };
  const files: (Uint8Array | string)[] = [];
  for (const format of print.formats) {
    if (format === 'json') files.push(`${JSON.stringify(matrixToJson(table), null, 1)}\n`);
    // the libraries behind are large, and json needs none of them
    else files.push(await (await import('./export-matrix.ts')).exportMatrix(table, format, options));
  }
  return files;
}
