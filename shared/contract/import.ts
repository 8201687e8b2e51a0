// Calls about files on their way in: given one by one, shown, settled, then written as one act.
import { z } from 'zod';
import type { TakenAnnotations } from '../domain/document-annotation.ts';
import type { FailureCode, FailureData } from '../domain/failure.ts';
import { caseId } from '../domain/ids.ts';
import type { SourceId } from '../domain/ids.ts';
import { incomingChoice, turnPatternChoice } from '../domain/incoming.ts';
import type { IncomingDocument, IncomingFile, PreviewTurn } from '../domain/incoming.ts';
import { SOURCE_KINDS } from '../domain/source.ts';
import { returns } from './endpoint.ts';
import { fileIn, nothing, title } from './fields.ts';

/** What came of an import, file by file: those refused when they were added too. */
export interface ImportReport {
  readonly imported: readonly {
    readonly sourceId: SourceId;
    readonly name: string;
    readonly file: string;
    readonly turns: number;
    readonly words: number;
    readonly speakers: readonly string[];
    readonly encoding: string | null;
    readonly pagesWithoutText: readonly number[];
    /** What came of its comments and highlights; null where they stayed outside. */
    readonly annotations: TakenAnnotations | null;
  }[];
  readonly refused: readonly { readonly file: string; readonly code: FailureCode; readonly data: FailureData }[];
}

const batch = z.string().max(80);
const item = z.string().max(80);

export const importContract = {
  /** Begins an import; it holds what its files say until `import.finish` or `import.discard`. One is open at a time: another one ends it. */
  'import.begin': returns<{ readonly batch: string }>().from(nothing),
  /** Reads one file. Refuses (`source.unreadable`) one that cannot be read; the others are not concerned. */
  'import.add': returns<IncomingFile>().from(z.object({ batch, file: fileIn })),
  /** The document's turns found by another pattern. Refuses (`import.patternInvalid`) an expression that is none, or that takes too long. */
  'import.recognise': returns<IncomingDocument>().from(z.object({ batch, item, pattern: turnPatternChoice })),
  /** More of a document's turns than its sample shows. */
  'import.turns': returns<PreviewTurn[]>().from(z.object({ batch, item, from: z.number().int().min(0), count: z.number().int().min(1).max(500) })),
  /**
   * Writes the chosen files, in the order of their names, as one act; the others are forgotten. Reports `progress` under `job`, in
   * sources; `job.cancel` takes back what was written so far, and the import stays open. A survey becomes one source per respondent
   * who answered an open question.
   */
  'import.finish': returns<ImportReport>().from(
    z.object({
      batch,
      job: z.string().max(80),
      kind: z.enum(SOURCE_KINDS),
      caseId: caseId.nullable(),
      /** The case that they belong to is made first, under this name; the import is one act with it. */
      newCase: title.optional(),
      items: z.array(incomingChoice).min(1).max(20_000),
    }),
  ),
  'import.discard': returns<null>().from(z.object({ batch })),
};
