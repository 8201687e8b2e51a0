// What is done by chance by and to several coders: double codings, blindness, disagreements settled, agreement kept.
import { removeRound, renameRound, saveRound } from '../../../electron/commands/agreement-rounds.ts';
import { removeAssignment, revealAssignment, saveAssignment, setAssignmentDone } from '../../../electron/commands/assignments.ts';
import { beginBlind, mergeCoders, revealAll } from '../../../electron/commands/coders.ts';
import { decideDisagreement, reopenDisagreement } from '../../../electron/commands/disagreements.ts';
import { listCodings } from '../../../electron/queries/passages.ts';
import type { AgreementRoundId, AssignmentId, CategoryId, CoderId, DecisionId, GridId, SourceId } from '../../../shared/domain/ids.ts';
import { DECISIONS } from '../../../shared/domain/disagreement-decision.ts';
import type { DecisionInput } from '../../../shared/domain/disagreement-decision.ts';
import type { Act, Desk } from './desk.ts';

const DRAWING = { unit: 'character', coefficient: 'alpha', draws: 100, seed: 1 } as const;
const NOTHING = { coders: [], sources: [], units: 0, disagreements: 0, categories: [] };
const NONE = { kind: 'undefined', because: 'empty' } as const;

/** Some coding's place, and two coders. */
function decision(d: Desk, decisions: readonly DecisionInput['decision'][]): DecisionInput {
  const codings = listCodings(d.project).filter(({ start, end }) => start < end);
  const { start, end } = codings.length > 0 ? d.luck.pick(codings) : { start: 0, end: 4 };
  const coding = d.any<string>('coding');
  const categoryId = d.column<CategoryId>('coding', coding, 'category_id');
  const sourceId = d.column<SourceId>('passage', d.column('coding', coding, 'passage_id'), 'source_id');
  const [one, other] = [d.luck.pick(d.coders), d.luck.pick(d.coders)];
  const otherCategoryId = d.any<CategoryId>('category');
  return { sourceId, categoryId, start, end, coderIds: [one, other], decision: d.luck.pick(decisions), adoptedId: one, otherCategoryId, why: d.name };
}

export const CODER_ACTS = {
  'coder.merge': (d) => mergeCoders(d.session, { from: d.any('coder'), into: d.any('coder') }),
  'blind.set': (d) => (d.luck.below(2) === 0 ? beginBlind(d.session) : revealAll(d.session)),
  'assignment.save': (d) =>
    saveAssignment(d.session, {
      assignmentId: d.maybe(d.any<AssignmentId>('assignment')),
      title: d.name,
      due: d.maybe('2024-05-31'),
      isBlind: d.luck.below(2) === 0,
      sourceIds: [d.any<SourceId>('source')],
      gridIds: d.several(2, () => d.any<GridId>('grid')),
      coderIds: [d.luck.pick(d.coders), d.luck.pick(d.coders)],
    }),
  'assignment.remove': (d) => removeAssignment(d.session, { assignmentId: d.any<AssignmentId>('assignment') }),
  'assignment.setDone': (d) => setAssignmentDone(d.session, { assignmentId: d.any<AssignmentId>('assignment'), isDone: d.luck.below(3) > 0 }),
  'assignment.reveal': (d) => revealAssignment(d.session, { assignmentId: d.any<AssignmentId>('assignment') }),
  'disagreement.discuss': (d) => decideDisagreement(d.session, decision(d, ['discussed'])),
  'disagreement.settle': (d) =>
    decideDisagreement(
      d.session,
      decision(
        d,
        DECISIONS.filter((each) => each !== 'discussed'),
      ),
    ),
  'disagreement.reopen': (d) => reopenDisagreement(d.session, { decisionId: d.any<DecisionId>('disagreement_decision') }),
  'agreement.saveRound': (d) =>
    saveRound(d.session, {
      name: `${d.name} ${d.luck.below(9)}`,
      setting: { coderIds: d.coders.slice(0, 2) as CoderId[], gridIds: null, ...DRAWING },
      figures: { ...NOTHING, overall: { figures: {} as never, interval: NONE } },
    }),
  'agreement.renameRound': (d) => renameRound(d.session, { roundId: d.any<AgreementRoundId>('agreement_round'), name: d.name }),
  'agreement.removeRound': (d) => removeRound(d.session, { roundId: d.any<AgreementRoundId>('agreement_round') }),
} satisfies Record<string, Act>;
