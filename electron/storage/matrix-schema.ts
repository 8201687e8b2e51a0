// The tables of matrices and of what is written in their cells, as Drizzle sees them; they are made by the migrations.
import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const ratingScale = sqliteTable('rating_scale', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  position: integer('position').notNull(),
  steps: text('steps').notNull(),
});

export const cell = sqliteTable('cell', {
  id: text('id').primaryKey(),
  key: text('key').notNull(),
  synthesis: text('synthesis').notNull(),
  document: text('document'),
  status: text('status', { enum: ['draft', 'ready', 'reviewed'] }).notNull(),
  evidence: text('evidence'),
  scaleId: text('scale_id'),
  rating: real('rating'),
  remark: text('remark').notNull(),
  coderId: text('coder_id').notNull(),
  updatedAt: text('updated_at').notNull(),
});

export const cellQuote = sqliteTable('cell_quote', {
  id: text('id').primaryKey(),
  cellKey: text('cell_key').notNull(),
  passageId: text('passage_id').notNull(),
  position: integer('position').notNull(),
  cuts: text('cuts'),
  cutFrom: text('cut_from'),
});

export const cellStance = sqliteTable('cell_stance', {
  id: text('id').primaryKey(),
  cellKey: text('cell_key').notNull(),
  passageId: text('passage_id').notNull(),
  stance: text('stance', { enum: ['supports', 'contrasts', 'mentions'] }).notNull(),
});

export const researchQuestion = sqliteTable('research_question', {
  id: text('id').primaryKey(),
  text: text('text').notNull(),
  expression: text('expression'),
  position: integer('position').notNull(),
});

export const matrix = sqliteTable('matrix', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  definition: text('definition').notNull(),
  updatedAt: text('updated_at').notNull(),
  notes: text('notes').notNull(),
  layout: text('layout'),
  display: text('display'),
});

export const matrixSnapshot = sqliteTable('matrix_snapshot', {
  id: text('id').primaryKey(),
  matrixId: text('matrix_id').notNull(),
  name: text('name').notNull(),
  coderId: text('coder_id').notNull(),
  createdAt: text('created_at').notNull(),
  content: text('content').notNull(),
});

export const printSettings = sqliteTable('print_settings', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  settings: text('settings').notNull(),
  updatedAt: text('updated_at').notNull(),
});
