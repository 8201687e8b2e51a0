// Calls about working together: making a team, inviting, joining, who is there, what waits to be settled, leaving.
import { z } from 'zod';
import type { ProjectInfo } from '../domain/project.ts';
import type { TeamOverview, TeamServer } from '../domain/team.ts';
import { TEAM_ROLES } from '../domain/team-role.ts';
import { returns } from './endpoint.ts';
import { nothing } from './fields.ts';

const id = z.string().min(1).max(100);
/** PEM of who vouches for the server. */
const certificate = z.string().max(20_000).optional();

export const teamContract = {
  /** Null for a project that nobody works on together. */
  'team.status': returns<TeamOverview | null>().from(nothing),
  'team.create': returns<TeamOverview>().from(
    z.object({
      address: z.string().min(1).max(1000),
      user: z.string().max(200).optional(),
      password: z.string().max(500).optional(),
      certificate,
      /** With the key that was prepared for this server: it knows its users. */
      withKey: z.boolean().optional(),
    }),
  ),
  /** What the server has to know, where it knows its users; all null where it lets everybody in. */
  'team.server': returns<TeamServer>().from(nothing),
  /** Draws the key of who makes the team, for a server that knows its users: its lines go into the server's configuration first. */
  'team.prepare': returns<TeamServer>().from(z.object({ address: z.string().trim().min(1).max(1000), certificate })),
  /** The invitation as a link. */
  'team.invite': returns<{ link: string; fileName: string }>().from(z.object({ name: z.string().trim().min(1).max(200), role: z.enum(TEAM_ROLES) })),
  /** What the invitation holds is laid as a new project, which is then open; `name`: where it is another than the invitation says. */
  'team.join': returns<ProjectInfo>().from(
    z.object({ invitation: z.string().min(1).max(50_000), name: z.string().trim().min(1).max(200).optional() }),
  ),
  'team.remove': returns<TeamOverview>().from(z.object({ memberId: id })),
  'team.settle': returns<TeamOverview>().from(z.object({ settlementId: id, choice: z.enum(['mine', 'theirs']) })),
  /** The project is taken again from the team's snapshot; what was not sent goes to the list « à régler ». */
  'team.mend': returns<ProjectInfo>().from(nothing),
  /** Where the user is, for the others to see. */
  'team.here': returns<null>().from(z.object({ screen: z.string().max(50), id: id.nullable() })),
  'team.leave': returns<null>().from(nothing),
};
