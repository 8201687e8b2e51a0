// Answers the calls about import.
import type { importContract } from '../../shared/contract/import.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';

export function importHandlers(_desk: Desk): Pick<Handlers, keyof typeof importContract> {
  return {} as never;
}
