// Matches the lines of an attribute table with the cases or participants of the project (CLI.md).
import type { AttributeRow } from '../commands/corpus.ts';
import type { Session } from '../commands/run-command.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { Participant } from '../../shared/domain/corpus.ts';
import { readCorpusFrame } from '../queries/corpus.ts';
import type { TableRecord } from './read-table.ts';

type Project = Session['project'];

const CASE_COLUMNS = ['case', 'cas'];
const PERSON_COLUMNS = ['participant', 'speaker', 'locuteur', 'nom'];
const SOURCE_COLUMNS = ['source', 'document'];
const MOST_NAMED = 5;

/** What a table says of the project's cases or people. */
export interface MatchedAttributes {
  readonly rows: readonly AttributeRow[];
  /** Who the table describes but nobody in the corpus is: it often knows more documents, and more people, than were imported. */
  readonly unmatched: readonly string[];
}

/** The columns of these names, whatever the case of their letters. */
function columnOf(records: readonly TableRecord[], names: readonly string[]): string | undefined {
  const present = new Set(records.flatMap((record) => Object.keys(record.fields)));
  return names.flatMap((name) => [...present].filter((column) => column.toLowerCase() === name))[0];
}

function valuesBeside(fields: Readonly<Record<string, string>>, keys: readonly (string | undefined)[]): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !keys.includes(name)));
}

function matchCases(project: Project, records: readonly TableRecord[]): MatchedAttributes {
  const column = columnOf(records, CASE_COLUMNS);
  if (column === undefined) throw new Refusal('attribute.targetUnknown', { name: CASE_COLUMNS.join(' / ') });
  const cases = new Map(readCorpusFrame(project).cases.map((item) => [item.name, item.id]));
  const rows = records.map(({ fields }) => {
    const name = fields[column]?.trim() ?? '';
    const targetId = cases.get(name);
    if (!targetId) throw new Refusal('attribute.targetUnknown', { name });
    return { targetId, values: valuesBeside(fields, [column]) };
  });
  return { rows, unmatched: [] };
}

interface SpeakerRow {
  source: string;
  label: string;
  participantId: string;
}

/** A line names a person by a speaker's label in a source, or by the participant's name where no source is given. */
function matchParticipants(project: Project, records: readonly TableRecord[]): MatchedAttributes {
  const person = columnOf(records, PERSON_COLUMNS);
  const source = columnOf(records, SOURCE_COLUMNS);
  if (person === undefined) throw new Refusal('attribute.targetUnknown', { name: PERSON_COLUMNS.join(' / ') });
  const speakers = project.sqlite
    .prepare<[], SpeakerRow>('SELECT s.name AS source, k.label, k.participant_id AS participantId FROM speaker k JOIN source s ON s.id = k.source_id')
    .all();
  const bySpeaker = new Map(speakers.map((row) => [`${row.source}\u0000${row.label}`, row.participantId]));
  const { participants } = readCorpusFrame(project);
  const rows: AttributeRow[] = [];
  const unmatched: string[] = [];
  for (const { fields } of records) {
    const name = fields[person]?.trim() ?? '';
    const document = source === undefined ? '' : (fields[source]?.trim() ?? '');
    const targetId = document === '' ? oneNamed(participants, name) : bySpeaker.get(`${document}\u0000${name}`);
    if (targetId === undefined) unmatched.push(`${document} ${name}`);
    else rows.push({ targetId, values: valuesBeside(fields, [person, source]) });
  }
  if (rows.length === 0) throw new Refusal('attribute.targetUnknown', { name: unmatched.slice(0, MOST_NAMED) });
  return { rows, unmatched };
}

/** The one participant of this name; without a source to tell them apart, an unknown name and a shared one are refused. */
function oneNamed(participants: readonly Participant[], name: string): string {
  const [first, second] = participants.filter((participant) => participant.name === name);
  if (!first) throw new Refusal('attribute.targetUnknown', { name });
  if (second) throw new Refusal('attribute.targetAmbiguous', { name });
  return first.id;
}

/** Refuses a table without the column that says whose values they are, or that names a case or a person unknown. */
export function matchAttributeRows(project: Project, scope: 'case' | 'participant', records: readonly TableRecord[]): MatchedAttributes {
  return scope === 'case' ? matchCases(project, records) : matchParticipants(project, records);
}
