// What is done by chance to matrices, to what their cells hold, to rating scales and to the study's own questions.
import * as cells from '../../../electron/commands/cells.ts';
import * as matrices from '../../../electron/commands/matrices.ts';
import { removeSnapshot, takeSnapshot } from '../../../electron/commands/matrix-snapshots.ts';
import { removeScale, saveScale } from '../../../electron/commands/rating-scales.ts';
import { removeResearchQuestion, saveResearchQuestion } from '../../../electron/commands/research-questions.ts';
import { CELL_STATUSES } from '../../../shared/domain/cell.ts';
import type { CategoryId, MatrixId, MatrixSnapshotId, PassageId, RatingScaleId, ResearchQuestionId } from '../../../shared/domain/ids.ts';
import { entityKeysIn } from '../../../shared/domain/matrix.ts';
import type { MatrixDefinition, MatrixTable } from '../../../shared/domain/matrix.ts';
import { STANCES } from '../../../shared/domain/source.ts';
import type { Act, Desk } from './desk.ts';
import { aText } from './writing-acts.ts';

function aDefinition(desk: Desk): MatrixDefinition {
  const axis = { kind: 'category', categoryId: desk.any<CategoryId>('category') } as const;
  return {
    rows: [axis],
    columns: [{ kind: 'case' }],
    join: { kind: 'turn' },
    coderIds: null,
    contents: ['counts'],
    hidesEmpty: desk.luck.below(2) === 0,
  };
}

/** Snapshots keep whatever was computed, be it nothing. */
export function emptyTable(title: string, definition: MatrixDefinition): MatrixTable {
  const totals = { codings: 0, passages: 0, sources: 0 };
  return { title, definition, rowAxes: [], columnAxes: [], rows: [], columns: [], cells: [], totals, omittedCodings: 0 };
}

/** Where something is written already, mostly. */
function crossing(desk: Desk, table: 'cell' | 'cell_quote' = 'cell'): string[] {
  const key = desk.luck.below(3) === 0 ? '' : desk.column<string>(table, desk.any(table), table === 'cell' ? 'key' : 'cell_key');
  return key.includes(':') ? entityKeysIn(key) : [desk.entityKey(), desk.entityKey()];
}

/** A verbatim that is pinned, mostly, and where. */
function pin(desk: Desk): { entityKeys: string[]; passageId: PassageId } {
  const id = desk.any('cell_quote');
  const key = desk.column<string>('cell_quote', id, 'cell_key');
  return key.includes(':')
    ? { entityKeys: entityKeysIn(key), passageId: desk.column('cell_quote', id, 'passage_id') }
    : { entityKeys: crossing(desk), passageId: desk.any('passage') };
}

const STEPS = [0, 1, 2].map((value) => ({ value, label: `cote ${value}`, rule: '' }));

export const MATRIX_ACTS = {
  'matrix.save': (d) =>
    matrices.saveMatrix(d.session, { matrixId: d.maybe(d.any<MatrixId>('matrix')), name: d.name, definition: aDefinition(d), notes: d.name }),
  'matrix.remove': (d) => matrices.removeMatrix(d.session, { matrixId: d.any<MatrixId>('matrix') }),
  'matrixSnapshot.take': (d) => takeSnapshot(d.session, { matrixId: d.any<MatrixId>('matrix'), name: d.name }, emptyTable(d.name, aDefinition(d))),
  'matrixSnapshot.remove': (d) => removeSnapshot(d.session, { snapshotId: d.any<MatrixSnapshotId>('matrix_snapshot') }),
  'cell.writeSynthesis': (d) =>
    cells.writeSynthesis(d.session, {
      entityKeys: crossing(d),
      text: d.luck.pick(['', d.name, 'Chacun a sa voix.']),
      ...(d.luck.below(4) === 0 ? { document: aText(d) } : {}),
      status: d.luck.pick(CELL_STATUSES),
    }),
  'cell.setStatus': (d) => cells.setStatus(d.session, { entityKeys: crossing(d), status: d.luck.pick(CELL_STATUSES) }),
  'cell.confirm': (d) =>
    cells.confirmSynthesis(d.session, { entityKeys: crossing(d), evidence: { rule: d.name, passages: { [d.any('passage')]: d.name } } }),
  'cell.rate': (d) =>
    cells.rate(d.session, {
      entityKeys: crossing(d),
      rating: d.maybe({ scaleId: d.any<RatingScaleId>('rating_scale'), value: d.luck.below(STEPS.length + 1) }),
    }),
  'cell.remark': (d) => cells.writeRemark(d.session, { entityKeys: crossing(d), text: d.luck.pick(['', d.name]) }),
  'cell.setStance': (d) =>
    cells.setCellStance(d.session, { entityKeys: crossing(d), passageId: d.any<PassageId>('passage'), stance: d.maybe(d.luck.pick(STANCES)) }),
  'cell.pin': (d) =>
    cells.pinQuote(d.session, { entityKeys: crossing(d, 'cell_quote'), passageId: d.any<PassageId>('passage'), position: d.maybe(d.luck.below(3)) }),
  'cell.unpin': (d) => cells.unpinQuote(d.session, pin(d)),
  'cell.cut': (d) => {
    const start = d.luck.below(6);
    cells.cutQuote(d.session, { ...pin(d), cuts: d.several(1, () => [start, start + 1 + d.luck.below(8)] as const) });
  },
  'scale.save': (d) =>
    saveScale(d.session, { scaleId: d.maybe(d.any<RatingScaleId>('rating_scale')), name: d.name, steps: STEPS.slice(0, 2 + d.luck.below(2)) }),
  'scale.remove': (d) => removeScale(d.session, { scaleId: d.any<RatingScaleId>('rating_scale') }),
  'researchQuestion.save': (d) =>
    saveResearchQuestion(d.session, {
      questionId: d.maybe(d.any<ResearchQuestionId>('research_question')),
      text: `${d.name} ?`,
      expression: d.maybe(d.name),
      position: d.maybe(d.luck.below(3)),
    }),
  'researchQuestion.remove': (d) => removeResearchQuestion(d.session, { questionId: d.any<ResearchQuestionId>('research_question') }),
} as const satisfies Record<string, Act>;
