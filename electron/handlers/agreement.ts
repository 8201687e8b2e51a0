// Answers the calls about the agreement between coders.
import type { agreementContract } from '../../shared/contract/agreement.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readAgreement, readDisagreements } from '../queries/agreement.ts';

export function agreementHandlers(desk: Desk): Pick<Handlers, keyof typeof agreementContract> {
  return {
    'agreement.read': (setting) => readAgreement(desk.project(), setting),
    'agreement.disagreements': (scope) => readDisagreements(desk.project(), scope),
  };
}
