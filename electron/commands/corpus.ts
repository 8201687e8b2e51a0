// Changes cases, participants, attributes and coders.
import type { AttributeScope } from '../../shared/domain/corpus.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { AttributeId, CaseId, CoderId, ParticipantId } from '../../shared/domain/ids.ts';
import { idsWhere, nextPosition, removeCellsWith, removeMemosOn, requireRow } from './rows.ts';
import { insertCoder, newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

function assertNameFree(
  session: Session,
  table: 'study_case' | 'coder',
  name: string,
  except: string | null,
  taken: 'case.nameTaken' | 'coder.nameTaken',
): void {
  if (name.trim() === '') throw new Refusal('input.invalid', { message: 'name' });
  const row = session.project.sqlite.prepare<[string], { id: string }>(`SELECT id FROM "${table}" WHERE name = ?`).get(name);
  if (row && row.id !== except) throw new Refusal(taken, { name });
}

export function createCase(session: Session, input: { name: string }): CaseId {
  assertNameFree(session, 'study_case', input.name, null, 'case.nameTaken');
  return runCommand(session, { name: 'case.create', input, subject: { name: input.name } }, ({ writer }) => {
    const id = newId<CaseId>();
    writer.insert('study_case', { id, name: input.name, position: nextPosition(session, 'study_case') });
    return id;
  });
}

export function renameCase(session: Session, input: { caseId: CaseId; name: string }): void {
  requireRow(session, 'study_case', input.caseId, 'case.unknown');
  assertNameFree(session, 'study_case', input.name, input.caseId, 'case.nameTaken');
  runCommand(session, { name: 'case.rename', input, subject: { name: input.name } }, ({ writer }) =>
    writer.update('study_case', input.caseId, { name: input.name }),
  );
}

/** Sources and people stay; they only no longer belong to it. */
export function removeCase(session: Session, input: { caseId: CaseId }): void {
  const row = requireRow(session, 'study_case', input.caseId, 'case.unknown');
  runCommand(session, { name: 'case.remove', input, subject: { name: row.name } }, (context) => {
    const { writer } = context;
    for (const id of idsWhere(context, 'source_case', 'case_id', row.id)) writer.remove('source_case', id);
    for (const id of idsWhere(context, 'participant', 'case_id', row.id)) writer.update('participant', id, { caseId: null });
    for (const id of idsWhere(context, 'attribute_value', 'target_id', row.id)) writer.remove('attribute_value', id);
    removeMemosOn(context, 'case', row.id);
    removeCellsWith(context, `case:${row.id}`);
    writer.remove('study_case', row.id);
  });
}

export interface ParticipantUpdate {
  readonly participantId: ParticipantId;
  readonly name?: string | undefined;
  readonly caseId?: CaseId | null | undefined;
  readonly isInterviewer?: boolean | undefined;
}

export function updateParticipant(session: Session, input: ParticipantUpdate): void {
  const row = requireRow(session, 'participant', input.participantId, 'participant.unknown');
  if (input.caseId) requireRow(session, 'study_case', input.caseId, 'case.unknown');
  runCommand(session, { name: 'participant.update', input, subject: { name: input.name ?? row.name } }, ({ writer }) => {
    writer.update('participant', row.id, {
      name: input.name,
      caseId: input.caseId,
      isInterviewer: input.isInterviewer === undefined ? undefined : Number(input.isInterviewer),
    });
  });
}

function attributeNamed(context: CommandContext, scope: AttributeScope, name: string): AttributeId {
  const { project, writer } = context;
  const row = project.sqlite.prepare<[string, string], { id: string }>('SELECT id FROM attribute WHERE scope = ? AND name = ?').get(scope, name);
  if (row) return row.id as AttributeId;
  const id = newId<AttributeId>();
  writer.insert('attribute', { id, scope, name, position: nextPosition(context, 'attribute'), type: 'text', choices: '[]' });
  return id;
}

/** The attribute of this name, made when there is none. */
export function createAttribute(session: Session, input: { scope: AttributeScope; name: string }): AttributeId {
  return runCommand(session, { name: 'attribute.create', input, subject: { name: input.name } }, (context) =>
    attributeNamed(context, input.scope, input.name),
  );
}

export function removeAttribute(session: Session, input: { attributeId: AttributeId }): void {
  const row = requireRow(session, 'attribute', input.attributeId, 'attribute.unknown');
  runCommand(session, { name: 'attribute.remove', input, subject: { name: row.name } }, (context) => {
    for (const id of idsWhere(context, 'attribute_value', 'attribute_id', row.id)) context.writer.remove('attribute_value', id);
    removeCellsWith(context, `attribute:${row.id}`);
    context.writer.remove('attribute', row.id);
  });
}

function writeValue({ project, writer }: CommandContext, attributeId: string, targetId: string, value: string): void {
  const present = project.sqlite
    .prepare<[string, string], { id: string }>('SELECT id FROM attribute_value WHERE attribute_id = ? AND target_id = ?')
    .get(attributeId, targetId);
  if (present && value === '') writer.remove('attribute_value', present.id);
  else if (present) writer.update('attribute_value', present.id, { value });
  else if (value !== '') writer.insert('attribute_value', { id: newId(), attributeId, targetId, value });
}

const SCOPE_TABLE = { case: 'study_case', source: 'source', participant: 'participant' } as const;

/** An empty value removes it. */
export function setAttributeValue(session: Session, input: { attributeId: AttributeId; targetId: string; value: string }): void {
  const row = requireRow(session, 'attribute', input.attributeId, 'attribute.unknown');
  requireRow(session, SCOPE_TABLE[row.scope], input.targetId, 'attribute.targetUnknown');
  runCommand(session, { name: 'attribute.setValue', input, subject: { name: row.name, value: input.value } }, (context) =>
    writeValue(context, row.id, input.targetId, input.value.trim()),
  );
}

export interface GivenValue {
  readonly attributeId: AttributeId;
  readonly targetId: string;
  readonly value: string;
}

/** Many values as one act; where a value is given twice for one thing, the last stands. All of them or none are written. */
export function setAttributeValues(session: Session, input: { values: readonly GivenValue[] }): void {
  const subject = { count: input.values.length };
  runCommand(session, { name: 'attribute.setValues', input, subject }, (context) => {
    for (const { attributeId, targetId, value } of input.values) {
      const { scope } = requireRow(context, 'attribute', attributeId, 'attribute.unknown');
      requireRow(context, SCOPE_TABLE[scope], targetId, 'attribute.targetUnknown');
      writeValue(context, attributeId, targetId, value.trim());
    }
  });
}

/** One line of an attribute table: whose values, and the values by attribute name. */
export interface AttributeRow {
  readonly targetId: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Applies a whole table of attributes as one act; attributes that do not exist are made. */
export function applyAttributes(session: Session, scope: AttributeScope, rows: readonly AttributeRow[]): void {
  runCommand(session, { name: 'attribute.applyTable', input: { scope, rows }, subject: { count: rows.length } }, (context) => {
    for (const row of rows) {
      requireRow(session, SCOPE_TABLE[scope], row.targetId, 'attribute.targetUnknown');
      for (const [name, value] of Object.entries(row.values)) writeValue(context, attributeNamed(context, scope, name), row.targetId, value.trim());
    }
  });
}

export function createCoder(session: Session, input: { name: string; initials?: string; color?: string }): CoderId {
  assertNameFree(session, 'coder', input.name, null, 'coder.nameTaken');
  return runCommand(session, { name: 'coder.create', input, subject: { name: input.name } }, (context) => {
    const id = newId<CoderId>();
    insertCoder(context, { id, ...input });
    return id;
  });
}

export function updateCoder(
  session: Session,
  input: { coderId: CoderId; name?: string | undefined; initials?: string | undefined; color?: string | undefined },
): void {
  const row = requireRow(session, 'coder', input.coderId, 'coder.unknown');
  if (input.name !== undefined) assertNameFree(session, 'coder', input.name, row.id, 'coder.nameTaken');
  runCommand(session, { name: 'coder.update', input, subject: { name: input.name ?? row.name } }, ({ writer }) => {
    writer.update('coder', row.id, { name: input.name, initials: input.initials, color: input.color });
  });
}
