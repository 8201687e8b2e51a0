// Acts on what cells hold, on the scales they are rated on, and on matrices as they stood one day.
import * as cells from '../../../electron/commands/cells.ts';
import { removeSnapshot, takeSnapshot } from '../../../electron/commands/matrix-snapshots.ts';
import { removeScale, saveScale } from '../../../electron/commands/rating-scales.ts';
import { removeResearchQuestion, saveResearchQuestion } from '../../../electron/commands/research-questions.ts';
import { removeMatrix } from '../../../electron/commands/matrices.ts';
import { computeMatrix } from '../../../electron/queries/matrix.ts';
import { listSnapshots } from '../../../electron/queries/matrix-snapshots.ts';
import { listResearchQuestions, listScales } from '../../../electron/queries/rating-scales.ts';
import type { MatrixSnapshotId, RatingScaleId, ResearchQuestionId } from '../../../shared/domain/ids.ts';
import type { MatrixTable } from '../../../shared/domain/matrix.ts';
import { headingOf, paragraphOf, runOf, writtenTextOf } from '../../../shared/domain/written-text.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';
import { crossing } from './command-cases.ts';

const STEPS = [
  { value: 1, label: 'faible', rule: 'Évoqué sans exemple.' },
  { value: 2, label: 'moyen', rule: '' },
  { value: 3, label: 'fort', rule: 'Deux exemples au moins.' },
];
const NOTE = writtenTextOf([headingOf('h2', 'Qui décide'), paragraphOf([runOf('Chacun, '), runOf('dit-elle', 2)])]);

const scaleOf = (s: Study): RatingScaleId => listScales(s.project.project)[0]?.id as RatingScaleId;
const questionOf = (s: Study, at = 0): ResearchQuestionId => listResearchQuestions(s.project.project)[at]?.id as ResearchQuestionId;
const snapshotOf = (s: Study): MatrixSnapshotId => listSnapshots(s.project.project, s.matrix)[0]?.id as MatrixSnapshotId;
const tableOf = (s: Study): MatrixTable => computeMatrix(s.project.project, s.definition, axisTitles.fr, { title: 'Dimensions × outils' });

const withScale = (s: Study): unknown => saveScale(s.project.session, { scaleId: null, name: 'Force', steps: STEPS });
const withRating = (s: Study): void => {
  withScale(s);
  cells.rate(s.project.session, { entityKeys: crossing(s), rating: { scaleId: scaleOf(s), value: 3 } });
};
const withPins = (s: Study): void => {
  for (const passageId of [s.shared, s.alone]) cells.pinQuote(s.project.session, { entityKeys: crossing(s), passageId, position: null });
};
const withQuestions = (s: Study): void => {
  for (const text of ['Qui porte le projet ?', 'Qui le paie ?'])
    saveResearchQuestion(s.project.session, { questionId: null, text, expression: null, position: null });
};
const withSnapshot = (s: Study): unknown => takeSnapshot(s.project.session, { matrixId: s.matrix, name: 'Avant le terrain 2' }, tableOf(s));

