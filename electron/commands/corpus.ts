// Changes cases, participants, attributes and coders.
import type { AttributeScope, AttributeType } from '../../shared/domain/corpus.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { AttributeId, CaseId, CoderId, ParticipantId } from '../../shared/domain/ids.ts';
import { attributeByName, hasChoices, insertAttribute, refuseValues, typed, valueReader, valueWriter, writeValue } from './attribute-rows.ts';
import type { TypedAttribute } from './attribute-rows.ts';
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

/** `act`: of which it is a part. */
export function createCase(session: Session, input: { name: string }, act?: string): CaseId {
  assertNameFree(session, 'study_case', input.name, null, 'case.nameTaken');
  const header = { name: 'case.create', input, subject: { name: input.name }, ...(act === undefined ? {} : { act }) };
  return runCommand(session, header, ({ writer }) => {
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
    for (const id of idsWhere(context, 'case_part', 'case_id', row.id)) writer.remove('case_part', id);
    for (const id of idsWhere(context, 'case_group_member', 'case_id', row.id)) writer.remove('case_group_member', id);
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

export interface NewAttribute {
  readonly scope: AttributeScope;
  readonly name: string;
  /** `text` unless said otherwise. */
  readonly type?: AttributeType | undefined;
  readonly choices?: readonly string[] | undefined;
}

/** The attribute of this name, made when there is none. Refuses (`attribute.nameTaken`) one that is of another type than the one asked for. */
export function createAttribute(session: Session, input: NewAttribute): AttributeId {
  const known = attributeByName(session, input.scope, input.name);
  if (known && input.type !== undefined && input.type !== known.type) throw new Refusal('attribute.nameTaken', { name: known.name });
  if (known) return known.id as AttributeId;
  const kind = { type: input.type ?? 'text', choices: input.choices ?? [] };
  return runCommand(session, { name: 'attribute.create', input, subject: { name: input.name } }, (context) => {
    const { id } = insertAttribute(context, input.scope, input.name, kind);
    return id;
  });
}

export function removeAttribute(session: Session, input: { attributeId: AttributeId }): void {
  const row = requireRow(session, 'attribute', input.attributeId, 'attribute.unknown');
  runCommand(session, { name: 'attribute.remove', input, subject: { name: row.name } }, (context) => {
    for (const id of idsWhere(context, 'attribute_value', 'attribute_id', row.id)) context.writer.remove('attribute_value', id);
    removeCellsWith(context, `attribute:${row.id}`);
    removeCellsWith(context, `period:${row.id}`);
    context.writer.remove('attribute', row.id);
  });
}

const SCOPE_TABLE = { case: 'study_case', source: 'source', participant: 'participant' } as const;

/** An empty value removes it. Refuses (`attribute.valueOfOtherType`) what the attribute's type does not take. */
export function setAttributeValue(session: Session, input: { attributeId: AttributeId; targetId: string; value: string }): void {
  const row = requireRow(session, 'attribute', input.attributeId, 'attribute.unknown');
  requireRow(session, SCOPE_TABLE[row.scope], input.targetId, 'attribute.targetUnknown');
  const value = valueReader(session)(input.value, typed(row));
  if (value === null) throw refuseValues([{ attribute: row.name, value: input.value.trim() }]);
  runCommand(session, { name: 'attribute.setValue', input, subject: { name: row.name, value: input.value } }, (context) =>
    writeValue(context, row.id, input.targetId, value),
  );
}

export interface GivenValue {
  readonly attributeId: AttributeId;
  readonly targetId: string;
  readonly value: string;
}

/** Looks an attribute and a target up once, however many values are given of them. */
function onceKnown(context: CommandContext): (attributeId: string, targetId: string) => TypedAttribute {
  const attributes = new Map<string, TypedAttribute & { readonly scope: AttributeScope }>();
  const targets = new Set<string>();
  return (attributeId, targetId) => {
    let attribute = attributes.get(attributeId);
    if (!attribute) {
      const row = requireRow(context, 'attribute', attributeId, 'attribute.unknown');
      attributes.set(attributeId, (attribute = { ...typed(row), scope: row.scope }));
    }
    const target = `${attribute.scope} ${targetId}`;
    if (!targets.has(target)) requireRow(context, SCOPE_TABLE[attribute.scope], targetId, 'attribute.targetUnknown');
    targets.add(target);
    return attribute;
  };
}

/** Many values as one act; where a value is given twice for one thing, the last stands. All of them or none are written. */
export function setAttributeValues(session: Session, input: { values: readonly GivenValue[] }): void {
  const subject = { count: input.values.length };
  runCommand(session, { name: 'attribute.setValues', input, subject }, (context) => {
    const read = valueReader(context);
    const write = valueWriter(context);
    const known = onceKnown(context);
    const wrong: { attribute: string; value: string }[] = [];
    for (const { attributeId, targetId, value } of input.values) {
      const attribute = known(attributeId, targetId);
      const kept = read(value, attribute);
      if (kept === null) wrong.push({ attribute: attribute.name, value: value.trim() });
      else write(attributeId, targetId, kept);
    }
    if (wrong.length > 0) throw refuseValues(wrong);
  });
}

/** One line of an attribute table: whose values, and the values by attribute name. */
export interface AttributeRow {
  readonly targetId: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A value of a table that its attribute does not take, and so was left out. */
export interface LeftOutValue {
  /** Index into the rows given. */
  readonly row: number;
  readonly attribute: string;
  readonly value: string;
}

/**
 * Applies a whole table of attributes as one act; attributes that do not exist are made, as text where `types` says nothing. Answers
 * with the values that are not of their attribute's type: they are left out, the rest is written.
 */
export function applyAttributes(
  session: Session,
  scope: AttributeScope,
  rows: readonly AttributeRow[],
  types: ReadonlyMap<string, AttributeType> = new Map(),
): LeftOutValue[] {
  const input = { scope, rows, types: [...types] };
  return runCommand(session, { name: 'attribute.applyTable', input, subject: { count: rows.length } }, (context) => {
    const read = valueReader(context);
    const write = valueWriter(context);
    const attributes = new Map<string, TypedAttribute>();
    const attributeNamed = (name: string): TypedAttribute => {
      const present = attributes.get(name);
      if (present) return present;
      const row = attributeByName(context, scope, name);
      const type = types.get(name) ?? 'text';
      const given = rows.flatMap(({ values }) => Object.entries(values).flatMap(([column, value]) => (column === name ? value.trim() || [] : [])));
      const attribute = row ? typed(row) : insertAttribute(context, scope, name, { type, choices: hasChoices(type) ? given : [] });
      attributes.set(name, attribute);
      return attribute;
    };
    return rows.flatMap((row, at) => {
      requireRow(session, SCOPE_TABLE[scope], row.targetId, 'attribute.targetUnknown');
      return Object.entries(row.values).flatMap(([name, value]) => {
        const attribute = attributeNamed(name);
        const kept = read(value, attribute);
        if (kept === null) return [{ row: at, attribute: name, value: value.trim() }];
        write(attribute.id, row.targetId, kept);
        return [];
      });
    });
  });
}

/** Initials stand for one coder in margins and tables. */
function assertInitialsFree({ project }: Session, initials: string | undefined, except: string): void {
  const owner = project.sqlite.prepare<[string, string], { name: string }>('SELECT name FROM coder WHERE initials = ? AND id <> ?');
  const taken = initials === undefined ? undefined : owner.get(initials, except);
  if (taken) throw new Refusal('coder.initialsTaken', { initials: initials ?? '', name: taken.name });
}

export function createCoder(session: Session, input: { name: string; initials?: string; color?: string }): CoderId {
  assertNameFree(session, 'coder', input.name, null, 'coder.nameTaken');
  assertInitialsFree(session, input.initials, '');
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
  assertInitialsFree(session, input.initials, row.id);
  runCommand(session, { name: 'coder.update', input, subject: { name: input.name ?? row.name } }, ({ writer }) => {
    writer.update('coder', row.id, { name: input.name, initials: input.initials, color: input.color });
  });
}
