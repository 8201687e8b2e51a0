// Matches the lines of an attribute table with the cases or participants of the project (CLI.md).
import type { AttributeRow } from '../commands/corpus.ts';
import type { Session } from '../commands/run-command.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { listSources, readCorpusFrame } from '../queries/corpus.ts';
import type { TableRecord } from './read-table.ts';

type Project = Session['project'];

const CASE_COLUMNS = ['case', 'cas'];
const PERSON_COLUMNS = ['participant', 'speaker', 'locuteur', 'nom'];
const SOURCE_COLUMNS = ['source', 'document'];

function columnOf(records: readonly TableRecord[], names: readonly string[]): string | undefined {
  const present = new Set(records.flatMap((record) => Object.keys(record.fields)));
  return names.find((name) => present.has(name));
}

function valuesBeside(fields: Readonly<Record<string, string>>, keys: readonly (string | undefined)[]): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !keys.includes(name)));
}

function matchCases(project: Project, records: readonly TableRecord[]): AttributeRow[] {
  const column = columnOf(records, CASE_COLUMNS);
  if (column === undefined) throw new Refusal('attribute.targetUnknown', { name: CASE_COLUMNS.join(' / ') });
  const cases = new Map(readCorpusFrame(project).cases.map((item) => [item.name, item.id]));
  return records.map(({ fields }) => {
    const targetId = cases.get(fields[column] ?? '');
    if (!targetId) throw new Refusal('attribute.targetUnknown', { name: fields[column] ?? '' });
    return { targetId, values: valuesBeside(fields, [column]) };
  });
}

interface SpeakerRow {
  source: string;
  label: string;
  participantId: string;
}

/** A line names a person by a speaker's label in a source, or by the participant's name where no source is given. */
function matchParticipants(project: Project, records: readonly TableRecord[]): AttributeRow[] {
  const person = columnOf(records, PERSON_COLUMNS);
  const source = columnOf(records, SOURCE_COLUMNS);
  if (person === undefined) throw new Refusal('attribute.targetUnknown', { name: PERSON_COLUMNS.join(' / ') });
  const speakers = project.sqlite
    .prepare<[], SpeakerRow>('SELECT s.name AS source, k.label, k.participant_id AS participantId FROM speaker k JOIN source s ON s.id = k.source_id')
    .all();
  const bySpeaker = new Map<string, string>(speakers.map((row) => [`${row.source}\u0000${row.label}`, row.participantId]));
  const byName = new Map<string, string>(readCorpusFrame(project).participants.map((item) => [item.name, item.id]));
  const sourceNames = new Set(listSources(project).map((item) => item.name));
  return records.flatMap(({ fields }) => {
    const name = fields[person] ?? '';
    const document = source === undefined ? '' : (fields[source] ?? '');
    const targetId = document === '' ? byName.get(name) : bySpeaker.get(`${document}\u0000${name}`);
    if (targetId) return [{ targetId, values: valuesBeside(fields, [person, source]) }];
    // a table often describes more documents, or more people, than speak in what was imported
    if (document !== '' && (!sourceNames.has(document) || speakers.length > 0)) return [];
    throw new Refusal('attribute.targetUnknown', { name });
  });
}

/** Refuses a table without the column that says whose values they are, or that names a case or person unknown. */
export function matchAttributeRows(project: Project, scope: 'case' | 'participant', records: readonly TableRecord[]): AttributeRow[] {
  return scope === 'case' ? matchCases(project, records) : matchParticipants(project, records);
}
