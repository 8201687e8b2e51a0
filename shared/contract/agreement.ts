// Calls about the agreement between coders.
import { agreementSetting, disagreementScope } from '../domain/agreement.ts';
import type { Agreement, Disagreements } from '../domain/agreement.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { returns } from './endpoint.ts';

export const agreementContract = {
  'agreement.read': returns<Agreement | Undefined>().from(agreementSetting),
  /** Where coders differ, in corpus order. */
  'agreement.disagreements': returns<Disagreements | Undefined>().from(disagreementScope),
};
