// The speaker labels of one source while its turns change: found or made, and gone when no turn has them.
import type { CaseId, SpeakerId } from '../../shared/domain/ids.ts';
import { labelKey } from '../../shared/domain/speaker-labels.ts';
import type { Row } from '../storage/schema.ts';
import { People } from './people.ts';
import { idsWhere, removeOrphanedPeople, removeSpeaker } from './rows.ts';
import { newId } from './run-command.ts';
import type { CommandContext } from './run-command.ts';

function labelsOf({ project }: CommandContext, sourceId: string): { id: SpeakerId; label: string; participantId: string }[] {
  return project.sqlite
    .prepare<[string], { id: SpeakerId; label: string; participantId: string }>(
      'SELECT id, label, participant_id AS participantId FROM speaker WHERE source_id = ? ORDER BY rowid',
    )
    .all(sourceId);
}

/** The case of a source that belongs to one alone. */
function onlyCaseOf({ project }: CommandContext, sourceId: string): CaseId | null {
  const cases = project.sqlite.prepare<[string], { id: CaseId }>('SELECT case_id AS id FROM source_case WHERE source_id = ?').all(sourceId);
  return cases.length === 1 ? (cases[0]?.id ?? null) : null;
}

/** The source's speakers under these labels, letter case aside; those it does not have are made, with whom import would put behind them. */
export function speakersFor(context: CommandContext, source: Row<'source'>, labels: Iterable<string>): Map<string, SpeakerId> {
  const known = new Map(labelsOf(context, source.id).map(({ id, label }) => [labelKey(label), id]));
  const found = new Map<string, SpeakerId>();
  let people: People | undefined;
  for (const label of new Set(labels)) {
    let id = known.get(labelKey(label));
    if (id === undefined) {
      people ??= new People(context);
      id = newId<SpeakerId>();
      const participantId = people.find({ label, caseId: onlyCaseOf(context, source.id) }, source.name);
      context.writer.insert('speaker', { id, sourceId: source.id, label, participantId });
      known.set(labelKey(label), id);
    }
    found.set(label, id);
  }
  return found;
}

/** Whether anything was said of a person that would be lost with them. */
function isDescribed(context: CommandContext, participantId: string): boolean {
  const { sqlite } = context.project;
  return (
    idsWhere(context, 'attribute_value', 'target_id', participantId).length > 0 ||
    idsWhere(context, 'memo', 'target_id', participantId).length > 0 ||
    sqlite
      .prepare<[string, string, string], { found: number }>(
        'SELECT 1 AS found FROM cell WHERE instr(key, ?) > 0 UNION ALL SELECT 1 FROM cell_stance WHERE instr(cell_key, ?) > 0 UNION ALL SELECT 1 FROM memo WHERE instr(target_id, ?) > 0 LIMIT 1',
      )
      .get(participantId, participantId, participantId) !== undefined
  );
}

/** Labels that no turn of the source has any more go, and the people nobody speaks as, unless something was said of them. */
export function dropIdleSpeakers(context: CommandContext, sourceId: string): void {
  const idle = labelsOf(context, sourceId).filter(({ id }) => idsWhere(context, 'turn', 'speaker_id', id).length === 0);
  for (const { id } of idle) removeSpeaker(context, id);
  const people = idle.map(({ participantId }) => participantId).filter((id) => !isDescribed(context, id));
  removeOrphanedPeople(context, new Set(people));
}