export const CELL_CASES: readonly Case[] = [
  [
    'cell.writeSynthesis',
    'a first synthesis',
    (s) =>
      cells.writeSynthesis(s.project.session, {
        entityKeys: [...crossing(s), `source:${s.project.source('E01')}`],
        text: 'Voilà.',
        status: 'ready',
      }),
  ],
  [
    'cell.writeSynthesis',
    'a synthesis is rewritten by another coder',
    (s) => cells.writeSynthesis(s.project.as('CD'), { entityKeys: crossing(s).reverse(), text: 'Pas tous.', status: 'draft' }),
  ],
  [
    'cell.writeSynthesis',
    'a synthesis is wiped out',
    (s) => cells.writeSynthesis(s.project.session, { entityKeys: crossing(s), text: ' \n', status: 'ready' }),
  ],
  [
    'cell.setStance',
    'a passage contradicts a cell',
    (s) => cells.setCellStance(s.project.session, { entityKeys: crossing(s), passageId: s.alone, stance: 'contrasts' }),
  ],
  [
    'cell.setStance',
    'a passage goes back to its codings’ own stance',
    (s) => cells.setCellStance(s.project.session, { entityKeys: crossing(s), passageId: s.shared, stance: null }),
  ],
  [
    'cell.writeSynthesis',
    'a synthesis gets a form, and remembers its passages',
    (s) =>
      cells.writeSynthesis(s.project.session, {
        entityKeys: crossing(s),
        text: '',
        document: NOTE,
        status: 'draft',
        evidence: { rule: '[]', passages: { [s.shared]: '0123456789abcdef' } },
      }),
  ],
  ['cell.setStatus', 'a synthesis was reviewed', (s) => cells.setStatus(s.project.session, { entityKeys: crossing(s), status: 'reviewed' })],
  [
    'cell.confirm',
    'a synthesis still holds',
    (s) => cells.confirmSynthesis(s.project.session, { entityKeys: crossing(s), evidence: { rule: '[]', passages: {} } }),
  ],
  [
    'cell.rate',
    'a cell is rated',
    (s) => cells.rate(s.project.session, { entityKeys: crossing(s), rating: { scaleId: scaleOf(s), value: 2 } }),
    withScale,
  ],
  ['cell.rate', 'a rating goes', (s) => cells.rate(s.project.session, { entityKeys: crossing(s), rating: null }), withRating],
  ['cell.remark', 'a remark is made', (s) => cells.writeRemark(s.project.session, { entityKeys: crossing(s), text: 'À vérifier en 2020.' })],
  [
    'cell.remark',
    'a remark on a cell of which nothing else is said goes, and the cell with it',
    (s) => cells.writeRemark(s.project.session, { entityKeys: [`source:${s.project.source('E03')}`], text: '' }),
    (s) => cells.writeRemark(s.project.session, { entityKeys: [`source:${s.project.source('E03')}`], text: 'Rien' }),
  ],
  ['cell.pin', 'a verbatim is pinned', (s) => cells.pinQuote(s.project.session, { entityKeys: crossing(s), passageId: s.shared, position: null })],
  [
    'cell.pin',
    'the last pinned verbatim becomes the first',
    (s) => cells.pinQuote(s.project.session, { entityKeys: crossing(s), passageId: s.alone, position: 0 }),
    withPins,
  ],
  [
    'cell.unpin',
    'a verbatim is no longer pinned',
    (s) => cells.unpinQuote(s.project.session, { entityKeys: crossing(s), passageId: s.shared }),
    withPins,
  ],
  [
    'cell.cut',
    'the middle of a verbatim is left out',
    (s) => cells.cutQuote(s.project.session, { entityKeys: crossing(s), passageId: s.shared, cuts: [[5, 8]] }),
    withPins,
  ],
  ['scale.save', 'a scale is made', withScale],
  [
    'scale.save',
    'a step gets another rule',
    (s) =>
      saveScale(s.project.session, {
        scaleId: scaleOf(s),
        name: 'Force',
        steps: STEPS.map((step) => (step.value === 2 ? { ...step, rule: 'Un exemple.' } : step)),
      }),
    withRating,
  ],
  ['scale.remove', 'a scale goes with the ratings on it', (s) => removeScale(s.project.session, { scaleId: scaleOf(s) }), withRating],
  [
    'researchQuestion.save',
    'a question of the study is put',
    (s) =>
      saveResearchQuestion(s.project.session, { questionId: null, text: 'Qui porte le projet ?', expression: 'case = "Pôle 1"', position: null }),
  ],
  [
    'researchQuestion.save',
    'the second question comes first',
    (s) => saveResearchQuestion(s.project.session, { questionId: questionOf(s, 1), text: 'Qui le paie vraiment ?', expression: null, position: 0 }),
    withQuestions,
  ],
  [
    'researchQuestion.remove',
    'a question goes with what was written against it',
    (s) => removeResearchQuestion(s.project.session, { questionId: questionOf(s) }),
    (s) => {
      withQuestions(s);
      const entityKeys = [`researchQuestion:${questionOf(s)}`, `case:${s.project.case('Pôle 1')}`];
      cells.writeSynthesis(s.project.session, { entityKeys, text: 'La directrice.', status: 'draft' });
      cells.pinQuote(s.project.session, { entityKeys, passageId: s.shared, position: null });
    },
  ],
  ['matrixSnapshot.take', 'a matrix is kept as it stands', withSnapshot],
  ['matrixSnapshot.remove', 'a snapshot goes', (s) => removeSnapshot(s.project.session, { snapshotId: snapshotOf(s) }), withSnapshot],
  ['matrix.remove', 'a matrix goes with its snapshots', (s) => removeMatrix(s.project.session, { matrixId: s.matrix }), withSnapshot],
];
