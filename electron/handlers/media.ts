// Answers the calls about media.
import type { mediaContract } from '../../shared/contract/media.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';

export function mediaHandlers(_desk: Desk): Pick<Handlers, keyof typeof mediaContract> {
  return {} as never;
}
