// Groups of cases: made, renamed, removed, and which cases are in them.
import { Refusal } from '../../shared/domain/failure.ts';
import type { CaseGroupId, CaseId } from '../../shared/domain/ids.ts';
import { idsWhere, nextPosition, removeCellsWith, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

function assertNameFree({ project }: Session, name: string, except: string | null): void {
  const row = project.sqlite.prepare<[string], { id: string }>('SELECT id FROM case_group WHERE name = ?').get(name);
  if (row && row.id !== except) throw new Refusal('caseGroup.nameTaken', { name });
}

export function createCaseGroup(session: Session, input: { name: string; caseIds: readonly CaseId[] }): CaseGroupId {
  assertNameFree(session, input.name, null);
  for (const caseId of input.caseIds) requireRow(session, 'study_case', caseId, 'case.unknown');
  return runCommand(session, { name: 'caseGroup.create', input, subject: { name: input.name } }, (context) => {
    const id = newId<CaseGroupId>();
    context.writer.insert('case_group', { id, name: input.name, position: nextPosition(context, 'case_group') });
    for (const caseId of new Set(input.caseIds)) context.writer.insert('case_group_member', { id: newId(), groupId: id, caseId });
    return id;
  });
}

export function renameCaseGroup(session: Session, input: { groupId: CaseGroupId; name: string }): void {
  requireRow(session, 'case_group', input.groupId, 'caseGroup.unknown');
  assertNameFree(session, input.name, input.groupId);
  runCommand(session, { name: 'caseGroup.rename', input, subject: { name: input.name } }, ({ writer }) =>
    writer.update('case_group', input.groupId, { name: input.name }),
  );
}

/** The cases stay; what matrices say of the group goes. */
export function removeCaseGroup(session: Session, input: { groupId: CaseGroupId }): void {
  const row = requireRow(session, 'case_group', input.groupId, 'caseGroup.unknown');
  runCommand(session, { name: 'caseGroup.remove', input, subject: { name: row.name } }, (context) => {
    for (const id of idsWhere(context, 'case_group_member', 'group_id', row.id)) context.writer.remove('case_group_member', id);
    removeCellsWith(context, `caseGroup:${row.id}`);
    context.writer.remove('case_group', row.id);
  });
}

/** The groups that the case is in from now on, all of them. */
export function setCaseGroups(session: Session, input: { caseId: CaseId; groupIds: readonly CaseGroupId[] }): void {
  const row = requireRow(session, 'study_case', input.caseId, 'case.unknown');
  const wanted = new Set<string>(input.groupIds);
  for (const groupId of wanted) requireRow(session, 'case_group', groupId, 'caseGroup.unknown');
  const present = session.project.sqlite
    .prepare<[string], { id: string; groupId: string }>('SELECT id, group_id AS groupId FROM case_group_member WHERE case_id = ? ORDER BY rowid')
    .all(row.id);
  const kept = new Set(present.map(({ groupId }) => groupId));
  runCommand(session, { name: 'case.setGroups', input, subject: { name: row.name } }, ({ writer }) => {
    for (const { id, groupId } of present) if (!wanted.has(groupId)) writer.remove('case_group_member', id);
    for (const groupId of wanted) if (!kept.has(groupId)) writer.insert('case_group_member', { id: newId(), groupId, caseId: row.id });
  });
}
