// What is written of a file: one source for a document, one per respondent for a survey.
import type { ChosenSpeaker, IncomingSource } from '../commands/import-sources.ts';
import { attributeByName, refuseValues, typed, valueReader } from '../commands/attribute-rows.ts';
import type { Session } from '../commands/run-command.ts';
import type { IncomingChoice } from '../../shared/domain/incoming.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { SurveyRespondent } from '../../shared/domain/survey.ts';
import { respondentsOf } from '../../shared/domain/survey.ts';
import { uniqueName } from '../../shared/domain/source.ts';
import { unreadable } from '../../shared/domain/unreadable.ts';
import { peopleNamed } from '../queries/incoming.ts';
import type { ReadDocument } from './reading/read-documents.ts';
import type { Survey } from './reading/read-survey.ts';

/** What is kept of a read document until it is written. */
export type WritableDocument = Pick<ReadDocument, 'name' | 'originalName' | 'sha256' | 'styles' | 'positions'> &
  Pick<ReadDocument['recognised'], 'turns'>;

/** `Entretiens/E1.docx` → `E1.docx`: a source remembers its file's name, not where it lay. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

export function documentAsSource(document: WritableDocument, original: () => Uint8Array, choice?: IncomingChoice): IncomingSource {
  const { name, originalName, sha256, turns, styles, positions } = document;
  return {
    name: choice?.name ?? name,
    originalName: fileName(originalName),
    sha256,
    turns,
    styles,
    marks: positions,
    ...(choice?.speakers ? { speakers: choice.speakers } : {}),
    original,
  };
}

/** A document read just now, as it is proposed. */
export function readAsSource({ recognised, ...document }: ReadDocument, bytes: Uint8Array): IncomingSource {
  return documentAsSource({ ...document, turns: recognised.turns }, () => bytes);
}

const MOST_ATTRIBUTE_UNITS = 300;

/** Attributes under names that attributes can have: a long question is cut, two that are then alike are told apart. */
function attributesOf(columns: readonly string[], values: Readonly<Record<string, string>>): Record<string, string> {
  const taken = new Set<string>();
  const entries = columns.map((column) => {
    const name = uniqueName(column.slice(0, MOST_ATTRIBUTE_UNITS).toWellFormed().trim(), taken);
    taken.add(name);
    return [name, values[column]] as const;
  });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The survey's respondents who answered an open question. Refuses (`source.unreadable`, `noText`) a survey in which nobody did. */
export function respondentsWithText(survey: Survey, choice: IncomingChoice | undefined): SurveyRespondent[] {
  const name = choice?.name ?? survey.name;
  const columns = survey.columns.map((column, at) => ({ ...column, role: choice?.roles?.[at] ?? column.role }));
  const closed = columns.filter(({ role }) => role === 'closed').map((column) => column.name);
  const respondents = respondentsOf(columns, survey.rows, (row) => `${name} ${row}`).filter(({ turns }) => turns.length > 0);
  if (respondents.length === 0) throw unreadable(survey.originalName, 'noText');
  return respondents.map((respondent) => ({ ...respondent, attributes: attributesOf(closed, respondent.attributes) }));
}

/** A number names nobody by itself: « Enquête 2019 12 ». */
function respondentName(survey: string, respondent: string): string {
  return /^\d+$/u.test(respondent) ? `${survey} ${respondent}` : respondent;
}

/**
 * Each respondent as a source. They are the person of their name in the case, somebody new where there is none; respondents of one
 * name are so many people.
 */
export function* respondentsAsSources(
  session: Session,
  survey: Survey,
  caseId: CaseId | null,
  original: () => Uint8Array,
  choice?: IncomingChoice,
): Generator<IncomingSource> {
  const respondents = respondentsWithText(survey, choice);
  const taken = new Set<string>();
  for (const { name: label, turns, styles, attributes } of respondents) {
    const plain = respondentName(choice?.name ?? survey.name, label);
    const name = uniqueName(plain, taken);
    taken.add(name);
    const [known] = name === plain ? peopleNamed(session.project, name).filter((person) => person.caseId === caseId) : [];
    const speaker: ChosenSpeaker = { label, participantId: known?.id ?? null, name, ...(known ? {} : { isInterviewer: false }) };
    yield {
      name,
      originalName: fileName(survey.originalName),
      sha256: survey.sha256,
      kind: 'survey',
      turns,
      styles,
      speakers: [speaker],
      attributes,
      original,
    };
  }
}

/** Refuses answers that are not of the types that the project's attributes of these names have. */
export function assertAnswersOfType(session: Session, respondents: readonly SurveyRespondent[]): void {
  const names = new Set(respondents.flatMap(({ attributes }) => Object.keys(attributes)));
  const read = valueReader(session);
  const wrong = [...names].flatMap((name) => {
    const row = attributeByName(session, 'participant', name);
    if (!row || row.type === 'text') return [];
    const values = respondents.flatMap(({ attributes }) => attributes[name] ?? []);
    return values.filter((value) => read(value, typed(row)) === null).map((value) => ({ attribute: name, value }));
  });
  if (wrong.length > 0) throw refuseValues(wrong);
}
