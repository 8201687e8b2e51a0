// Calls about memos: writing, finding, links, pictures, templates, files out.
import { z } from 'zod';
import { coderId, memoId } from '../domain/ids.ts';
import type { MemoId } from '../domain/ids.ts';
import type { CellPlace, MemoCard, MemoCount } from '../domain/memo-card.ts';
import { writtenTextJson } from '../domain/written-text.ts';
import type { WrittenText } from '../domain/written-text.ts';
import { MEMO_TEMPLATES } from '../domain/memo-template.ts';
import { MEMO_EXPORT_FORMATS, MEMO_KINDS, MEMO_TARGETS } from '../domain/memo.ts';
import { LINK_KINDS } from '../domain/text-link.ts';
import type { Memo } from '../domain/memo.ts';
import type { LinkTarget } from '../domain/text-link.ts';
import { LANGUAGES } from '../domain/project.ts';
import { returns } from './endpoint.ts';
import { fileIn, isoDate, longText } from './fields.ts';
import type { FileOut } from './fields.ts';

/** A uuid; for a cell the key of its crossing. */
const targetId = z.string().max(1000);
const link = { kind: z.enum(LINK_KINDS), id: targetId };
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const memoFilter = z.object({
  targetKind: z.enum(MEMO_TARGETS).nullable().optional(),
  targetId: targetId.nullable().optional(),
  kind: z.enum(MEMO_KINDS).nullable().optional(),
  coderId: coderId.nullable().optional(),
  search: z.string().max(300).optional(),
  from: isoDate.nullable().optional(),
  to: isoDate.nullable().optional(),
});

export const memoContract = {
  /** Latest change first. */
  'memo.list': returns<Memo[]>().from(memoFilter),
  'memo.read': returns<MemoCard>().from(z.object({ memoId })),
  /** `memoId` null writes a new one. With a `document` (the editor's state as JSON) its words are the memo's text; without `kind` it stays what it was. */
  'memo.write': returns<MemoId>().from(
    z.object({
      memoId: memoId.nullable(),
      targetKind: z.enum(MEMO_TARGETS),
      targetId,
      kind: z.enum(MEMO_KINDS).optional(),
      title: z.string().max(300),
      text: longText,
      document: writtenTextJson.nullable().optional(),
    }),
  ),
  /** A part of a memo anew; what is absent stays. */
  'memo.update': returns<null>().from(
    z.object({ memoId, kind: z.enum(MEMO_KINDS).optional(), title: z.string().max(300).optional(), document: writtenTextJson.optional() }),
  ),
  'memo.remove': returns<null>().from(z.object({ memoId })),
  /** Things of one kind that memos are on or point to; others are left out. */
  'memo.counts': returns<MemoCount[]>().from(z.object({ kind: z.enum(MEMO_TARGETS) })),
  /** Memos whose text points to this thing. */
  'memo.backlinks': returns<Memo[]>().from(z.object(link)),
  /** A saved matrix that shows this crossing; null where none does. */
  'memo.cellPlace': returns<CellPlace | null>().from(z.object({ key: targetId })),
  /** What a memo could link to, by its words; passages latest first. */
  'memo.offerLinks': returns<LinkTarget[]>().from(z.object({ search: z.string().max(300), kinds: z.array(z.enum(LINK_KINDS)).nullable() })),
  /** A template filled with what the project knows of a source or a case; nothing is written. */
  'memo.template': returns<{ title: string; document: WrittenText }>().from(
    z.object({ template: z.enum(MEMO_TEMPLATES), targetId, language: z.enum(LANGUAGES) }),
  ),
  /** Takes in a picture (png, jpeg, gif, webp; 10 MB at most) to be shown by its hash. */
  'memo.addImage': returns<{ sha256: string; mime: string }>().from(z.object({ file: fileIn })),
  'memo.image': returns<{ mime: string; base64: string }>().from(z.object({ sha256 })),
  /** These memos in this order, or those that the filter leaves, oldest first. */
  'memo.export': returns<FileOut>().from(
    z.object({ memoIds: z.array(memoId).min(1).max(5000).nullable(), filter: memoFilter, format: z.enum(MEMO_EXPORT_FORMATS) }),
  ),
};
