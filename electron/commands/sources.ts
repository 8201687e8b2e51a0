// Brings sources in, changes their cards, removes them.
import type { CaseId, ParticipantId, SourceId, SpeakerId } from '../../shared/domain/ids.ts';
import type { CommandSubject } from '../../shared/domain/project.ts';
import { countWords, uniqueName } from '../../shared/domain/source.ts';
import type { SourceKind } from '../../shared/domain/source.ts';
import type { RecognisedTurn } from '../../shared/domain/recognise-turns.ts';
import { idsWhere, nextPosition, removeCellsWith, removeCoding, removeMemosOn, removePassageIfBare, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

/** A document as the readers hand it over: its turns' texts joined by nothing are the whole of it. */
export interface IncomingSource {
  readonly name: string;
  readonly originalName: string;
  readonly sha256: string;
  readonly turns: readonly RecognisedTurn[];
}

export interface ImportedSource {
  readonly sourceId: SourceId;
  readonly name: string;
  readonly words: number;
  readonly speakers: readonly string[];
}

/** « Enquêtrice », "Interviewer", `I`, `E`: labels that mean who asks, in the two languages of the product. */
const INTERVIEWER =
  /^(enquêt(eur|rice|eur·rice)s?|interview(eu[rs]e?|er)s?|chercheu(r|se)|researcher|moderat(or|eur|rice)|animat(eur|rice)|intervieweuse|I|E|INT|ENQ|Q)\s*\d{0,2}$/iu;

interface PersonKey {
  readonly label: string;
  readonly caseId: CaseId | null;
}

/** A functional label (« Directrice ») is one person within a case; labels of transcribers (L1, 0, SPEAKER_00) are one person per source. */
const GENERIC_LABEL = /^(\$?[A-Z]{1,2}-?\d{1,3}|\d{1,3}|(speaker|locuteur|locutrice|participant|personne|intervenant)[\s_-]*\w{0,3})$/iu;

class People {
  readonly #known = new Map<string, ParticipantId>();
  readonly #context: CommandContext;

  constructor(context: CommandContext) {
    this.#context = context;
    const rows = context.project.sqlite
      .prepare<[], { id: string; name: string; case_id: string | null }>('SELECT id, name, case_id FROM participant')
      .all();
    for (const row of rows) this.#known.set(`${row.case_id ?? ''}/${row.name}`, row.id as ParticipantId);
  }

  /** The participant behind a label: an interviewer is the same person everywhere, others within their case. */
  find({ label, caseId }: PersonKey, sourceName: string): ParticipantId {
    const isInterviewer = INTERVIEWER.test(label);
    const name = !isInterviewer && GENERIC_LABEL.test(label) ? `${label} (${sourceName})` : label;
    const home = isInterviewer ? null : caseId;
    const key = `${home ?? ''}/${name}`;
    const known = this.#known.get(key);
    if (known) return known;
    const id = newId<ParticipantId>();
    this.#context.writer.insert('participant', { id, name, caseId: home, isInterviewer: isInterviewer ? 1 : 0 });
    this.#known.set(key, id);
    return id;
  }
}

function insertSpeakers(
  context: CommandContext,
  sourceId: SourceId,
  sourceName: string,
  turns: readonly RecognisedTurn[],
  caseId: CaseId | null,
  people: People,
): Map<string, SpeakerId> {
  const speakers = new Map<string, SpeakerId>();
  for (const { speaker } of turns) {
    if (speaker === null || speakers.has(speaker)) continue;
    const id = newId<SpeakerId>();
    context.writer.insert('speaker', { id, sourceId, label: speaker, participantId: people.find({ label: speaker, caseId }, sourceName) });
    speakers.set(speaker, id);
  }
  return speakers;
}

function insertTurns(context: CommandContext, sourceId: SourceId, turns: readonly RecognisedTurn[], speakers: ReadonlyMap<string, SpeakerId>): void {
  let number = 0;
  turns.forEach((turn, position) => {
    const hasWords = turn.bodyEnd > turn.bodyStart;
    if (hasWords) number += 1;
    context.writer.insert('turn', {
      id: newId(),
      sourceId,
      position,
      number: hasWords ? number : null,
      text: turn.text,
      lengthUtf16: turn.text.length,
      bodyStartUtf16: turn.bodyStart,
      bodyEndUtf16: turn.bodyEnd,
      speakerId: turn.speaker === null ? null : (speakers.get(turn.speaker) ?? null),
      startMs: turn.startMs,
      endMs: turn.endMs,
      styles: null,
      marks: null,
    });
  });
}

function insertSource(
  context: CommandContext,
  incoming: IncomingSource,
  name: string,
  position: number,
  options: ImportOptions,
  people: People,
): ImportedSource {
  const sourceId = newId<SourceId>();
  const words = incoming.turns.reduce((sum, turn) => sum + countWords(turn.text.slice(turn.bodyStart, turn.bodyEnd)), 0);
  context.writer.insert('source', {
    id: sourceId,
    name,
    kind: options.kind,
    date: null,
    position,
    words,
    turns: incoming.turns.filter((turn) => turn.bodyEnd > turn.bodyStart).length,
    originalName: incoming.originalName,
    originalSha256: incoming.sha256,
    importedAt: context.at,
  });
  if (options.caseId) context.writer.insert('source_case', { id: newId(), sourceId, caseId: options.caseId });
  const speakers = insertSpeakers(context, sourceId, name, incoming.turns, options.caseId, people);
  insertTurns(context, sourceId, incoming.turns, speakers);
  return { sourceId, name, words, speakers: [...speakers.keys()] };
}

export interface ImportOptions {
  readonly caseId: CaseId | null;
  readonly kind: SourceKind;
}

/** Writes a batch of documents as one act. Names that are taken get ` (2)`. */
export function importSources(session: Session, incoming: readonly IncomingSource[], options: ImportOptions): ImportedSource[] {
  if (options.caseId) requireRow(session, 'study_case', options.caseId, 'case.unknown');
  const first = incoming[0];
  const subject: CommandSubject = { count: incoming.length, name: first?.name ?? '' };
  const input = { ...options, files: incoming.map((item) => ({ name: item.originalName, sha256: item.sha256 })) };
  return runCommand(session, { name: 'source.import', input, subject }, (context) => {
    const taken = new Set(
      session.project.sqlite
        .prepare<[], { name: string }>('SELECT name FROM source')
        .all()
        .map((row) => row.name),
    );
    const people = new People(context);
    let position = nextPosition(session, 'source');
    return incoming.map((item) => {
      const name = uniqueName(item.name, taken);
      taken.add(name);
      const imported = insertSource(context, item, name, position, options, people);
      position += 1;
      return imported;
    });
  });
}

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

function removeOrphanedPeople(context: CommandContext, participantIds: ReadonlySet<string>): void {
  for (const id of participantIds) {
    if (idsWhere(context, 'speaker', 'participant_id', id).length > 0) continue;
    for (const value of idsWhere(context, 'attribute_value', 'target_id', id)) context.writer.remove('attribute_value', value);
    removeMemosOn(context, 'participant', id);
    removeCellsWith(context, `participant:${id}`);
    context.writer.remove('participant', id);
  }
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
      removePassageIfBare(context, passageId);
    }
    removeMemosOn(context, 'source', sourceId);
    removeCellsWith(context, `source:${sourceId}`);
    for (const id of idsWhere(context, 'turn', 'source_id', sourceId)) context.writer.remove('turn', id);
    const people = new Set(
      sqlite
        .prepare<[string], { id: string }>('SELECT participant_id AS id FROM speaker WHERE source_id = ?')
        .all(sourceId)
        .map((item) => item.id),
    );
    for (const id of idsWhere(context, 'speaker', 'source_id', sourceId)) context.writer.remove('speaker', id);
    for (const id of idsWhere(context, 'source_case', 'source_id', sourceId)) context.writer.remove('source_case', id);
    for (const id of idsWhere(context, 'attribute_value', 'target_id', sourceId)) context.writer.remove('attribute_value', id);
    context.writer.remove('source', sourceId);
    removeOrphanedPeople(context, people);
  });
}
