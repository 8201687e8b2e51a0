// What printing a matrix of the project takes besides its table: who spoke, forms of syntheses, scales, coders, the cases compared.
import type { Session } from '../../commands/run-command.ts';
import { comparableCases, compareCases } from '../../../shared/domain/compare-cases.ts';
import type { CaseComparison } from '../../../shared/domain/compare-cases.ts';
import type { PassageId } from '../../../shared/domain/ids.ts';
import type { MatrixTable } from '../../../shared/domain/matrix.ts';
import type { PrintStyle } from '../../../shared/domain/print.ts';
import { linksOf } from '../../../shared/domain/written-text.ts';
import type { WrittenText } from '../../../shared/domain/written-text.ts';
import { exportText } from '../../../shared/i18n/export.ts';
import { readCellForms } from '../../queries/cell-forms.ts';
import { listCoders } from '../../queries/corpus.ts';
import { readProject } from '../../queries/project.ts';
import { listScales } from '../../queries/rating-scales.ts';
import type { ExportOptions } from './export-options.ts';
import { PrintSetting } from './print-setting.ts';
import { writtenCellBlocks, writtenSetting } from './written-blocks.ts';

type Project = Session['project'];

/** Entity keys; null leaves the comparison out, 'all' compares every case of the table when there are two or more. */
export type ComparedKeys = readonly string[] | 'all' | null;

function comparisonOf(table: MatrixTable, wanted: ComparedKeys): CaseComparison | null {
  if (wanted === null) return null;
  const keys = wanted === 'all' ? comparableCases(table).map((entity) => entity.key) : wanted;
  return keys.length < 2 ? null : compareCases(table, keys);
}

function passagesIn(form: WrittenText | undefined): ReadonlySet<PassageId> {
  const links = form ? linksOf(form) : [];
  return new Set(links.flatMap(({ kind, id }) => (kind === 'passage' ? [id as PassageId] : [])));
}

/** @param repeatsQuoted whether what a synthesis quotes stands again among the verbatims under it */
export function matrixOptions(project: Project, table: MatrixTable, style: PrintStyle, compared: ComparedKeys, repeatsQuoted = false): ExportOptions {
  const setting = new PrintSetting(project, style);
  const forms = readCellForms(project);
  const { coderIds } = table.definition;
  const coders = coderIds && listCoders(project).filter(({ id }) => coderIds.includes(id));
  return {
    language: style.language,
    labels: exportText[style.language],
    comparison: comparisonOf(table, compared),
    sourceLine: setting.sourceLine(),
    scales: listScales(project),
    speaker: (sourceId, label) => setting.speaker(sourceId, label),
    formOf: (key) => {
      const form = forms.get(key);
      return form ? writtenCellBlocks(form, 'synthesis', writtenSetting(project, form, setting)) : null;
    },
    ...(repeatsQuoted ? {} : { citedIn: (key) => passagesIn(forms.get(key)) }),
    ...(style.author === null ? {} : { author: style.author }),
    ...(style.links ? { projectId: readProject(project).id } : {}),
    ...(coders ? { coderNames: coders.map(({ name }) => name) } : {}),
  };
}
