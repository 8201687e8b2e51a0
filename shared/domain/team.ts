// A team as the window and the command line show it.
import type { FailureCode, FailureData } from './failure.ts';
import type { CommandSubject } from './project.ts';
import type { TeamRole } from './team-role.ts';
import type { SettleReason } from './team-settlement.ts';

/** Nothing waits; something is on its way; the server does not answer; something is wrong and nothing is exchanged. */
export const LINE_STATES = ['upToDate', 'sending', 'offline', 'stopped'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** Which screen a member looks at, and which source or matrix. */
export interface TeamPlace {
  readonly screen: string;
  readonly id: string | null;
}

export interface TeamMemberCard {
  readonly id: string;
  readonly name: string;
  readonly role: TeamRole;
  readonly joinedAt: string;
  readonly leftAt: string | null;
  readonly isSelf: boolean;
  readonly isHere: boolean;
  readonly place: TeamPlace | null;
  /** The source or matrix by its name, where they look at one. */
  readonly placeName: string | null;
}

/** One side of what could not be joined: an act, and what it says where there is something to read. */
export interface SettlementSide {
  readonly command: string;
  readonly subject: CommandSubject;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly coderName: string;
  readonly at: string;
  readonly value: string | null;
}

export interface SettlementCard {
  readonly id: string;
  readonly reason: SettleReason;
  readonly at: string;
  readonly mine: readonly SettlementSide[];
  readonly theirs: readonly SettlementSide[];
}

export interface TeamOverview {
  readonly stream: string;
  readonly address: string;
  readonly role: TeamRole;
  readonly state: LineState;
  /** Acts that the team has not got yet. */
  readonly pending: number;
  /** The last message of the team's stream that is applied here. */
  readonly sequence: number;
  readonly problem: { readonly code: FailureCode; readonly data: FailureData } | null;
  readonly members: readonly TeamMemberCard[];
  readonly settlements: readonly SettlementCard[];
}

/** For a server that knows its users. */
export interface TeamServer {
  /** The team's part of the server's configuration, with everybody whom this copy knows of. */
  readonly lines: string | null;
  /** The address for which a key was prepared and no team made yet. */
  readonly preparedFor: string | null;
}
