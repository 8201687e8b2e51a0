// Brings sources in: their text turn by turn, who speaks in them, the file they came from.
import type { CaseId, ParticipantId, SourceId, SpeakerId } from '../../shared/domain/ids.ts';
import type { CommandSubject } from '../../shared/domain/project.ts';
import type { RecognisedTurn } from '../../shared/domain/recognise-turns.ts';
import { isInterviewerLabel, personNameOf } from '../../shared/domain/speaker-person.ts';
import { countWords, uniqueName } from '../../shared/domain/source.ts';
import type { SourceKind } from '../../shared/domain/source.ts';
import type { PositionMark, StyleRun } from '../../shared/domain/style-run.ts';
import { keptMarks, keptStyles, marksBetween, stylesBetween } from '../../shared/domain/turn-layout.ts';
import { attributeByName, insertAttribute, typed, valueReader, writeValue } from './attribute-rows.ts';
import type { TypedAttribute } from './attribute-rows.ts';
import { People } from './people.ts';
import { keepFile, nextPosition, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

/** Who a label stands for, as the user says. */
export interface ChosenSpeaker {
  readonly label: string;
  /** Null for somebody new, under `name` or the label; in one import, new people of one name are one person. */
  readonly participantId: ParticipantId | null;
  readonly name?: string | undefined;
  readonly isInterviewer?: boolean | undefined;
}

/** A document as the readers hand it over: its turns' texts joined by nothing are the whole of it. */
export interface IncomingSource {
  /** Where another program gave it one already. */
  readonly id?: SourceId;
  readonly name: string;
  readonly originalName: string;
  readonly sha256: string;
  readonly turns: readonly RecognisedTurn[];
  /** Over the whole text, by start. */
  readonly styles?: readonly StyleRun[];
  /** Over the whole text, in order. */
  readonly marks?: readonly PositionMark[];
  /** Where it is not what the import says its sources are. */
  readonly kind?: SourceKind;
  /** Labels left out stand for whom they seem to. */
  readonly speakers?: readonly ChosenSpeaker[];
  /** Of the people who speak in it, by name. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The file's bytes, asked for when they are written. */
  readonly original?: () => Uint8Array;
}

export interface ImportedSource {
  readonly sourceId: SourceId;
  readonly name: string;
  /** Those with words. */
  readonly turns: number;
  readonly words: number;
  readonly speakers: readonly string[];
}

export interface ImportOptions {
  readonly caseId: CaseId | null;
  readonly kind: SourceKind;
}

/** What the sources of one import share while they are written. */
interface Writing extends ImportOptions {
  readonly context: CommandContext;
  readonly people: People;
  /** People made at the user's word by this import, in this command or an earlier one, by what they are. */
  readonly made: Map<string, ParticipantId>;
  readonly attributes: Map<string, TypedAttribute>;
  readonly readValue: ReturnType<typeof valueReader>;
}

/** A command's worth of sources: short enough for the core to answer others in between. */
const MOST_SOURCES = 25;
const MOST_UNITS = 1_000_000;

/** Writes documents as one entry. Names that are taken get ` (2)`. */
export function importSources(session: Session, incoming: readonly IncomingSource[], options: ImportOptions): ImportedSource[] {
  return writeSources(session, incoming, options, { subject: { count: incoming.length, name: incoming[0]?.name ?? '' } }, new Map());
}

/**
 * Writes any number of documents, some at each step, as entries of one act; `subject` tells of the whole. Who stops half-way, or
 * meets an error, takes the act back.
 */
export function* importInSteps(
  session: Session,
  incoming: Iterable<IncomingSource>,
  options: ImportOptions,
  header: { readonly subject: CommandSubject; readonly act: string },
): Generator<ImportedSource[]> {
  const made = new Map<string, ParticipantId>();
  let waiting: IncomingSource[] = [];
  let units = 0;
  for (const source of incoming) {
    waiting.push(source);
    units += source.turns.reduce((sum, { text }) => sum + text.length, 0);
    if (waiting.length < MOST_SOURCES && units < MOST_UNITS) continue;
    yield writeSources(session, waiting, options, header, made);
    waiting = [];
    units = 0;
  }
  if (waiting.length > 0) yield writeSources(session, waiting, options, header, made);
}

function writeSources(
  session: Session,
  incoming: readonly IncomingSource[],
  options: ImportOptions,
  header: { readonly subject: CommandSubject; readonly act?: string },
  made: Map<string, ParticipantId>,
): ImportedSource[] {
  if (options.caseId) requireRow(session, 'study_case', options.caseId, 'case.unknown');
  const input = { caseId: options.caseId, kind: options.kind, files: incoming.map((item) => ({ name: item.originalName, sha256: item.sha256 })) };
  return runCommand(session, { name: 'source.import', input, ...header }, (context) => {
    const names = context.project.sqlite.prepare<[], { name: string }>('SELECT name FROM source').all();
    const taken = new Set(names.map(({ name }) => name));
    const writing = { ...options, context, people: new People(context), made, attributes: new Map(), readValue: valueReader(context) };
    const first = nextPosition(session, 'source');
    return incoming.map((item, index) => {
      const name = uniqueName(item.name, taken);
      taken.add(name);
      return insertSource(writing, item, name, first + index);
    });
  });
}

function insertSource(writing: Writing, incoming: IncomingSource, name: string, position: number): ImportedSource {
  const { context, caseId } = writing;
  const sourceId = incoming.id ?? newId<SourceId>();
  const bodies = incoming.turns.filter((turn) => turn.bodyEnd > turn.bodyStart);
  const words = bodies.reduce((sum, turn) => sum + countWords(turn.text.slice(turn.bodyStart, turn.bodyEnd)), 0);
  context.writer.insert('source', {
    id: sourceId,
    name,
    kind: incoming.kind ?? writing.kind,
    date: null,
    position,
    words,
    turns: bodies.length,
    originalName: incoming.originalName,
    originalSha256: incoming.sha256,
    importedAt: context.at,
  });
  if (incoming.original) keepFile(context, incoming.sha256, incoming.original());
  if (caseId) context.writer.insert('source_case', { id: newId(), sourceId, caseId });
  const speakers = insertSpeakers(writing, sourceId, name, incoming);
  insertTurns(context, sourceId, incoming, speakers);
  return { sourceId, name, turns: bodies.length, words, speakers: [...speakers.keys()] };
}

function insertSpeakers(writing: Writing, sourceId: SourceId, sourceName: string, { turns, ...incoming }: IncomingSource): Map<string, SpeakerId> {
  const chosen = new Map(incoming.speakers?.map((choice) => [choice.label, choice]));
  const speakers = new Map<string, SpeakerId>();
  for (const { speaker: label } of turns) {
    if (label === null || speakers.has(label)) continue;
    const choice = chosen.get(label);
    const participantId = choice
      ? personChosen(writing, choice, personNameOf(label, sourceName))
      : writing.people.find({ label, caseId: writing.caseId }, sourceName);
    const id = newId<SpeakerId>();
    writing.context.writer.insert('speaker', { id, sourceId, label, participantId });
    speakers.set(label, id);
    if (incoming.attributes) giveAttributes(writing, participantId, incoming.attributes);
  }
  return speakers;
}

/** `usualName`: what the label alone would call somebody new. */
function personChosen({ context, made, people, caseId }: Writing, choice: ChosenSpeaker, usualName: string): ParticipantId {
  const { writer } = context;
  if (choice.participantId !== null) {
    requireRow(context, 'participant', choice.participantId, 'participant.unknown');
    if (choice.isInterviewer !== undefined) writer.update('participant', choice.participantId, { isInterviewer: Number(choice.isInterviewer) });
    return choice.participantId;
  }
  const isInterviewer = choice.isInterviewer ?? isInterviewerLabel(choice.label);
  const name = choice.name ?? usualName;
  // an interviewer belongs to no case
  const home = isInterviewer ? null : caseId;
  const key = `${String(isInterviewer)} ${name}`;
  const known = made.get(key);
  // made by an earlier step; gone if somebody took it away since
  if (known !== undefined && people.isKnown(known)) return known;
  const id = people.add({ name, caseId: home, isInterviewer });
  made.set(key, id);
  return id;
}

/** Attributes are found by their names, and made, of type text, where there are none; a value that is none of its type is left out. */
function giveAttributes({ context, attributes, readValue }: Writing, participantId: ParticipantId, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    let attribute = attributes.get(name);
    if (!attribute) {
      const row = attributeByName(context, 'participant', name);
      attribute = row ? typed(row) : insertAttribute(context, 'participant', name, { type: 'text', choices: [] });
      attributes.set(name, attribute);
    }
    const read = readValue(value, attribute);
    if (read !== null) writeValue(context, attribute.id, participantId, read);
  }
}

