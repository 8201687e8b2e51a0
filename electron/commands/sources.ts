// Changes the cards of sources, removes them.
import type { CaseId, SourceId } from '../../shared/domain/ids.ts';
import { uniqueName } from '../../shared/domain/source.ts';
import type { SourceKind } from '../../shared/domain/source.ts';
import { idsWhere, removeCoding, removeMatchesIn, removeMemosOn, removeOrphanedPeople, removeCellsWith, removeSpeaker, requireRow } from './rows.ts';
import { removePassage } from './passage-rows.ts';
import { removeMeaningsOf } from './meaning-rows.ts';
import { removeDecisionsInSource } from './suggestion-rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

export interface SourceUpdate {
  readonly sourceId: SourceId;
  readonly name?: string | undefined;
  readonly kind?: SourceKind | undefined;
  readonly date?: string | null | undefined;
  readonly caseIds?: readonly CaseId[] | undefined;
}

function setCases(context: CommandContext, sourceId: SourceId, caseIds: readonly CaseId[]): void {
  const wanted = new Set<string>(caseIds);
  for (const caseId of wanted) requireRow(context, 'study_case', caseId, 'case.unknown');
  const present = context.project.sqlite
    .prepare<[string], { id: string; case_id: string }>('SELECT id, case_id FROM source_case WHERE source_id = ?')
    .all(sourceId);
  const left = present.filter((link) => !wanted.has(link.case_id));
  for (const link of left) context.writer.remove('source_case', link.id);
  const kept = new Set(present.map((link) => link.case_id));
  for (const caseId of wanted) if (!kept.has(caseId)) context.writer.insert('source_case', { id: newId(), sourceId, caseId });
  for (const link of left) movePeople(context, sourceId, link.case_id, caseIds.length === 1 ? (caseIds[0] ?? null) : null);
}

/**
 * People whom the import put into the case that a source has left go with it, or the case would go on holding their words; those
 * who still speak in another source of that case stay.
 */
function movePeople(context: CommandContext, sourceId: SourceId, fromCaseId: string, intoCaseId: CaseId | null): void {
  const people = context.project.sqlite
    .prepare<[string, string, string], { id: string }>(
      `SELECT DISTINCT p.id FROM participant p JOIN speaker k ON k.participant_id = p.id WHERE k.source_id = ? AND p.case_id = ?
       AND NOT EXISTS (SELECT 1 FROM speaker o JOIN source_case l ON l.source_id = o.source_id WHERE o.participant_id = p.id AND l.case_id = ?)`,
    )
    .all(sourceId, fromCaseId, fromCaseId);
  for (const { id } of people) context.writer.update('participant', id, { caseId: intoCaseId });
}

export function updateSource(session: Session, input: SourceUpdate): void {
  const row = requireRow(session, 'source', input.sourceId, 'source.unknown');
  runCommand(session, { name: 'source.update', input, subject: { name: row.name } }, (context) => {
    if (input.name !== undefined && input.name !== row.name) {
      const taken = new Set(
        session.project.sqlite
          .prepare<[], { name: string }>('SELECT name FROM source')
          .all()
          .map((item) => item.name),
      );
      context.writer.update('source', row.id, { name: uniqueName(input.name, taken) });
    }
    context.writer.update('source', row.id, { kind: input.kind, date: input.date });
    if (input.caseIds !== undefined) setCases(context, input.sourceId, input.caseIds);
  });
}

/** Removes a source with everything that hangs on it: codings, passages, memos, turns, speakers nobody else speaks as. */
export function removeSource(session: Session, sourceId: SourceId): void {
  const row = requireRow(session, 'source', sourceId, 'source.unknown');
  const { sqlite } = session.project;
  const codings = sqlite
    .prepare<[string], { id: string; passage_id: string }>(
      'SELECT c.id, c.passage_id FROM coding c JOIN passage p ON p.id = c.passage_id WHERE p.source_id = ?',
    )
    .all(sourceId);
  runCommand(session, { name: 'source.remove', input: { sourceId }, subject: { name: row.name, codings: codings.length } }, (context) => {
    for (const coding of codings) removeCoding(context, coding.id, coding.passage_id);
    for (const passageId of idsWhere(context, 'passage', 'source_id', sourceId)) {
      removeMemosOn(context, 'passage', passageId);
      removePassage(context, passageId);
    }
    removeMemosOn(context, 'source', sourceId);
    removeCellsWith(context, `source:${sourceId}`);
    for (const id of idsWhere(context, 'case_part', 'source_id', sourceId)) context.writer.remove('case_part', id);
    for (const id of idsWhere(context, 'turn', 'source_id', sourceId)) {
      removeMatchesIn(context, id);
      context.writer.remove('turn', id);
    }
    const people = new Set(
      sqlite
        .prepare<[string], { id: string }>('SELECT participant_id AS id FROM speaker WHERE source_id = ?')
        .all(sourceId)
        .map((item) => item.id),
    );
    for (const id of idsWhere(context, 'speaker', 'source_id', sourceId)) removeSpeaker(context, id);
    for (const id of idsWhere(context, 'source_case', 'source_id', sourceId)) context.writer.remove('source_case', id);
    for (const id of idsWhere(context, 'media', 'source_id', sourceId)) context.writer.remove('media', id);
    for (const id of idsWhere(context, 'attribute_value', 'target_id', sourceId)) context.writer.remove('attribute_value', id);
    removeDecisionsInSource(context, sourceId);
    removeMeaningsOf(context, 'source_id', sourceId);
    context.writer.remove('source', sourceId);
    removeOrphanedPeople(context, people);
  });
}
