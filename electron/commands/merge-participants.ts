// Two participants turn out to be one person: everything said of the one goes to the other.
import { Refusal } from '../../shared/domain/failure.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';
import { moveCells } from './cell-rows.ts';
import { moveLinks } from './memo-rows.ts';
import { idsWhere, requireRow } from './rows.ts';
import { renameInRules } from './rule-rows.ts';
import { runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

/** Values go over where the other person has none; where both have one, the other person's stands. */
function moveValues(context: CommandContext, from: string, into: string): void {
  const values = context.project.sqlite.prepare<[string], { id: string; attributeId: string }>(
    'SELECT id, attribute_id AS attributeId FROM attribute_value WHERE target_id = ? ORDER BY rowid',
  );
  const given = new Set(values.all(into).map(({ attributeId }) => attributeId));
  for (const { id, attributeId } of values.all(from)) {
    if (given.has(attributeId)) context.writer.remove('attribute_value', id);
    else context.writer.update('attribute_value', id, { targetId: into });
  }
}

function moveMemos(context: CommandContext, from: string, into: string): void {
  const memos = context.project.sqlite.prepare<[string], { id: string }>(
    "SELECT id FROM memo WHERE target_kind = 'participant' AND target_id = ? ORDER BY rowid",
  );
  for (const { id } of memos.all(from)) context.writer.update('memo', id, { targetId: into });
}

/**
 * Speakers, attributes, memos and what matrices say of `from` go over to `into`, who keeps their name and role, and their case where
 * they have one. Refuses (`participant.unknown`, `input.invalid`) an unknown person and a merge of one person into themselves.
 */
export function mergeParticipants(session: Session, input: { from: ParticipantId; into: ParticipantId }): void {
  const from = requireRow(session, 'participant', input.from, 'participant.unknown');
  const into = requireRow(session, 'participant', input.into, 'participant.unknown');
  if (from.id === into.id) throw new Refusal('input.invalid', { message: 'into' });
  runCommand(session, { name: 'participant.merge', input, subject: { name: from.name, into: into.name } }, (context) => {
    for (const id of idsWhere(context, 'speaker', 'participant_id', from.id)) context.writer.update('speaker', id, { participantId: into.id });
    moveValues(context, from.id, into.id);
    moveMemos(context, from.id, into.id);
    moveCells(context, `participant:${from.id}`, `participant:${into.id}`);
    moveLinks(context, 'participant', from.id, into.id);
    renameInRules(context, from.id, into.id);
    if (into.caseId === null) context.writer.update('participant', into.id, { caseId: from.caseId });
    context.writer.remove('participant', from.id);
  });
}
