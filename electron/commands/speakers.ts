// Who a speaker's label stands for in one source: a person that the project knows, or somebody new.
import type { ParticipantId, SpeakerId } from '../../shared/domain/ids.ts';
import type { Row } from '../storage/schema.ts';
import { idsWhere, removeOrphanedPeople, requireRow } from './rows.ts';
import { newId, runCommand, runTogether } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

/** The case of a source that belongs to one alone. */
function onlyCaseOf({ project }: Session, sourceId: string): string | null {
  const cases = project.sqlite.prepare<[string], { caseId: string }>('SELECT case_id AS caseId FROM source_case WHERE source_id = ?').all(sourceId);
  return cases.length === 1 ? (cases[0]?.caseId ?? null) : null;
}

/** Somebody new under the label, in the source's case; who asked the questions goes on asking them. */
function newPerson(context: CommandContext, speaker: Row<'speaker'>, before: Row<'participant'>): ParticipantId {
  const id = newId<ParticipantId>();
  const caseId = before.isInterviewer === 1 ? null : onlyCaseOf(context, speaker.sourceId);
  context.writer.insert('participant', { id, name: speaker.label, caseId, isInterviewer: before.isInterviewer });
  return id;
}

/**
 * The label stands for this person from now on, or (null) for a new one under the label; answers with who it is. A person whom no
 * label stands for any more goes, with their values, memos and what matrices say of them. Somebody who is called as the label says,
 * and speaks nowhere else, is that new person already.
 */
export function linkSpeaker(session: Session, input: { speakerId: SpeakerId; participantId: ParticipantId | null }, act?: string): ParticipantId {
  const speaker = requireRow(session, 'speaker', input.speakerId, 'speaker.unknown');
  const before = requireRow(session, 'participant', speaker.participantId, 'participant.unknown');
  const after = input.participantId === null ? null : requireRow(session, 'participant', input.participantId, 'participant.unknown');
  const isAlone = idsWhere(session, 'speaker', 'participant_id', before.id).length === 1;
  if (after === null && isAlone && before.name === speaker.label) return before.id as ParticipantId;
  const subject = { label: speaker.label, name: after?.name ?? speaker.label };
  const header = { name: 'speaker.link', input: { sourceId: speaker.sourceId, ...input }, subject, ...(act === undefined ? {} : { act }) };
  return runCommand(session, header, (context) => {
    const id = after === null ? newPerson(context, speaker, before) : (after.id as ParticipantId);
    context.writer.update('speaker', speaker.id, { participantId: id });
    removeOrphanedPeople(context, new Set([before.id]));
    return id;
  });
}

/** The same for several labels at once: they are one person, and one act. */
export function linkSpeakers(
  session: Session,
  input: { speakerId: SpeakerId; others?: readonly SpeakerId[] | undefined; participantId: ParticipantId | null },
): ParticipantId {
  const act = newId<string>();
  return runTogether(session, () => {
    const id = linkSpeaker(session, { speakerId: input.speakerId, participantId: input.participantId }, act);
    for (const speakerId of input.others ?? []) linkSpeaker(session, { speakerId, participantId: id }, act);
    return id;
  });
}
