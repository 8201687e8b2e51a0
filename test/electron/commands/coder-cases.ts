// Acts of and on several coders: one person under two names, blindness, double codings, disagreements settled, agreement kept; and what becomes of them
// when sources, grids, categories and passages go or become one.
import { removeRound, renameRound, saveRound } from '../../../electron/commands/agreement-rounds.ts';
import { removeAssignment, revealAssignment, saveAssignment, setAssignmentDone } from '../../../electron/commands/assignments.ts';
import * as codebook from '../../../electron/commands/codebook.ts';
import { beginBlind, mergeCoders, revealAll } from '../../../electron/commands/coders.ts';
import { decideDisagreement, reopenDisagreement } from '../../../electron/commands/disagreements.ts';
import { setQuickKey } from '../../../electron/commands/quick-keys.ts';
import { removeSource } from '../../../electron/commands/sources.ts';
import { listAssignments } from '../../../electron/queries/assignments.ts';
import { listRounds } from '../../../electron/queries/agreement-rounds.ts';
import { listDecisions } from '../../../electron/queries/disagreement-decisions.ts';
import type { DecisionInput } from '../../../shared/domain/disagreement-decision.ts';
import type { AgreementRoundId, AssignmentId, DecisionId } from '../../../shared/domain/ids.ts';
import { E01 } from '../../support/study.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';

/** « La feuille de route », which AB gave its category and CD did not. */
function roadmap(s: Study, decision: DecisionInput['decision'], more: Partial<DecisionInput> = {}): DecisionInput {
  const { project } = s;
  const start = E01.indexOf('La feuille de route');
  return {
    sourceId: project.source('E01'),
    categoryId: project.category('feuille de route'),
    start,
    end: start + 'La feuille de route'.length,
    coderIds: [project.coder('AB'), project.coder('CD')],
    decision,
    adoptedId: project.coder('AB'),
    otherCategoryId: project.category('salon'),
    why: 'La définition ne couvre que l’outil.',
    ...more,
  };
}

const settle = (s: Study, decision: DecisionInput['decision'], more: Partial<DecisionInput> = {}): DecisionId =>
  decideDisagreement(s.project.session, roadmap(s, decision, more));

const given = (s: Study): AssignmentId =>
  saveAssignment(s.project.session, {
    assignmentId: null,
    title: 'Premier tour',
    due: '2024-05-31',
    isBlind: true,
    sourceIds: [s.project.source('E01')],
    gridIds: [s.project.grid('innovation-sociale')],
    coderIds: [s.project.session.coderId, s.project.coder('CD')],
  });
const assignment = (s: Study): AssignmentId => listAssignments(s.project.project)[0]?.id as AssignmentId;

const measured = (s: Study): AgreementRoundId =>
  saveRound(s.project.session, {
    name: 'Avril',
    setting: { coderIds: [s.project.coder('AB'), s.project.coder('CD')], gridIds: null, unit: 'turn', coefficient: 'alpha', draws: 100, seed: 1 },
    figures: {
      coders: ['AB', 'CD'],
      sources: ['E01'],
      units: 3,
      disagreements: 2,
      overall: { figures: {} as never, interval: { kind: 'undefined', because: 'tooFewUnits' } },
      categories: [],
    },
  });
const round = (s: Study): AgreementRoundId => listRounds(s.project.project)[0]?.id as AgreementRoundId;

export const CODER_CASES: readonly Case[] = [
  [
    'coder.merge',
    'two coders are one person: a category that both gave a passage is given once, keys and tasks of both are one’s',
    (s) => mergeCoders(s.project.session, { from: s.project.coder('CD'), into: s.project.coder('AB') }),
    (s) => {
      settle(s, 'kept', { adoptedId: null });
      given(s);
      setQuickKey(s.project.as('AB'), { digit: 1, categoryId: s.project.category('salon') });
      setQuickKey(s.project.as('CD'), { digit: 1, categoryId: s.project.category('charte') });
    },
  ],
  ['blind.set', 'everybody sees their own codings only', (s) => beginBlind(s.project.session)],
  ['blind.set', 'everybody sees everything again', (s) => revealAll(s.project.session), (s) => beginBlind(s.project.session)],
  ['assignment.save', 'a source is given to two coders', given],
  [
    'assignment.save',
    'other sources, all grids, other coders, no day',
    (s) =>
      saveAssignment(s.project.session, {
        assignmentId: assignment(s),
        title: 'Second tour',
        due: null,
        isBlind: false,
        sourceIds: [s.project.source('E01'), s.project.source('E02')],
        gridIds: [],
        coderIds: [s.project.coder('AB'), s.project.coder('CD')],
      }),
    given,
  ],
  ['assignment.remove', 'a double coding goes', (s) => removeAssignment(s.project.session, { assignmentId: assignment(s) }), given],
  ['assignment.setDone', 'a coder is done', (s) => setAssignmentDone(s.project.session, { assignmentId: assignment(s), isDone: true }), given],
  ['assignment.reveal', 'its coders see each other’s codings', (s) => revealAssignment(s.project.session, { assignmentId: assignment(s) }), given],
  ['disagreement.discuss', 'a place is talked over', (s) => settle(s, 'discussed')],
  ['disagreement.settle', 'one coder’s coding is everybody’s', (s) => settle(s, 'adopted')],
  ['disagreement.settle', 'nobody’s, as the one who had none', (s) => settle(s, 'adopted', { adoptedId: s.project.coder('CD') })],
  ['disagreement.settle', 'both coders have all of the words', (s) => settle(s, 'merged'), (s) => settle(s, 'discussed')],
  ['disagreement.settle', 'the category is withdrawn', (s) => settle(s, 'withdrawn')],
  ['disagreement.settle', 'another category stands instead', (s) => settle(s, 'recoded')],
  ['disagreement.settle', 'they agree to differ', (s) => settle(s, 'kept')],
  [
    'disagreement.reopen',
    'a place counts as undecided again; the passage that only the decision kept goes',
    (s) => reopenDisagreement(s.project.session, { decisionId: listDecisions(s.project.project)[0]?.id as DecisionId }),
    (s) => settle(s, 'withdrawn'),
  ],
  ['agreement.saveRound', 'agreement is kept as it is today', measured],
  ['agreement.renameRound', 'a round is called otherwise', (s) => renameRound(s.project.session, { roundId: round(s), name: 'Mai' }), measured],
  ['agreement.removeRound', 'a round goes', (s) => removeRound(s.project.session, { roundId: round(s) }), measured],
  [
    'source.remove',
    'a source goes with the double coding that was all of it, and with what was settled there',
    (s) => removeSource(s.project.session, s.project.source('E01')),
    (s) => {
      settle(s, 'kept');
      given(s);
    },
  ],
  [
    'category.remove',
    'a category goes with what was settled of it',
    (s) => codebook.removeCategory(s.project.session, { categoryId: s.project.category('feuille de route'), withCodings: true }),
    (s) => settle(s, 'withdrawn'),
  ],
  [
    'category.merge',
    'what was settled of one category was settled of the other',
    (s) => codebook.mergeCategories(s.project.session, { from: s.project.category('feuille de route'), into: s.project.category('charte') }),
    (s) => settle(s, 'kept'),
  ],
  [
    'grid.remove',
    'a grid goes out of double codings',
    (s) => codebook.removeGrid(s.project.session, { gridId: s.project.grid('innovation-sociale'), withCodings: true }),
    given,
  ],
];
