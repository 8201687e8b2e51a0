// Gives sources to several coders, each to code for themselves; they say when they are done, and it is revealed what the others did.
import type { AssignmentInput } from '../../shared/domain/assignment.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { AssignmentId } from '../../shared/domain/ids.ts';
import { dropAssignment } from './coder-rows.ts';
import { idsWhere, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

/** The rows that say which are as wanted; those that stay keep what they say. */
function writeMembers(
  { project, writer }: CommandContext,
  table: 'assignment_source' | 'assignment_grid' | 'assignment_coder',
  assignmentId: string,
  wanted: readonly string[],
): void {
  const column = table.replace('assignment', '').slice(1);
  const known = project.sqlite
    .prepare<[string], { id: string; member: string }>(`SELECT id, ${column}_id AS member FROM ${table} WHERE assignment_id = ? ORDER BY rowid`)
    .all(assignmentId);
  for (const { id, member } of known) if (!wanted.includes(member)) writer.remove(table, id);
  for (const member of new Set(wanted)) {
    if (known.some((row) => row.member === member)) continue;
    const id = newId<string>();
    if (table === 'assignment_source') writer.insert(table, { id, assignmentId, sourceId: member });
    else if (table === 'assignment_grid') writer.insert(table, { id, assignmentId, gridId: member });
    else writer.insert(table, { id, assignmentId, coderId: member, doneAt: null });
  }
}

/** Refuses what is unknown. An assignment that was revealed stays so unless it is made blind anew. */
export function saveAssignment(session: Session, input: AssignmentInput): AssignmentId {
  const known = input.assignmentId && requireRow(session, 'assignment', input.assignmentId, 'assignment.unknown');
  for (const id of input.sourceIds) requireRow(session, 'source', id, 'source.unknown');
  for (const id of input.gridIds) requireRow(session, 'grid', id, 'grid.unknown');
  for (const id of input.coderIds) requireRow(session, 'coder', id, 'coder.unknown');
  return runCommand(session, { name: 'assignment.save', input, subject: { name: input.title } }, (context) => {
    const id = input.assignmentId ?? newId<AssignmentId>();
    const values = { title: input.title, due: input.due, isBlind: input.isBlind ? 1 : 0 };
    if (known) context.writer.update('assignment', id, { ...values, revealedAt: input.isBlind && known.isBlind === 0 ? null : undefined });
    else context.writer.insert('assignment', { id, ...values, revealedAt: null, coderId: context.coderId, createdAt: context.at });
    writeMembers(context, 'assignment_source', id, input.sourceIds);
    writeMembers(context, 'assignment_grid', id, input.gridIds);
    writeMembers(context, 'assignment_coder', id, input.coderIds);
    return id;
  });
}

export function removeAssignment(session: Session, input: { assignmentId: AssignmentId }): void {
  const { id, title } = requireRow(session, 'assignment', input.assignmentId, 'assignment.unknown');
  runCommand(session, { name: 'assignment.remove', input, subject: { name: title } }, (context) => dropAssignment(context, id));
}

/** The acting coder says that it is done, or not yet. Refuses (`assignment.notYours`) somebody it was not given to. */
export function setAssignmentDone(session: Session, input: { assignmentId: AssignmentId; isDone: boolean }): void {
  const { id, title } = requireRow(session, 'assignment', input.assignmentId, 'assignment.unknown');
  const own = idsWhere(session, 'assignment_coder', 'assignment_id', id).find(
    (row) => requireRow(session, 'assignment_coder', row, 'assignment.unknown').coderId === session.coderId,
  );
  if (own === undefined) throw new Refusal('assignment.notYours', { name: title });
  const command = { name: 'assignment.setDone', input, subject: { name: title, done: input.isDone ? 1 : 0 } };
  runCommand(session, command, ({ writer, at }) => writer.update('assignment_coder', own, { doneAt: input.isDone ? at : null }));
}

/** Its coders see each other's codings from now on. */
export function revealAssignment(session: Session, input: { assignmentId: AssignmentId }): void {
  const { id, title, isBlind, revealedAt } = requireRow(session, 'assignment', input.assignmentId, 'assignment.unknown');
  if (isBlind === 0 || revealedAt !== null) throw new Refusal('blind.none');
  runCommand(session, { name: 'assignment.reveal', input, subject: { name: title } }, ({ writer, at }) =>
    writer.update('assignment', id, { revealedAt: at }),
  );
}
