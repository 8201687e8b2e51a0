// Answers the calls about the agreement between coders, and about what they settle.
import { setImmediate } from 'node:timers/promises';
import type { agreementContract } from '../../shared/contract/agreement.ts';
import { roundOf } from '../../shared/domain/agreement-round.ts';
import type { AgreementScope } from '../../shared/domain/agreement.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { isUndefined, undefinedFor } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import { removeRound, renameRound, saveRound } from '../commands/agreement-rounds.ts';
import { decideDisagreement, reopenDisagreement } from '../commands/disagreements.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { listRounds } from '../queries/agreement-rounds.ts';
import { agreementSteps, readAgreement, readDisagreements, readGamma } from '../queries/agreement.ts';
import type { Steps } from '../queries/agreement.ts';
import { listDecisions } from '../queries/disagreement-decisions.ts';
import type { Project } from '../storage/open-project.ts';
import { done } from './reply.ts';

const ALL_PLACES = { categoryId: null, sourceId: null, coderId: null, about: 'all', most: 1 } as const;

/** How many places coders differ in. */
function countDisagreements(project: Project, { coderIds, gridIds }: AgreementScope): number {
  const found = readDisagreements(project, { coderIds, gridIds, ...ALL_PLACES });
  return isUndefined(found) ? 0 : found.total;
}

export function agreementHandlers(desk: Desk): Pick<Handlers, keyof typeof agreementContract> {
  /** Coders are chosen here, whatever the filter of other views shows; who codes blind learns nothing of it. */
  const unlessBlind = <T>(read: (project: Project) => T): T | Undefined => (desk.isBlindfolded() ? undefinedFor('blind') : read(desk.whole()));
  const stepByStep = <T>(job: string, read: (project: Project) => Steps<T | Undefined>): Promise<T | Undefined> =>
    desk.watched(job, async ({ onProgress, isCancelled }) => {
      if (desk.isBlindfolded()) return undefinedFor('blind');
      const steps = read(desk.whole());
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        onProgress(step.value.done, step.value.total, '');
        // the window is answered in between
        await setImmediate();
        if (isCancelled() || !desk.isOpen()) throw new Refusal('job.cancelled');
      }
    });
  return {
    'agreement.read': ({ job, ...setting }) =>
      job === undefined ? unlessBlind((project) => readAgreement(project, setting)) : stepByStep(job, (project) => agreementSteps(project, setting)),
    'agreement.disagreements': (scope) => unlessBlind((project) => readDisagreements(project, scope)),
    'agreement.gamma': ({ job, ...scope }) => stepByStep(job, (project) => readGamma(project, scope)),
    'agreement.rounds': () => listRounds(desk.whole()),
    'agreement.saveRound': ({ name, setting }) => {
      const found = unlessBlind((project) => readAgreement(project, setting));
      if (isUndefined(found)) return found;
      // who is compared is written down, not left to be the two who then have most in common
      const kept = { ...setting, coderIds: found.coders.map(({ id }) => id) };
      return saveRound(desk.session(), { name, setting: kept, figures: roundOf(found, countDisagreements(desk.whole(), kept)) });
    },
    'agreement.renameRound': (input) => done(renameRound(desk.session(), input)),
    'agreement.removeRound': (input) => done(removeRound(desk.session(), input)),
    'disagreement.decide': (input) => decideDisagreement(desk.session(), input),
    'disagreement.reopen': (input) => done(reopenDisagreement(desk.session(), input)),
    'disagreement.decisions': () => listDecisions(desk.project()),
  };
}
