// Calls about sources, cases, participants, attributes and coders.
import { z } from 'zod';
import type { AttributeTablePreview } from '../domain/attribute-table.ts';
import { ATTRIBUTE_SCOPES } from '../domain/corpus.ts';
import type { Coder, CorpusFrame } from '../domain/corpus.ts';
import { CORPUS_COLUMNS, CORPUS_TABLE_FORMATS } from '../domain/corpus-table.ts';
import type { OfferedColumn } from '../domain/corpus-table.ts';
import type { FailureCode, FailureData } from '../domain/failure.ts';
import { attributeId, caseId, coderId, participantId, sourceId, turnId } from '../domain/ids.ts';
import type { AttributeId, CaseId, CoderId, SourceId } from '../domain/ids.ts';
import { SOURCE_KINDS } from '../domain/source.ts';
import type { EditedTurn, OpenedSource, OrphanedPassage, SourceCoding, SourceSummary } from '../domain/source.ts';
import { returns } from './endpoint.ts';
import { color, fileIn, isoDate, nothing, title } from './fields.ts';
import type { FileOut } from './fields.ts';

export interface Corpus extends CorpusFrame {
  readonly sources: readonly SourceSummary[];
}

/** What came of an import, file by file. */
export interface ImportReport {
  readonly imported: readonly {
    readonly sourceId: SourceId;
    readonly name: string;
    readonly file: string;
    readonly turns: number;
    readonly words: number;
    readonly speakers: readonly string[];
    readonly encoding: string | null;
  }[];
  readonly refused: readonly { readonly file: string; readonly code: FailureCode; readonly data: FailureData }[];
}

const column = z.string().min(1).max(2000);

export const corpusContract = {
  'corpus.read': returns<Corpus>().from(nothing),
  /** What the corpus table can show, in the order in which it does. */
  'corpus.tableColumns': returns<OfferedColumn[]>().from(nothing),
  /** The corpus table as a file: one row per source, with who speaks in it. */
  'corpus.table': returns<FileOut>().from(
    z.object({
      title,
      format: z.enum(CORPUS_TABLE_FORMATS),
      columns: z
        .array(z.union([z.enum(CORPUS_COLUMNS), z.string().regex(/^attribute:[0-9a-f-]{36}$/)]))
        .min(1)
        .max(60),
    }),
  ),
  'source.open': returns<OpenedSource>().from(z.object({ sourceId })),
  /** The codings alone, for repainting after a change. */
  'source.codings': returns<SourceCoding[]>().from(z.object({ sourceId })),
  /** Reports `progress` events under `job`; `job.cancel` stops it before anything is written. */
  'source.import': returns<ImportReport>().from(
    z.object({ job: z.string().max(80), files: z.array(fileIn).min(1).max(2000), caseId: caseId.nullable(), kind: z.enum(SOURCE_KINDS) }),
  ),
  'source.update': returns<null>().from(
    z.object({
      sourceId,
      name: title.optional(),
      kind: z.enum(SOURCE_KINDS).optional(),
      date: isoDate.nullable().optional(),
      caseIds: z.array(caseId).max(50).optional(),
    }),
  ),
  /** Corrects the words of one turn; edits apply one after the other, offsets count in the turn's whole text. */
  'source.editTurn': returns<EditedTurn>().from(
    z.object({
      turnId,
      edits: z
        .array(z.object({ at: z.number().int().min(0), removed: z.number().int().min(0), inserted: z.string().max(1_000_000) }))
        .min(1)
        .max(1000),
    }),
  ),
  /** Passages whose words a correction took away, with what they said and what they were coded. */
  'source.orphans': returns<OrphanedPassage[]>().from(z.object({ sourceId })),
  /** Removes the source with its turns, passages, codings and memos: one act, undoable. */
  'source.remove': returns<null>().from(z.object({ sourceId })),

  'case.create': returns<CaseId>().from(z.object({ name: title })),
  'case.rename': returns<null>().from(z.object({ caseId, name: title })),
  'case.remove': returns<null>().from(z.object({ caseId })),
  'participant.update': returns<null>().from(
    z.object({ participantId, name: title.optional(), caseId: caseId.nullable().optional(), isInterviewer: z.boolean().optional() }),
  ),
  /** `from` is `into` from now on: speakers, attributes, memos and syntheses go over; one act. */
  'participant.merge': returns<null>().from(z.object({ from: participantId, into: participantId })),
  'attribute.create': returns<AttributeId>().from(z.object({ scope: z.enum(ATTRIBUTE_SCOPES), name: title })),
  'attribute.remove': returns<null>().from(z.object({ attributeId })),
  /** An empty value removes it. */
  'attribute.setValue': returns<null>().from(z.object({ attributeId, targetId: z.string().max(80), value: z.string().max(2000) })),
  /** Many values as one act: a block pasted into a sheet, filled down or emptied. An empty value removes it. */
  'attribute.setValues': returns<null>().from(
    z.object({
      values: z
        .array(z.object({ attributeId, targetId: z.string().max(80), value: z.string().max(2000) }))
        .min(1)
        .max(50_000),
    }),
  ),
  /** What a table (csv, tsv, xlsx or ods) would bring, nothing written; what is not given of the plan is proposed. */
  'attribute.previewTable': returns<AttributeTablePreview>().from(
    z.object({ file: fileIn, scope: z.enum(ATTRIBUTE_SCOPES).optional(), nameColumn: column.optional(), sourceColumn: column.nullable().optional() }),
  ),
  /** One act: the chosen columns, under their names, for the rows that match; cells left empty change nothing. */
  'attribute.importTable': returns<{ readonly rows: number; readonly unmatched: number }>().from(
    z.object({
      file: fileIn,
      plan: z.object({ scope: z.enum(ATTRIBUTE_SCOPES), nameColumn: column, sourceColumn: column.nullable() }),
      attributes: z
        .array(z.object({ column, name: title }))
        .min(1)
        .max(5000),
    }),
  ),

  'coder.list': returns<Coder[]>().from(nothing),
  'coder.create': returns<CoderId>().from(z.object({ name: title })),
  'coder.update': returns<null>().from(
    z.object({ coderId, name: title.optional(), initials: z.string().trim().min(1).max(4).optional(), color: color.optional() }),
  ),
  /** From now on this coder acts in this window. */
  'coder.choose': returns<null>().from(z.object({ coderId })),
};
