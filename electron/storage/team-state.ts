// Where this copy stands in its team: read and written by whoever exchanges with the team, in the transaction that applies what came.
import type Database from 'better-sqlite3';
import type { TeamRole } from '../../shared/domain/team-role.ts';
import { statement } from './statements.ts';

type Sqlite = Database.Database;

export interface TeamState {
  readonly stream: string;
  readonly memberId: string;
  readonly role: TeamRole;
  readonly epoch: number;
  readonly sequence: number;
  readonly sharedNumber: number;
  readonly sentNumber: number;
  readonly problem: string | null;
}

/** Undefined for a project that nobody works on together. */
export function readTeamState(sqlite: Sqlite): TeamState | undefined {
  return statement<[], TeamState>(
    sqlite,
    `SELECT id AS stream, member_id AS memberId, role, epoch, sequence, shared_number AS sharedNumber, sent_number AS sentNumber, problem
       FROM team_state`,
  ).get();
}

export function writeTeamState(sqlite: Sqlite, state: TeamState): void {
  statement(sqlite, 'DELETE FROM team_state').run();
  statement(
    sqlite,
    `INSERT INTO team_state (id, member_id, role, epoch, sequence, shared_number, sent_number, problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(state.stream, state.memberId, state.role, state.epoch, state.sequence, state.sharedNumber, state.sentNumber, state.problem);
}

export function updateTeamState(sqlite: Sqlite, changes: Partial<TeamState>): void {
  const state = readTeamState(sqlite);
  if (state) writeTeamState(sqlite, { ...state, ...changes });
}

/**
 * Does not wait for the disk: for what the team's server holds as well, and gives again where a machine dies before it is written. What
 * is committed after it is on the disk only with it.
 */
export function withoutWaiting<T>(sqlite: Sqlite, work: () => T): T {
  const level = sqlite.pragma('synchronous', { simple: true }) as number;
  if (level > 1) sqlite.pragma('synchronous = NORMAL');
  try {
    return work();
  } finally {
    sqlite.pragma(`synchronous = ${level}`);
  }
}

/** The entry has left this machine, or may have: others may hold it as it is. */
export function isSent(sqlite: Sqlite, number: number): boolean {
  return statement(sqlite, 'SELECT 1 FROM team_state WHERE sent_number >= ?').get(number) !== undefined;
}

/** Under which role this copy's user acts; undefined outside a team. */
export function teamRole(sqlite: Sqlite): TeamRole | undefined {
  return statement<[], { role: TeamRole }>(sqlite, 'SELECT role FROM team_state').get()?.role;
}

/** The name of this copy in its team's log; a file that an earlier version made, and that is only read, has no such table. */
export function memberOrigin(sqlite: Sqlite): string | undefined {
  if (sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'team_state'`).get() === undefined) return undefined;
  return sqlite.prepare<[], { member_id: string }>('SELECT member_id FROM team_state').get()?.member_id;
}

export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly role: TeamRole;
  readonly publicKey: string;
  readonly joinedAt: string;
  readonly leftAt: string | null;
}

export function readMembers(sqlite: Sqlite): TeamMember[] {
  return statement<[], TeamMember>(
    sqlite,
    'SELECT id, name, role, public_key AS publicKey, joined_at AS joinedAt, left_at AS leftAt FROM team_member ORDER BY joined_at, id',
  ).all();
}

export function writeMember(sqlite: Sqlite, member: TeamMember): void {
  statement(
    sqlite,
    `INSERT INTO team_member (id, name, role, public_key, joined_at, left_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, public_key = excluded.public_key, left_at = excluded.left_at`,
  ).run(member.id, member.name, member.role, member.publicKey, member.joinedAt, member.leftAt);
}

/** A line of the list « à régler »; `mine` and `theirs` as JSON. */
export interface TeamSettlement {
  readonly id: string;
  readonly reason: string;
  readonly mine: string;
  readonly theirs: string;
  readonly at: string;
}

export function readSettlements(sqlite: Sqlite): TeamSettlement[] {
  return statement<[], TeamSettlement>(
    sqlite,
    'SELECT id, reason, mine, theirs, at FROM team_settlement WHERE settled_at IS NULL ORDER BY at, rowid',
  ).all();
}

export function writeSettlement(sqlite: Sqlite, { id, reason, mine, theirs, at }: TeamSettlement): void {
  statement(sqlite, 'INSERT INTO team_settlement (id, reason, mine, theirs, at) VALUES (?, ?, ?, ?, ?)').run(id, reason, mine, theirs, at);
}

export function closeSettlement(sqlite: Sqlite, id: string, choice: 'mine' | 'theirs', at: string): void {
  statement(sqlite, 'UPDATE team_settlement SET settled_at = ?, choice = ? WHERE id = ?').run(at, choice, id);
}

/** Nothing of a team is left in the file. */
export function forgetTeam(sqlite: Sqlite): void {
  for (const table of ['team_state', 'team_member', 'team_settlement'] as const) sqlite.exec(`DELETE FROM ${table}`);
}
