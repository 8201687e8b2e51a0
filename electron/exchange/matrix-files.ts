// A matrix computed once and written in as many formats as are asked for.
import type { Session } from '../commands/run-command.ts';
import { comparableCases, compareCases } from '../../shared/domain/compare-cases.ts';
import type { CaseComparison } from '../../shared/domain/compare-cases.ts';
import type { MatrixDefinition, MatrixTable } from '../../shared/domain/matrix.ts';
import { axisTitles } from '../../shared/i18n/axes.ts';
import { exportText } from '../../shared/i18n/export.ts';
import { listCoders } from '../queries/corpus.ts';
import { computeMatrix } from '../queries/matrix.ts';
import { readProject } from '../queries/project.ts';
import type { ExportOptions, MatrixFigure } from './export-options.ts';
import { matrixToJson } from './matrix-json.ts';

export const MATRIX_FILE_FORMATS = ['docx', 'xlsx', 'csv', 'html', 'md', 'tex', 'json', 'svg', 'png'] as const;
export type MatrixFileFormat = (typeof MATRIX_FILE_FORMATS)[number];

export interface PrintOptions {
  readonly title: string;
  readonly formats: readonly MatrixFileFormat[];
  /** For svg and png; null: what suits the table best. */
  readonly figure: MatrixFigure | null;
  /** Entity keys; null leaves the comparison out, 'all' compares every case of the table when there are two or more. */
  readonly compareCaseKeys: readonly string[] | 'all' | null;
}

function comparisonOf(table: MatrixTable, wanted: PrintOptions['compareCaseKeys']): CaseComparison | null {
  if (wanted === null) return null;
  const keys = wanted === 'all' ? comparableCases(table).map((entity) => entity.key) : wanted;
  return keys.length < 2 ? null : compareCases(table, keys);
}

function optionsFor(project: Session['project'], table: MatrixTable, print: PrintOptions): ExportOptions {
  const { language } = readProject(project);
  const { coderIds } = table.definition;
  const coderNames =
    coderIds &&
    listCoders(project)
      .filter((coder) => coderIds.includes(coder.id))
      .map((coder) => coder.name);
  return {
    language,
    comparison: comparisonOf(table, print.compareCaseKeys),
    labels: exportText[language],
    ...(print.figure ? { figure: print.figure } : {}),
    ...(coderNames ? { coderNames } : {}),
  };
}

/** One file's content per format asked for, in that order. */
export async function printMatrix(project: Session['project'], definition: MatrixDefinition, print: PrintOptions): Promise<(Uint8Array | string)[]> {
  const { language } = readProject(project);
  const table = computeMatrix(project, definition, axisTitles[language], { title: print.title, withQuotes: true });
  const options = optionsFor(project, table, print);
  const files: (Uint8Array | string)[] = [];
  for (const format of print.formats) {
    if (format === 'json') files.push(`${JSON.stringify(matrixToJson(table), null, 1)}\n`);
    // the libraries behind are large, and json needs none of them
    else files.push(await (await import('./export-matrix.ts')).exportMatrix(table, format, options));
  }
  return files;
}
