// A source is one document of the corpus: an interview, an observation, a document, a survey.
import type { CaseId, CategoryId, CoderId, CodingId, EntryId, ParticipantId, PassageId, SourceId, SpeakerId, TurnId } from './ids.ts';
import type { PositionMark, StyleRun } from './style-run.ts';
import type { Anchor, Utf16 } from './text-offset.ts';

export const SOURCE_KINDS = ['interview', 'observation', 'document', 'survey'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** One source as lists show it. */
export interface SourceSummary {
  readonly id: SourceId;
  readonly name: string;
  readonly kind: SourceKind;
  /** ISO date (yyyy-mm-dd) of the interview, when known. */
  readonly date: string | null;
  readonly caseIds: readonly CaseId[];
  readonly words: number;
  /** Turns that have words. */
  readonly turns: number;
  /** Those of interviewers among them: left out of the share that is coded. */
  readonly interviewerTurns: number;
  /** Coded turns of everybody but interviewers. */
  readonly codedTurns: number;
  readonly codings: number;
  readonly importedAt: string;
  readonly originalName: string;
  /** The file as it was imported is in the project. */
  readonly hasOriginal: boolean;
  readonly hasMedia: boolean;
}

/**
 * One paragraph of a source. `text` is exactly what the file holds for it, speaker label and line end included: the
 * document's text is the turns' texts joined by nothing. The words spoken are `text.slice(bodyStart, bodyEnd)`.
 */
export interface Turn {
  readonly id: TurnId;
  /** 0-based order in the source. */
  readonly position: number;
  /** What a citation shows (§34): 1-based among turns that have words; null for a turn without any. */
  readonly number: number | null;
  readonly text: string;
  readonly bodyStart: Utf16;
  readonly bodyEnd: Utf16;
  readonly speakerId: SpeakerId | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Offsets in `text`, by start. */
  readonly styles: readonly StyleRun[];
  /** Offsets in `text`, in order. */
  readonly marks: readonly PositionMark[];
}

/** A speaker label of one source, and the person behind it. */
export interface Speaker {
  readonly id: SpeakerId;
  readonly label: string;
  readonly participantId: ParticipantId;
  readonly isInterviewer: boolean;
}

export const STANCES = ['supports', 'contrasts', 'mentions'] as const;
export type Stance = (typeof STANCES)[number];

/** One category applied to one passage by one coder, as the reader paints it. */
export interface SourceCoding {
  readonly id: CodingId;
  readonly passageId: PassageId;
  readonly categoryId: CategoryId;
  readonly coderId: CoderId;
  readonly start: Anchor;
  readonly end: Anchor;
  readonly weight: number | null;
  readonly stance: Stance | null;
  /** Memos written on this coding. */
  readonly memos: number;
  readonly createdAt: string;
}

/** What a correction did to the codings. */
export interface EditedText {
  /** Passages that still have words, but other ones than before. */
  readonly touched: readonly PassageId[];
  /** Passages whose words have all gone: kept, with what they said. */
  readonly orphaned: readonly PassageId[];
}

/** The entry of the log to continue when typing goes on in the same place; null when nothing was changed. */
export interface EditedTurn extends EditedText {
  readonly entryId: EntryId | null;
}

/** A passage whose words a correction took away. */
export interface OrphanedPassage {
  readonly passageId: PassageId;
  /** What it said. */
  readonly quote: string;
  /** The turn where it stood. */
  readonly turnId: TurnId;
  readonly codings: readonly SourceCoding[];
}

/** The recording of a source. */
export interface MediaInfo {
  readonly originalName: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly durationMs: number | null;
  /** Relative to the window's own address; what the player plays. */
  readonly url: string;
  /** The file no longer lies beside the project. */
  readonly isMissing: boolean;
}

/** All that the reader needs to show one source. */
export interface OpenedSource {
  readonly source: SourceSummary;
  readonly turns: readonly Turn[];
  readonly speakers: readonly Speaker[];
  readonly codings: readonly SourceCoding[];
  readonly media: MediaInfo | null;
}

/**
 * The short name that citations use: a leading code such as « E12 » when the name begins with one, else the whole name.
 * The number that tells two files of one name apart stays with it: « E12 (2) ».
 */
export function citationCode(sourceName: string): string {
  const code = /^\p{L}{1,4}[-_ ]?\d{1,4}(?=$|[\s_.–—-])/u.exec(sourceName)?.[0];
  return code === undefined ? sourceName : `${code}${/ \(\d+\)$/.exec(sourceName)?.[0] ?? ''}`;
}

/** `E12 §34`, or the code alone where the turn has no number. */
export function citationOf(sourceName: string, turnNumber: number | null): string {
  return turnNumber === null ? citationCode(sourceName) : `${citationCode(sourceName)} §${turnNumber}`;
}

/** The name a source gets from its file: the file's name without folders and extension. */
export function sourceNameFromFile(fileName: string): string {
  const base = fileName.split(/[\\/]/).at(-1) ?? fileName;
  const dot = base.lastIndexOf('.');
  return dot > 0 ? base.slice(0, dot) : base;
}

/** `name`, or `name (2)`, `name (3)` … where it is taken. */
export function uniqueName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let n = 2;
  while (taken.has(`${name} (${n})`)) n += 1;
  return `${name} (${n})`;
}

/** Words as a reader counts them: runs of letters or digits with their marks, an elided word and a hyphenated one counting once. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'\-\u2011][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu)?.length ?? 0;
}
