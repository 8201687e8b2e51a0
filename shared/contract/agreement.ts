// Calls about the agreement between coders.
import { z } from 'zod';
import { agreementSetting, disagreementScope, gammaScope } from '../domain/agreement.ts';
import type { Agreement, Disagreements, GammaAgreement } from '../domain/agreement.ts';
import { roundInput } from '../domain/agreement-round.ts';
import type { AgreementRound } from '../domain/agreement-round.ts';
import { decisionInput } from '../domain/disagreement-decision.ts';
import type { DisagreementDecision } from '../domain/disagreement-decision.ts';
import { agreementRoundId, decisionId } from '../domain/ids.ts';
import type { AgreementRoundId, DecisionId } from '../domain/ids.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { returns } from './endpoint.ts';
import { nothing, title } from './fields.ts';

export const agreementContract = {
  /** Draws its intervals: told as its job. */
  'agreement.read': returns<Agreement | Undefined>().from(agreementSetting.extend({ job: z.string().min(1).max(100).optional() })),
  /** Where coders differ, in corpus order. */
  'agreement.disagreements': returns<Disagreements | Undefined>().from(disagreementScope),
  /** Takes a while: told as its job. */
  'agreement.gamma': returns<GammaAgreement | Undefined>().from(gammaScope),
  /** What was measured and kept, the first round first. */
  'agreement.rounds': returns<AgreementRound[]>().from(nothing),
  /** Measures now, and keeps it; where there is no figure, the reason. */
  'agreement.saveRound': returns<AgreementRoundId | Undefined>().from(roundInput),
  'agreement.renameRound': returns<null>().from(z.object({ roundId: agreementRoundId, name: title })),
  'agreement.removeRound': returns<null>().from(z.object({ roundId: agreementRoundId })),
  /** Codings become what was decided; the decision is kept with its reason. */
  'disagreement.decide': returns<DecisionId>().from(decisionInput),
  'disagreement.reopen': returns<null>().from(z.object({ decisionId })),
  /** All that were decided, in the order of the texts. */
  'disagreement.decisions': returns<DisagreementDecision[]>().from(nothing),
};
