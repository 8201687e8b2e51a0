// Answers the calls that correct texts and look at what they were.
import type { textContract } from '../../shared/contract/text.ts';
import { editTurn } from '../commands/turn-edits.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readOrphans } from '../queries/sources.ts';

export function textHandlers(desk: Desk): Pick<Handlers, keyof typeof textContract> {
  return {
    'source.editTurn': (input) => editTurn(desk.session(), input),
    'source.orphans': ({ sourceId }) => readOrphans(desk.project(), sourceId),
  } as Pick<Handlers, keyof typeof textContract>;
}
