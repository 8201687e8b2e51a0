// Two coders who are one person; coding without seeing each other's work, and the end of it.
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import { isProjectBlind } from '../queries/sight.ts';
import { moveInAnalyses, moveInMatrices } from './category-rows.ts';
import { moveCells } from './cell-rows.ts';
import { moveCodersWork } from './coder-rows.ts';
import { foldCoding, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

/**
 * Everything that `from` coded, wrote and decided is `into`'s from now on, and `from` is no more. Where both gave the same passage the same category one
 * coding stays, with the memos of both. Refuses (`coder.unknown`, `coder.mergeSelf`) an unknown coder and a merge of one into themselves.
 */
export function mergeCoders(session: Session, input: { from: CoderId; into: CoderId }): void {
  const from = requireRow(session, 'coder', input.from, 'coder.unknown');
  const into = requireRow(session, 'coder', input.into, 'coder.unknown');
  if (from.id === into.id) throw new Refusal('coder.mergeSelf', { name: from.name });
  // the log then says that the one who stays did it, who is there afterwards
  const acting = session.coderId === from.id ? input.into : session.coderId;
  runCommand({ ...session, coderId: acting }, { name: 'coder.merge', input, subject: { name: from.name, into: into.name } }, (context) => {
    moveCodersWork(context, from.id, into.id, (table, id, twinId) => {
      if (table === 'coding') foldCoding(context, id, twinId);
      else context.writer.remove(table, id);
    });
    moveCells(context, `coder:${from.id}`, `coder:${into.id}`);
    moveInMatrices(context, from.id, into.id);
    moveInAnalyses(context, from.id, into.id);
    context.writer.remove('coder', from.id);
  });
}

/** From now on everybody sees their own codings only. Does nothing where that is so already. */
export function beginBlind(session: Session): void {
  if (isProjectBlind(session.project)) return;
  runCommand(session, { name: 'blind.set', input: { isBlind: true }, subject: { blind: 1 } }, ({ writer, at, coderId }) => {
    writer.insert('blind_period', { id: newId(), beganAt: at, beganBy: coderId, endedAt: null, endedBy: null });
  });
}

/** Everybody sees everything again. Refuses (`blind.none`) where nothing was hidden. */
export function revealAll(session: Session): void {
  const open = session.project.sqlite.prepare<[], { id: string }>('SELECT id FROM blind_period WHERE ended_at IS NULL').all();
  if (open.length === 0) throw new Refusal('blind.none');
  runCommand(session, { name: 'blind.set', input: { isBlind: false }, subject: { blind: 0 } }, ({ writer, at, coderId }) => {
    for (const { id } of open) writer.update('blind_period', id, { endedAt: at, endedBy: coderId });
  });
}
