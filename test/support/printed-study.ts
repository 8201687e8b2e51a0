// The sample project with everything that cells can hold written into it: what prints of a thesis are tried on.
import { cutQuote, pinQuote, rate, writeRemark, writeSynthesis } from '../../electron/commands/cells.ts';
import { createCaseGroup } from '../../electron/commands/case-groups.ts';
import { saveScale } from '../../electron/commands/rating-scales.ts';
import { fillSample } from '../../electron/exchange/sample-project.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { readCorpusFrame } from '../../electron/queries/corpus.ts';
import { computeMatrix } from '../../electron/queries/matrix.ts';
import type { Grid } from '../../shared/domain/category.ts';
import { CELL_CONTENTS, entityKeysIn } from '../../shared/domain/matrix.ts';
import type { MatrixCell, MatrixDefinition } from '../../shared/domain/matrix.ts';
import type { PrintStyle } from '../../shared/domain/print.ts';
import { paragraphOf, runOf, writtenTextOf } from '../../shared/domain/written-text.ts';
import { axisTitles } from '../../shared/i18n/axes.ts';
import { aProject } from './project.ts';
import type { TestProject } from './project.ts';

export interface PrintedStudy {
  readonly project: TestProject;
  readonly grid: Grid;
  /** Dimensions × cases, with everything in its cells. */
  readonly definition: MatrixDefinition;
}

export const plainStyle: PrintStyle = { language: 'fr', author: 'C. Aubert', sourceLine: null, reference: { who: 'label' }, links: true };

/** A rating, a pinned verbatim (cut in one cell), a remark or a synthesis with a link to a passage, by turns. */
function write(project: TestProject, { key, quotes }: MatrixCell, n: number, scaleId: ReturnType<typeof saveScale>): void {
  const { session } = project;
  const entityKeys = entityKeysIn(key);
  const [quote] = quotes;
  if (!quote) return;
  rate(session, { entityKeys, rating: { scaleId, value: 1 + (n % 3) } });
  if (n % 2 === 1) pinQuote(session, { entityKeys, passageId: quote.passageId, position: null });
  if (n === 1) cutQuote(session, { entityKeys, passageId: quote.passageId, cuts: [[10, 30]] });
  if (n % 3 === 0) writeRemark(session, { entityKeys, text: `À vérifier (${n}) : « charte » désigne deux documents.` });
  if (n % 3 !== 1) return;
  const link = { type: 'memo-link', version: 1, kind: 'passage', id: quote.passageId, label: 'E01 §1' } as const;
  const document = writtenTextOf([paragraphOf([runOf(`Une charte (${n})`, 1), runOf(' signée par tous : mais qui la lit ? '), link])]);
  writeSynthesis(session, { entityKeys, text: '', status: n % 2 === 0 ? 'reviewed' : 'draft', document });
}

export async function aPrintedStudy(): Promise<PrintedStudy> {
  const project = aProject();
  await fillSample(project.session);
  const [grid] = readCodebook(project.project);
  if (!grid) throw new Error('the sample has no grid');
  const definition: MatrixDefinition = {
    rows: [{ kind: 'grid', gridId: grid.id, level: null }],
    columns: [{ kind: 'case' }],
    join: { kind: 'overlap' },
    coderIds: null,
    contents: [...CELL_CONTENTS],
    hidesEmpty: false,
  };
  const steps = [
    { value: 1, label: 'faible', rule: 'Un seul répondant en parle.' },
    { value: 2, label: 'moyen', rule: 'Deux répondants au moins.' },
    { value: 3, label: 'fort', rule: '' },
  ];
  const scaleId = saveScale(project.session, { scaleId: null, name: 'Présence', steps });
  const table = computeMatrix(project.project, definition, axisTitles.fr, { title: '', withQuotes: true });
  table.cells.flat().forEach((cell, at) => write(project, cell, at + 1, scaleId));
  createCaseGroup(project.session, { name: 'Tous les pôles', caseIds: readCorpusFrame(project.project).cases.map(({ id }) => id) });
  return { project, grid, definition };
}
