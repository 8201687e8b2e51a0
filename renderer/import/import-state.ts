// What an import holds while it is looked through: its files, what the core says of each, and what was settled by hand. No React, no calls.
import type { Failure } from '../../shared/contract/contract.ts';
import type { ImportReport } from '../../shared/contract/import.ts';
import type { AnnotationChoice } from '../../shared/domain/document-annotation.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { IncomingDocument, IncomingFile, IncomingSurvey, PreviewSpeaker, TurnPatternChoice } from '../../shared/domain/incoming.ts';
import type { SourceKind } from '../../shared/domain/source.ts';
import { personNameOf } from '../../shared/domain/speaker-person.ts';
import type { ColumnRole } from '../../shared/domain/survey.ts';
import { inFolderOrder } from './chosen-files.ts';
import type { ChosenFile } from './chosen-files.ts';

export type Reading =
  | { readonly status: 'waiting' }
  | { readonly status: 'read'; readonly incoming: IncomingFile }
  | { readonly status: 'refused'; readonly failure: Failure };

/** Who a label is: an existing participant, or somebody new under `name` (null: as they are called when nobody names them). */
export type SpeakerChoice = Pick<PreviewSpeaker, 'participantId' | 'isInterviewer'> & { readonly name: string | null };

export interface ImportFile {
  readonly key: string;
  readonly chosen: ChosenFile;
  readonly reading: Reading;
  /** Settled by hand; null while it is as proposed. */
  readonly isTaken: boolean | null;
  /** Settled by hand; null while it is as proposed. */
  readonly name: string | null;
  /** By label: those settled by hand. */
  readonly speakers: ReadonlyMap<string, SpeakerChoice>;
  readonly roles: readonly ColumnRole[] | null;
  /** What is to become of its comments and highlights; null: they stay outside. */
  readonly annotations: AnnotationChoice | null;
  /** The pattern chosen by hand, also one that the core refused: it stays to be mended. Null while it is as proposed. */
  readonly asked: TurnPatternChoice | null;
  readonly patternFailure: Failure | null;
}

export type CaseChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly id: CaseId }
  | { readonly kind: 'new'; readonly name: string };

export interface ImportState {
  readonly phase: 'preview' | 'writing' | 'reported';
  /** In the order of their paths. */
  readonly files: readonly ImportFile[];
  /** The file shown beside the list. */
  readonly shownKey: string | null;
  readonly kind: SourceKind;
  readonly caseChoice: CaseChoice;
  /** The user stopped the reading: what still waits stays unread. */
  readonly isStopped: boolean;
  /** Of the writing. */
  readonly progress: { readonly done: number; readonly total: number };
  /** Why the last attempt to write came to nothing. */
  readonly failure: Failure | null;
  readonly report: ImportReport | null;
}

const NONE: ImportState = {
  phase: 'preview',
  files: [],
  shownKey: null,
  kind: 'interview',
  caseChoice: { kind: 'none' },
  isStopped: false,
  progress: { done: 0, total: 0 },
  failure: null,
  report: null,
};

export function newImport(suggestedCase: CaseId | null): ImportState {
  return suggestedCase === null ? NONE : { ...NONE, caseChoice: { kind: 'known', id: suggestedCase } };
}

const isSameFile = (a: ChosenFile, b: ChosenFile): boolean =>
  a.path === b.path && a.file.size === b.file.size && a.file.lastModified === b.file.lastModified;

/** More files; one that is there already is not added twice. `keyOf` makes the keys. */
export function withFiles(state: ImportState, chosen: readonly ChosenFile[], keyOf: () => string): ImportState {
  const fresh = chosen.filter((one) => !state.files.some((file) => isSameFile(file.chosen, one)));
  const added = fresh.map(
    (one): ImportFile => ({
      key: keyOf(),
      chosen: one,
      reading: { status: 'waiting' },
      isTaken: null,
      name: null,
      speakers: new Map(),
      roles: null,
      annotations: null,
      asked: null,
      patternFailure: null,
    }),
  );
  const files = inFolderOrder([...state.files, ...added], ({ chosen: { path } }) => path);
  return { ...state, files, shownKey: state.shownKey ?? files[0]?.key ?? null, isStopped: false };
}

/** The same import with another state of one file; a file that is no longer in it changes nothing. */
export function changed(state: ImportState, key: string, change: (file: ImportFile) => Partial<ImportFile>): ImportState {
  return { ...state, files: state.files.map((file) => (file.key === key ? { ...file, ...change(file) } : file)) };
}

export function documentOf({ reading }: ImportFile): IncomingDocument | null {
  return reading.status === 'read' && reading.incoming.kind === 'document' ? reading.incoming : null;
}

