// The tables of packs sent to a reviewer and of the comments that came back; they are made by the migrations.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const reviewPack = sqliteTable('review_pack', {
  id: text('id').primaryKey(),
  form: text('form', { enum: ['page', 'copy'] }).notNull(),
  fileName: text('file_name').notNull(),
  message: text('message').notNull(),
  content: text('content').notNull(),
  isPseudonymised: integer('is_pseudonymised').notNull(),
  sha256: text('sha256').notNull(),
  coderId: text('coder_id').notNull(),
  createdAt: text('created_at').notNull(),
});

export const reviewComment = sqliteTable('review_comment', {
  id: text('id').primaryKey(),
  threadId: text('thread_id').notNull(),
  packId: text('pack_id'),
  targetKind: text('target_kind', {
    enum: ['project', 'matrix', 'cell', 'synthesis', 'category', 'source', 'passage', 'coding', 'memo'],
  }).notNull(),
  targetId: text('target_id').notNull(),
  passageId: text('passage_id'),
  label: text('label').notNull(),
  quote: text('quote').notNull(),
  verdict: text('verdict', { enum: ['agree', 'discuss', 'redo'] }),
  text: text('text').notNull(),
  author: text('author').notNull(),
  coderId: text('coder_id'),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  resolvedAt: text('resolved_at'),
  resolvedBy: text('resolved_by'),
});

/** No content: it is this file that is a copy to be reviewed, whatever its content becomes elsewhere. */
export const reviewCopy = sqliteTable('review_copy', {
  packId: text('pack_id').primaryKey(),
  madeAt: text('made_at').notNull(),
});
