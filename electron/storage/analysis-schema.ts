// The tables of kept searches and analyses, of links and maps, and of what coders decide while they analyse; they are made by the migrations.
import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const savedSearch = sqliteTable('saved_search', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: ['search', 'retrieval'] }).notNull(),
  name: text('name').notNull(),
  setting: text('setting').notNull(),
  updatedAt: text('updated_at').notNull(),
});

export const savedAnalysis = sqliteTable('saved_analysis', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  setting: text('setting').notNull(),
  note: text('note').notNull(),
  updatedAt: text('updated_at').notNull(),
});

export const linkType = sqliteTable('link_type', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  color: text('color').notNull(),
  isDirected: integer('is_directed').notNull(),
  position: integer('position').notNull(),
});

export const link = sqliteTable('link', {
  id: text('id').primaryKey(),
  linkTypeId: text('link_type_id').notNull(),
  fromCategoryId: text('from_category_id'),
  fromPassageId: text('from_passage_id'),
  fromMemoId: text('from_memo_id'),
  toCategoryId: text('to_category_id'),
  toPassageId: text('to_passage_id'),
  toMemoId: text('to_memo_id'),
  note: text('note').notNull(),
  coderId: text('coder_id').notNull(),
  createdAt: text('created_at').notNull(),
});

export const linkEvidence = sqliteTable('link_evidence', {
  id: text('id').primaryKey(),
  linkId: text('link_id').notNull(),
  passageId: text('passage_id').notNull(),
  position: integer('position').notNull(),
});

export const conceptMap = sqliteTable('concept_map', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  note: text('note').notNull(),
  updatedAt: text('updated_at').notNull(),
});

export const conceptMapNode = sqliteTable('concept_map_node', {
  id: text('id').primaryKey(),
  conceptMapId: text('concept_map_id').notNull(),
  categoryId: text('category_id').notNull(),
  x: real('x').notNull(),
  y: real('y').notNull(),
});

export const stopWord = sqliteTable('stop_word', {
  id: text('id').primaryKey(),
  word: text('word').notNull(),
  isStopped: integer('is_stopped').notNull(),
});

export const meaningMark = sqliteTable('meaning_mark', {
  id: text('id').primaryKey(),
  categoryId: text('category_id').notNull(),
  sourceId: text('source_id').notNull(),
  level: text('level', { enum: ['nothing', 'nuance', 'dimension'] }).notNull(),
  note: text('note').notNull(),
  coderId: text('coder_id').notNull(),
  updatedAt: text('updated_at').notNull(),
});

export const suggestionDecision = sqliteTable('suggestion_decision', {
  id: text('id').primaryKey(),
  categoryId: text('category_id').notNull(),
  sourceId: text('source_id').notNull(),
  wordsHash: text('words_hash').notNull(),
  quote: text('quote').notNull(),
  decision: text('decision', { enum: ['accepted', 'refused'] }).notNull(),
  method: text('method', { enum: ['centroid', 'logistic', 'similar', 'embedding'] }).notNull(),
  score: real('score').notNull(),
  reasons: text('reasons').notNull(),
  coderId: text('coder_id').notNull(),
  decidedAt: text('decided_at').notNull(),
});
