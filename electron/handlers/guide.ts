// Answers the calls about guide.
import type { guideContract } from '../../shared/contract/guide.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';

export function guideHandlers(_desk: Desk): Pick<Handlers, keyof typeof guideContract> {
  return {} as never;
}
