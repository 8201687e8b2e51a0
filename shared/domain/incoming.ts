// Files on their way in: what each would become, shown before anything is written, and what the user settles of it.
import { z } from 'zod';
import { annotationChoice } from './document-annotation.ts';
import type { AnnotationOffer } from './document-annotation.ts';
import { participantId } from './ids.ts';
import type { ParticipantId } from './ids.ts';
import { TURN_PATTERNS } from './recognise-turns.ts';
import { COLUMN_ROLES } from './survey.ts';
import type { SurveyColumn } from './survey.ts';

/** How turns are to be found; `regex` for the user's own pattern alone. */
export const turnPatternChoice = z.object({ kind: z.enum(TURN_PATTERNS), regex: z.string().max(500).optional() });
export type TurnPatternChoice = z.infer<typeof turnPatternChoice>;

/** One turn as the preview shows it: what was taken for its head, and the beginning of its words. */
export interface PreviewTurn {
  /** What a citation will show; null for a turn without words. */
  readonly number: number | null;
  /** What stands before the words: label, time, dash; empty for a line that continues the speaker before it. */
  readonly head: string;
  /** At most 400 units of them. */
  readonly words: string;
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
}

export interface PreviewSpeaker {
  readonly label: string;
  /** Turns with words. */
  readonly turns: number;
  readonly words: number;
  /** Proposed from the label. */
  readonly isInterviewer: boolean;
  /**
   * Somebody of the project whom the label names already; null for somebody new. The label alone tells: left as proposed, it is the
   * person of that name in the case that the import then goes to.
   */
  readonly participantId: ParticipantId | null;
}

/** The same content is there already: in a source of the project, or in an earlier file of this import. */
export interface SameContent {
  readonly as: 'source' | 'file';
  readonly name: string;
}

interface Incoming {
  /** Names it in the calls about this import. */
  readonly item: string;
  /** Name of the file, with its folders where it came with some. */
  readonly file: string;
  /** What the source, or the survey, would be called. */
  readonly name: string;
  readonly sameAs: SameContent | null;
}

export interface IncomingDocument extends Incoming {
  readonly kind: 'document';
  readonly encoding: string | null;
  readonly pattern: TurnPatternChoice;
  /** The file itself says who speaks when (Whisper, Sonal …): there is no pattern to choose. */
  readonly turnsAreStated: boolean;
  /** Turns with words. */
  readonly turns: number;
  readonly timedTurns: number;
  readonly words: number;
  readonly speakers: readonly PreviewSpeaker[];
  /** 1-based numbers of a PDF's pages that are pictures. */
  readonly pagesWithoutText: readonly number[];
  /** Comments and highlights, which can come in as codings; null where there are none. */
  readonly annotations: AnnotationOffer | null;
  /** The first ones; `import.turns` gives the others. */
  readonly sample: readonly PreviewTurn[];
}

export interface IncomingSurvey extends Incoming {
  readonly kind: 'survey';
  readonly columns: readonly SurveyColumn[];
  readonly respondents: number;
  /** The first rows, the answers in the columns' order. */
  readonly sample: readonly (readonly string[])[];
}

export type IncomingFile = IncomingDocument | IncomingSurvey;

/** What the user settles of one file; what is left out stays as proposed. */
export const incomingChoice = z.object({
  item: z.string().max(80),
  name: z.string().trim().min(1).max(300).optional(),
  /** Of a document: who its labels are. */
  speakers: z
    .array(
      z.object({
        label: z.string().min(1).max(300),
        /** An existing participant; null makes a new one, under `name` or the label: one for all the labels of this import so named. */
        participantId: participantId.nullable(),
        name: z.string().trim().min(1).max(300).optional(),
        isInterviewer: z.boolean().optional(),
      }),
    )
    .max(500)
    .optional(),
  /** Of a survey: what its columns are, in the table's order. */
  roles: z.array(z.enum(COLUMN_ROLES)).max(5000).optional(),
  /** Of a document: what becomes of its comments and highlights; without it they stay outside. */
  annotations: annotationChoice.optional(),
});
export type IncomingChoice = z.infer<typeof incomingChoice>;
