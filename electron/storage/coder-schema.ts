// The tables of work by several coders; they are made by the migrations.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const blindPeriod = sqliteTable('blind_period', {
  id: text('id').primaryKey(),
  beganAt: text('began_at').notNull(),
  beganBy: text('began_by').notNull(),
  endedAt: text('ended_at'),
  endedBy: text('ended_by'),
});

export const assignment = sqliteTable('assignment', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  due: text('due'),
  isBlind: integer('is_blind').notNull(),
  revealedAt: text('revealed_at'),
  coderId: text('coder_id').notNull(),
  createdAt: text('created_at').notNull(),
});

export const assignmentSource = sqliteTable('assignment_source', {
  id: text('id').primaryKey(),
  assignmentId: text('assignment_id').notNull(),
  sourceId: text('source_id').notNull(),
});

export const assignmentGrid = sqliteTable('assignment_grid', {
  id: text('id').primaryKey(),
  assignmentId: text('assignment_id').notNull(),
  gridId: text('grid_id').notNull(),
});

export const assignmentCoder = sqliteTable('assignment_coder', {
  id: text('id').primaryKey(),
  assignmentId: text('assignment_id').notNull(),
  coderId: text('coder_id').notNull(),
  doneAt: text('done_at'),
});

export const disagreementDecision = sqliteTable('disagreement_decision', {
  id: text('id').primaryKey(),
  passageId: text('passage_id').notNull(),
  categoryId: text('category_id').notNull(),
  decision: text('decision', { enum: ['discussed', 'adopted', 'merged', 'withdrawn', 'recoded', 'kept'] }).notNull(),
  adoptedId: text('adopted_id'),
  otherCategoryId: text('other_category_id'),
  why: text('why').notNull(),
  sides: text('sides').notNull(),
  coderId: text('coder_id').notNull(),
  decidedAt: text('decided_at').notNull(),
});

export const agreementRound = sqliteTable('agreement_round', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  setting: text('setting').notNull(),
  figures: text('figures').notNull(),
  coderId: text('coder_id').notNull(),
  createdAt: text('created_at').notNull(),
});
