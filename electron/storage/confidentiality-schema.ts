// The tables of what is promised to the people in a study; they are made by the migrations.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const confidentiality = sqliteTable('confidentiality', {
  id: text('id').primaryKey(),
  keepUntil: text('keep_until'),
  sheet: text('sheet').notNull(),
});

export const pseudonymisation = sqliteTable('pseudonymisation', {
  id: text('id').primaryKey(),
  entities: integer('entities').notNull(),
  replaced: integer('replaced').notNull(),
  coderId: text('coder_id').notNull(),
  at: text('at').notNull(),
});

export const erasure = sqliteTable('erasure', {
  id: text('id').primaryKey(),
  label: text('label').notNull(),
  scope: text('scope', { enum: ['sources', 'turns'] }).notNull(),
  removed: text('removed').notNull(),
  coderId: text('coder_id').notNull(),
  at: text('at').notNull(),
  stateHash: text('state_hash').notNull(),
});
