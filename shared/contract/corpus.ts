// Calls about sources, cases, participants, attributes and coders.
import { z } from 'zod';
import { ATTRIBUTE_FILE_FORMATS } from '../domain/attribute-table.ts';
import type { AttributeTablePreview } from '../domain/attribute-table.ts';
import { ATTRIBUTE_SCOPES, ATTRIBUTE_TYPES } from '../domain/corpus.ts';
import type { Coder, CorpusFrame } from '../domain/corpus.ts';
import { CORPUS_COLUMNS, CORPUS_TABLE_FORMATS } from '../domain/corpus-table.ts';
import type { OfferedColumn } from '../domain/corpus-table.ts';
import { attributeId, caseGroupId, caseId, casePartId, coderId, participantId, sourceId, speakerId, turnId } from '../domain/ids.ts';
import type { AttributeId, CaseGroupId, CaseId, CasePartId, CoderId, ParticipantId } from '../domain/ids.ts';
import { SOURCE_KINDS } from '../domain/source.ts';
import type { OpenedSource, SourceCoding, SourceSummary } from '../domain/source.ts';
import { returns } from './endpoint.ts';
import { color, fileIn, isoDate, nothing, title } from './fields.ts';
import type { FileOut } from './fields.ts';

export interface Corpus extends CorpusFrame {
  readonly sources: readonly SourceSummary[];
}

const column = z.string().min(1).max(2000);
const choices = z.array(z.string().trim().min(1).max(300)).max(500);

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
  'source.update': returns<null>().from(
    z.object({
      sourceId,
      name: title.optional(),
      kind: z.enum(SOURCE_KINDS).optional(),
      date: isoDate.nullable().optional(),
      caseIds: z.array(caseId).max(50).optional(),
    }),
  ),
  /** The file as it was imported. */
  'source.original': returns<FileOut>().from(z.object({ sourceId })),
  /** A stretch of turns belongs to a case though the source as a whole does not; the part's id. */
  'source.assignPart': returns<CasePartId>().from(z.object({ firstTurnId: turnId, lastTurnId: turnId, caseId })),
  'source.removePart': returns<null>().from(z.object({ partId: casePartId })),
  /** Removes the source with its turns, passages, codings and memos: one act, undoable. */
  'source.remove': returns<null>().from(z.object({ sourceId })),

  'case.create': returns<CaseId>().from(z.object({ name: title })),
  'case.rename': returns<null>().from(z.object({ caseId, name: title })),
  'case.remove': returns<null>().from(z.object({ caseId })),
  /** The groups that the case is in, all of them. */
  'case.setGroups': returns<null>().from(z.object({ caseId, groupIds: z.array(caseGroupId).max(200) })),
  'caseGroup.create': returns<CaseGroupId>().from(z.object({ name: title, caseIds: z.array(caseId).max(5000) })),
  'caseGroup.rename': returns<null>().from(z.object({ groupId: caseGroupId, name: title })),
  /** The cases stay. */
  'caseGroup.remove': returns<null>().from(z.object({ groupId: caseGroupId })),
  'participant.update': returns<null>().from(
    z.object({ participantId, name: title.optional(), caseId: caseId.nullable().optional(), isInterviewer: z.boolean().optional() }),
  ),
  /** `from` is `into` from now on: speakers, attributes, memos and syntheses go over; one act. */
  'participant.merge': returns<null>().from(z.object({ from: participantId, into: participantId })),
  /** Whom a label of one source stands for: an existing person, or (null) a new one under the label. A person nobody speaks as any more goes. */
  'speaker.link': returns<ParticipantId>().from(
    // `others` are labels of the same person: one act
    z.object({ speakerId, others: z.array(speakerId).max(5000).optional(), participantId: participantId.nullable() }),
  ),
  'attribute.create': returns<AttributeId>().from(
    z.object({ scope: z.enum(ATTRIBUTE_SCOPES), name: title, type: z.enum(ATTRIBUTE_TYPES).optional(), choices: choices.optional() }),
  ),
  /** Refuses (`attribute.valuesOfOtherType`) a type that present values are not of, naming some. */
  'attribute.update': returns<null>().from(
    z.object({ attributeId, name: title.optional(), type: z.enum(ATTRIBUTE_TYPES).optional(), choices: choices.optional() }),
  ),
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
  /** One act: the chosen columns, under their names, for the rows that match; cells left empty change nothing, `invalid` ones neither. */
  'attribute.importTable': returns<{ readonly rows: number; readonly unmatched: number; readonly invalid: number }>().from(
    z.object({
      file: fileIn,
      plan: z.object({ scope: z.enum(ATTRIBUTE_SCOPES), nameColumn: column, sourceColumn: column.nullable() }),
      attributes: z
        .array(z.object({ column, name: title, type: z.enum(ATTRIBUTE_TYPES).optional() }))
        .min(1)
        .max(5000),
    }),
  ),

  /** Every case, source or participant with every attribute, as a table that `attribute.importTable` reads back. */
  'attribute.table': returns<FileOut>().from(z.object({ scope: z.enum(ATTRIBUTE_SCOPES), format: z.enum(ATTRIBUTE_FILE_FORMATS) })),

  'coder.list': returns<Coder[]>().from(nothing),
  'coder.create': returns<CoderId>().from(z.object({ name: title })),
  'coder.update': returns<null>().from(
    z.object({ coderId, name: title.optional(), initials: z.string().trim().min(1).max(4).optional(), color: color.optional() }),
  ),
  /** From now on this coder acts in this window. */
  'coder.choose': returns<null>().from(z.object({ coderId })),
};