function insertTurns(
  context: CommandContext,
  sourceId: SourceId,
  { turns, styles = [], marks = [] }: IncomingSource,
  speakers: ReadonlyMap<string, SpeakerId>,
): void {
  const layout = layoutInOrder(styles, marks);
  let number = 0;
  let start = 0;
  turns.forEach((turn, position) => {
    const hasWords = turn.bodyEnd > turn.bodyStart;
    if (hasWords) number += 1;
    const end = start + turn.text.length;
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
      ...layout(start, end),
    });
    start = end;
  });
}

/** What is kept of the layout of one stretch after the other: each run and mark is met when its stretch comes, not at every stretch. */
function layoutInOrder(
  styles: readonly StyleRun[],
  marks: readonly PositionMark[],
): (start: number, end: number) => { styles: string | null; marks: string | null } {
  let open: StyleRun[] = [];
  let nextStyle = 0;
  let nextMark = 0;
  return (start, end) => {
    open = open.filter((run) => run.end > start);
    for (let run = styles[nextStyle]; run && run.start < end; run = styles[nextStyle]) {
      open.push(run);
      nextStyle += 1;
    }
    const firstMark = nextMark;
    while ((marks[nextMark]?.at ?? end) < end) nextMark += 1;
    return { styles: keptStyles(stylesBetween(open, start, end)), marks: keptMarks(marksBetween(marks.slice(firstMark, nextMark), start, end)) };
  };
}
