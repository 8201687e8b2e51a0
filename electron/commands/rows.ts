// Finds the rows that commands are about to change, and removes what would be left without meaning.
import { Refusal } from '../../shared/domain/failure.ts';
import type { FailureCode } from '../../shared/domain/failure.ts';
import { entityKeysIn } from '../../shared/domain/matrix.ts';
import { rowById } from '../storage/open-project.ts';
import { keepOriginal } from '../storage/originals.ts';
import type { Row, TableName } from '../storage/schema.ts';
import { statement } from '../storage/statements.ts';
import { removePassageIfBare } from './passage-rows.ts';
import { moveComments } from './review-rows.ts';
import type { CommandContext, Session } from './run-command.ts';

/** The row with this id, or the refusal that says what is unknown. */
export function requireRow<T extends TableName>(session: Session, table: T, id: string, unknown: FailureCode): Row<T> {
  const row = rowById(session.project, table, id);
  if (!row) throw new Refusal(unknown, { id });
  return row;
}

/** Ids of the rows where a column has a value. Names come from this program, never from a user. */
export function idsWhere(context: Session, table: TableName, column: string, value: string): string[] {
  return context.project.sqlite
    .prepare<[string], { id: string }>(`SELECT id FROM "${table}" WHERE "${column}" = ? ORDER BY rowid`)
    .all(value)
    .map((row) => row.id);
}

export function removeMemosOn(context: CommandContext, kind: Row<'memo'>['targetKind'], targetId: string): void {
  const memos = context.project.sqlite
    .prepare<[string, string], { id: string }>('SELECT id FROM memo WHERE target_kind = ? AND target_id = ?')
    .all(kind, targetId);
  for (const memo of memos) context.writer.remove('memo', memo.id);
}

/** Removes a coding with its memos, and its passage when nothing else is said of it. */
export function removeCoding(context: CommandContext, codingId: string, passageId: string): void {
  removeMemosOn(context, 'coding', codingId);
  context.writer.remove('coding', codingId);
  removePassageIfBare(context, passageId);
}

/** A coding goes into another one that says the same: its memos move there, its weight and stance too where the other has none. */
export function foldCoding(context: CommandContext, fromId: string, intoId: string): void {
  const from = requireRow(context, 'coding', fromId, 'coding.unknown');
  const into = requireRow(context, 'coding', intoId, 'coding.unknown');
  for (const memo of idsWhere(context, 'memo', 'target_id', fromId)) context.writer.update('memo', memo, { targetId: intoId });
  moveComments(context, 'coding', fromId, intoId);
  context.writer.update('coding', intoId, { weight: into.weight ?? from.weight, stance: into.stance ?? from.stance });
  context.writer.remove('coding', fromId);
}

/** What was written at crossings with a thing that goes away; `entity` as axes name it, `case:<uuid>`. An attribute's values all count. */
export function removeCellsWith(context: CommandContext, entity: string): void {
  const { project, writer } = context;
  const isNamedIn = (key: string): boolean => entityKeysIn(key).some((part) => part === entity || part.startsWith(`${entity}=`));
  const rows = (sql: string): KeyedRow[] =>
    statement<[string], KeyedRow>(project.sqlite, sql)
      .all(entity)
      .filter(({ key }) => isNamedIn(key));
  for (const { id } of rows('SELECT id, key FROM cell WHERE instr(key, ?) > 0')) writer.remove('cell', id);
  for (const { id } of rows('SELECT id, cell_key AS key FROM cell_stance WHERE instr(cell_key, ?) > 0')) writer.remove('cell_stance', id);
  for (const { id, passageId } of rows('SELECT id, cell_key AS key, passage_id AS passageId FROM cell_quote WHERE instr(cell_key, ?) > 0')) {
    writer.remove('cell_quote', id);
    if (passageId !== undefined) removePassageIfBare(context, passageId);
  }
}

interface KeyedRow {
  readonly id: string;
  readonly key: string;
  readonly passageId?: string;
}

/** A label goes, with what was written of it. */
export function removeSpeaker(context: CommandContext, id: string): void {
  removeCellsWith(context, `speaker:${id}`);
  context.writer.remove('speaker', id);
}

/** Of these people, those whom no speaker stands for any more go, with what was said and written of them. */
export function removeOrphanedPeople(context: CommandContext, participantIds: ReadonlySet<string>): void {
  for (const id of participantIds) {
    if (idsWhere(context, 'speaker', 'participant_id', id).length > 0) continue;
    for (const value of idsWhere(context, 'attribute_value', 'target_id', id)) context.writer.remove('attribute_value', value);
    removeMemosOn(context, 'participant', id);
    removeCellsWith(context, `participant:${id}`);
    context.writer.remove('participant', id);
  }
}

/** A turn that goes away takes what was said of questions in it along. */
export function removeMatchesIn(context: CommandContext, turnId: string): void {
  for (const id of idsWhere(context, 'question_turn', 'turn_id', turnId)) context.writer.remove('question_turn', id);
}

/** A turn becomes part of another one: what is asked in it is asked there from now on; a confirmation outweighs a rejection. */
export function moveMatches(context: CommandContext, fromTurnId: string, intoTurnId: string): void {
  const { sqlite } = context.project;
  const matches = sqlite
    .prepare<[string], Pick<Row<'question_turn'>, 'id' | 'questionId' | 'status'>>(
      'SELECT id, question_id AS questionId, status FROM question_turn WHERE turn_id = ? ORDER BY rowid',
    )
    .all(fromTurnId);
  const twinOf = sqlite.prepare<[string, string], { id: string }>('SELECT id FROM question_turn WHERE question_id = ? AND turn_id = ?');
  for (const { id, questionId, status } of matches) {
    const twin = twinOf.get(questionId, intoTurnId);
    if (!twin) context.writer.update('question_turn', id, { turnId: intoTurnId });
    else {
      context.writer.remove('question_turn', id);
      if (status === 'confirmed') context.writer.update('question_turn', twin.id, { status });
    }
  }
}

/** Keeps the file that a source was read from. It is no content: undo leaves it. */
export function keepFile({ project }: Session, sha256: string, bytes: Uint8Array): void {
  keepOriginal(project.sqlite, sha256, bytes);
}

/** The next free place at the end of a list. */
export function nextPosition(
  context: Session,
  table: 'study_case' | 'case_group' | 'source' | 'grid' | 'attribute' | 'guide' | 'rating_scale',
): number {
  return context.project.sqlite.prepare<[], { next: number }>(`SELECT coalesce(max(position) + 1, 0) AS next FROM "${table}"`).get()?.next ?? 0;
}