export function surveyOf({ reading }: ImportFile): IncomingSurvey | null {
  return reading.status === 'read' && reading.incoming.kind === 'survey' ? reading.incoming : null;
}

export function rolesOf(file: ImportFile): readonly ColumnRole[] {
  return file.roles ?? surveyOf(file)?.columns.map(({ role }) => role) ?? [];
}

/** Why a file would not come in, as long as nobody says otherwise. */
export type ReasonLeft = 'sameSource' | 'sameFile' | 'nothingOpen';

export function reasonLeft(file: ImportFile): ReasonLeft | null {
  if (file.reading.status !== 'read') return null;
  const { sameAs } = file.reading.incoming;
  if (sameAs) return sameAs.as === 'source' ? 'sameSource' : 'sameFile';
  return surveyOf(file) && !rolesOf(file).includes('open') ? 'nothingOpen' : null;
}

/** A survey without an open question has nothing to code: it cannot be taken. */
export function canBeTaken(file: ImportFile): boolean {
  return file.reading.status === 'read' && reasonLeft(file) !== 'nothingOpen';
}

export function isTaken(file: ImportFile): boolean {
  return canBeTaken(file) && (file.isTaken ?? reasonLeft(file) === null);
}

export function nameOf(file: ImportFile): string {
  return file.name ?? (file.reading.status === 'read' ? file.reading.incoming.name : file.chosen.path);
}

export function speakerChoice(file: ImportFile, { label, participantId, isInterviewer }: PreviewSpeaker): SpeakerChoice {
  return file.speakers.get(label) ?? { participantId, isInterviewer, name: null };
}

/** What somebody new will be called. */
export function newPersonName(file: ImportFile, { label }: PreviewSpeaker): string {
  return file.speakers.get(label)?.name ?? personNameOf(label, nameOf(file));
}

export function withSpeaker(state: ImportState, key: string, label: string, choice: SpeakerChoice): ImportState {
  return changed(state, key, ({ speakers }) => ({ speakers: new Map([...speakers, [label, choice]]) }));
}

/** A survey has one column at most that names who answers. */
export function withRole(state: ImportState, key: string, column: number, role: ColumnRole): ImportState {
  return changed(state, key, (file) => ({
    roles: rolesOf(file).map((before, at) => (at === column ? role : role === 'respondent' && before === 'respondent' ? 'closed' : before)),
  }));
}

/** All files to be read again, what was settled of them kept: the core has forgotten what it read. */
export function unread(state: ImportState): ImportState {
  const files = state.files.map((file): ImportFile => (file.reading.status === 'read' ? { ...file, reading: { status: 'waiting' } } : file));
  return { ...state, files, isStopped: false };
}

export interface ImportCounts {
  readonly waiting: number;
  readonly read: number;
  readonly refused: number;
  /** Read and left out. */
  readonly left: number;
  /** That would be written: a document is one, a survey one per respondent. */
  readonly sources: number;
  readonly words: number;
}

export function countsOf({ files }: ImportState): ImportCounts {
  const taken = files.filter(isTaken);
  const of = (status: Reading['status']) => files.filter(({ reading }) => reading.status === status).length;
  return {
    waiting: of('waiting'),
    read: of('read'),
    refused: of('refused'),
    left: of('read') - taken.length,
    sources: taken.reduce((sum, file) => sum + (surveyOf(file)?.respondents ?? 1), 0),
    words: taken.reduce((sum, file) => sum + (documentOf(file)?.words ?? 0), 0),
  };
}

/** The core is still being given files. */
export function isReading({ phase, files, isStopped }: ImportState): boolean {
  return phase === 'preview' && !isStopped && files.some(({ reading }) => reading.status === 'waiting');
}

/** The one source of an import that left nothing to tell; null for any other import. */
export function plainImport({ files, report }: ImportState): ImportReport['imported'][number] | null {
  const [only, ...others] = report?.imported ?? [];
  const isPlain =
    files.length === 1 && others.length === 0 && report?.refused.length === 0 && only?.pagesWithoutText.length === 0 && !only.annotations;
  return only && isPlain ? only : null;
}

export interface RefusedFile {
  readonly path: string;
  readonly failure: Failure;
}

/** Those refused when they were read, by the window or the core, and those refused when they were written; each once. */
export function refusedFiles({ files }: ImportState, report: ImportReport): RefusedFile[] {
  const whenRead = files.flatMap(({ chosen: { path }, reading }) => (reading.status === 'refused' ? [{ path, failure: reading.failure }] : []));
  const known = new Set(whenRead.map(({ path }) => path));
  const whenWritten = report.refused.filter(({ file }) => !known.has(file));
  return [...whenRead, ...whenWritten.map(({ file, code, data }) => ({ path: file, failure: { kind: 'refusal' as const, code, data } }))];
}
