// The tables of a team as drizzle sees them. Not content: no command writes them, and each copy has rows of its own.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { TEAM_ROLES } from '../../shared/domain/team-role.ts';

export const teamState = sqliteTable('team_state', {
  id: text('id').primaryKey(),
  memberId: text('member_id').notNull(),
  role: text('role', { enum: TEAM_ROLES }).notNull(),
  epoch: integer('epoch').notNull(),
  sequence: integer('sequence').notNull(),
  sharedNumber: integer('shared_number').notNull(),
  sentNumber: integer('sent_number').notNull(),
  problem: text('problem'),
});

export const teamMember = sqliteTable('team_member', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  role: text('role', { enum: TEAM_ROLES }).notNull(),
  publicKey: text('public_key').notNull(),
  joinedAt: text('joined_at').notNull(),
  leftAt: text('left_at'),
});

export const teamSettlement = sqliteTable('team_settlement', {
  id: text('id').primaryKey(),
  reason: text('reason').notNull(),
  mine: text('mine').notNull(),
  theirs: text('theirs').notNull(),
  at: text('at').notNull(),
  settledAt: text('settled_at'),
  choice: text('choice', { enum: ['mine', 'theirs'] }),
});
