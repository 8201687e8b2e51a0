// Answers the calls about what cells hold, and about matrices as they stood one day.
import type { cellContract } from '../../shared/contract/cell.ts';
import type { Parsed } from '../../shared/contract/contract.ts';
import type { matrixSnapshotContract } from '../../shared/contract/matrix-snapshot.ts';
import { evidenceRule, fingerprintsOf } from '../../shared/domain/cell-evidence.ts';
import type { CellEvidence } from '../../shared/domain/cell-evidence.ts';
import * as cells from '../commands/cells.ts';
import { removeSnapshot, takeSnapshot } from '../commands/matrix-snapshots.ts';
import { removeScale, saveScale } from '../commands/rating-scales.ts';
import { removeResearchQuestion, saveResearchQuestion } from '../commands/research-questions.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readCell } from '../queries/matrix.ts';
import { compareSnapshots, computeSaved, listSnapshots, readSnapshot } from '../queries/matrix-snapshots.ts';
import { listResearchQuestions, listScales } from '../queries/rating-scales.ts';
import { axisTitlesOf } from './axis-titles.ts';
import { done } from './reply.ts';

/** What the passages are where the cell was looked at. */
function evidenceIn(desk: Desk, { definition, rowKey, columnKey }: Parsed<'cell.confirm'>['seenIn']): CellEvidence {
  const { quotes } = readCell(desk.project(), definition, axisTitlesOf(desk), rowKey, columnKey);
  return { rule: evidenceRule(definition, rowKey, columnKey), passages: fingerprintsOf(quotes) };
}

export function cellHandlers(desk: Desk): Pick<Handlers, keyof typeof cellContract> {
  return {
    'cell.writeSynthesis': ({ seenIn, ...input }) =>
      done(cells.writeSynthesis(desk.session(), { ...input, evidence: seenIn && evidenceIn(desk, seenIn) })),
    'cell.setStatus': (input) => done(cells.setStatus(desk.session(), input)),
    'cell.confirm': ({ seenIn, entityKeys }) => done(cells.confirmSynthesis(desk.session(), { entityKeys, evidence: evidenceIn(desk, seenIn) })),
    'cell.rate': (input) => done(cells.rate(desk.session(), input)),
    'cell.remark': (input) => done(cells.writeRemark(desk.session(), input)),
    'cell.setStance': (input) => done(cells.setCellStance(desk.session(), input)),
    'cell.pin': (input) => done(cells.pinQuote(desk.session(), input)),
    'cell.unpin': (input) => done(cells.unpinQuote(desk.session(), input)),
    'cell.cut': (input) => done(cells.cutQuote(desk.session(), input)),
    'scale.list': () => listScales(desk.project()),
    'scale.save': (input) => saveScale(desk.session(), input),
    'scale.remove': (input) => done(removeScale(desk.session(), input)),
    'researchQuestion.list': () => listResearchQuestions(desk.project()),
    'researchQuestion.save': (input) => saveResearchQuestion(desk.session(), input),
    'researchQuestion.remove': (input) => done(removeResearchQuestion(desk.session(), input)),
  };
}

export function matrixSnapshotHandlers(desk: Desk): Pick<Handlers, keyof typeof matrixSnapshotContract> {
  return {
    'matrixSnapshot.list': ({ matrixId }) => listSnapshots(desk.project(), matrixId),
    'matrixSnapshot.take': (input) => takeSnapshot(desk.session(), input, computeSaved(desk.project(), input.matrixId, axisTitlesOf(desk))),
    'matrixSnapshot.read': ({ snapshotId }) => readSnapshot(desk.project(), snapshotId),
    'matrixSnapshot.compare': (input) => compareSnapshots(desk.project(), input, axisTitlesOf(desk)),
    'matrixSnapshot.remove': (input) => done(removeSnapshot(desk.session(), input)),
  };
}
